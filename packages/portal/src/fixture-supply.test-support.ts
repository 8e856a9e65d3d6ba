import type { ExportCasework, SupplyCasework } from '@credence/casework';
import { problem } from '@credence/domain';

const refused = () =>
  Promise.resolve({ kind: 'refused', problem: problem('sign-in-required', {}) } as const);

/** A desk that lets nobody in; tests of the desk run over a real register. */
export const fixtureSupply: Omit<SupplyCasework, 'listKeys'> = {
  supplyChoices: refused,
  receiveUpload: refused,
  viewUpload: refused,
  checkUpload: refused,
  acceptUpload: refused,
  discardUpload: () => Promise.resolve(),
  takeBatch: refused,
  takeExportAnswer: () =>
    Promise.resolve({ kind: 'refused', problems: [{ problem: problem('sign-in-required', {}) }] }),
  listBatches: refused,
  viewBatch: refused,
  enterSigningKey: () => Promise.resolve(),
};

/** Reports to nobody. */
export const fixtureExports: ExportCasework = {
  exportRecords: refused,
  recordExportAnswer: () =>
    Promise.resolve({ kind: 'refused', problems: [{ problem: problem('sign-in-required', {}) }] }),
  listExportChoices: () => Promise.resolve([]),
  viewExports: refused,
};
