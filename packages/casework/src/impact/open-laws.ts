import { problem, type CivilDate } from '@credence/domain';
import {
  editionToJson,
  openEdition,
  type Edition,
  type Finding,
  type Rulebook,
} from '@credence/rulebook';

import type { GuardDifference, ImpactOutcome, ImpactQuery } from './impact.ts';

/** The two laws, and what else the draft makes the checks say. */
export interface Laws {
  readonly baseline: Edition;
  readonly draft: Edition;
  readonly warnings: readonly Finding[];
}

/** Opens the draft as any edition is opened: one that fails a check has no impact to report. */
export function openLaws(
  rulebook: Rulebook,
  { baseline: code, draft: json }: ImpactQuery,
  asOf: CivilDate,
): Laws | Extract<ImpactOutcome, { kind: 'refused' }> {
  const opened = openEdition(json);
  if (opened.kind === 'refused') {
    const params = { edition: 'draft', findings: opened.findings.length };
    return {
      kind: 'refused',
      problem: problem('edition-refused', params),
      findings: opened.findings,
    };
  }
  const baseline =
    code === undefined
      ? rulebook.on(asOf)
      : rulebook.editions.find((edition) => edition.code === code);
  if (baseline === undefined) {
    const known = rulebook.editions.map((edition) => edition.code).join(', ');
    const refused =
      code === undefined
        ? problem('edition-missing', { day: asOf })
        : problem('value-not-in-list', { value: code, accepted: known });
    return { kind: 'refused', problem: refused, findings: [] };
  }
  return { baseline, draft: opened.edition, warnings: opened.warnings };
}

/** What guards and other checks warn of under one law and not under the other. */
export function compareGuards({ baseline, warnings }: Laws): GuardDifference {
  const opened = openEdition(editionToJson(baseline));
  const before = opened.kind === 'refused' ? opened.findings : opened.warnings;
  const without = (all: readonly Finding[], others: readonly Finding[]) => {
    const known = new Set(others.map(keyOf));
    return all.filter((finding) => !known.has(keyOf(finding)));
  };
  return { new: without(warnings, before), gone: without(before, warnings) };
}

function keyOf({ guard, code, card, field }: Finding): string {
  return [guard ?? code, card ?? '', field ?? ''].join(' ');
}
