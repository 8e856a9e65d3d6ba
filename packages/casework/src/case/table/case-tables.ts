import type { CaseKind } from '../../entry/case-payload.ts';
import type { CasePart, StateOf } from '../case.ts';
import { identityTable, type IdentityAct } from './identity-table.ts';
import { inspectionTable, type InspectionAct } from './inspection-table.ts';
import { listingTable, type ListingAct } from './listing-table.ts';
import { measureTable, type MeasureAct } from './measure-table.ts';
import {
  appealTable,
  objectionTable,
  replyTable,
  type AppealAct,
  type ObjectionAct,
  type ReplyAct,
} from './objection-table.ts';
import { paymentComplaintTable, type PaymentComplaintAct } from './payment-table.ts';
import { pledgeTable, type PledgeAct } from './pledge-table.ts';
import { repairTable, type RepairAct } from './repair-table.ts';
import { spendingTable, type SpendingAct } from './spending-table.ts';
import type { ConditionName } from './condition-name.ts';
import type { Step, Table } from './table.ts';

interface ActsOf {
  readonly listing: ListingAct;
  readonly objection: ObjectionAct;
  readonly repair: RepairAct;
  readonly appeal: AppealAct;
  readonly measure: MeasureAct;
  readonly reply: ReplyAct;
  readonly spending: SpendingAct;
  readonly 'payment-complaint': PaymentComplaintAct;
  readonly identity: IdentityAct;
  readonly pledge: PledgeAct;
  readonly inspection: InspectionAct;
}

/** The table of every kind of case, and the state in which each begins. */
export type CaseTables = {
  readonly [Kind in CaseKind]: {
    /** Who opens one, what has to be met, and the state in which it begins. */
    readonly opening: Step<StateOf[Kind]> & { readonly to: StateOf[Kind] };
    readonly table: Table<StateOf[Kind], ActsOf[Kind]>;
  };
};

/** @see {@link CaseTables} */
export const caseTables: CaseTables = {
  listing: {
    opening: begin(
      'proposed',
      ['officer', 'creditor'],
      [
        'creditor-may-apply',
        'ground-named',
        'superior-named',
        'criteria-met',
        'rule-in-force',
        'basis-in-force',
        'effective-document',
        'once-for-one-fact',
        'measures-of-the-list',
        'ways-out-told',
      ],
    ),
    table: listingTable,
  },
  objection: {
    opening: begin(
      'open',
      ['subject', 'creditor', 'third-party', 'other-subject'],
      ['target-stands', 'clock-known'],
    ),
    table: objectionTable,
  },
  repair: {
    opening: begin(
      'prepared',
      ['subject'],
      ['target-stands', 'may-be-repaired', 'once-for-one-fact'],
    ),
    table: repairTable,
  },
  appeal: {
    opening: begin(
      'open',
      ['subject', 'creditor', 'other-subject'],
      ['target-stands', 'appeal-in-time', 'another-unit'],
    ),
    table: appealTable,
  },
  measure: {
    opening: begin(
      'assigned',
      ['officer'],
      ['cause-in-effect', 'capacity-named', 'once-for-one-fact', 'burden-bearable'],
    ),
    table: measureTable,
  },
  spending: {
    opening: begin(
      'proposed',
      ['officer', 'creditor'],
      [
        'order-lawful',
        'desks-closed',
        'basis-in-force',
        'effective-document',
        'once-for-one-fact',
        'ways-out-told',
      ],
    ),
    table: spendingTable,
  },
  'payment-complaint': {
    opening: begin(
      'open',
      ['creditor'],
      ['clock-known', 'payment-due', 'once-for-one-fact', 'ways-out-told'],
    ),
    table: paymentComplaintTable,
  },
  identity: {
    opening: begin(
      'proposed',
      ['officer'],
      ['identity-known', 'basis-in-force', 'once-for-one-fact', 'ways-out-told'],
    ),
    table: identityTable,
  },
  pledge: {
    opening: begin(
      'asked',
      ['subject', 'officer'],
      ['pledge-open', 'once-for-one-fact', 'not-excluded'],
    ),
    table: pledgeTable,
  },
  inspection: {
    opening: begin(
      'arranged',
      ['officer'],
      ['visit-arranged', 'checklist-in-force', 'once-for-one-fact'],
    ),
    table: inspectionTable,
  },
  reply: { opening: begin('shown', ['subject'], ['target-stands']), table: replyTable },
};

function begin<State extends string>(
  state: State,
  by: readonly CasePart[],
  needs: readonly ConditionName[],
): Step<State> & { readonly to: State } {
  return { kind: 'step', to: state, by, needs };
}
