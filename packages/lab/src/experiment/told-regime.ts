import { findingIn, ruleOf, type Finding } from '@credence/rulebook';

import { practices } from '../regime/practice.ts';
import type { ToldRegime } from './comparison.ts';
import type { RegimeVariant } from './plan.ts';

/** What the guards hold against a regime: errors, not hints. */
export function breachesOf(findings: readonly Finding[]): ToldRegime['breaches'] {
  return findings
    .filter(({ severity }) => severity === undefined)
    .map((finding) => ({
      guard: ruleOf(finding),
      place: `${finding.file}:${String(finding.line)}:${String(finding.column)}`,
      says: { zh: findingIn('zh', finding).message, en: findingIn('en', finding).message },
    }));
}

/** A regime as a report tells of it; a practice that was set for the comparison is nobody's figure. */
export function tellRegime({ id, regime, practice = {} }: RegimeVariant): ToldRegime {
  const { title, says, confidence, hash, edition, findings } = regime;
  const set = Object.entries(practice).map(([name, value]) => `${name}=${String(value)}`);
  const mark = set.length === 0 ? '' : ` (${set.join(', ')})`;
  return {
    ...{ id, says, confidence, hash },
    title: { zh: `${title.zh ?? id}${mark}`, en: `${title.en ?? id}${mark}` },
    ...(edition === undefined ? {} : { edition }),
    breaches: breachesOf(findings),
    practice: practices.map((each) => ({
      ...{ id: each.id, title: each.title },
      ...valueOf(each.id, practice, regime.practice[each.id] ?? each),
    })),
  };
}

function valueOf(
  id: string,
  set: Readonly<Record<string, number>>,
  own: Pick<ToldRegime['practice'][number], 'value' | 'confidence'>,
): Pick<ToldRegime['practice'][number], 'value' | 'confidence'> {
  const value = set[id];
  if (value !== undefined) return { value, confidence: 'unverified' };
  return { value: own.value, confidence: own.confidence };
}
