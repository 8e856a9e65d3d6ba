import type { ContractActKind } from '@credence/casework';
import { parseAmount, type JsonValue } from '@credence/domain';

import type { FormValues } from '../desk/form-values.ts';
import type { ContractWords } from '../words/contract/contracts.ts';

type Label = {
  [Key in keyof ContractWords]: ContractWords[Key] extends string ? Key : never;
}[keyof ContractWords];

/** One field of a form; a dot in its name leads into a part of what is said. */
export interface FormField {
  readonly name: string;
  readonly kind: 'text' | 'long' | 'sum' | 'day' | 'number' | 'percent' | 'flag' | 'choice';
  readonly label: Label;
  /** Of several of one kind, which. */
  readonly of?: number;
}

const text = (name: string, label: Label): FormField => ({ name, kind: 'text', label });
const sum = (name: string, label: Label = 'amountYuan'): FormField => ({
  name,
  kind: 'sum',
  label,
});
/** A text of several lines, which has to be given. */
const long = (name: string, label: Label): FormField => ({ name, kind: 'long', label });
const flag = (name: string, label: Label): FormField => ({ name, kind: 'flag', label });
const day = (name: string, label: Label): FormField => ({ name, kind: 'day', label });
const number = (name: string, label: Label): FormField => ({ name, kind: 'number', label });

const delivery = text('delivery', 'delivery');
const place = number('place', 'place');

/** What each step asks for. */
export const actFields: Readonly<Record<ContractActKind, readonly FormField[]>> = {
  delivered: [
    delivery,
    text('invoice', 'invoice'),
    day('deliveredOn', 'deliveredOn'),
    sum('amount'),
    flag('partial', 'partial'),
    day('test.endsOn', 'testEndsOn'),
    day('test.passedOn', 'testPassedOn'),
    sum('retention.amount', 'retentionAmount'),
    day('retention.dueOn', 'retentionDueOn'),
  ],
  asked: [delivery],
  seen: [],
  confirmed: [delivery, sum('amount')],
  disputed: [delivery, sum('amount'), long('reason', 'reason')],
  settled: [delivery, sum('owed', 'owed')],
  paid: [delivery, sum('amount'), day('paidOn', 'paidOn'), text('proof', 'proof')],
  advanced: [sum('amount'), day('paidOn', 'paidOn'), text('proof', 'proof')],
  'still-unpaid': [delivery],
  proposed: [
    long('reason', 'reason'),
    sum('amount', 'newAmount'),
    number('days', 'newDays'),
    day('rests.from', 'restsFrom'),
    day('rests.until', 'restsUntil'),
    text('milestone.milestone', 'milestoneId'),
    text('milestone.title', 'milestoneTitle'),
    text('milestone.by', 'milestoneBy'),
    day('milestone.dueOn', 'milestoneDue'),
    sum('milestone.amount', 'milestoneAmount'),
  ],
  agreed: [place],
  met: [text('milestone', 'milestones'), day('metOn', 'metOn'), text('proof', 'proof')],
  'breach-claimed': [long('text', 'breachText')],
  'breach-admitted': [place],
  'breach-withdrawn': [place],
  complained: [delivery, text('caseId', 'caseId')],
  naming: [{ name: 'named', kind: 'flag', label: 'named' }],
};

/** Clauses that a form asks about; the others follow from the days and the rate. */
const clauseFields: readonly FormField[] = [
  flag('clause.pay_when_paid', 'payWhenPaid'),
  flag('clause.audit_as_condition', 'auditFirst'),
  flag('clause.leader_changed', 'leaderChanged'),
  flag('clause.internal_process', 'internalProcess'),
  flag('clause.forced_non_cash', 'nonCash'),
  flag('clause.other_deposit', 'otherDeposit'),
];

/** What a supplier writes down of a contract. */
export const contractFields: readonly FormField[] = [
  text('buyerCode', 'otherCode'),
  text('number', 'number'),
  text('title', 'title'),
  day('signedOn', 'signedOn'),
  sum('amount'),
  number('terms.days', 'days'),
  { name: 'terms.yearlyRate', kind: 'percent', label: 'yearlyRate' },
  flag('sizes.supplierIsSmall', 'supplierIsSmall'),
  flag('sizes.buyerIsLarge', 'buyerIsLarge'),
  ...clauseFields,
];

/** The same by whoever pays; a supplier that is not on the register is a name. */
export const buyerContractFields: readonly FormField[] = [
  text('supplierCode', 'supplierCode'),
  text('supplierName', 'supplierName'),
  ...contractFields.filter(({ name }) => name !== 'buyerCode'),
];

const mostMilestones = 3;

/** The first milestones of a contract; more are proposed later. */
export const milestoneFields: readonly FormField[] = Array.from(
  { length: mostMilestones },
  (_, index) => {
    const of = index + 1;
    return [
      { ...text(`milestone-${of}.title`, 'milestoneTitle'), of },
      { ...text(`milestone-${of}.by`, 'milestoneBy'), of },
      { ...day(`milestone-${of}.dueOn`, 'milestoneDue'), of },
      { ...sum(`milestone-${of}.amount`, 'milestoneAmount'), of },
    ];
  },
).flat();

/** What a form said about a contract, with its clauses and milestones in their lists. */
export function contractSaid(form: FormValues, currency: string): JsonValue {
  const fields = form.text('form') === 'bought' ? buyerContractFields : contractFields;
  const said = saidIn([...fields, ...milestoneFields], form, currency);
  const isOwn = (name: string): boolean =>
    name !== 'terms' && name !== 'clause' && !name.startsWith('milestone-');
  const clauses = Object.entries(partOf(said['clause'])).flatMap(([clause, isThere]) =>
    isThere === true ? [clause] : [],
  );
  const milestones = Array.from({ length: mostMilestones }, (_, index) => {
    const given = said[`milestone-${index + 1}`];
    return given === undefined ? [] : [{ milestone: `m${index + 1}`, ...partOf(given) }];
  }).flat();
  return {
    ...Object.fromEntries(Object.entries(said).filter(([name]) => isOwn(name))),
    ...(milestones.length === 0 ? {} : { milestones }),
    terms: { ...partOf(said['terms']), ...(clauses.length === 0 ? {} : { clauses }) },
  };
}

/** The yearly word of a public body on what it owed at the end of a year. */
export const disclosureFields: readonly FormField[] = [
  number('year', 'year'),
  number('contracts', 'saidCount'),
  sum('amount'),
];

/** What became of a promise. */
export const promiseActFields: Readonly<
  Record<'kept' | 'changed' | 'compensated', readonly FormField[]>
> = {
  kept: [day('keptOn', 'keptOn'), text('proof', 'proof')],
  changed: [
    long('interest', 'interestOfAll'),
    text('procedure', 'procedure'),
    long('text', 'newPromise'),
    day('dueOn', 'dueOn'),
    long('compensation', 'compensation'),
    day('compensationBy', 'compensationBy'),
  ],
  compensated: [day('paidOn', 'paidOn'), text('proof', 'proof')],
};

export const promiseFields: readonly FormField[] = [
  text('number', 'promiseNumber'),
  long('text', 'promise'),
  text('power', 'power'),
  text('to', 'to'),
  day('dueOn', 'dueOn'),
];

/** What followed a complaint. */
export const retaliationFields: readonly FormField[] = [
  long('text', 'retaliationText'),
  day('since', 'since'),
];

/** The fields of a form by its name on the page. */
export function fieldsOfForm(form: string): readonly FormField[] {
  const named: Readonly<Record<string, readonly FormField[]>> = {
    contract: [...contractFields, ...milestoneFields],
    bought: [...buyerContractFields, ...milestoneFields],
    promise: promiseFields,
    disclosure: disclosureFields,
    retaliation: retaliationFields,
    ...actFields,
  };
  const known = Object.hasOwn(named, form) ? named[form] : undefined;
  if (known !== undefined) return known;
  if (form.startsWith('answer-')) return answerFields;
  const act = Object.entries(promiseActFields).find(([kind]) => form.endsWith(`-${kind}`));
  return act?.[1] ?? [];
}

export function isActKind(act: unknown): act is ContractActKind {
  return typeof act === 'string' && Object.hasOwn(actFields, act);
}

/** What the agency above says about a report of retaliation. */
const answerFields: readonly FormField[] = [
  { name: 'outcome', kind: 'choice', label: 'outcome' },
  long('reason', 'reason'),
  text('remedy', 'remedy'),
];

/** What a form said, as the use cases read it; an empty field says nothing. */
export function saidIn(
  fields: readonly FormField[],
  form: FormValues,
  currency: string,
): { readonly [key: string]: JsonValue } {
  const said: { [key: string]: JsonValue } = {};
  for (const { name, kind } of fields) {
    const value = form.text(name);
    const [head = name, tail] = name.split('.', 2);
    if (kind !== 'flag' && value === '') continue;
    const read = readValue(kind, value, currency);
    if (tail === undefined) said[head] = read;
    else said[head] = { ...partOf(said[head]), [tail]: read };
  }
  // Whose a milestone is stands in every form; without more nothing was said.
  const isEmpty = (name: string): boolean => Object.keys(partOf(said[name])).join() === 'by';
  return Object.fromEntries(Object.entries(said).filter(([name]) => !isEmpty(name)));
}

function readValue(kind: FormField['kind'], value: string, currency: string): JsonValue {
  if (kind === 'flag') return value === 'yes';
  // What is no number stays as it was written, and is refused by its name.
  if (kind === 'number') return /^\d{1,6}$/.test(value) ? Number(value) : value;
  if (kind === 'percent') return partsOfMillion(value) ?? value;
  if (kind !== 'sum') return value;
  const parsed = parseAmount(value, { currency, unit: 'base' });
  return parsed.kind === 'amount' ? parsed.money.amount : value;
}

/** Per cent a year with at most four decimals, as whole parts of a million. */
function partsOfMillion(percent: string): number | undefined {
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent) ?? [];
  return whole === undefined ? undefined : Number(`${whole}${decimals.padEnd(4, '0')}`);
}

/** A part of what is said; nothing yet is an empty one. */
function partOf(given: JsonValue | undefined): { readonly [key: string]: JsonValue } {
  const isPart = typeof given === 'object' && given !== null && !Array.isArray(given);
  // Parts are made above and are never lists.
  return isPart ? (given as { readonly [key: string]: JsonValue }) : {};
}
