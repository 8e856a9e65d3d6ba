import { lifeEventKinds, lifeForms, parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z
  .custom<CivilDate>((given) => typeof given === 'string' && parseCivilDate(given) !== undefined)
  .meta({ type: 'string', format: 'date' });
const short = z.string().trim().min(1).max(300);

const signatory = z
  .strictObject({
    official: short,
    agency: short,
    role: z.string(),
    account: z.string().exactOptional(),
  })
  .readonly();

const party = z
  .strictObject({
    home: z.string(),
    name: short,
    code: z.string().exactOptional(),
    as: z.enum(['successor', 'creditor']),
  })
  .readonly();

const said = {
  event: z.enum(lifeEventKinds),
  effectiveOn: day,
  until: day.exactOptional(),
  announcedOn: day.exactOptional(),
  form: z.enum(lifeForms).exactOptional(),
  after: short.exactOptional(),
  /** Number of the document by which it was registered. */
  document: short.exactOptional(),
} as const;

const codes = z.array(short).max(20).readonly().exactOptional();

/** What an official says of an event; whose it is and who enters it, the register knows. */
const form = z.strictObject({ ...said, successors: codes, creditors: codes }).readonly();
export type SaidLifeEvent = z.output<typeof form>;

const event = z
  .strictObject({
    ...said,
    eventId: z.string(),
    on: day,
    before: short.exactOptional(),
    /** Of a change of code: the scheme of the new one. */
    scheme: z.string().exactOptional(),
    parties: z.array(party).readonly(),
    by: signatory,
    /** Agency whose second official confirms it; absent where one name is enough. */
    confirmedBy: short.exactOptional(),
    /** Of a change that a file stated: the batch and its row. */
    from: z
      .strictObject({ batchId: z.string(), row: z.int().min(1) })
      .readonly()
      .exactOptional(),
  })
  .readonly();

/** The form of `life-event@1`: in the home of the organisation that it happened to. */
export type LifeEventPayload = z.output<typeof event>;

const act = z
  .strictObject({
    eventId: z.string(),
    on: day,
    act: z.enum(['confirmed', 'refused', 'undone']),
    by: signatory.exactOptional(),
    reason: short.exactOptional(),
    /** The case in which it was undone. */
    caseId: z.string().exactOptional(),
  })
  .readonly();

/** The form of `life-act@1`: what became of an event, in every home that knows it. */
export type LifeActPayload = z.output<typeof act>;

const part = z
  .strictObject({
    /** Home, name and code of the organisation that it happened to. */
    of: z
      .strictObject({ home: z.string(), name: short, code: z.string().exactOptional() })
      .readonly(),
    as: z.enum(['successor', 'creditor']),
    /** Day on which the event came to stand. */
    on: day,
    event,
  })
  .readonly();

/** The form of `life-part@1`: the event in the home of another that takes part in it. */
export type LifePartPayload = z.output<typeof part>;

const waiting = z.strictObject({ eventId: z.string(), home: z.string(), on: day }).readonly();
const settled = z.strictObject({ eventId: z.string(), on: day }).readonly();

/** The form of `life-waiting@1`: an agency has an event to confirm. */
export type LifeWaitingPayload = z.output<typeof waiting>;

export const lifeEventKind = 'life-event@1';
export const lifeActKind = 'life-act@1';
export const lifePartKind = 'life-part@1';
export const lifeWaitingKind = 'life-waiting@1';
export const lifeSettledKind = 'life-settled@1';

/** The stream of an event, in every home that knows it. */
export function lifeStream(eventId: string): string {
  return `life/${eventId}`;
}

export function isLifeEvent(payload: unknown): payload is LifeEventPayload {
  return event.safeParse(payload).success;
}

export function isLifeAct(payload: unknown): payload is LifeActPayload {
  return act.safeParse(payload).success;
}

export function isLifePart(payload: unknown): payload is LifePartPayload {
  return part.safeParse(payload).success;
}

export function isLifeWaiting(payload: unknown): payload is LifeWaitingPayload {
  return waiting.safeParse(payload).success;
}

export function isLifeSettled(payload: unknown): payload is { readonly eventId: string } {
  return settled.safeParse(payload).success;
}

/** What somebody said, read; or the first field that does not fit, with what stood there. */
export function readLifeEvent(
  given: unknown,
):
  | { readonly kind: 'read'; readonly said: SaidLifeEvent }
  | { readonly kind: 'fault'; readonly field: string } {
  const read = form.safeParse(given);
  if (read.success) return { kind: 'read', said: read.data };
  const [first] = read.error.issues;
  const unknown = first?.code === 'unrecognized_keys' ? first.keys : [];
  return { kind: 'fault', field: [...(first?.path ?? []), ...unknown].join('.') || 'event' };
}
