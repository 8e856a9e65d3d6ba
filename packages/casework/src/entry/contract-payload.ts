import { parseCivilDate, paymentClauses, type CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z
  .custom<CivilDate>((given) => typeof given === 'string' && parseCivilDate(given) !== undefined)
  .meta({ type: 'string', format: 'date' });
const text = z.string().regex(/\S/).max(4_000);
const short = z.string().regex(/\S/).max(300);
/** In minor units of the edition's one currency. */
const sum = z.int().min(0);
const price = z.int().min(1);

/** The two sides of a contract. */
export const contractSides = ['buyer', 'supplier'] as const;
export type ContractSide = (typeof contractSides)[number];
const side = z.enum(contractSides);

const party = z
  .strictObject({
    /** Home of the organisation; absent where it is not on the register. */
    home: z.string().exactOptional(),
    name: short,
    code: z.string().exactOptional(),
  })
  .readonly();

const milestone = z
  .strictObject({
    milestone: short,
    title: short,
    dueOn: day,
    /** Who has to do it. */
    by: side,
    amount: price.exactOptional(),
  })
  .readonly();

const terms = z
  .strictObject({
    days: z.int().min(1).max(3660).exactOptional(),
    /** Yearly overdue rate in parts of a million. */
    yearlyRate: z.int().min(0).exactOptional(),
    clauses: z.array(z.enum(paymentClauses)).readonly().exactOptional(),
  })
  .readonly();

const contract = z
  .strictObject({
    contractId: z.string(),
    on: day,
    /** Who wrote it down; `file`: it came in a file of releases. */
    by: z.enum(['buyer', 'supplier', 'file']),
    ocid: z.string().exactOptional(),
    number: short,
    title: short,
    signedOn: day,
    amount: price,
    currency: z.string().regex(/^[A-Z]{3}$/),
    /** Whose term counts, where the rules on payment reach the contract at all. */
    payer: z.enum(['public_body', 'large_enterprise']),
    /** As stated of the day of signing; contracts written down before this was asked have none. */
    sizes: z
      .strictObject({ supplierIsSmall: z.boolean(), buyerIsLarge: z.boolean() })
      .readonly()
      .exactOptional(),
    buyer: party,
    supplier: party,
    /** The supplier wants to be named in public; without its word it is not. */
    named: z.boolean().exactOptional(),
    terms,
    milestones: z.array(milestone).max(100).readonly(),
  })
  .readonly();

/** The form of `contract@1`: in the home of whoever pays. */
export type ContractPayload = z.output<typeof contract>;

/**
 * Whether the rules on payment protect the supplier: a small or medium enterprise that told so when the
 * contract was signed, paid by a public body or a large enterprise. Elsewhere what was agreed counts.
 *
 * Legal source: sme-payments-2025, articles 2, 3 and 9.
 */
export function isProtected({ payer, sizes }: Pick<ContractPayload, 'payer' | 'sizes'>): boolean {
  if (sizes === undefined) return true;
  return sizes.supplierIsSmall && (payer === 'public_body' || sizes.buyerIsLarge);
}

const kinds = {
  /** What was handed over and accepted, whole or in part. */
  delivered: z.strictObject({
    kind: z.literal('delivered'),
    delivery: short,
    milestone: short.exactOptional(),
    invoice: short.exactOptional(),
    deliveredOn: day,
    amount: price,
    partial: z.boolean().exactOptional(),
    test: z.strictObject({ endsOn: day, passedOn: day.exactOptional() }).readonly().exactOptional(),
    retention: z.strictObject({ amount: price, dueOn: day }).readonly().exactOptional(),
  }),
  /** The supplier asks the payer to confirm what it owes. */
  asked: z.strictObject({ kind: z.literal('asked'), delivery: short }),
  /** The payer's desk opened what it was asked: from then on its days run. */
  seen: z.strictObject({ kind: z.literal('seen'), delivery: short }),
  confirmed: z.strictObject({ kind: z.literal('confirmed'), delivery: short, amount: price }),
  disputed: z.strictObject({
    ...{ kind: z.literal('disputed'), delivery: short, amount: price, reason: text },
  }),
  /** Whoever raised it drops it, or the supplier gives the part up. */
  settled: z.strictObject({ kind: z.literal('settled'), delivery: short, owed: sum }),
  paid: z.strictObject({
    ...{ kind: z.literal('paid'), delivery: short, amount: price, paidOn: day, proof: short },
  }),
  /** Paid before anything was delivered, or for no delivery in particular. */
  advanced: z.strictObject({
    ...{ kind: z.literal('advanced'), amount: price, paidOn: day, proof: short },
  }),
  /** The supplier has looked again, and it is still not paid. */
  'still-unpaid': z.strictObject({ kind: z.literal('still-unpaid'), delivery: short }),
  /** A change of the contract, or days that shall not count; good once the other side agrees. */
  proposed: z.strictObject({
    kind: z.literal('proposed'),
    reason: text,
    amount: price.exactOptional(),
    days: z.int().min(1).max(3660).exactOptional(),
    milestone: milestone.exactOptional(),
    rests: z.strictObject({ from: day, until: day }).readonly().exactOptional(),
  }),
  agreed: z.strictObject({ kind: z.literal('agreed'), place: z.int().min(0) }),
  met: z.strictObject({ kind: z.literal('met'), milestone: short, metOn: day, proof: short }),
  /** One side says that the other broke the contract: between the two until it is admitted. */
  'breach-claimed': z.strictObject({ kind: z.literal('breach-claimed'), text }),
  'breach-admitted': z.strictObject({ kind: z.literal('breach-admitted'), place: z.int().min(0) }),
  'breach-withdrawn': z.strictObject({
    ...{ kind: z.literal('breach-withdrawn'), place: z.int().min(0) },
  }),
  /** The complaint about late payment that runs about a delivery. */
  complained: z.strictObject({ kind: z.literal('complained'), delivery: short, caseId: short }),
  /** Whether the supplier is named in public. */
  naming: z.strictObject({ kind: z.literal('naming'), named: z.boolean() }),
} as const;

const act = z.discriminatedUnion('kind', [
  kinds.delivered,
  kinds.asked,
  kinds.seen,
  kinds.confirmed,
  kinds.disputed,
  kinds.settled,
  kinds.paid,
  kinds.advanced,
  kinds['still-unpaid'],
  kinds.proposed,
  kinds.agreed,
  kinds.met,
  kinds['breach-claimed'],
  kinds['breach-admitted'],
  kinds['breach-withdrawn'],
  kinds.complained,
  kinds.naming,
]);

/** What a side does under a contract, as it is said. */
export type ContractAct = Readonly<z.output<typeof act>>;
export type ContractActKind = ContractAct['kind'];

const step = z
  .strictObject({
    contractId: z.string(),
    on: day,
    by: z.enum(['buyer', 'supplier', 'file']),
    act,
  })
  .readonly();

/** The form of `contract-act@1`: one step under a contract. */
export type ContractActPayload = z.output<typeof step>;

const part = z.strictObject({ contractId: z.string(), home: z.string(), on: day }).readonly();

/** The form of `contract-party@1`: in the supplier's own home, so that its desk finds the contract. */
export type ContractPartyPayload = z.output<typeof part>;

const body = z.strictObject({ home: z.string(), on: day }).readonly();

/** The form of `contract-body@1`: somebody who pays has contracts or promises on the register. */
export type ContractBodyPayload = z.output<typeof body>;

export const contractKind = 'contract@1';
export const contractActKind = 'contract-act@1';
export const contractPartyKind = 'contract-party@1';
export const contractBodyKind = 'contract-body@1';

/** The stream of a contract in the home of whoever pays. */
export function contractStream(contractId: string): string {
  return `contract/${contractId}`;
}

export function isContract(payload: unknown): payload is ContractPayload {
  return contract.safeParse(payload).success;
}

export function isContractStep(payload: unknown): payload is ContractActPayload {
  return step.safeParse(payload).success;
}

export function isContractParty(payload: unknown): payload is ContractPartyPayload {
  return part.safeParse(payload).success;
}

export function isContractBody(payload: unknown): payload is ContractBodyPayload {
  return body.safeParse(payload).success;
}

/** What somebody said, read; undefined where it has another form, with the place of the first fault. */
export function readContract(
  given: unknown,
): { readonly kind: 'read'; readonly payload: ContractPayload } | FormFault {
  const read = contract.safeParse(given);
  return read.success ? { kind: 'read', payload: read.data } : faultOf(read.error);
}

export function readContractAct(
  given: unknown,
): { readonly kind: 'read'; readonly act: ContractAct } | FormFault {
  const read = act.safeParse(given);
  return read.success ? { kind: 'read', act: read.data } : faultOf(read.error);
}

/** The first field that does not fit. */
export interface FormFault {
  readonly kind: 'fault';
  readonly field: string;
}

function faultOf(error: z.ZodError): FormFault {
  const [first] = error.issues;
  const unknown = first?.code === 'unrecognized_keys' ? first.keys : [];
  return { kind: 'fault', field: [...(first?.path ?? []), ...unknown].join('.') || 'kind' };
}
