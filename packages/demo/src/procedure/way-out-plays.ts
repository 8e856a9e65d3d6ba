import type { JsonValue } from '@credence/domain';

import { marketDesks } from './listing-steps.ts';
import {
  counterStep,
  numbered,
  playOf,
  step,
  type Known,
  type Play,
  type PlayStep,
  type SpokenFor,
  subject,
} from './play.ts';

const officer = 'case-officer';
const basis = ['civil-code-2020#art-1029'];
const target = ({ recordId }: Known) => ({ kind: 'record', recordId });

/** "This is wrong", said at the counter about the record of a firm. */
export function objection(at: SpokenFor, daysAgo: number, text: string): PlayStep {
  return counterStep('objection', at, [daysAgo, 'opened'], (known) => ({
    desks: marketDesks,
    matter: {
      ...{ case: 'objection', target: target(known), clock: 'dispute.credence' },
      points: [{ text, evidence: ['营业执照副本复印件'] }],
    },
  }));
}

function answered(
  daysAgo: number,
  serial: number,
  said: { readonly outcome: 'upheld' | 'refused'; readonly text: string },
): PlayStep {
  return step('objection', [daysAgo, officer, 'answered'], (known) => ({
    ...{ document: numbered(known, '望市监异', serial, daysAgo), basis, reason: said.text },
    answers: [{ point: 1, ...said }],
    effect: said.outcome === 'upheld' ? 'remove' : 'none',
  }));
}

/** What an applicant brings to a repair; what an office has checked itself comes beside. */
function repair(at: SpokenFor, daysAgo: number, shown: readonly string[]): readonly PlayStep[] {
  const own = (act: string, said: JsonValue | ((known: Known) => JsonValue)) =>
    counterStep('repair', at, [daysAgo, act], said);
  const { own: decides, platform, superior } = marketDesks;
  return [
    own('opened', (known) => ({
      desks: { own: decides, platform, superior },
      matter: { case: 'repair', target: target(known) },
    })),
    ...shown.map((condition) =>
      own('condition-shown', {
        ...{ condition, proof: condition === 'paid' ? '罚款缴纳凭证' : '整改报告' },
      }),
    ),
    own('pledged', { pledge: '承诺守法经营，不再发生同类行为。' }),
  ];
}

const checked = (daysAgo: number, condition: string) =>
  step('repair', [daysAgo, officer, 'condition-shown'], {
    ...{ condition, proof: condition === 'paid' ? '已核对缴款到账' : '已现场复核' },
  });

const both = ['corrected', 'paid'];

/** An objection that the platform passed on and the office answered in time, and refused. */
export function answeredObjection(
  at: SpokenFor,
  { days, serial }: { readonly days: number; readonly serial: number },
): readonly PlayStep[] {
  return [
    objection(at, days, '处罚决定认定的数量与进货单据不一致。'),
    step('objection', [days, 'platform', 'checked'], {
      finding: '平台信息与报送文件一致，转来源单位。',
    }),
    answered(days - 3, serial, {
      outcome: 'refused',
      text: '数量以现场清点笔录为准，有签字确认。',
    }),
  ];
}

/** A repair that was granted: checked by the office, decided in time. */
export function grantedRepair(
  at: SpokenFor,
  { days, serial }: { readonly days: number; readonly serial: number },
): readonly PlayStep[] {
  return [
    ...repair(at, days, both),
    step('repair', [days, 'platform', 'checked'], { finding: '材料齐全，转认定单位。' }),
    ...both.map((condition) => checked(days - 3, condition)),
    step('repair', [days - 3, officer, 'granted'], (known) => ({
      document: numbered(known, '望市监修', serial, days - 3),
      reason: '整改和缴款均已核实。',
    })),
  ];
}

/** Objections, a reply, appeals and repairs, each at another stage. */
export const wayOutPlays: readonly Play[] = [
  playOf('objection-new', [
    objection(subject('objection-new'), 1, '处罚决定中的经营地址是另一家门店。'),
    counterStep('reply', subject('objection-new'), [1, 'opened'], (known) => ({
      desks: { own: 'market_regulation' },
      matter: { case: 'reply', target: target(known), text: '我司已对全部门店重新培训。' },
    })),
  ]),
  playOf('objection-late', [
    objection(subject('objection-late'), 20, '水泥批次不是我司销售的批次。'),
  ]),
  playOf('objection-upheld', [
    objection(subject('objection-upheld'), 24, '标签照片与我司产品不是同一规格。'),
    step('objection', [23, 'platform', 'checked'], {
      finding: '平台信息与报送文件一致，转来源单位。',
    }),
    answered(19, 3, { outcome: 'upheld', text: '经复核，照片确为他人产品，撤回该信息。' }),
  ]),
  playOf('objection-refused', [
    objection(subject('objection-refused'), 30, '供货者许可证已当场补交。'),
    step('objection', [29, 'platform', 'checked'], {
      finding: '平台信息与报送文件一致，转来源单位。',
    }),
    answered(25, 2, { outcome: 'refused', text: '补交不改变查验义务未履行的事实。' }),
    counterStep('appeal', subject('objection-refused'), [4, 'opened'], (known) => ({
      desks: { own: 'justice_bureau' },
      matter: {
        ...{ case: 'appeal', of: known.caseId('objection') },
        points: [{ text: '许可证在检查之前已存档，检查人员未查看。', evidence: ['存档目录'] }],
      },
    })),
  ]),
  playOf('repair-early', repair(subject('repair-early'), 2, both)),
  playOf('repair-lodged', [
    ...repair(subject('repair-lodged'), 2, both),
    step('repair', [1, 'platform', 'checked'], { finding: '材料齐全，转认定单位。' }),
  ]),
  playOf('repair-refused', [
    ...repair(subject('repair-refused'), 15, both),
    checked(13, 'corrected'),
    step('repair', [12, officer, 'refused'], (known) => ({
      document: numbered(known, '望市监修', 7, 12),
      reason: '罚款尚未全部到账，缴清后可以再次申请。',
      grounds: ['paid'],
    })),
  ]),
  playOf('repair-granted', [
    ...repair(subject('repair-granted'), 12, both),
    ...both.map((condition) => checked(10, condition)),
    step('repair', [10, officer, 'granted'], (known) => ({
      document: numbered(known, '望市监修', 8, 10),
      reason: '整改和缴款均已核实。',
    })),
  ]),
];
