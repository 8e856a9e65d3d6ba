import type { CivilDate, JsonValue, Localised } from '@credence/domain';
import { z } from 'zod';

const day = z.string();
const localised = z.strictObject({ zh: z.string().optional(), en: z.string().optional() });

/** The form of `agency@1`. */
export type AgencyPayload = {
  readonly code: string;
  readonly name: Localised;
  readonly supplies: readonly string[];
  /** Code of the agency above it. */
  readonly superior?: string;
  /** Code of the unit that decides appeals against it. */
  readonly review?: string;
  /** Where the office is told that something waits for it. */
  readonly mail?: string;
  /** Bodies that the law speaks of and that it is here, as cards name them. */
  readonly acts?: readonly string[];
};

const agency = z.strictObject({
  code: z.string(),
  name: localised,
  supplies: z.array(z.string()),
  superior: z.string().optional(),
  review: z.string().optional(),
  mail: z.string().optional(),
  acts: z.array(z.string()).optional(),
});

export function isAgency(payload: unknown): payload is AgencyPayload {
  return agency.safeParse(payload).success;
}

/** The form of `edition@1`: the whole edition, and who approved it. */
export type EditionPayload = {
  readonly edition: JsonValue;
  readonly approvals: readonly {
    readonly official: string;
    readonly role: string;
    readonly on: CivilDate;
  }[];
};

const edition = z.strictObject({
  edition: z.looseObject({}),
  approvals: z.array(z.strictObject({ official: z.string(), role: z.string(), on: day })),
});

export function isEdition(payload: unknown): payload is EditionPayload {
  return edition.safeParse(payload).success;
}

/** The form of `batch@1`: what was taken in from one file. */
export type BatchPayload = {
  readonly batchId: string;
  readonly item: string;
  readonly fileHash: string;
  readonly fileName: string;
  readonly mapping: string;
  readonly counts: BatchCounts;
  readonly serviceStatement?: readonly [string, string];
  /** Backlog, so stated by two officials: its lateness is nobody's. */
  readonly migration?: readonly [string, string];
};

type BatchCounts = {
  readonly read: number;
  readonly recorded: number;
  readonly known: number;
  readonly setAside: number;
  readonly droppedCells: number;
  readonly refused: number;
  /** Rows that went to a desk's queue in place of the register. */
  readonly toReview?: number;
  /** Rows that stated a change of their organisation, now in the register as events. */
  readonly changed?: number;
};

const count = z.int().min(0);
const batch = z.strictObject({
  batchId: z.string(),
  item: z.string(),
  fileHash: z.string(),
  fileName: z.string(),
  mapping: z.string(),
  counts: z.strictObject({
    read: count,
    recorded: count,
    known: count,
    setAside: count,
    droppedCells: count,
    refused: count,
    toReview: count.optional(),
    changed: count.optional(),
  }),
  serviceStatement: z.tuple([z.string(), z.string()]).optional(),
  migration: z.tuple([z.string(), z.string()]).optional(),
});

export function isBatch(payload: unknown): payload is BatchPayload {
  return batch.safeParse(payload).success;
}
