import { type CivilDate, daysBetween, problem, type Problem, type Refusal } from '@credence/domain';
import { commitmentOf } from '@credence/proof';

import type { AccessControl } from '../access/access.ts';
import type { Principal } from '../access/principal.ts';
import type { AcknowledgedPayload } from '../entry/reader-payload.ts';
import { startAnswer } from '../view/answer-clock.ts';
import type { BulkChange } from './compare-subject.ts';
import { listChanges, type ChangeParts, type ChangesOutcome } from './list-changes.ts';
import { firstHeld, foldReader } from './reader-state.ts';
import { bulkSettings } from './settings.ts';
import { cutNow, isPast, readTimepoint, writeTimepoint } from './timepoint.ts';

export interface WithdrawalParts extends ChangeParts {
  readonly access: AccessControl;
  readonly uuid: () => string;
  readonly salt: () => string;
}

export type AcknowledgeOutcome =
  { readonly kind: 'acknowledged'; readonly timepoint: string; readonly on: CivilDate } | Refusal;

/** Where a reader stands with what was withdrawn from files it took. */
export interface ReaderLine {
  readonly account: string;
  /** From where on withdrawals are not acknowledged; absent where it never took a file. */
  readonly since?: string;
  /** The day of it. */
  readonly sinceOn?: CivilDate;
  /** How many are known to be open; at most as many as one answer tells. */
  readonly open: number;
  readonly overdue: boolean;
}

/** Records withdrawn from the files and changes that a reader took, by their numbers. */
export async function listWithdrawals(
  parts: WithdrawalParts,
  principal: Principal,
  query: { readonly after?: string; readonly next?: string },
): Promise<ChangesOutcome> {
  const refused = decideOwn(parts, principal, 'bulk.acknowledge');
  if (refused !== undefined) return refused;
  const account = principal.kind === 'reader' ? principal.account : '';
  const now = writeTimepoint(await cutToday(parts));
  const after = query.after ?? (await openSince(parts, account)) ?? now;
  const outcome = await listChanges(parts, {
    after,
    scope: 'keyed',
    ...(query.next === undefined ? {} : { next: query.next }),
  });
  if (outcome.kind === 'refused') return outcome;
  const { view } = outcome;
  const changes = view.changes.filter(isWithdrawal(view.keyed));
  return { kind: 'found', view: { ...view, changes } };
}

function isWithdrawal(keyed: ReadonlySet<string>): (change: BulkChange) => boolean {
  return ({ op, dataset }) => op === 'DEL' && keyed.has(dataset);
}

/** The reader says that what was withdrawn until a timepoint is out of every copy it has. */
export async function acknowledgeWithdrawals(
  parts: WithdrawalParts,
  principal: Principal,
  { timepoint }: { readonly timepoint: string },
): Promise<AcknowledgeOutcome> {
  const refused = decideOwn(parts, principal, 'bulk.acknowledge');
  if (refused !== undefined) return refused;
  const account = principal.kind === 'reader' ? principal.account : '';
  const now = await cutToday(parts);
  const until = readTimepoint(timepoint);
  if (until === undefined || !isPast(until, now)) {
    const value = timepoint.slice(0, 80);
    const wrong = { parameter: 'timepoint', value, accepted: 'timepoint' };
    return { kind: 'refused', problem: problem('parameter-invalid', wrong) };
  }
  const payload: AcknowledgedPayload = { account, timepoint, on: now.day };
  const salt = parts.salt();
  const outcome = await parts.journal.record(
    {
      actor: { official: account, agency: 'reader', role: 'reader' },
      purpose: 'reuse',
      basis: [],
      idempotencyKey: `acknowledge ${timepoint}`,
    },
    [
      {
        id: parts.uuid(),
        home: account,
        stream: 'withdrawals',
        kind: 'withdrawals-acknowledged@1',
        payload,
        salt,
        commitment: commitmentOf(salt, payload),
      },
    ],
  );
  if (outcome.kind === 'recorded') return { kind: 'acknowledged', timepoint, on: now.day };
  return { kind: 'refused', problem: { code: 'changed-meanwhile', params: {} } };
}

/** Readers with withdrawals they have not acknowledged, for whoever oversees. */
export async function listUnacknowledged(
  parts: WithdrawalParts,
  principal: Principal,
): Promise<{ readonly kind: 'found'; readonly readers: readonly ReaderLine[] } | Refusal> {
  const decision = parts.access.decide(principal, 'access.read-any', { kind: 'file' }, 'oversight');
  if (decision.kind === 'refused') return decision;
  const readers: ReaderLine[] = [];
  for (const account of await parts.bulk.listReaders()) {
    const line = await standingOf(parts, account);
    const sinceOn = line.since === undefined ? undefined : readTimepoint(line.since)?.day;
    if (line.open > 0 || line.overdue) {
      readers.push({ ...line, ...(sinceOn === undefined ? {} : { sinceOn }) });
    }
  }
  return { kind: 'found', readers };
}

/** Why a reader gets no new file: it has left withdrawals unacknowledged for too long. */
export async function findOverdue(
  parts: WithdrawalParts,
  account: string,
): Promise<Problem | undefined> {
  const { since, overdue } = await standingOf(parts, account);
  if (since === undefined || !overdue) return undefined;
  const day = readTimepoint(since)?.day ?? '—';
  return problem('withdrawals-unacknowledged', { since: day, days: bulkSettings.acknowledgeDays });
}

/** Pages of changes that are looked through for a withdrawal; beyond them one is taken for certain. */
const pagesLookedThrough = 25;

async function standingOf(parts: WithdrawalParts, account: string): Promise<ReaderLine> {
  const since = await openSince(parts, account);
  if (since === undefined) return { account, open: 0, overdue: false };
  const from = readTimepoint(since);
  const now = await cutToday(parts);
  const late = from === undefined || daysBetween(from.day, now.day) > bulkSettings.acknowledgeDays;
  let next: string | undefined;
  for (let page = 0; page < pagesLookedThrough; page += 1) {
    const query = {
      after: since,
      scope: 'keyed',
      ...(next === undefined ? {} : { next }),
    } as const;
    const outcome = await listChanges(parts, query);
    if (outcome.kind === 'refused') return { account, since, open: 1, overdue: true };
    const { view } = outcome;
    const open = view.changes.filter(isWithdrawal(view.keyed)).length;
    if (open > 0) return { account, since, open, overdue: late };
    next = view.next;
    if (next === undefined) return { account, since, open: 0, overdue: false };
  }
  return { account, since, open: 1, overdue: late };
}

/** The last acknowledgement, else the first thing taken. */
async function openSince(parts: WithdrawalParts, account: string): Promise<string | undefined> {
  const held = firstHeld(await parts.journal.accessesTo(account));
  if (held === undefined) return undefined;
  return foldReader(await parts.journal.entriesOf(account))?.acknowledged ?? held;
}

async function cutToday(parts: WithdrawalParts) {
  const { clock } = await startAnswer(parts);
  return cutNow(parts.journal, clock.today);
}

/** Decides for a reader about its own key; anybody else is refused as the policies say. */
export function decideOwn(
  { access }: Pick<WithdrawalParts, 'access'>,
  principal: Principal,
  operation: 'bulk.adverse' | 'bulk.acknowledge',
): Refusal | undefined {
  const owner = principal.kind === 'reader' ? { owner: principal.account } : {};
  const decision = access.decide(principal, operation, { kind: 'file', ...owner }, 'reuse');
  if (decision.kind === 'granted' && principal.kind === 'reader') return undefined;
  return { kind: 'refused', problem: problem('key-needed', {}) };
}
