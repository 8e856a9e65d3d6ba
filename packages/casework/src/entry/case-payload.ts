import { z } from 'zod';

import { attachedPaper } from './attached-paper.ts';
import { matter } from './case-matter.ts';
import { answers, day, document, money, points, text, texts } from './case-parts.ts';

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
  /** With the digest of what was signed, set by the register; older ones have none. */
  act('pledged', { pledge: text, textHash: z.string().exactOptional() }),
  act('completion-asked', { missing: texts }),
  act('granted', { document, reason: text }),
  act('refused', { document, reason: text, grounds: texts }),
  act('shielded', { document }),
  act('shield-lifted', { document }),
  act('allowed', { ...decision, effect: z.enum(['none', 'remove']) }),
  act('dismissed', { ...decision }),
  // A decision on a pledge: the free choice, what was seen afterwards, and the way back.
  act('ordinary-chosen', {}),
  act('excluded', { document, reason: text, grounds: texts }),
  act('granted-on-pledge', { document, reason: text }),
  // `rule`: the card sets the day with the decision; whoever decided had no part in it.
  act('check-set', { dueOn: day, from: z.literal('rule').exactOptional() }),
  act('seen-kept', { seenOn: day, seen: text }),
  act('seen-unkept', { seenOn: day, seen: text, unmet: texts }),
  act('put-right', { proof: text }),
  act('mended', { document, reason: text }),
  // A visit of inspection: what was looked at, what was put right, and what became of the rest.
  act('visited-clear', {
    visitedOn: day,
    inspectors: texts,
    /** Questions of the checklist that do not apply. */
    skipped: texts,
    seen: text.exactOptional(),
  }),
  act('visited-faults', {
    ...{ visitedOn: day, inspectors: texts, skipped: texts },
    unmet: texts,
    seen: text,
  }),
  act('nobody-met', { triedOn: day, note: text }),
  act('visit-refused', { triedOn: day, note: text }),
  act('postponed', { until: day, reason: text }),
  /** A later draw met it as well: one visit answers for both, with the checklists of both. */
  act('joined', { draw: text, from: day, until: day, also: texts.exactOptional() }),
  act('inspector-replaced', { inspector: text, instead: text, reason: text }),
  act('seen-right', { visitedOn: day, seen: text }),
  act('seen-faulty', { visitedOn: day, seen: text, unmet: texts }),
  act('referred', { to: text, document, reason: text }),
  act('decision-linked', { recordId: text }),
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
