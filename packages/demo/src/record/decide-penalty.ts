import { addDays, isBefore, partsOf, type CivilDate, type Random } from '@credence/domain';

import type { Outcome, Violation } from '../violation/violation.ts';
import type { Penalty } from './records.ts';

/** What a decision says, before it has a party, an authority and a number. */
export type Decided = Pick<
  Penalty,
  | 'agency'
  | 'field'
  | 'type'
  | 'facts'
  | 'basis'
  | 'kinds'
  | 'content'
  | 'fine'
  | 'gains'
  | 'licence'
  | 'procedure'
  | 'decidedOn'
>;

/** Words and amounts of a decision about a breach of this kind. */
export function decidePenalty(random: Random, violation: Violation, decidedOn: CivilDate): Decided {
  const outcome = random.pickWeighted(
    violation.outcomes.map((each) => [each, each.weight] as const),
  );
  const fine = outcome.fine && drawAmount(random, outcome.fine);
  const gains = outcome.gains && drawAmount(random, outcome.gains);
  return {
    agency: violation.agency,
    field: violation.field,
    type: violation.type,
    facts: drawFacts(random, { facts: violation.facts, decidedOn, fine }),
    basis: `违反${violation.breach}，依据${violation.basis}`,
    kinds: outcome.kinds,
    content: tellContent(outcome, fine, gains),
    ...(fine === undefined ? {} : { fine }),
    ...(gains === undefined ? {} : { gains }),
    ...(outcome.licence === undefined ? {} : { licence: outcome.licence }),
    procedure: outcome.procedure ?? '普通程序',
    decidedOn,
  };
}

/** Small sums are common, large ones rare, and officials like round ones. */
function drawAmount(random: Random, [least, most]: readonly [number, number]): number {
  const amount = least + (most - least) * random.ratio() ** 2.4;
  const step = stepOf(amount);
  return Math.min(most, Math.max(least, Math.round(amount / step) * step));
}

function stepOf(amount: number): number {
  if (amount >= 100_000) return 10_000;
  if (amount >= 10_000) return 1_000;
  if (amount >= 1_000) return 100;
  return amount >= 200 ? 50 : 1;
}

function drawFacts(
  random: Random,
  decided: {
    readonly facts: string;
    readonly decidedOn: CivilDate;
    readonly fine: number | undefined;
  },
): string {
  const { facts, decidedOn, fine = 0 } = decided;
  const foundOn = addDays(decidedOn, -random.between(12, 85));
  const small = Math.round(10 ** (2.4 + random.ratio() * 2.8));
  const large = Math.round(10 ** (2 + random.ratio() * 1.7)) * 10_000;
  // A fine for evasion is half to five times the tax.
  const due = Math.round(fine / (0.5 + random.ratio() * 0.6));
  return tellFacts(facts, foundOn)
    .replace('{count}', String(random.between(2, 36)))
    .replace('{sum}', withThousands(small))
    .replace('{large}', withThousands(large))
    .replace('{due}', withThousands(due));
}

const FOUND_ON_VISIT = /^(\{day\}晚?(?:检查时|采样监测)，)其?/;

/** Puts the party and the day it was found into the words of an agency. */
export function tellFacts(facts: string, foundOn: CivilDate): string {
  const told = FOUND_ON_VISIT.test(facts)
    ? `经查，${facts.replace(FOUND_ON_VISIT, '$1当事人')}`
    : `经查，当事人${facts}`;
  return told.replace('{day}', inWords(foundOn));
}

function tellContent(outcome: Outcome, fine?: number, gains?: number): string {
  const parts: string[] = [];
  for (const kind of outcome.kinds) {
    if (kind === '罚款') parts.push(`罚款人民币${withThousands(fine ?? 0)}元`);
    else if (kind === '警告') parts.push('警告');
    else if (kind === '没收违法所得')
      parts.push(`没收违法所得人民币${withThousands(gains ?? 0)}元`);
    else if (kind === '没收非法财物') parts.push(`没收${outcome.property ?? '非法财物'}`);
    else parts.push(outcome.words ?? `${kind}（${outcome.licence ?? '见决定书'}）`);
  }
  return parts.join('；');
}

function inWords(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

/** An amount in yuan as decisions write it: 20,000 or 15,633.50. */
export function withThousands(yuan: number): string {
  const [whole = '', fraction = ''] = yuan.toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === '00' ? grouped : `${grouped}.${fraction}`;
}

const modes = [
  ['直接送达', 62],
  ['留置送达', 7],
  ['邮寄送达', 16],
  ['电子送达', 11],
  ['公告送达', 4],
] as const;

/** Proof of service as the file shows it; for some decisions it shows none. */
export function drawService(
  random: Random,
  decidedOn: CivilDate,
  today: CivilDate,
): Penalty['service'] {
  if (random.chance(0.06)) return undefined;
  const mode = random.pickWeighted(modes);
  const on = addDays(decidedOn, mode === '公告送达' ? 38 : random.between(0, 7));
  return isBefore(today, on) ? undefined : { on, mode };
}
