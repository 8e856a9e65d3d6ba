import { getRole } from '../storybook/cast.ts';
import { pledges } from './pledge-steps.ts';
import { objection } from './way-out-plays.ts';
import {
  dayAgo,
  counterStep,
  numbered,
  numberedByCourt,
  playOf,
  step,
  subject,
  type Known,
  type Play,
} from './play.ts';
import { demoNamedPerson } from '../city/people.ts';
import { marketDesks } from './listing-steps.ts';

const told = ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'];
const courtBasis = ['spc-defaulters-2017#art-1'];
const courtDesks = {
  own: 'district_court',
  platform: 'credit_centre',
  review: 'city_court',
} as const;
const judge = 'judge';

const supplier = { as: 'creditor', name: '望澜市顺成劳保用品商行' } as const;
/** A creditor with a desk of its own in the register. */
const installer = getRole('repair-lodged');
const contractor = { as: 'creditor', name: installer.name } as const;
const consignor = '望澜市百川贸易行';

const registered = { creditor: installer.name, creditorCode: installer.code } as const;

/** A court's listing of somebody who does not perform, as far as the notice and its service. */
function courtListing(
  creditor: { readonly creditor: string; readonly creditorCode?: string },
  noticed: number,
  serial: number,
) {
  return [
    step('listing', [noticed + 1, judge, 'opened'], (known) => ({
      desks: courtDesks,
      matter: {
        ...{ case: 'listing', list: 'court.judgment-defaulters', recordId: known.recordId },
        ...{ document: { number: known.document }, conductOn: known.decidedOn, basis: courtBasis },
        reason: '有履行能力而拒不履行生效法律文书确定的义务。',
        evidence: ['执行通知书', '财产报告令'],
        measures: ['non_performance_notice'],
        enforcement: {
          ...{ ground: 'able_but_refuses', claim: 'contract', ...creditor },
          considered: ['sufficient_security', 'assets_cover', 'turn_not_come', 'unable'],
        },
      },
    })),
    step('listing', [noticed, judge, 'noticed'], (known) => ({
      ...{ document: numberedByCourt(known, '执通', serial, noticed), told },
      ...{ measures: ['non_performance_notice'], reason: '拟纳入失信被执行人名单。' },
    })),
    step('listing', [noticed - 1, judge, 'served'], served('notice', noticed - 1)),
  ];
}

function courtDraft(daysAgo: number, serial: number) {
  return step('listing', [daysAgo, judge, 'drafted'], (known) => ({
    ...{ document: numberedByCourt(known, '执决', serial, daysAgo), basis: courtBasis, told },
    ...{ answers: [], reason: '名下有应收账款，经通知拒不履行。' },
    measures: ['non_performance_notice'],
  }));
}

function served(paper: string, daysAgo: number) {
  return (known: Known) => ({
    ...{ paper, mode: 'in_person', servedOn: dayAgo(known, daysAgo), proof: '送达回证' },
  });
}

const orderBasis = ['spc-spending-2015#art-1'];

/** An order that the firm spend on nothing but its trade; it names who acts for the firm. */
const spendingOrder = [
  step('order', [60, judge, 'opened'], (known) => ({
    desks: { own: courtDesks.own, review: courtDesks.review },
    matter: {
      ...{ case: 'spending', measure: 'spending_restriction', recordId: known.recordId },
      ...{ document: numberedByCourt(known, '执消', 31, 60), basis: orderBasis },
      reason: '未按执行通知书指定的期间履行给付义务。',
      evidence: ['执行通知书', '财产报告令'],
      weighed: [
        { factor: 'passive_non_performance', text: '通知后未履行，也未报告财产。' },
        { factor: 'evasion', text: '未发现转移财产。' },
        { factor: 'capacity', text: '有应收账款。' },
      ],
      forbids: ['air_rail_sea', 'star_hotels'],
      persons: [
        {
          name: demoNamedPerson.name.zh,
          capacity: 'legal_representative',
          residentNumber: demoNamedPerson.number,
        },
      ],
    },
  })),
  step('order', [59, judge, 'noticed'], (known) => ({
    ...{ document: numberedByCourt(known, '执限告', 31, 59), told, measures: [] },
    reason: '拟限制该单位的消费。',
  })),
  step('order', [58, judge, 'served'], served('notice', 58)),
  step('order', [35, judge, 'drafted'], (known) => ({
    ...{ document: numberedByCourt(known, '执限', 31, 35), basis: orderBasis, told },
    ...{ answers: [], reason: '期满未履行，也未说明理由。', measures: [] },
  })),
  step('order', [34, 'panel', 'reviewed']),
  step('order', [33, 'court-president', 'approved'], { reason: '与未履行的义务相当。' }),
  step('order', [32, judge, 'served'], served('decision', 32)),
];

/** Courts, a complaint about late payment, and two histories under one code. */
export const otherPlays: readonly Play[] = [
  playOf('debtor-heard', courtListing(registered, 30, 118)),
  playOf('debtor-reviewed', [
    ...courtListing({ creditor: consignor }, 35, 112),
    courtDraft(1, 112),
  ]),
  playOf('debtor-approved', [
    ...courtListing({ creditor: consignor }, 40, 109),
    courtDraft(3, 109),
    step('listing', [1, 'panel', 'reviewed']),
  ]),
  playOf('debtor-listed', [
    ...courtListing(registered, 120, 96),
    courtDraft(85, 96),
    step('listing', [84, 'panel', 'reviewed']),
    step('listing', [83, 'court-president', 'approved'], {
      reason: '工程款涉及多名安装工人的劳动报酬。',
    }),
    step('listing', [82, judge, 'served'], served('decision', 82)),
    ...spendingOrder,
    counterStep('listing', contractor, [3, 'release-asked'], {
      ...{ ground: 'creditor_request', proof: '债权人的书面申请' },
    }),
    counterStep('listing', contractor, [3, 'release-consented'], { proof: '债权人签字的同意书' }),
    counterStep('objection', subject('debtor-listed'), [40, 'opened'], (known) => ({
      desks: courtDesks,
      matter: {
        ...{ case: 'objection', clock: 'correction.judgment-defaulter' },
        target: { kind: 'case', caseId: known.caseId('listing') },
        points: [{ text: '已与债权人达成分期协议并按期履行。', evidence: ['分期协议'] }],
      },
    })),
    step('objection', [30, judge, 'answered'], (known) => ({
      ...{ document: numberedByCourt(known, '执异', 14, 30), basis: courtBasis },
      ...{ reason: '分期协议未经双方签字，未生效。', effect: 'none' },
      answers: [{ point: 1, text: '协议未生效，不予采纳。', outcome: 'refused' }],
    })),
    counterStep('appeal', subject('debtor-listed'), [7, 'opened'], (known) => ({
      desks: { own: 'city_court' },
      matter: {
        ...{ case: 'appeal', of: known.caseId('objection') },
        points: [{ text: '债权人已补签协议。', evidence: ['补签页'] }],
      },
    })),
    // Asked a second time, and the court has let its last day pass: another court looks at once.
    counterStep('second', subject('debtor-listed'), [16, 'opened'], (known) => ({
      desks: courtDesks,
      matter: {
        ...{ case: 'objection', clock: 'correction.judgment-defaulter' },
        target: { kind: 'case', caseId: known.caseId('listing') },
        points: [{ text: '应付款额计算有误，已付的两笔没有扣除。', evidence: ['转账凭证'] }],
      },
    })),
  ]),
  // A public body that let the days of the law pass: its late payment stands on its page.
  playOf('body-late', [
    counterStep('payment', supplier, [45, 'opened'], (known) => ({
      desks: marketDesks,
      matter: {
        ...{ case: 'payment-complaint', clock: 'complaint.payment', creditor: supplier.name },
        ...{ contract: numbered(known, '文馆采', 6, 190).number, deliveredOn: dayAgo(known, 170) },
        ...{ dueOn: dayAgo(known, 110), amount: { amount: 23_870_000, currency: 'CNY' } },
        points: [{ text: '展柜已安装验收，约定的付款日已过，未付款。', evidence: ['验收单'] }],
      },
    })),
    step('payment', [42, 'platform', 'checked'], { finding: '属于受理范围，转处理单位。' }),
    step('payment', [40, 'case-officer', 'accepted']),
    step('payment', [39, 'case-officer', 'noticed'], (known) => ({
      ...{ document: numbered(known, '望市监付告', 3, 39), told, measures: [] },
      reason: '请在法定期限内确认该笔应付款，或者说明理由。',
    })),
    step('payment', [38, 'case-officer', 'served'], served('notice', 38)),
    step('payment', [17, 'case-officer', 'extended'], { reason: '须向财政部门核对拨付情况。' }),
    step('payment', [2, 'case-officer', 'duty-open'], { checked: '向债权人核对，仍未付款。' }),
  ]),
  playOf('late-payer', [
    ...pledges('late-payer'),
    // Lodged last week; the check of the platform is late, the office's own time still runs.
    objection(subject('late-payer'), 5, '抽检的样品不是我司供货批次。'),
    counterStep('payment', supplier, [4, 'opened'], (known) => ({
      desks: marketDesks,
      matter: {
        ...{ case: 'payment-complaint', clock: 'complaint.payment', creditor: supplier.name },
        ...{ contract: numbered(known, '宏远采', 17, 80).number, deliveredOn: dayAgo(known, 80) },
        ...{ dueOn: dayAgo(known, 20), amount: { amount: 8_640_000, currency: 'CNY' } },
        points: [{ text: '货已验收，约定的付款日已过，未付款。', evidence: ['验收单', '对账单'] }],
      },
    })),
    step('payment', [2, 'platform', 'checked'], { finding: '属于受理范围，转处理单位。' }),
  ]),
  playOf(
    'two-in-one',
    [
      step('identity', [3, 'case-officer', 'opened'], (known) => ({
        desks: marketDesks,
        matter: {
          ...{ case: 'identity', does: 'split', other: known.other, records: [known.recordId] },
          ...{ basis: ['go-2020-49#item-8'], evidence: ['处罚案卷', '登记档案'] },
          reason: '处罚案卷显示当事人是另一家企业，报送时代码填写有误。',
        },
      })),
      step('identity', [2, 'case-officer', 'noticed'], (known) => ({
        ...{ document: numbered(known, '望市监告', 25, 2), told, measures: [] },
        reason: '拟将该条处罚信息改列到另一家企业名下。',
      })),
      step('identity', [1, 'case-officer', 'served'], served('notice', 1)),
      step('identity', [1, 'case-officer', 'served'], served('notice-to-other', 1)),
    ],
    'repair-early',
  ),
];
