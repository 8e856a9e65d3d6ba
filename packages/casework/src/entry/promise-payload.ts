import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z
  .custom<CivilDate>((given) => typeof given === 'string' && parseCivilDate(given) !== undefined)
  .meta({ type: 'string', format: 'date' });
const text = z.string().regex(/\S/).max(4_000);
const short = z.string().regex(/\S/).max(300);

const promise = z
  .strictObject({
    promiseId: z.string(),
    on: day,
    number: short,
    text,
    /** The article or document that gives the power to promise it. */
    power: short,
    /** To whom in general, never a person. */
    to: short,
    dueOn: day,
  })
  .readonly();

/** The form of `promise@1`: what a public body promised in writing, in its own home. */
export type PromisePayload = z.output<typeof promise>;

const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept'), keptOn: day, proof: short }),
  /** Only in the public interest, by a procedure, and with what makes up for it. */
  z.strictObject({
    kind: z.literal('changed'),
    interest: text,
    procedure: short,
    text,
    dueOn: day,
    compensation: text,
    compensationBy: day,
  }),
  z.strictObject({ kind: z.literal('compensated'), paidOn: day, proof: short }),
]);
export type PromiseAct = Readonly<z.output<typeof act>>;

const step = z.strictObject({ promiseId: z.string(), on: day, act }).readonly();

/** The form of `promise-act@1`: what became of it. */
export type PromiseActPayload = z.output<typeof step>;

export const promiseKind = 'promise@1';
export const promiseActKind = 'promise-act@1';

export function promiseStream(promiseId: string): string {
  return `promise/${promiseId}`;
}

export function isPromise(payload: unknown): payload is PromisePayload {
  return promise.safeParse(payload).success;
}

export function isPromiseStep(payload: unknown): payload is PromiseActPayload {
  return step.safeParse(payload).success;
}

/** The form of `disclosure@1`: what a public body published of its overdue contracts of a year. */
export type DisclosurePayload = z.output<typeof disclosure>;

const disclosure = z
  .strictObject({
    year: z.int().min(2000).max(2999),
    on: day,
    contracts: z.int().min(0),
    amount: z.int().min(0),
  })
  .readonly();

export const disclosureKind = 'disclosure@1';
export const disclosureStream = 'disclosure';

export function isDisclosure(payload: unknown): payload is DisclosurePayload {
  return disclosure.safeParse(payload).success;
}

const retaliation = z
  .strictObject({
    reportId: z.string(),
    on: day,
    /** Home and name of the firm, and of the body it complained about. */
    firm: z.strictObject({ home: z.string(), name: short }).readonly(),
    body: z.strictObject({ home: z.string(), name: short }).readonly(),
    contractId: z.string(),
    /** What changed after the complaint, and since when. */
    text,
    since: day,
    /** Code of the agency that answers. */
    to: z.string(),
    /** The register knows no agency above the body; whoever keeps the register answers. */
    noSuperior: z.literal(true).exactOptional(),
    answerBy: day.exactOptional(),
  })
  .readonly();

/** The form of `retaliation@1`: in the firm's home and in that of the agency which answers. */
export type RetaliationPayload = z.output<typeof retaliation>;

const answer = z
  .strictObject({
    reportId: z.string(),
    on: day,
    outcome: z.enum(['founded', 'unfounded']),
    reason: text,
    /** What is done about it. */
    remedy: text.exactOptional(),
  })
  .readonly();

/** The form of `retaliation-answered@1`. */
export type RetaliationAnswerPayload = z.output<typeof answer>;

export const retaliationKind = 'retaliation@1';
export const retaliationAnswerKind = 'retaliation-answered@1';

export function retaliationStream(reportId: string): string {
  return `retaliation/${reportId}`;
}

export function isRetaliation(payload: unknown): payload is RetaliationPayload {
  return retaliation.safeParse(payload).success;
}

export function isRetaliationAnswer(payload: unknown): payload is RetaliationAnswerPayload {
  return answer.safeParse(payload).success;
}

/** Every field that does not fit, of what somebody said; none where all does. */
export function faultsInPromise(payload: unknown): readonly string[] {
  return fieldsOf(promise.safeParse(payload));
}

/** The same of a disclosure. */
export function faultsInDisclosure(payload: unknown): readonly string[] {
  return fieldsOf(disclosure.safeParse(payload));
}

/** The same of a report of retaliation. */
export function faultsInRetaliation(payload: unknown): readonly string[] {
  return fieldsOf(retaliation.safeParse(payload));
}

/** The same of the answer to one. */
export function faultsInAnswer(payload: unknown): readonly string[] {
  return fieldsOf(answer.safeParse(payload));
}

export function readPromiseAct(
  given: unknown,
):
  | { readonly kind: 'read'; readonly act: PromiseAct }
  | { readonly kind: 'fault'; readonly fields: readonly string[] } {
  const read = act.safeParse(given);
  return read.success
    ? { kind: 'read', act: read.data }
    : { kind: 'fault', fields: fieldsOf(read) };
}

function fieldsOf(read: z.ZodSafeParseResult<unknown>): readonly string[] {
  if (read.success) return [];
  return [...new Set(read.error.issues.map(({ path }) => path.join('.') || 'kind'))];
}
