import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z.custom<CivilDate>(
  (given) => typeof given === 'string' && parseCivilDate(given) !== undefined,
);
const text = z.string().min(1);
const texts = z.array(text).readonly();

/** A document as an act names it; the bytes lie elsewhere. */
const document = z.strictObject({ number: text, title: text.exactOptional() }).readonly();

/**
 * Who took a step: an official under his name and office, or a party. A party is the subject itself
 * or whoever the law lets speak in the case; its name stands only in the case.
 */
const hand = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('official'),
      official: text,
      agency: text,
      role: text,
      account: text.exactOptional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('party'),
      as: z.enum(['subject', 'creditor']),
      name: text,
      account: text.exactOptional(),
    })
    .readonly(),
]);

/** One thing that is said; each is answered by its number, which is its place in the case. */
const point = z.strictObject({ text, field: text.exactOptional() }).readonly();
const points = z.array(point).min(1).readonly();

/** What an authority says to one point. */
const answer = z
  .strictObject({
    point: z.int().min(1),
    text,
    outcome: z.enum(['upheld', 'refused']),
  })
  .readonly();
const answers = z.array(answer).readonly();

/** What a case is against: a record of the register, or an act of another case. */
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('record'), recordId: text }).readonly(),
  z.strictObject({ kind: z.literal('case'), caseId: text }).readonly(),
]);

/** What is asked for, by kind of case. */
const matter = z.discriminatedUnion('case', [
  z
    .strictObject({
      case: z.literal('listing'),
      /** Id of the list's card. */
      list: text,
      /** The record that leads to it. */
      recordId: text,
      document,
      /** Last day of the conduct; absent where nobody knows it. */
      conductOn: day.exactOptional(),
      /** Articles, written source#article. */
      basis: texts,
      reason: text,
      evidence: texts,
      measures: texts,
    })
    .readonly(),
  z.strictObject({ case: z.literal('objection'), target, clock: text, points }).readonly(),
  z.strictObject({ case: z.literal('repair'), target }).readonly(),
  z.strictObject({ case: z.literal('appeal'), of: text, points }).readonly(),
  z
    .strictObject({
      case: z.literal('measure'),
      measure: text,
      /** The listing it follows from. */
      cause: text,
      /** In which of the capacities of the measure's card the body carries it out. */
      capacity: text,
    })
    .readonly(),
  z.strictObject({ case: z.literal('reply'), target, text }).readonly(),
]);

/** Whose desks a case knows, by code of the agency. */
const desks = z
  .strictObject({
    /** Decides. */
    own: text,
    /** Keeps the register and checks its own part. */
    platform: text.exactOptional(),
    /** Is turned to when `own` is late. */
    superior: text.exactOptional(),
    /** Decides an appeal; told before the case opens. */
    review: text.exactOptional(),
    /** Carries a measure out. */
    body: text.exactOptional(),
  })
  .readonly();

const head = { caseId: text, on: day, by: hand };

/** What is served or tried to be served. */
const paper = z.enum(['notice', 'decision']);

const act = <Kind extends string, Content extends z.ZodRawShape>(kind: Kind, content: Content) =>
  z.strictObject({ kind: z.literal(kind), ...head, ...content }).readonly();

const decision = { document, basis: texts, reason: text, answers };

const action = z.discriminatedUnion('kind', [
  act('opened', { desks, matter }),
  // What must happen before anything adverse.
  act('noticed', { document, told: texts, measures: texts, reason: text }),
  act('served', { paper, mode: text, servedOn: day, proof: text }),
  act('service-failed', { paper, mode: text, triedOn: day, note: text }),
  act('stated', { points, evidence: texts.exactOptional() }),
  act('waived', { proof: text }),
  act('hearing-asked', {}),
  act('hearing-set', { hearingOn: day, presiding: text, place: text }),
  act('hearing-held', { heldOn: day, presiding: text, transcript: text }),
  act('drafted', { ...decision, measures: texts, told: texts, until: day.exactOptional() }),
  act('reviewed', {}),
  act('returned', { reason: text }),
  act('approved', {}),
  act('dropped', { reason: text }),
  act('conflict-declared', { official: text, reason: text }),
  // What keeps an effect alive, puts it off or ends it.
  act('duty-performed', { proof: text }),
  act('duty-open', { checked: text }),
  act('stayed', { from: z.enum(['review', 'court']), document, reason: text }),
  act('stay-lifted', { document, reason: text }),
  act('removed', {
    ground: z.enum(['performed', 'annulled', 'source_ended', 'deregistration', 'own_motion']),
    document,
    reason: text,
  }),
  // Asking, checking, answering.
  act('withdrawn', { reason: text }),
  act('checked', { finding: text }),
  act('extended', { reason: text }),
  act('answered', { ...decision, effect: z.enum(['none', 'correct', 'remove']) }),
  act('condition-shown', { condition: text, proof: text }),
  act('pledged', { pledge: text }),
  act('completion-asked', { missing: texts }),
  act('granted', { document, reason: text }),
  act('refused', { document, reason: text, grounds: texts }),
  act('shielded', { document }),
  act('shield-lifted', { document }),
  act('allowed', { ...decision, effect: z.enum(['none', 'remove']) }),
  act('dismissed', { ...decision }),
  // Carrying a measure out.
  act('accepted', {}),
  act('declined', { article: text, reason: text }),
  act('executed', { document, executedOn: day }),
  act('lifted', { document, liftedOn: day }),
]);

/** One step of a case as it stands in the journal under `case-<kind>@1`; steps are never rewritten. */
export type CaseAction = z.output<typeof action>;
export type CaseActionKind = CaseAction['kind'];
export type CaseActionOf<Kind extends CaseActionKind> = Extract<
  CaseAction,
  { readonly kind: Kind }
>;
export type CaseOpened = CaseActionOf<'opened'>;
export type CaseMatter = CaseOpened['matter'];
export type CaseKind = CaseMatter['case'];
export type CaseDesks = CaseOpened['desks'];
export type Hand = z.output<typeof hand>;
export type ServedPaper = z.output<typeof paper>;

export function isCaseAction(payload: unknown): payload is CaseAction {
  return action.safeParse(payload).success;
}

/** Kind and version under which an action is stored. */
export function caseEntryKind(kind: CaseActionKind): string {
  return `case-${kind}@1`;
}
