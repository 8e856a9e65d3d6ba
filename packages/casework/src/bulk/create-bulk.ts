import { problem } from '@credence/domain';

import type { Principal } from '../access/principal.ts';
import type { BulkReader, DownloadManifest, DownloadShelf } from '../port/bulk.ts';
import type { Signer } from '../port/signer.ts';
import { startAnswer } from '../view/answer-clock.ts';
import type { BulkCasework, DownloadsView, OpenDownloadOutcome } from './bulk.ts';
import { listDataSets } from './data-sets.ts';
import { listChanges, type ChangesOutcome, type ChangesQuery } from './list-changes.ts';
import { listServed, publishDownloads, sweepDownloads } from './publish-downloads.ts';
import { createReaderKey, readerOfKey, type ReaderKeyParts } from './reader-keys.ts';
import { takenFields } from './reader-state.ts';
import {
  acknowledgeWithdrawals,
  decideOwn,
  findOverdue,
  listUnacknowledged,
  listWithdrawals,
  type WithdrawalParts,
} from './withdrawals.ts';

export interface BulkParts extends WithdrawalParts, ReaderKeyParts {
  readonly bulk: BulkReader;
  readonly shelf: DownloadShelf;
  readonly signer?: Signer;
}

export function createBulk(parts: BulkParts): BulkCasework {
  let publishing: ReturnType<typeof publishDownloads> | undefined;
  /** Two cuts at once would do the same work twice. */
  const publish = (onProgress?: (subjects: number) => void) => {
    publishing ??= publishDownloads(parts, onProgress).finally(() => (publishing = undefined));
    return publishing;
  };
  return {
    publishDownloads: publish,
    async keepDownloads() {
      const { clock } = await startAnswer(parts);
      const removed = await sweepDownloads(parts, clock.today);
      const { manifests, waiting } = await listDownloads(parts);
      const old = manifests.some(({ day }) => day !== clock.today);
      if (waiting.length === 0 && !old) return { removed, published: false };
      const outcome = await publish();
      return {
        removed: removed + (await sweepDownloads(parts, clock.today)),
        published: outcome.kind === 'published',
      };
    },
    listDownloads: () => listDownloads(parts),
    openDownload: (principal, asked) => openDownload(parts, principal, asked),
    listChanges: (principal, query) => changesFor(parts, principal, query),
    createReaderKey: (command) => createReaderKey(parts, command),
    readerOfKey: (key) => readerOfKey(parts, key),
    listWithdrawals: (principal, query) => listWithdrawals(parts, principal, query),
    acknowledgeWithdrawals: (principal, command) =>
      acknowledgeWithdrawals(parts, principal, command),
    listUnacknowledged: (principal) => listUnacknowledged(parts, principal),
  };
}

async function listDownloads(parts: BulkParts): Promise<DownloadsView> {
  const { clock, edition } = await startAnswer(parts);
  const served = await listServed(parts, clock.today);
  const byId = new Map(served.map((manifest) => [manifest.dataset, manifest]));
  const sets = listDataSets(edition);
  return {
    clock,
    manifests: sets.flatMap(({ id }): readonly DownloadManifest[] => {
      const manifest = byId.get(id);
      return manifest === undefined ? [] : [manifest];
    }),
    waiting: sets.flatMap(({ id, access }) => (byId.has(id) ? [] : [{ dataset: id, access }])),
  };
}

/** Opens a file; one with adverse records only for a reader, and with an entry of who took what. */
async function openDownload(
  parts: BulkParts,
  principal: Principal,
  asked: { readonly dataset: string; readonly file: string },
): Promise<OpenDownloadOutcome> {
  const { manifests, waiting } = await listDownloads(parts);
  const manifest = manifests.find(({ dataset }) => dataset === asked.dataset);
  const missing = waiting.find(({ dataset }) => dataset === asked.dataset);
  if ((manifest ?? missing)?.access === 'key') {
    const refused = decideOwn(parts, principal, 'bulk.adverse');
    if (refused !== undefined) return refused;
  }
  const file = manifest?.files.find(({ name }) => name === asked.file);
  if (manifest === undefined || file === undefined) return notHere;
  if (manifest.access === 'key' && principal.kind === 'reader') {
    const overdue = await findOverdue(parts, principal.account);
    if (overdue !== undefined) return { kind: 'refused', problem: overdue };
    const { dataset, after } = manifest;
    await noteTaken(parts, principal, takenFields({ dataset, after, sha256: file.sha256 }));
  }
  const bytes = await parts.shelf.read(manifest, file.name);
  return bytes === undefined ? notHere : { kind: 'opened', manifest, file, bytes };
}

const notHere = { kind: 'refused', problem: problem('download-not-here', {}) } as const;

/** With a key everything, noted as taken; without one the open data sets. */
async function changesFor(
  parts: BulkParts,
  principal: Principal,
  query: Omit<ChangesQuery, 'scope'>,
): Promise<ChangesOutcome> {
  if (principal.kind !== 'reader') return listChanges(parts, { ...query, scope: 'open' });
  const refused = decideOwn(parts, principal, 'bulk.adverse');
  if (refused !== undefined) return refused;
  const overdue = await findOverdue(parts, principal.account);
  if (overdue !== undefined) return { kind: 'refused', problem: overdue };
  const outcome = await listChanges(parts, { ...query, scope: 'keyed' });
  if (outcome.kind === 'refused') return outcome;
  const { timepoint } = outcome.view;
  const dataset = query.dataset ?? 'all';
  await noteTaken(parts, principal, takenFields({ dataset, after: timepoint }));
  return outcome;
}

/** The entry is written before anything is handed over. */
async function noteTaken(
  { journal }: BulkParts,
  { account }: Principal & { readonly kind: 'reader' },
  fields: readonly string[],
): Promise<void> {
  const reader = { official: account, agency: 'reader', role: 'reader' };
  await journal.readWithAccess({ reader, purpose: 'reuse', fields }, account);
}
