import { problem, refuse } from '@credence/domain';

import type { MatterClosed, MatterDeclined } from '../entry/matter-payload.ts';
import type { NewEntry } from '../port/journal.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { newEntry } from './file-matters.ts';
import { retentionOf } from './find-held.ts';
import { matterStream } from './fold-matters.ts';
import type { DecideCommand, MatterOutcome } from './matter.ts';
import { demands, openMatter, type MatterParts } from './open-desk.ts';
import { overtaken, readReason } from './propose-matter.ts';
import { settleConflict } from './settle-conflict.ts';
import { settleReviewed } from './settle-reviewed.ts';
import { actorOf, secondTo, type SecondSignatory } from './signatory.ts';
import type { Deciding, Settlement } from './settlement.ts';

/**
 * The second name. Whoever proposed never decides: closing a matter takes a signatory that only
 * another person can be. What follows from the decision and the end of the matter are one command.
 */
export async function decideMatter(
  parts: MatterParts,
  command: DecideCommand,
): Promise<MatterOutcome> {
  const { principal, matterId } = command;
  const opened = await openMatter(parts, principal, { matterId, step: 'decide' });
  if (opened.kind !== 'opened') return opened;
  const { matter, entries, signatory } = opened;
  const { proposal } = matter;
  if (proposal === undefined) {
    return refuse(problem('matter-state', { state: matter.state, accepted: 'proposed' }));
  }
  const second = secondTo(proposal, signatory);
  if (second === undefined) {
    return refuse(problem('second-person-needed', { official: proposal.by.official }));
  }
  const { clock } = await startAnswer(parts);
  const deciding: Deciding = { matter, entries, proposal, today: clock.today };
  if (command.verdict === 'decline') return decline(parts, deciding, { second, command });
  const settled =
    matter.opened.kind === 'conflict'
      ? await settleConflict(parts, deciding)
      : await settleReviewed(parts, deciding);
  if (settled.kind === 'refused') return settled;
  return close(parts, deciding, { second, settlement: settled.settlement });
}

async function decline(
  parts: MatterParts,
  deciding: Deciding,
  by: { readonly second: SecondSignatory; readonly command: DecideCommand },
): Promise<MatterOutcome> {
  const reason = readReason(by.command.reason ?? '');
  if (reason.kind === 'refused') return reason;
  const payload: MatterDeclined = {
    matterId: deciding.matter.opened.matterId,
    reason: reason.text,
    on: deciding.today,
    by: by.second,
  };
  const step = { kind: 'matter-declined@1', payload };
  return append(parts, deciding, { step, second: by.second, entries: [], expect: [] });
}

async function close(
  parts: MatterParts,
  deciding: Deciding,
  by: { readonly second: SecondSignatory; readonly settlement: Settlement },
): Promise<MatterOutcome> {
  const { matter, proposal, today } = deciding;
  const { result, recordId, home, entries, expect } = by.settlement;
  const payload: MatterClosed = {
    matterId: matter.opened.matterId,
    choice: proposal.choice,
    result,
    on: today,
    by: by.second,
    ...(recordId === undefined ? {} : { recordId }),
    ...(home === undefined ? {} : { home }),
  };
  const step = { kind: 'matter-closed@1', payload };
  const outcome = await append(parts, deciding, { step, second: by.second, entries, expect });
  return outcome.kind === 'recorded' ? { ...outcome, result } : outcome;
}

async function append(
  parts: MatterParts,
  { matter, proposal }: Deciding,
  act: Pick<Settlement, 'entries' | 'expect'> & {
    readonly second: SecondSignatory;
    readonly step: Pick<NewEntry, 'kind' | 'payload'>;
  },
): Promise<MatterOutcome> {
  const { home, opened, seq } = matter;
  const stream = matterStream(opened.matterId);
  const eraseOn = await retentionOf(parts, opened.record);
  const outcome = await parts.journal.record(
    {
      actor: actorOf(act.second),
      purpose: demands[opened.kind].purpose,
      basis: proposal.basis,
    },
    [...act.entries, newEntry(parts, { home, stream, ...act.step }, eraseOn)],
    { expect: [{ home, stream, seq }, ...act.expect] },
  );
  if (outcome.kind === 'conflict') return refuse(overtaken);
  const state = act.step.kind === 'matter-closed@1' ? 'closed' : 'open';
  return { kind: 'recorded', receipt: outcome.receipt, state };
}
