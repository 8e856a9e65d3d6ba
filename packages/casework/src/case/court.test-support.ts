import { civilDate, type PublicCreditRecord } from '@credence/domain';

import type { CaseOpened, Hand } from '../entry/case-payload.ts';
import { Play, officialAs, penalty, served, told, type Said } from './case.test-support.ts';

export const judge = officialAs('法一', 'enforcement_judge', 'court');
export const panel = officialAs('法二', 'collegial_panel', 'court');
export const president = officialAs('法三', 'court_president', 'court');
export const higher = officialAs('法四', 'reviewer', 'higher_court');
export const creditor: Hand = { kind: 'party', as: 'creditor', name: '债权公司' };
export const outsider: Hand = { kind: 'party', as: 'third-party', name: '案外公司' };

export const courtDesks = { own: 'court', platform: 'platform', review: 'higher_court' } as const;

/** A judgment that was served on the firm and that it has not obeyed. */
export function judgment(rest: Partial<PublicCreditRecord> = {}): PublicCreditRecord {
  return penalty({
    recordId: 'j1',
    item: 'judgment_defaulter',
    provider: { code: 'court', name: '望澜市人民法院' },
    document: { number: '（2024）望执1号' },
    facts: {},
    ...rest,
  });
}

type Enforcement = NonNullable<
  Extract<CaseOpened['matter'], { readonly case: 'listing' }>['enforcement']
>;

/** A listing on one of the six grounds. */
export function courtListing(given: Partial<Enforcement> = {}): CaseOpened['matter'] {
  return {
    case: 'listing',
    list: 'court.judgment-defaulters',
    recordId: 'j1',
    document: { number: '（2024）望执1号' },
    conductOn: civilDate('2023-11-01'),
    basis: ['spc-defaulters-2017#art-1'],
    reason: '有履行能力而拒不履行。',
    evidence: ['执行通知书'],
    measures: ['non_performance_notice'],
    enforcement: {
      ground: 'able_but_refuses',
      considered: ['sufficient_security', 'assets_cover', 'turn_not_come', 'unable'],
      claim: 'contract',
      creditor: '债权公司',
      ...given,
    },
  };
}

export const courtNotice: Said<'noticed'> = {
  kind: 'noticed',
  document: { number: '（2024）望执通1号' },
  told,
  measures: ['non_performance_notice'],
  reason: '拟纳入失信被执行人名单。',
};

export const courtDraft: Said<'drafted'> = {
  kind: 'drafted',
  document: { number: '（2024）望执决1号' },
  basis: ['spc-defaulters-2017#art-1'],
  reason: '有能力履行而拒不履行。',
  answers: [],
  measures: ['non_performance_notice'],
  told,
};

const reasons: Said<'approved'> = { kind: 'approved', reason: '数额虽小，关系申请人生计。' };

/** From the notice to the decision in hand; in effect since 2024-02-05. */
export function decide(play: Play, given: { readonly draft?: Said<'drafted'> } = {}): void {
  play.must('L', '2024-01-10', judge, courtNotice);
  play.must('L', '2024-01-12', judge, served('notice', '2024-01-11'));
  play.must('L', '2024-01-25', judge, given.draft ?? courtDraft);
  play.must('L', '2024-01-26', panel, { kind: 'reviewed' });
  play.must('L', '2024-01-29', president, reasons);
  play.must('L', '2024-02-05', judge, served('decision', '2024-02-05'));
}

/** A firm listed by the court on a ground, unless the opening is refused. */
export function courtListed(given: Partial<Enforcement> = {}, draft?: Said<'drafted'>): Play {
  const play = new Play([judgment()]);
  if (!play.open('L', '2024-01-09', judge, { matter: courtListing(given), desks: courtDesks })) {
    throw new Error(play.refused.join(', '));
  }
  decide(play, draft === undefined ? {} : { draft });
  return play;
}

/** An order about the spending of the firm, in which one person is named. */
export function spendingOrder(
  given: Partial<Extract<CaseOpened['matter'], { readonly case: 'spending' }>> = {},
): CaseOpened['matter'] {
  return {
    case: 'spending',
    measure: 'spending_restriction',
    recordId: 'j1',
    document: { number: '（2024）望执1号' },
    basis: ['spc-spending-2015#art-1'],
    reason: '未按执行通知书履行。',
    evidence: ['执行通知书'],
    weighed: [
      { factor: 'passive_non_performance', text: '未申报财产' },
      { factor: 'evasion', text: '未见' },
      { factor: 'capacity', text: '有应收账款' },
    ],
    forbids: ['air_rail_sea', 'star_hotels'],
    persons: [{ name: '赵独一', capacity: 'legal_representative' }],
    creditor: '债权公司',
    ...given,
  };
}

export const person: Hand = { kind: 'party', as: 'named-person', name: '赵独一' };
export const closedDesks = { own: 'court', review: 'higher_court' } as const;

const orderDraft: Said<'drafted'> = {
  ...courtDraft,
  basis: ['spc-spending-2015#art-1'],
  measures: [],
};

/** An order in effect since 2024-02-05. */
export function ordered(play = new Play([judgment()])): Play {
  play.open('S', '2024-01-09', judge, { matter: spendingOrder(), desks: closedDesks });
  play.must('S', '2024-01-10', judge, { ...courtNotice, measures: [] });
  play.must('S', '2024-01-12', judge, served('notice', '2024-01-11'));
  play.must('S', '2024-01-25', judge, orderDraft);
  play.must('S', '2024-01-26', panel, { kind: 'reviewed' });
  play.must('S', '2024-01-29', president, { kind: 'approved' });
  play.must('S', '2024-02-05', judge, served('decision', '2024-02-05'));
  return play;
}
