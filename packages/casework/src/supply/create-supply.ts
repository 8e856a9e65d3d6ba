import { startAnswer } from '../view/answer-clock.ts';
import { listBatches, viewBatch } from './batches.ts';
import { supplyChoices } from './choices.ts';
import { enterSigningKey, listKeys } from './receipt.ts';
import type { SupplyCasework } from './supply.ts';
import type { SupplyParts } from './supply-parts.ts';
import { takeBatch } from './take-batch.ts';
import { takeExportAnswer } from './take-export-answer.ts';
import { acceptUpload, checkUpload, discardUpload, receiveUpload, viewUpload } from './uploads.ts';

/** The use cases of supplying, composed over their parts. */
export function createSupply(parts: SupplyParts): SupplyCasework {
  return {
    supplyChoices: (principal) => supplyChoices(parts, principal),
    receiveUpload: (order) => receiveUpload(parts, order),
    viewUpload: (upload) => viewUpload(parts, upload),
    checkUpload: (upload) => checkUpload(parts, upload),
    acceptUpload: (order) => acceptUpload(parts, order),
    discardUpload: (upload) => discardUpload(parts, upload),
    takeBatch: (order) => takeBatch(parts, order),
    takeExportAnswer: (order) => takeExportAnswer(parts, order),
    listBatches: (order) => listBatches(parts, order),
    viewBatch: (order) => viewBatch(parts, order),
    listKeys: async () => ({
      clock: (await startAnswer(parts)).clock,
      keys: await listKeys(parts),
    }),
    enterSigningKey: () => enterSigningKey(parts),
  };
}
