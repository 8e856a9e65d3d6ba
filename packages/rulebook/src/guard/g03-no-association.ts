import type { CardOf } from '../card/card-kinds.ts';
import type { Guard } from './guard.ts';
import { binds, legislativeRanks, placeOf, type GuardView } from './view.ts';

const family: readonly string[] = ['relatives', 'household', 'contacts'];
/** Ranks of a provision that may name others beside the subject. */
const named = [...legislativeRanks, 'judicial_interpretation'] as const;

/** A measure binds the subject of the decision, and whom the same decision finds by a named provision. */
export const g03: Guard = {
  id: 'G03',
  alias: 'L06',
  title: { zh: '不因关联受罚', en: 'No guilt by association' },
  why: {
    zh: '惩戒必须以当事人自身的违法事实为依据，不得连累关联企业、同址企业和负责人。',
    en: "A measure rests on the facts of the subject's own breach.",
  },
  source: 'NDRC briefing, 25 December 2020',
  judge(view, report) {
    for (const kind of ['list', 'measure'] as const) {
      for (const [id, { spread }] of view.cards[kind]) {
        if (spread === 'none' || isGrounded(view, spread.ground)) continue;
        const reached = spread.to.filter((to) => !family.includes(to));
        if (reached.length === 0) continue;
        report(placeOf(kind, id, 'spread', 'ground'), {
          code: 'guilt-by-association',
          message: `This reaches ${reached.join(', ')} without a finding about each of them.`,
          found: reached.join(', '),
          accepted: '{provision: {source, at}, finding: individual_decision}',
          repair: 'Write spread: none, or name the provision and demand an individual decision.',
        });
      }
    }
  },
};

type Spread = Exclude<CardOf<'list'>['spread'], 'none'>;

function isGrounded(view: GuardView, ground: Spread['ground']): boolean {
  if (ground === 'none' || ground.finding !== 'individual_decision') return false;
  const { provision } = ground;
  return view.cited([provision]).length > 0 && binds(view, provision, named);
}
