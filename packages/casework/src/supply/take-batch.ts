import { problem } from '@credence/domain';
import { canonicalJson, commitmentOf, sha256Hex } from '@credence/proof';

import type { ImportOutcome } from '../intake/import-outcome.ts';
import { isIntakeRequest } from '../entry/supply-payload.ts';
import { importFile } from '../intake/import-file.ts';
import type { WaitingFile } from '../port/inbox.ts';
import { openDesk, type Desk } from './choices.ts';
import { derivedHome } from './derived-home.ts';
import { keptReport } from './kept-report.ts';
import { receiptOfBatch } from './receipt-of-batch.ts';
import type { BatchOrder, BatchOutcome } from './supply.ts';
import type { SupplyParts } from './supply-parts.ts';
import { tooLarge, unreadable } from './uploads.ts';

/** Longest idempotency key that is taken. */
const longestKey = 200;

/**
 * Takes a file of a machine in one request: the same checks and the same all or nothing as at the
 * desk. A repetition has one effect and gets the first receipt, byte for byte, however often the
 * answer is lost on its way.
 */
export async function takeBatch(parts: SupplyParts, order: BatchOrder): Promise<BatchOutcome> {
  const operation = order.dryRun ? 'intake.check' : 'intake.accept';
  const opened = await openDesk(parts, order.principal, operation);
  if (opened.kind === 'refused') return opened;
  const keyProblem = order.dryRun ? undefined : faultOfKey(order.idempotencyKey);
  if (keyProblem !== undefined) return { kind: 'refused', problem: keyProblem };
  const { account } = opened.desk;
  const received = await parts.inbox.receive({
    account,
    name: order.fileName,
    bytes: order.bytes,
    note: {},
  });
  if (received.kind === 'too-large') {
    return { kind: 'refused', problem: tooLarge(received.limitBytes) };
  }
  try {
    return await takeFile(parts, order, { desk: opened.desk, file: received.file });
  } finally {
    await parts.inbox.remove({ id: received.file.id, account });
  }
}

interface Given {
  readonly desk: Desk;
  readonly file: WaitingFile;
}

async function takeFile(
  parts: SupplyParts,
  order: BatchOrder,
  given: Given,
): Promise<BatchOutcome> {
  const { desk, file } = given;
  const opened = await parts.inbox.open({ id: file.id, account: desk.account });
  if (opened.kind === 'refused') return { kind: 'refused', problem: unreadable(opened, file.name) };
  if (opened.kind !== 'opened') {
    return { kind: 'refused', problem: problem('upload-changed', { file: file.name }) };
  }
  try {
    const claim = order.dryRun ? 'first' : await claimKey(parts, order, given);
    if (claim === 'other-content') {
      const { idempotencyKey = '' } = order;
      return {
        kind: 'refused',
        problem: problem('idempotency-key-reused', { key: idempotencyKey }),
      };
    }
    const { item, mapping, dryRun, acceptValid, principal } = order;
    const outcome = await importFile(parts, {
      file: opened.file,
      ...{ item, dryRun, acceptValid, principal },
      source: desk.source.code,
      ...(mapping === undefined ? {} : { mapping }),
      actor: desk.actor,
    });
    return await answer(parts, desk, { outcome, dryRun, repeated: claim === 'repeated' });
  } finally {
    await opened.file.close?.();
  }
}

async function answer(
  parts: SupplyParts,
  desk: Desk,
  given: {
    readonly outcome: ImportOutcome;
    readonly dryRun: boolean;
    readonly repeated: boolean;
  },
): Promise<BatchOutcome> {
  const { outcome } = given;
  switch (outcome.kind) {
    case 'command-refused':
      return { kind: 'refused', problem: outcome.problem };
    case 'checked':
      return { kind: 'checked', report: outcome.report };
    case 'refused': {
      const { report } = outcome;
      const { refused: rows, problemsTotal: problems } = report;
      return { kind: 'not-taken', report, problem: problem('batch-refused', { rows, problems }) };
    }
    case 'accepted':
    case 'known-file': {
      const { batchId, report } = outcome;
      if (given.dryRun) return { kind: 'checked', report };
      const kept = outcome.kind === 'accepted' ? { report: keptReport(report) } : {};
      const batch = await receiptOfBatch(parts, desk, { batchId, ...kept });
      return { kind: 'taken', batch, repeated: given.repeated || outcome.kind === 'known-file' };
    }
  }
}

function faultOfKey(key: string | undefined) {
  if (key !== undefined && /^[\x21-\x7e]+$/.test(key) && key.length <= longestKey) return undefined;
  return problem('parameter-invalid', {
    parameter: 'Idempotency-Key',
    value: key === undefined ? '' : key.slice(0, 40),
    accepted: `1-${String(longestKey)} ASCII`,
  });
}

/**
 * Writes down what a key stands for before anything happens under it, in a home that follows from
 * the key: whichever process the repetition reaches, it reads the same entry.
 */
async function claimKey(
  parts: SupplyParts,
  order: BatchOrder,
  { desk, file }: Given,
): Promise<'first' | 'repeated' | 'other-content'> {
  const { account, actor } = desk;
  const home = derivedHome(canonicalJson(['intake-request', account, order.idempotencyKey ?? '']));
  const content = sha256Hex(
    canonicalJson([file.hash, order.item, order.mapping ?? '', order.acceptValid]),
  );
  const known = await claimed(parts, home);
  if (known !== undefined) return known === content ? 'repeated' : 'other-content';
  const payload = { account, content };
  const salt = parts.salt();
  await parts.journal.record(
    { actor, purpose: 'intake', basis: [], idempotencyKey: 'intake-request' },
    [
      {
        id: parts.uuid(),
        home,
        stream: 'request',
        kind: 'intake-request@1',
        payload,
        salt,
        commitment: commitmentOf(salt, payload),
      },
    ],
  );
  // Of two requests at once the one that was stored says what the key stands for.
  return (await claimed(parts, home)) === content ? 'first' : 'other-content';
}

async function claimed({ journal }: SupplyParts, home: string): Promise<string | undefined> {
  const [entry] = await journal.entriesOf(home);
  return isIntakeRequest(entry?.payload) ? entry.payload.content : undefined;
}
