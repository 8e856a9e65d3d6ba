import { problem, type Problem, refuse } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import {
  conflictChoices,
  identityChoices,
  type MatterChoice,
  type MatterProposed,
} from '../entry/matter-payload.ts';
import { maskPersonData } from '../intake/person-scan.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { newEntry } from './file-matters.ts';
import { matterStream, type MatterState } from './fold-matters.ts';
import type { MatterOutcome, ProposeCommand } from './matter.ts';
import { demands, openMatter, type MatterParts } from './open-desk.ts';
import { retentionOf } from './find-held.ts';
import { actorOf } from './signatory.ts';

/** Characters a reason or a report may have: enough for a page, too few for a file of people. */
const reasonLength = { min: 4, max: 2_000 } as const;

/** What may be chosen in a matter of each kind. */
export const choicesOf = {
  conflict: conflictChoices,
  identity: identityChoices,
} as const satisfies Record<MatterState['opened']['kind'], readonly MatterChoice[]>;

/** The first name: what should be done about an open matter, with reason and basis. */
export async function proposeMatter(
  parts: MatterParts,
  command: ProposeCommand,
): Promise<MatterOutcome> {
  const { principal, matterId } = command;
  const opened = await openMatter(parts, principal, { matterId, step: 'propose' });
  if (opened.kind !== 'opened') return opened;
  const { matter, signatory } = opened;
  if (matter.state !== 'open') {
    return refuse(problem('matter-state', { state: matter.state, accepted: 'open' }));
  }
  const { clock, edition } = await startAnswer(parts);
  const accepted: readonly MatterChoice[] = choicesOf[matter.opened.kind];
  const choice = accepted.find((each) => each === command.choice);
  if (choice === undefined) {
    const value = command.choice.slice(0, 40);
    return refuse(problem('choice-invalid', { value, accepted: accepted.join(', ') }));
  }
  const reason = readReason(command.reason);
  if (reason.kind === 'refused') return reason;
  const basis = readBasis(command.basis, edition);
  if (basis.kind === 'refused') return basis;
  const payload: MatterProposed = {
    matterId,
    choice,
    reason: reason.text,
    basis: basis.basis,
    on: clock.today,
    by: signatory,
  };
  const { home } = matter;
  const stream = matterStream(matterId);
  const entry = { home, stream, kind: 'matter-proposed@1', payload };
  const outcome = await parts.journal.record(
    {
      actor: actorOf(signatory),
      purpose: demands[matter.opened.kind].purpose,
      basis: basis.basis,
    },
    [newEntry(parts, entry, await retentionOf(parts, matter.opened.record))],
    { expect: [{ home, stream, seq: matter.seq }] },
  );
  if (outcome.kind === 'conflict') return refuse(overtaken);
  const state = choice === 'unsure' ? 'open' : 'proposed';
  return { kind: 'recorded', receipt: outcome.receipt, state };
}

/** Somebody else took a step between the look and this one. */
export const overtaken: Problem = { code: 'changed-meanwhile', params: {} };

/** A reason as it is kept: of a fit length, and without a person's numbers. */
export function readReason(
  given: string,
): { readonly kind: 'read'; readonly text: string } | ReturnType<typeof refuse> {
  const text = given.trim();
  const { length } = [...text];
  if (length < reasonLength.min || length > reasonLength.max) {
    return refuse(problem('text-length', { field: 'reason', length, ...reasonLength }));
  }
  return { kind: 'read', text: maskPersonData(text).text };
}

function readBasis(
  given: readonly string[],
  edition: Edition,
): { readonly kind: 'read'; readonly basis: readonly string[] } | ReturnType<typeof refuse> {
  const basis = given.map((text) => text.trim()).filter((text) => text !== '');
  const wrong = basis.find((text) => {
    const [source = '', at = ''] = text.split('#', 2);
    return at === '' || !edition.sources.has(source);
  });
  if (wrong === undefined) return { kind: 'read', basis };
  return refuse(problem('basis-invalid', { value: wrong.slice(0, 80) }));
}
