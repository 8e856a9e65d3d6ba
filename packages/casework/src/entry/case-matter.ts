import { z } from 'zod';

import { day, document, money, points, proofs, text, texts } from './case-parts.ts';

/** What a case is against: a record, an act of another case, an evaluation, or an event in a life. */
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('record'), recordId: text }).readonly(),
  z.strictObject({ kind: z.literal('case'), caseId: text }).readonly(),
  z.strictObject({ kind: z.literal('evaluation'), evaluationId: text }).readonly(),
  z.strictObject({ kind: z.literal('event'), eventId: text }).readonly(),
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

/** A decision is asked for on a pledge that the conditions are met. */
const pledge = z
  .strictObject({
    case: z.literal('pledge'),
    /** Id of the pledge's card. */
    pledge: text,
    /** Number of the application at the office. */
    number: text,
    /** The case of a pledge that was kept at another office and is taken over. */
    reuses: text.exactOptional(),
  })
  .readonly();

/** A visit of inspection that was drawn, or picked by hand where no draw is named. */
const inspection = z
  .strictObject({
    case: z.literal('inspection'),
    /** Id of the checklist's card. */
    checklist: text,
    /** Further checklists of the same visit: several checks of one subject are made at once. */
    also: texts.exactOptional(),
    /** Id of the draw. */
    draw: text.exactOptional(),
    /** Of an individual business: the licence whose premises are visited. */
    premises: z
      .strictObject({ record: text, number: text.exactOptional() })
      .readonly()
      .exactOptional(),
    /** First and last day for the visit. */
    from: day,
    until: day,
    inspectors: texts,
  })
  .readonly();

/** What is asked for, by kind of case. */
export const matter = z.discriminatedUnion('case', [
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
  pledge,
  inspection,
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
