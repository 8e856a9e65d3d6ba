import type { Role } from '../storybook/cast.ts';
import { marketDesks } from './listing-steps.ts';
import { counterStep, dayAgo, numbered, step, subject, type PlayStep } from './play.ts';

const officer = 'case-officer';

/** What is told before anybody pledges. */
const conditions = ['conditions', 'materials', 'verification', 'liability', 'free_choice'];
/** What is told before anything is taken back. */
const revocation = ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'];

/** A firm asks for a decision on its word; the office tells the conditions and serves them. */
function told(name: string, role: Role, days: number, pledge: string): readonly PlayStep[] {
  return [
    counterStep(name, subject(role), [days, 'opened'], (known) => ({
      desks: marketDesks,
      matter: { case: 'pledge', pledge, number: numbered(known, '望许', days, days).number },
    })),
    step(name, [days, officer, 'noticed'], (known) => ({
      ...{ document: numbered(known, '望许告', days, days), told: conditions, measures: [] },
      reason: '一次性告知条件、免交和后补的材料、核查和责任；是否承诺由申请人选择。',
    })),
    step(name, [days, officer, 'served'], (known) => ({
      ...{ paper: 'notice', mode: 'in_person', servedOn: dayAgo(known, days) },
      proof: '送达回证，申请人签收。',
    })),
  ];
}

/** What is signed is the text of the card, word for word. */
const signed = {
  food: '本单位已知悉并符合告知书所列的全部条件，所填内容真实；知悉作出决定后将进行核查，不符合的应当按期整改，整改后仍不符合的依法撤销许可；本承诺出于自愿，作出决定之前可以撤回。',
  hygiene:
    '本单位已知悉并符合告知书所列的全部卫生条件，所填内容真实；知悉作出决定后将进行核查，不符合的应当按期整改，整改后仍不符合的依法撤销许可；本承诺出于自愿，作出决定之前可以撤回。',
} as const;

function granted(
  name: string,
  role: Role,
  { days, pledge }: { readonly days: number; readonly pledge: string },
): readonly PlayStep[] {
  return [
    counterStep(name, subject(role), [days, 'pledged'], { pledge }),
    step(name, [days, officer, 'granted-on-pledge'], (known) => ({
      ...{
        document: numbered(known, '望许准', days, days),
        reason: '申请人书面承诺符合全部条件。',
      },
    })),
  ];
}

/** One pledge that was kept, one that is being put right, and one that waits for the firm's choice. */
export function pledges(role: Role): readonly PlayStep[] {
  return [
    ...told('food-pledge', role, 60, 'cn.food-business-licence'),
    ...granted('food-pledge', role, { days: 58, pledge: signed.food }),
    ...told('hygiene-pledge', role, 50, 'cn.public-place-hygiene'),
    ...granted('hygiene-pledge', role, { days: 48, pledge: signed.hygiene }),
    step('food-pledge', [20, officer, 'seen-kept'], (known) => ({
      ...{ seenOn: dayAgo(known, 20), seen: '现场核查：场所、设施、人员和制度均符合承诺。' },
    })),
    step('hygiene-pledge', [12, officer, 'seen-unkept'], (known) => ({
      ...{ seenOn: dayAgo(known, 12), seen: '两名从业人员的健康证明已过期。' },
      unmet: ['staff_health'],
    })),
    step('hygiene-pledge', [12, officer, 'noticed'], (known) => ({
      ...{ document: numbered(known, '望许改', 12, 12), told: revocation, measures: [] },
      reason: '限期整改；期满仍不符合的，拟依法撤销许可。',
    })),
    step('hygiene-pledge', [11, officer, 'served'], (known) => ({
      ...{ paper: 'notice', mode: 'in_person', servedOn: dayAgo(known, 11) },
      proof: '送达回证，申请人签收。',
    })),
    ...told('premises-pledge', role, 6, 'cn.premises-certificate'),
  ];
}
