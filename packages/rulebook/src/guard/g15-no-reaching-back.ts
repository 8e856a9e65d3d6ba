import { isBefore, type CivilDate } from '@credence/domain';

import type { Guard } from './guard.ts';
import { placeOf } from './view.ts';

/** Conduct before a rule was in force is not held against anybody. */
export const g15: Guard = {
  id: 'G15',
  alias: 'L11',
  title: { zh: '不溯及既往', en: 'No reaching back' },
  why: {
    zh: '规则施行前的行为不适用该规则，但更有利于当事人的除外。',
    en: 'Nobody answers to a rule that was not in force, save where it is milder.',
  },
  source: 'Legislation Law; MiDAS (claims re-assessed six years back)',
  judge(view, report) {
    for (const { kind, id, at, card, basis, trigger } of view.actions) {
      const sources = view.cited(basis).map(({ source }) => source.inForce.from);
      // A card that restates law speaks of conduct since the youngest text it rests on.
      const youngest = sources.reduce<CivilDate | undefined>(later, undefined);
      // What was assessed as a rule of its own is new, however old the law it cites.
      const restates = typeof card.impact === 'object' && 'none' in card.impact;
      const first =
        youngest === undefined || !restates
          ? card.inForce.from
          : sooner(youngest, card.inForce.from);
      const { from } = trigger.conduct;
      if (!isBefore(from, first)) continue;
      report(placeOf(kind, id, at, 'conduct', 'from'), {
        code: 'reaches-back',
        message: `Conduct since ${from} would count; the rule holds since ${first}.`,
        found: from,
        accepted: `${first} or later`,
        repair: `Write conduct: {from: ${first}}.`,
      });
    }
  },
};

function later(a: CivilDate | undefined, b: CivilDate): CivilDate {
  return a === undefined || isBefore(a, b) ? b : a;
}

function sooner(a: CivilDate, b: CivilDate): CivilDate {
  return isBefore(a, b) ? a : b;
}
