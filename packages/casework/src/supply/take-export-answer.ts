import { problem } from '@credence/domain';

import type { ExportAnswerOutcome } from '../export/export.ts';
import { recordExportAnswer } from '../export/record-answer.ts';
import type { ExportAnswerUpload } from './supply.ts';
import type { SupplyParts } from './supply-parts.ts';
import { tooLarge, unreadable } from './uploads.ts';

/** Takes the file that a platform sent back, by upload: it waits only as long as it is read. */
export async function takeExportAnswer(
  parts: SupplyParts,
  order: ExportAnswerUpload,
): Promise<ExportAnswerOutcome> {
  const { fileName: name, bytes, principal, item, target } = order;
  const source = 'agency' in principal ? principal.agency : '';
  const account = 'account' in principal ? principal.account : `operator:${source}`;
  // Before a byte is written; the use case decides again about what the file says.
  const resource = { kind: 'export', agency: source } as const;
  const allowed = parts.access.decide(principal, 'export.record-answer', resource, 'export');
  if (allowed.kind === 'refused') return refused(allowed.problem);
  const received = await parts.inbox.receive({ account, name, bytes, note: {} });
  if (received.kind === 'too-large') return refused(tooLarge(received.limitBytes));
  const key = { id: received.file.id, account };
  try {
    const reading = await parts.inbox.open(key);
    if (reading.kind === 'refused') return refused(unreadable(reading, name));
    if (reading.kind !== 'opened') return refused(problem('upload-changed', { file: name }));
    const { file } = reading;
    try {
      return await recordExportAnswer(parts, { principal, item, target, source, file });
    } finally {
      await file.close?.();
    }
  } finally {
    await parts.inbox.remove(key);
  }
}

function refused(occurred: ReturnType<typeof problem>): ExportAnswerOutcome {
  return { kind: 'refused', problems: [{ problem: occurred }] };
}
