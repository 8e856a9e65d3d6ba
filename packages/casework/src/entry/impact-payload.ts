import type { CivilDate, Localised, PublishedTable } from '@credence/domain';
import { z } from 'zod';

import type { Signature } from '../port/signer.ts';
import type { EditionLine } from '../view/view.ts';

/** A name by which rows or columns of a table go; a code without a title speaks for itself. */
export interface ImpactLabel {
  readonly code: string;
  readonly title?: Localised;
}

/** A table of counts of organisations; absent counts: withheld whole, since it would give others away. */
export interface ImpactTable {
  readonly rows: readonly ImpactLabel[];
  readonly columns: readonly ImpactLabel[];
  readonly counts?: PublishedTable;
}

/** What a draft would do to the results of one program. Every count is at least ten or withheld. */
export interface ProgramImpact {
  readonly program: {
    readonly kind: 'risk-class' | 'evaluation' | 'scale';
    readonly id: string;
    readonly title: Localised;
  };
  /** Class under the baseline by class under the draft. */
  readonly transitions: ImpactTable;
  /** The rule that makes organisations move, by whether they end worse or better. */
  readonly causes: ImpactTable;
  /** Worse, better, same: by industry, size and region of the code, as far as registered. */
  readonly bySector: ImpactTable;
  readonly bySize: ImpactTable;
  readonly byRegion: ImpactTable;
  /** Of those who end worse: with a way out by time or their own act within ten years, without one. */
  readonly exits: ImpactTable;
  /** Days until the nearest way out, of those who end worse and have one; absent: withheld or none. */
  readonly medianDaysToExit?: number;
  /** Organisations of which the register does not know what the rules ask; absent: withheld. */
  readonly notEvaluated?: number;
}

/** What a check says of a law that passes: a warning, in one line. */
export interface ImpactWarning {
  /** Guard, lint or check that says it. */
  readonly rule: string;
  readonly card?: string;
  readonly field?: string;
  readonly message: Localised;
}

/** What guards say of the one and not of the other: both pass, so these are warnings. */
export interface GuardDifference {
  readonly new: readonly ImpactWarning[];
  readonly gone: readonly ImpactWarning[];
}

/** What is hashed and signed: aggregates alone. */
export interface ImpactReport {
  readonly form: 'credence-impact/1';
  readonly asOf: CivilDate;
  /** The register as known at this moment, ISO 8601 in UTC. */
  readonly knownAt: string;
  readonly baseline: EditionLine;
  readonly draft: EditionLine;
  /** In the order of the draft; programs that only one of the two has are named in `notCompared`. */
  readonly programs: readonly ProgramImpact[];
  readonly notCompared: readonly string[];
  readonly guards: GuardDifference;
}

/** The form of `impact-report@1`, in the home of the draft. */
export interface ImpactReportPayload {
  readonly report: ImpactReport;
  /** Hex SHA-256 of the canonical JSON of the report. */
  readonly hash: string;
  readonly signature: Signature;
}

const localised = z.strictObject({ zh: z.string().optional(), en: z.string().optional() });
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const cell = count.nullable();
const label = z.strictObject({ code: z.string(), title: localised.optional() });

const table = z.strictObject({
  rows: z.array(label),
  columns: z.array(label),
  counts: z
    .strictObject({
      cells: z.array(z.array(cell)),
      rowTotals: z.array(cell),
      columnTotals: z.array(cell),
      total: cell,
    })
    .optional(),
});

const editionLine = z.strictObject({
  code: z.string(),
  title: localised,
  hash: hex,
  inForceFrom: z.string(),
  inForceUntil: z.string(),
});

const warnings = z.array(
  z.strictObject({
    rule: z.string(),
    card: z.string().optional(),
    field: z.string().optional(),
    message: localised,
  }),
);

const report = z.strictObject({
  form: z.literal('credence-impact/1'),
  asOf: z.string(),
  knownAt: z.string(),
  baseline: editionLine,
  draft: editionLine,
  programs: z.array(
    z.strictObject({
      program: z.strictObject({
        kind: z.enum(['risk-class', 'evaluation', 'scale']),
        id: z.string(),
        title: localised,
      }),
      transitions: table,
      causes: table,
      bySector: table,
      bySize: table,
      byRegion: table,
      exits: table,
      medianDaysToExit: count.optional(),
      notEvaluated: count.optional(),
    }),
  ),
  notCompared: z.array(z.string()),
  guards: z.strictObject({ new: warnings, gone: warnings }),
});

const payload = z.strictObject({
  report,
  hash: hex,
  signature: z.strictObject({ keyId: z.string(), signature: z.string() }),
});

export function isImpactReport(value: unknown): value is ImpactReportPayload {
  return payload.safeParse(value).success;
}
