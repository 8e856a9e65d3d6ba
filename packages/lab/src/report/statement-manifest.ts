import type { CivilDate, JsonValue } from '@credence/domain';
import { canonicalJson } from '@credence/proof';

import type { Comparison, Estimate, JudgedLimit, Measure } from '../experiment/comparison.ts';
import type { LabKey } from './lab-key.ts';

/**
 * What a statement says of itself to a register, signed: which draft was tried, which file says so,
 * and whether the draft keeps the harm limits. The register reads it and nothing else of the Lab.
 */
export function signManifest(
  given: {
    readonly comparison: Comparison;
    /** The regime the statement is about. */
    readonly about: string;
    /** Hash of the draft as it stands. */
    readonly draft: string;
    /** Of the file, in hexadecimal. */
    readonly report: string;
    readonly madeOn: CivilDate;
  },
  key: LabKey,
): JsonValue {
  const { comparison, about, draft, madeOn } = given;
  const verdict = comparison.outcomes.find(({ regime }) => regime === about)?.verdict;
  if (verdict === undefined) throw new RangeError(`The comparison has no outcome of ${about}.`);
  const manifest: JsonValue = {
    schema: 'credence-lab-report/2',
    ...{ draft, report: `sha256-${given.report}`, madeOn },
    verdict: verdict.promulgable ? 'promulgable' : 'not-promulgable',
    beyond: verdict.beyond.map((limit) => toLimit(comparison, limit)),
    undecided: verdict.undecided.map((limit) => toLimit(comparison, limit)),
    ...(verdict.inherited !== undefined && {
      inherited: verdict.inherited.map((limit) => toLimit(comparison, limit)),
    }),
    ...(verdict.untried !== undefined && {
      untried: verdict.untried.map(({ zh = '', en = '' }) => ({ zh, en })),
    }),
  };
  const signature = key.sign(new TextEncoder().encode(canonicalJson(manifest)));
  return { manifest, keyId: key.keyId, signature };
}

function toLimit({ measures, regimes }: Comparison, limit: JudgedLimit): JsonValue {
  const { measure, atMost, found, against } = limit;
  const title = measures.find(({ id }) => id === measure)?.title;
  const above = regimes.find(({ id }) => id === against?.from)?.title;
  return {
    ...{ measure, atMost },
    title: { zh: title?.zh ?? measure, en: title?.en ?? measure },
    found: toInterval(found),
    ...(against !== undefined && {
      against: {
        title: { zh: above?.zh ?? against.from, en: above?.en ?? against.from },
        above: toInterval(against.above),
        by: against.by,
        ...(against.by !== measure && { counted: countedIn(measures, against.by) }),
        difference: toInterval(against.difference),
        ...(against.margin !== undefined && {
          margin: { atMost: against.margin.value, confidence: against.margin.confidence },
        }),
      },
    }),
  };
}

const units: Readonly<
  Partial<Record<Measure['unit'], { readonly zh: string; readonly en: string }>>
> = { 'per-10000': { zh: '（每万个主体）', en: ' (per 10,000 subjects)' } };

/** What is counted where a share is judged by the number behind it, which has another unit. */
function countedIn(measures: readonly Measure[], id: string): JsonValue {
  const measure = measures.find((each) => each.id === id);
  const unit = measure === undefined ? undefined : units[measure.unit];
  const { zh = id, en = id } = measure?.title ?? {};
  return { zh: `${zh}${unit?.zh ?? ''}`, en: `${en}${unit?.en ?? ''}` };
}

function toInterval({ value, low, high }: Estimate): JsonValue {
  return { value, low, high };
}
