import { addDays, civilDate, type CivilDate } from '@credence/domain';
import fc from 'fast-check';

import type { Hand } from '../entry/case-payload.ts';
import {
  approver,
  body,
  draft,
  firm,
  notice,
  officer,
  officialAs,
  platform,
  review,
  reviewer,
  superior,
  told,
  type Said,
} from './case.test-support.ts';

export const hands: readonly Hand[] = [
  ...[officer, reviewer, approver, firm, platform, superior, review, body],
  officialAs('王一', 'legal_reviewer'),
  officialAs('王一', 'head_of_authority'),
  officialAs('赵九', 'case_officer'),
];

export type CaseName = 'L' | 'O' | 'R' | 'A' | 'M';
const document = { number: '望市监文〔2024〕9号' };
const decision = { document, basis: ['samr-order-44-2021#art-2'], reason: '经核实。' };

/** What a command of any kind may say; most of it fits, some of it never does. */
export interface Wish {
  readonly act: number;
  readonly hand: number;
  readonly on: CaseName;
  readonly days: number;
  readonly whole: boolean;
}

export function sayings(today: CivilDate, wish: Wish, points: number): readonly Said[] {
  const answers = Array.from({ length: wish.whole ? points : 0 }, (_, at) => ({
    point: at + 1,
    text: '已核实',
    outcome: 'refused' as const,
  }));
  const said = wish.whole ? told : [];
  const until = wish.whole ? {} : { until: addDays(today, 4_000) };
  const paper = wish.on === 'R' || wish.days % 2 === 0 ? 'decision' : 'notice';
  return [
    { ...notice, told: said },
    { kind: 'served', paper: 'notice', mode: 'in_person', servedOn: today, proof: '回证' },
    { kind: 'served', paper, mode: 'in_person', servedOn: today, proof: '回证' },
    { kind: 'service-failed', paper: 'notice', mode: 'in_person', triedOn: today, note: '未遇' },
    { kind: 'stated', points: [{ text: '不服' }] },
    { kind: 'waived', proof: '声明' },
    { kind: 'hearing-asked' },
    { kind: 'hearing-set', hearingOn: addDays(today, 15), presiding: '孙八', place: '三楼' },
    { kind: 'hearing-held', heldOn: today, presiding: '孙八', transcript: '笔录' },
    { ...draft, answers, told: said },
    { ...draft, answers, basis: [] },
    { ...draft, answers: [] },
    { ...draft, answers, ...until },
    { kind: 'reviewed' },
    { kind: 'returned', reason: '补充' },
    { kind: 'approved' },
    { kind: 'dropped', reason: '不列入' },
    { kind: 'conflict-declared', official: wish.days === 1 ? '陈三' : '钱十', reason: '持股' },
    { kind: 'stayed', from: 'review', document, reason: '难以挽回' },
    { kind: 'stay-lifted', document, reason: '恢复' },
    { kind: 'removed', ground: 'own_motion', document, reason: '更正' },
    { kind: 'withdrawn', reason: '撤回' },
    { kind: 'checked', finding: '无误' },
    { kind: 'extended', reason: '调档' },
    { kind: 'answered', ...decision, answers, effect: wish.days > 12 ? 'remove' : 'correct' },
    { kind: 'condition-shown', condition: 'corrected', proof: '报告' },
    { kind: 'pledged', pledge: '承诺' },
    { kind: 'granted', document, reason: '满足' },
    { kind: 'refused', document, reason: '未满足', grounds: ['corrected'] },
    { kind: 'shielded', document },
    { kind: 'shield-lifted', document },
    { kind: 'allowed', ...decision, answers, effect: wish.days > 9 ? 'remove' : 'none' },
    { kind: 'dismissed', ...decision, answers },
    { kind: 'accepted' },
    { kind: 'executed', document, executedOn: today },
    { kind: 'declined', article: 'go-2020-49#item-7', reason: '无权' },
    { kind: 'lifted', document, liftedOn: today },
  ];
}

const acts = sayings(
  civilDate('2024-01-01'),
  { act: 0, hand: 0, on: 'L', days: 0, whole: true },
  0,
).length;

/** What is said of a decision’s paper where a walk of its own wishes speaks of the notice. */
export function decisionPapers(today: CivilDate): readonly Said[] {
  const paper = 'decision';
  return [
    { kind: 'served', paper, mode: 'in_person', servedOn: today, proof: '回证' },
    { kind: 'service-failed', paper, mode: 'in_person', triedOn: today, note: '未遇' },
  ];
}

export const wishes = (focus: readonly CaseName[]): fc.Arbitrary<Wish> =>
  fc.record({
    act: fc.nat(acts - 1),
    hand: fc.nat(hands.length - 1),
    on: fc.constantFrom(...focus),
    days: fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(40) }),
    whole: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.boolean()),
  });
