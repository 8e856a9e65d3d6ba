import { exportRecords } from './export-records.ts';
import type { ExportCasework } from './export.ts';
import type { ExportParts } from './open-export.ts';
import { recordExportAnswer } from './record-answer.ts';
import { listExportChoices, viewExports } from './view-exports.ts';

/** The use cases of reporting to other platforms, over the ports. */
export function createExports(parts: ExportParts): ExportCasework {
  return {
    exportRecords: (order) => exportRecords(parts, order),
    recordExportAnswer: (order) => recordExportAnswer(parts, order),
    listExportChoices: (order) => listExportChoices(parts, order),
    viewExports: (order) => viewExports(parts, order),
  };
}
