import { addPeriod, civilDate, isBefore, type Period } from '@credence/domain';
import type { Citation, Edition, PledgeCard } from '@credence/rulebook';

import { toBasis } from '../view/record-view.ts';
import type { BasisView } from '../view/view.ts';
import type { PledgeLine } from './pledge.ts';

/** Any day: periods are only compared by where they lead. */
const anyDay = civilDate('2026-01-01');

/** The card of a pledge as a page shows it; undefined where no decision is made on it. */
export function pledgeLine(card: PledgeCard, edition: Edition): PledgeLine | undefined {
  const { approval, confidence } = card;
  if (approval === undefined) return undefined;
  const cite = (basis: readonly Citation[], sure: BasisView['confidence']) =>
    basis.map((citation) => toBasis({ citation, confidence: sure }, 'decision', edition));
  const { revocation, repair, postCheck, ordinaryWay, cure } = approval;
  const { way, decision, provider, form, materials } = approval;
  return {
    ...{ id: card.pledge, title: card.title, promises: card.promises, subjects: card.subjects },
    ...{ way, decision, provider, form, confidence },
    conditions: approval.conditions.map(({ condition: code, says, basis, confidence: sure }) => ({
      ...{ code, says, basis: cite(basis, sure) },
    })),
    materials: materials.map(({ material: code, says, instead, within }) => ({
      ...{ code, says, instead },
      ...(within === undefined ? {} : { within }),
    })),
    ordinaryWay: {
      says: ordinaryWay.says,
      by: toBasis({ citation: ordinaryWay.by, confidence }, 'decision', edition),
    },
    exclusions: approval.exclusions.map(({ exclusion: code, says, basis, confidence: sure }) => ({
      ...{ code, says, basis: cite(basis, sure) },
    })),
    look: lookWithin([
      postCheck.within,
      ...(postCheck.byClass?.rows.map(({ within }) => within) ?? []),
    ]),
    cure: cure.within === 'at-once' ? { unit: 'days', count: 0 } : cure.within,
    revocation: {
      ...{ code: 'revocation', says: revocation.says },
      basis: cite(revocation.basis, revocation.confidence),
    },
    repair: { code: 'repair', says: repair.says, basis: cite(repair.basis, repair.confidence) },
    reuse: approval.reuse === 'kept',
    basis: cite(card.basis, confidence),
  };
}

function lookWithin(periods: readonly Period[]): PledgeLine['look'] {
  const sorted = periods.toSorted((a, b) =>
    isBefore(addPeriod(anyDay, a, 'down'), addPeriod(anyDay, b, 'down')) ? -1 : 1,
  );
  const [first = { unit: 'days', count: 0 } as const] = sorted;
  return { from: first, until: sorted.at(-1) ?? first };
}
