import type { CivilDate } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import type { CaseWorld } from '../case/case.ts';
import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import { standing } from '../case/standing/standing.ts';
import type { Entry } from '../port/journal.ts';
import { foldSubject } from '../state/subject-state.ts';

const prefix = 'case/';

/** What a look at a case leaves in its access entry: that a case was seen, and which. */
export function fieldsOfCase(caseId: string): readonly string[] {
  return ['case', `${prefix}${caseId}`];
}

/** The case that was looked at, and what else was seen. */
export function caseOfLook(fields: readonly string[]): {
  readonly caseId?: string;
  readonly fields: readonly string[];
} {
  const named = fields.find((field) => field.startsWith(prefix));
  if (named === undefined) return { fields };
  return { caseId: named.slice(prefix.length), fields: fields.filter((field) => field !== named) };
}

/**
 * The cases of an organisation that it may know of: one whose notice has not been issued is none of
 * them, whoever has looked at it.
 *
 * Legal source: guard G37.
 */
export function casesKnownTo(
  { home, entries }: { readonly home: string; readonly entries: readonly Entry[] },
  { rulebook, today }: { readonly rulebook: Rulebook; readonly today: CivilDate },
): ReadonlySet<string> {
  const files = [...foldCases(entries).values()].map(({ file }) => file);
  const world: CaseWorld = {
    rulebook,
    records: caseRecords(foldSubject(home, entries)),
    docket: new Map(files.map((file) => [file.caseId, file])),
  };
  const isKnown = (file: (typeof files)[number]): boolean =>
    standing(file, world, today)?.visibleTo.includes('subject') === true;
  return new Set(files.filter(isKnown).map(({ caseId }) => caseId));
}
