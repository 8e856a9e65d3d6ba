import type { CivilDate } from '@credence/domain';

import { lastOf, matterOf } from '../case/fold-case.ts';
import { isSuperiorTold, superiorToldStream } from '../entry/own-payload.ts';
import type { Entry } from '../port/journal.ts';
import type { Answering } from '../view/answer-clock.ts';
import { listingsIn } from '../view/listing-view.ts';
import { toBasis } from '../view/record-view.ts';
import type { JudgmentView } from './contract.ts';
import type { ContractParts } from './open-contract.ts';

/**
 * Judgments that a public body does not obey, as the list of the court shows them: on the day and
 * still today. Each with the day on which whoever is above the body was told.
 *
 * Legal sources: judgment-defaulter provisions, article 8, as the list card has it; guards G43, N8.
 */
export function judgmentsOf(
  { home, entries }: { readonly home: string; readonly entries: readonly Entry[] },
  { rulebook, edition, clock }: Pick<Answering, 'rulebook' | 'edition' | 'clock'>,
  notices: ReadonlyMap<string, CivilDate> = new Map(),
): readonly JudgmentView[] {
  return listingsIn(home, entries, { rulebook, clock })
    .flatMap(({ file, list, effect, disputedSince }): readonly JudgmentView[] => {
      const rule = list.enforcement?.superiorTold;
      if (list.enforcement === undefined) return [];
      const toldOn = notices.get(file.caseId) ?? lastOf(file, 'superior-told')?.on;
      return [
        {
          ...{ caseId: file.caseId, list: list.title, begins: effect.from },
          ...(effect.until === undefined ? {} : { ends: effect.until }),
          ...(effect.confirmBy === undefined ? {} : { confirmBy: effect.confirmBy }),
          ...(toldOn === undefined || toldOn > clock.day ? {} : { toldOn }),
          ...(disputedSince === undefined ? {} : { disputedSince }),
          basis: (rule?.basis ?? []).map((citation) =>
            toBasis(
              { citation, confidence: rule?.confidence ?? 'unverified' },
              'publication',
              edition,
            ),
          ),
        },
      ];
    })
    .toSorted((a, b) => (a.begins < b.begins ? 1 : -1));
}

/** The day on which a notice was laid before the agency above, for each case of a home that names one. */
export async function noticesAbove(
  parts: Pick<ContractParts, 'journal' | 'register'>,
  named: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, CivilDate>> {
  const wanted = new Set(named.flatMap((each) => (each === undefined ? [] : [each.trim()])));
  if (wanted.size === 0) return new Map();
  const agencies = (await parts.register.agencies()).filter(({ code, name }) =>
    [code, name.zh, name.en].some((each) => each !== undefined && wanted.has(each)),
  );
  const told = new Map<string, CivilDate>();
  for (const { home } of agencies) {
    for (const { payload } of await parts.journal.entriesOf(home, { stream: superiorToldStream })) {
      if (isSuperiorTold(payload)) told.set(payload.caseId, payload.on);
    }
  }
  return told;
}

/** Who is above a listed body, by every case of its home that says so. */
export function namedAbove(
  { home, entries }: { readonly home: string; readonly entries: readonly Entry[] },
  { rulebook, clock }: Pick<Answering, 'rulebook' | 'clock'>,
): readonly (string | undefined)[] {
  return listingsIn(home, entries, { rulebook, clock }).map(
    ({ file }) => matterOf(file, 'listing')?.enforcement?.superior,
  );
}
