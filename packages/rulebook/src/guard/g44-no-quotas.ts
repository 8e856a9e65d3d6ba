import type { CardOf } from '../card/card-kinds.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { placeOf } from './view.ts';

type Target = CardOf<'target'>;

/** Acts that burden somebody; to count them for a target makes more of them. */
const burdens: readonly Target['counts'][] = [
  'listings',
  'penalties',
  'points_taken',
  'denunciations',
  'measures',
];

/** No target, ranking or pay hangs on the number of listings, penalties, points taken or denunciations. */
export const g44: Guard = {
  id: 'G44',
  title: { zh: '不设指标，不设悬赏', en: 'No quotas, no bounties' },
  why: {
    zh: '列入、处罚、扣分和举报的数量不得成为指标、排名或者报酬的依据。',
    en: 'No target, ranking or pay hangs on the number of listings, penalties, points taken or denunciations.',
  },
  source: 'Robodebt; MiDAS',
  judge(view, report) {
    for (const [id, target] of view.cards.target) judgeTarget(id, target, report);
  },
};

function judgeTarget(id: string, target: Target, report: ReportBreach): void {
  const refuse = (field: string, message: string, repair: string): void => {
    report(placeOf('target', id, field), { code: 'quota', message, repair });
  };
  const { counts, kind, paid } = target;
  const adverse = burdens.includes(counts);
  if (adverse && (kind !== 'report' || target.atLeast !== undefined)) {
    refuse('counts', `A ${kind} on ${counts} makes offices look for more of them.`, 'Drop it.');
  }
  if (adverse && target.for === 'official') {
    refuse('for', `${counts} would be compared by official.`, 'Report them by authority.');
  }
  if (paid === 'before_verification') {
    refuse('paid', 'A report would be paid for before it is verified.', 'Pay after verification.');
  }
  if (kind === 'reward' && target.fixedBy === 'none') {
    refuse('fixed-by', 'No law fixes the reward.', 'Cite the law, or drop the reward.');
  }
}
