import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z.custom<CivilDate>(
  (given) => typeof given === 'string' && parseCivilDate(given) !== undefined,
);
const text = z.string().regex(/\S/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Why an evaluation was made: the yearly one, one asked for, or one whose ground fell away. */
export const evaluationCauses = [
  'yearly',
  'asked',
  /** A record that counted is over by time. */
  'ended',
  'repaired',
  'annulled',
  /** A record that counted was stated anew. */
  'corrected',
  /** A record that counted is another subject's. */
  'moved',
  /** An objection against it was upheld. */
  'objection',
] as const;
export type EvaluationCause = (typeof evaluationCauses)[number];

const payload = z
  .strictObject({
    evaluationId: text,
    /** Id of the evaluation's card. */
    card: text,
    edition: z.strictObject({ code: text, hash }).readonly(),
    /** Code of the authority that answers for it. */
    grader: text,
    on: day,
    because: z.enum(evaluationCauses),
    /** The yearly day that it is for; the next one lies a period of the card behind it. */
    yearlyOn: day,
    result: text,
    /** The records that counted, each by its id. */
    records: z.array(text).readonly(),
    /** SHA-256 of the canonical JSON of its inputs, and the last position of the journal they rest on. */
    inputs: hash,
    upTo: z.int().min(0),
    /** The evaluation whose place it takes before the next yearly one. */
    replaces: text.exactOptional(),
  })
  .readonly();

/** A comprehensive evaluation as it was made, under `evaluation@1`. */
export type EvaluationPayload = z.output<typeof payload>;

export const evaluationKind = 'evaluation@1';

const streams = 'evaluation/';

/** The stream in the home of a subject in which the evaluations of one card stand. */
export function evaluationStream(card: string): string {
  return `${streams}${card}`;
}

export function isEvaluationStream(stream: string): boolean {
  return stream.startsWith(streams);
}

export function isEvaluation(given: unknown): given is EvaluationPayload {
  return payload.safeParse(given).success;
}
