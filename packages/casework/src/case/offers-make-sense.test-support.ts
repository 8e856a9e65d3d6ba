import type { CivilDate } from '@credence/domain';

import type { CaseAction, CaseActionKind, Hand } from '../entry/case-payload.ts';
import type { Play, Said } from './case.test-support.ts';

/** What must hold of everything that a page offers. */
export type OfferInvariant =
  'what is done is not offered again' | 'somebody can take what is offered';

/** Acts that may be needed again at once: more is said, tried, shown, paid, asked for, or begun anew. */
const repeatable: ReadonlySet<CaseActionKind> = new Set<CaseActionKind>([
  ...(['noticed', 'stated', 'service-failed', 'conflict-declared', 'condition-shown'] as const),
  ...(['completion-asked', 'duty-performed', 'duty-open', 'grace-given', 'paid'] as const),
  // A day is set anew as often as one finds a better one.
  ...(['hearing-set', 'release-asked', 'allowance-asked', 'check-set'] as const),
]);

/** @throws Error where an act stands open that was just done and left the case as it was */
export function expectNotOfferedAgain(play: Play, action: CaseAction, today: CivilDate): void {
  const { kind, caseId, by } = action;
  if (repeatable.has(kind) || kind.startsWith('allowance-')) return;
  const { opened } = play.file(caseId);
  // Two papers are served there, one after the other.
  if (kind === 'served' && opened.matter.case === 'identity') return;
  const open = play
    .at(caseId, today)
    .offers.some((each) => each.act === kind && each.refused.length === 0);
  const again = open && play.would(caseId, today, by, action);
  if (again) broken('what is done is not offered again', kind);
}

/** @throws Error where an act stands open that nobody could take, whatever he says */
export function expectEveryOfferTakable(
  play: Play,
  caseId: string,
  {
    today,
    sayings,
    hands,
  }: {
    readonly today: CivilDate;
    readonly sayings: readonly Said[];
    readonly hands: readonly Hand[];
  },
): void {
  // Whoever has had no part yet: that all of those known have had one makes an offer no nonsense.
  const fresh = hands.flatMap((hand, at): readonly Hand[] =>
    hand.kind === 'official'
      ? [
          hand,
          { ...hand, official: `新人${String(at)}` },
          // A seat that goes with the agency alone is held in any office of it.
          { ...hand, official: `他人${String(at)}`, role: 'another_office' },
        ]
      : [hand],
  );
  for (const { act, refused } of play.at(caseId, today).offers) {
    const said = sayings.filter(({ kind }) => kind === act);
    if (refused.length > 0 || said.length === 0) continue;
    const takable = fresh.some((hand) =>
      said.some((each) => play.would(caseId, today, hand, each)),
    );
    if (!takable) broken('somebody can take what is offered', act);
  }
}

function broken(invariant: OfferInvariant, act: CaseActionKind): never {
  throw new Error(`Broken: ${invariant} (${act})`);
}
