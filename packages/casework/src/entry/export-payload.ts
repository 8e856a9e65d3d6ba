import type { CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z.string();

/**
 * The form of `export@1`: records sent to a platform, each with a hash of what was sent. It names
 * records by their ids alone, so that nothing of them outlives their retention here.
 */
export type ExportPayload = {
  readonly exportId: string;
  readonly target: string;
  readonly item: string;
  readonly on: CivilDate;
  readonly rows: readonly {
    readonly home: string;
    readonly recordId: string;
    readonly as: 'new' | 'changed' | 'withdrawal';
    readonly hash: string;
  }[];
};

const exported = z.strictObject({
  exportId: z.string(),
  target: z.string(),
  item: z.string(),
  on: day,
  rows: z.array(
    z.strictObject({
      home: z.string(),
      recordId: z.string(),
      as: z.enum(['new', 'changed', 'withdrawal']),
      hash: z.string(),
    }),
  ),
});

export function isExport(payload: unknown): payload is ExportPayload {
  return exported.safeParse(payload).success;
}

/** The form of `export-answer@1`: what a platform said about records that were sent to it. */
export type ExportAnswerPayload = {
  readonly target: string;
  readonly item: string;
  readonly fileHash: string;
  readonly on: CivilDate;
  readonly rows: readonly {
    readonly recordId: string;
    readonly result: 'accepted' | 'returned' | 'ended';
    readonly reason?: string;
  }[];
};

const answered = z.strictObject({
  target: z.string(),
  item: z.string(),
  fileHash: z.string(),
  on: day,
  rows: z.array(
    z.strictObject({
      recordId: z.string(),
      result: z.enum(['accepted', 'returned', 'ended']),
      reason: z.string().optional(),
    }),
  ),
});

export function isExportAnswer(payload: unknown): payload is ExportAnswerPayload {
  return answered.safeParse(payload).success;
}
