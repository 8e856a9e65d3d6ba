import { z } from 'zod';

import type { ImportReport } from '../intake/import-report.ts';
import type { UploadState } from './supply.ts';

/** What stands beside the bytes of an upload while it waits. */
export interface UploadNote {
  readonly agency: string;
  /** Id of the item. */
  readonly item: string;
  readonly mapping?: string;
  readonly state: UploadState;
}

const count = z.int().min(0);
const reportForm = z.looseObject({
  fileName: z.string(),
  rowsRead: count,
  fresh: count,
  known: count,
  setAside: count,
  expired: count,
  refused: count,
  droppedColumns: z.array(z.looseObject({ column: z.string() })),
  understood: z.array(z.looseObject({ column: z.string(), as: z.string() })),
  notUnderstood: z.array(z.looseObject({ column: z.string() })),
  ignored: z.array(z.looseObject({ column: z.string() })),
  problems: z.array(
    z.looseObject({
      row: count,
      problem: z.looseObject({ code: z.string(), params: z.looseObject({}) }),
    }),
  ),
  problemsTotal: count,
  warnings: z.array(z.looseObject({ code: z.string(), rows: count })),
});
// Written by this program a few hours ago at most; the form is looked at, the codes are not.
const report = z.custom<ImportReport>((value) => reportForm.safeParse(value).success);

const lateForm = z.looseObject({ total: count, dated: count, first: z.array(z.looseObject({})) });

const stateForm = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('received') }),
  z.looseObject({ kind: z.literal('unreadable'), problem: z.looseObject({ code: z.string() }) }),
  z.looseObject({ kind: z.literal('checked'), report, late: lateForm }),
  z.looseObject({ kind: z.literal('known'), report, batchId: z.string() }),
  z.looseObject({ kind: z.literal('taken'), batchId: z.string() }),
]);

const noteForm = z.looseObject({
  agency: z.string(),
  item: z.string(),
  mapping: z.string().optional(),
  state: stateForm,
});

/** Whether what lies beside an upload is what was put there. */
export function isUploadNote(value: unknown): value is UploadNote {
  return noteForm.safeParse(value).success;
}
