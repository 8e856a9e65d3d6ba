import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

import type { Signatory } from './matter-payload.ts';

const day = z.string().refine((text) => parseCivilDate(text) !== undefined);

/** The form of `error-report@1`: what a reader says is wrong with a record. Nothing about him. */
export type ErrorReported = {
  /** How the report is named in a letter or at a desk. */
  readonly number: string;
  /** Hex SHA-256 of the code by which whoever reported follows it. */
  readonly codeHash: string;
  readonly recordId: string;
  /** Field of the record, or `other`. */
  readonly field: string;
  readonly text: string;
  readonly on: CivilDate;
  /** Code of the agency that supplied the record and answers. */
  readonly agency: string;
};

const reported = z.strictObject({
  number: z.string(),
  codeHash: z.string(),
  recordId: z.string(),
  field: z.string(),
  text: z.string(),
  on: day,
  agency: z.string(),
});

export function isErrorReported(payload: unknown): payload is ErrorReported {
  return reported.safeParse(payload).success;
}

export const errorReportResults = ['right', 'will_correct', 'not_ours'] as const;
export type ErrorReportResult = (typeof errorReportResults)[number];

/** The form of `error-report-answered@1`. */
export type ErrorReportAnswered = {
  readonly number: string;
  readonly result: ErrorReportResult;
  readonly text: string;
  readonly on: CivilDate;
  readonly by: Signatory;
};

const answered = z.strictObject({
  number: z.string(),
  result: z.enum(errorReportResults),
  text: z.string(),
  on: day,
  by: z.strictObject({
    official: z.string(),
    agency: z.string(),
    role: z.string(),
    account: z.string().optional(),
  }),
});

export function isErrorReportAnswered(payload: unknown): payload is ErrorReportAnswered {
  return answered.safeParse(payload).success;
}
