import { problem, type Refusal } from '@credence/domain';

import type { Purpose } from '../access/access.ts';
import type { Operation } from '../access/operation.ts';
import type { Principal } from '../access/principal.ts';
import type { CaseworkParts } from '../casework-parts.ts';
import type { Signatory } from '../entry/matter-payload.ts';
import type { Entry } from '../port/journal.ts';
import type { MatterRow } from '../port/register.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';
import { foldMatters, type MatterState } from './fold-matters.ts';
import { actorOf, signatoryOf } from './signatory.ts';

export type MatterParts = CaseworkParts & { readonly loader: RulebookLoader };

/** What each kind of matter asks of whoever reads it, proposes and decides. */
export const demands = {
  conflict: {
    purpose: 'correction',
    propose: 'correction.propose',
    decide: 'correction.decide',
  },
  identity: { purpose: 'identity', propose: 'identity.decide', decide: 'identity.decide' },
} as const satisfies Record<
  MatterRow['kind'],
  {
    readonly purpose: Purpose;
    readonly propose: Operation;
    readonly decide: Operation;
  }
>;

export type OpenedMatter =
  | {
      readonly kind: 'opened';
      readonly matter: MatterState;
      readonly entries: readonly Entry[];
      readonly signatory: Signatory;
    }
  | { readonly kind: 'not-found' }
  | Refusal;

/**
 * Opens a matter for somebody: asks first whether he may, then reads it and writes down in the same
 * step that he did. Whoever may not read any matter is not told which exist.
 */
export async function openMatter(
  parts: MatterParts,
  principal: Principal,
  asked: { readonly matterId: string; readonly step: 'read' | 'propose' | 'decide' },
): Promise<OpenedMatter> {
  const row = await parts.register.findMatter(asked.matterId);
  const { purpose, ...steps } = demands[row?.kind ?? 'conflict'];
  const operation = asked.step === 'read' ? 'matter.read' : steps[asked.step];
  const agency = row?.agency ?? ('agency' in principal ? principal.agency : undefined);
  const allowed = parts.access.decide(
    principal,
    operation,
    {
      kind: 'matter',
      ...(row === undefined ? {} : { home: row.home }),
      ...(agency === undefined ? {} : { agency }),
    },
    asked.step === 'read' ? readingPurpose(principal, purpose) : purpose,
  );
  if (allowed.kind === 'refused') return allowed;
  const signatory = signatoryOf(principal);
  if (signatory === undefined) {
    return { kind: 'refused', problem: problem('not-permitted', { operation, purpose }) };
  }
  if (row === undefined) return { kind: 'not-found' };
  const { home, matterId } = row;
  const reader = actorOf(signatory);
  const entries = await parts.journal.readWithAccess({ reader, purpose, fields: ['matter'] }, home);
  const matter = foldMatters(home, entries).find(({ opened }) => opened.matterId === matterId);
  return matter === undefined
    ? { kind: 'not-found' }
    : { kind: 'opened', matter, entries, signatory };
}

/** Whoever oversees reads for that purpose; everybody else for the desk's own. */
export function readingPurpose(principal: Principal, purpose: Purpose): Purpose {
  const oversees = principal.kind === 'official' && principal.roles.includes('auditor');
  return oversees ? 'oversight' : purpose;
}
