import type { Role } from '../storybook/cast.ts';
import { marketDesks } from './listing-steps.ts';
import { counterStep, dayAgo, numbered, step, subject } from './play.ts';
import type { PlayStep, SpokenFor } from './play.ts';

const officer = 'case-officer';

/** What is told before anybody pledges. */
const conditions = ['conditions', 'materials', 'verification', 'liability', 'free_choice'];
/** What is told before anything is taken back. */
const revocation = ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'];

interface Asked {
  readonly days: number;
  readonly pledge: string;
  /** Of its papers; absent: the days. */
  readonly serial?: number;
}

/** A firm asks for a decision on its word; the office tells the conditions and serves them. */
function told(
  name: string,
  at: SpokenFor,
  { days, pledge, serial = days }: Asked,
): readonly PlayStep[] {
  return [
    counterStep(name, at, [days, 'opened'], (known) => ({
      desks: marketDesks,
      matter: { case: 'pledge', pledge, number: numbered(known, '望许', serial, days).number },
    })),
    step(name, [days, officer, 'noticed'], (known) => ({
      ...{ document: numbered(known, '望许告', serial, days), told: conditions, measures: [] },
      reason: '一次性告知条件、免交和后补的材料、核查和责任；是否承诺由申请人选择。',
    })),
    step(name, [days, officer, 'served'], (known) => ({
      ...{ paper: 'notice', mode: 'in_person', servedOn: dayAgo(known, days) },
      proof: '送达回证，申请人签收。',
    })),
  ];
}

const food = 'cn.food-business-licence';

/** What is signed is the text of the card, word for word. */
const signed = {
  food: '本单位已知悉并符合告知书所列的全部条件，所填内容真实；知悉作出决定后将进行核查，不符合的应当按期整改，整改后仍不符合的依法撤销许可；本承诺出于自愿，作出决定之前可以撤回。',
  hygiene:
    '本单位已知悉并符合告知书所列的全部卫生条件，所填内容真实；知悉作出决定后将进行核查，不符合的应当按期整改，整改后仍不符合的依法撤销许可；本承诺出于自愿，作出决定之前可以撤回。',
} as const;

function granted(
  name: string,
  at: SpokenFor,
  { days, pledge, serial = days }: Asked,
): readonly PlayStep[] {
  return [
    counterStep(name, at, [days, 'pledged'], { pledge }),
    step(name, [days, officer, 'granted-on-pledge'], (known) => ({
      ...{
        document: numbered(known, '望许准', serial, days),
        reason: '申请人书面承诺符合全部条件。',
      },
    })),
  ];
}

/** One pledge that was kept, one that is being put right, and one that waits for the firm's choice. */
export function pledges(role: Role): readonly PlayStep[] {
  const at = subject(role);
  return [
    ...told('food-pledge', at, { days: 60, pledge: food }),
    ...granted('food-pledge', at, { days: 58, pledge: signed.food }),
    ...told('hygiene-pledge', at, { days: 50, pledge: 'cn.public-place-hygiene' }),
    ...granted('hygiene-pledge', at, { days: 48, pledge: signed.hygiene }),
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
    ...told('premises-pledge', at, { days: 6, pledge: 'cn.premises-certificate' }),
  ];
}

/** A pledge for a food licence from the asking to its end: kept, or broken and the licence revoked. */
export function foodPledge(
  at: SpokenFor,
  asked: { readonly days: number; readonly serial: number; readonly end: 'kept' | 'broken' },
): readonly PlayStep[] {
  const { days, serial, end } = asked;
  const name = 'food-pledge';
  const served = (paper: string, on: number): PlayStep =>
    step(name, [on, officer, 'served'], (known) => ({
      ...{ paper, mode: 'in_person', servedOn: dayAgo(known, on) },
      proof: '送达回证，申请人签收。',
    }));
  const opening = [
    ...told(name, at, { days, pledge: food, serial }),
    ...granted(name, at, { days: days - 2, pledge: signed.food, serial }),
  ];
  const seenOn = days - 20;
  if (end === 'kept') {
    const seen = '现场核查：场所、设施、人员和制度均符合承诺。';
    return [
      ...opening,
      step(name, [seenOn, officer, 'seen-kept'], (known) => ({
        ...{ seenOn: dayAgo(known, seenOn), seen },
      })),
    ];
  }
  // Thirty days to put it right and the time to be heard have passed before it is decided.
  const decided = seenOn - 50;
  return [
    ...opening,
    step(name, [seenOn, officer, 'seen-unkept'], (known) => ({
      ...{ seenOn: dayAgo(known, seenOn), seen: '洗消设施没有安装，从业人员未取得健康证明。' },
      unmet: ['equipment', 'staff'],
    })),
    step(name, [seenOn, officer, 'noticed'], (known) => ({
      ...{ document: numbered(known, '望许改', serial, seenOn), told: revocation, measures: [] },
      reason: '限期整改；期满仍不符合的，拟依法撤销许可。',
    })),
    served('notice', seenOn - 1),
    step(name, [decided, officer, 'drafted'], (known) => ({
      ...{ document: numbered(known, '望许撤', serial, decided), told: revocation, measures: [] },
      ...{ basis: ['admin-licensing-law-2003#art-69'], answers: [] },
      reason: '整改期满仍不符合条件，申请人没有陈述申辩。',
    })),
    step(name, [decided - 1, 'legal-officer', 'reviewed']),
    step(name, [decided - 2, 'head', 'approved']),
    served('decision', decided - 3),
  ];
}
