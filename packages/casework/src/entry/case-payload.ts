import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

import { attachedPaper } from './attached-paper.ts';

const day = z
  .custom<CivilDate>((given) => typeof given === 'string' && parseCivilDate(given) !== undefined)
  .meta({ type: 'string', format: 'date' });
/** A blank says nothing. */
const text = z.string().regex(/\S/);
const texts = z.array(text).readonly();
/** What an authority rests an adverse act on; nothing is too little (guard G27). */
const proofs = z.array(text).min(1).readonly();

/** A document as an act names it; the bytes lie elsewhere. */
const document = z.strictObject({ number: text, title: text.exactOptional() }).readonly();

/** Papers by which somebody at a counter shows who he is; of none of them a number is kept. */
export const identityPapers = [
  'id_card',
  'passport',
  'residence_permit',
  'lawyer_licence',
  'work_card',
] as const;
export type IdentityPaper = (typeof identityPapers)[number];

/** Who took down at a counter what a party said there, why, and by which paper it was shown. */
const counter = z
  .strictObject({
    official: text,
    agency: text,
    account: text.exactOptional(),
    paper: z.enum(identityPapers),
    reason: text,
  })
  .readonly();

/**
 * Who took a step: an official under his name and office, or a party. A party is the subject itself
 * or whoever the law lets speak in the case; its name stands only in the case.
 */
export const hand = z.discriminatedUnion('kind', [
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
      as: z.enum(['subject', 'creditor', 'third-party', 'named-person', 'other-subject']),
      name: text,
      account: text.exactOptional(),
      counter: counter.exactOptional(),
    })
    .readonly(),
]);

/** One thing that is said; each is answered by its number, which is its place in the case. */
const point = z
  .strictObject({
    text,
    field: text.exactOptional(),
    /** Papers that show it: name, and the hash of the file where there is one. */
    evidence: texts.exactOptional(),
  })
  .readonly();
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

/** What a court says beside: on which ground, for whom, and what it has looked for. */
const enforcement = z
  .strictObject({
    /** Code of a ground of the list. */
    ground: text,
    /** Exemptions of the ground that were looked for and not found. */
    considered: texts,
    /** Kind of the claim that is enforced. */
    claim: text,
    /** Whoever asked for it; absent where the court acts by itself. */
    creditor: text.exactOptional(),
    /** Its code, where it is in the register: by it the case comes to its own desk. */
    creditorCode: text.exactOptional(),
    /** Whose enterprise or organ it is, where somebody stands above it. */
    superior: text.exactOptional(),
    stateOwned: z.boolean().exactOptional(),
  })
  .readonly();

/** An order about the spending of a unit; the people who act for it are named in it alone. */
const spending = z
  .strictObject({
    case: z.literal('spending'),
    /** Id of the measure's card. */
    measure: text,
    /** The record of the duty that is open. */
    recordId: text,
    document,
    basis: texts,
    reason: text,
    evidence: proofs,
    weighed: z.array(z.strictObject({ factor: text, text }).readonly()).readonly(),
    /** Codes of the card's closed list. */
    forbids: texts,
    persons: z
      .array(
        z
          .strictObject({
            name: text,
            capacity: text,
            /** Blind key of this case alone, by which the person finds it in his own file. */
            key: text.exactOptional(),
          })
          .readonly(),
      )
      .readonly(),
    creditor: text.exactOptional(),
  })
  .readonly();

/** An amount of money in the smallest unit of its currency. */
const money = z.strictObject({ amount: z.int().min(1), currency: text }).readonly();

/** A creditor says that the organisation pays late. */
const paymentComplaint = z
  .strictObject({
    case: z.literal('payment-complaint'),
    clock: text,
    creditor: text,
    /** Its code, where it is in the register: by it the case comes to its own desk. */
    creditorCode: text.exactOptional(),
    contract: text,
    deliveredOn: day,
    dueOn: day,
    amount: money,
    /** The creditor wishes to be named where the debt is shown; else nobody learns who it is. */
    named: z.boolean().exactOptional(),
    points,
  })
  .readonly();

/** Records of one subject are another's, or two subjects are one. */
const identity = z
  .strictObject({
    case: z.literal('identity'),
    does: z.enum(['split', 'merge']),
    /** Home of the other subject. */
    other: text,
    /** The records that move to the other subject; of a merge, all of them. */
    records: texts,
    basis: texts,
    reason: text,
    evidence: proofs,
  })
  .readonly();

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
      evidence: proofs,
      measures: texts,
      enforcement: enforcement.exactOptional(),
    })
    .readonly(),
  spending,
  paymentComplaint,
  identity,
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

/** Files that were handed over with the act: in it stand their digests, never their bytes. */
const papers = z.array(attachedPaper).min(1).readonly();

const head = { caseId: text, on: day, by: hand, papers: papers.exactOptional() };

/** What is served or tried to be served. */
const paper = z.enum(['notice', 'decision', 'notice-to-other', 'decision-to-other']);

const act = <Kind extends string, Content extends z.ZodRawShape>(kind: Kind, content: Content) =>
  z.strictObject({ kind: z.literal(kind), ...head, ...content }).readonly();

const decision = { document, basis: texts, reason: text, answers };

const action = z.discriminatedUnion('kind', [
  act('opened', { desks, matter }),
  // What must happen before anything adverse.
  act('noticed', { document, told: texts, measures: texts, reason: text }),
  act('served', {
    paper,
    mode: text,
    /** The day on which it counts. */
    servedOn: day,
    proof: text,
    /** The day of a public notice, which counts later. */
    postedOn: day.exactOptional(),
  }),
  act('service-failed', { paper, mode: text, triedOn: day, note: text }),
  act('stated', { points, evidence: texts.exactOptional() }),
  act('waived', { proof: text }),
  act('hearing-asked', {}),
  act('hearing-set', { hearingOn: day, presiding: text, place: text }),
  act('hearing-held', { heldOn: day, presiding: text, transcript: text }),
  act('drafted', {
    ...decision,
    measures: texts,
    told: texts,
    until: day.exactOptional(),
    /** A term that the law lets a decision lengthen: the circumstance, and the first day after it. */
    lengthened: z.strictObject({ for: text, until: day }).readonly().exactOptional(),
  }),
  act('reviewed', {}),
  act('returned', { reason: text }),
  act('approved', { reason: text.exactOptional() }),
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
  // What a court adds.
  act('grace-given', { until: day, reason: text }),
  act('superior-told', { superior: text, document }),
  act('release-asked', { ground: text, proof: text }),
  act('release-consented', { proof: text }),
  act('release-found', {
    ground: text,
    document,
    proof: text,
    checks: z.int().min(0).exactOptional(),
  }),
  act('allowance-asked', {
    asked: z.enum(['exemption', 'occasion', 'private-means']),
    purpose: text,
    forbids: texts,
    proof: text,
  }),
  act('allowance-granted', { of: z.int().min(1), document, reason: text, until: day }),
  act('allowance-refused', { of: z.int().min(1), document, reason: text }),
  // What comes of a complaint about payment, and of one history that was two.
  act('found', {
    ...decision,
    outcome: z.enum(['upheld', 'refused']),
    told: texts,
    amount: money.exactOptional(),
    payBy: day.exactOptional(),
  }),
  /** The debtor says that it owes this. */
  act('confirmed', { amount: money, proof: text }),
  act('paid', { amount: money, paidOn: day, proof: text }),
  act('undone', { document, basis: texts, reason: text }),
  // Asking, checking, answering.
  act('withdrawn', { reason: text }),
  act('checked', { finding: text }),
  act('extended', { reason: text }),
  /** Somebody else looks at once, where what stands may not be lifted because an office is late. */
  act('urgently-reviewed', { document, reason: text, outcome: z.enum(['stands', 'put-off']) }),
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

/** The form of every action as JSON Schema: what desks and machines are asked for is read from it. */
export function describeCaseActions(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(action, { unrepresentable: 'any' });
}
