import { problem } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import { paperTypes, type PaperType } from '../../entry/attached-paper.ts';
import { allow, refuse, type CaseParts } from '../desk/open-desk.ts';
import { findSeat } from '../desk/party-seat.ts';
import type { PaperCasework, ReceivePaperCommand } from './paper-casework.ts';

/**
 * Takes a file in before the step that it belongs to. It waits on disk, bound to the account that
 * sent it; what no step names is gone after a while, and nothing of it stands in the journal.
 */
export async function receivePaper(
  parts: CaseParts,
  command: ReceivePaperCommand,
): ReturnType<PaperCasework['receivePaper']> {
  const { principal, name, bytes } = command;
  const tray = parts.papers?.tray;
  if (tray === undefined) return refuse(problem('paper-no-tray', {}));
  const refused = await findRefusal(parts, command);
  if (refused !== undefined) return refused;
  const received = await tray.receive({ account: trayAccountOf(principal), name, bytes });
  switch (received.kind) {
    case 'received':
      return received;
    case 'too-large':
      return refuse(problem('paper-too-large', { name, max: inMebibytes(tray.limitBytes) }));
    case 'no-room':
      return refuse(problem('store-full', {}));
    case 'type-refused':
      return refuse(
        problem('paper-type-refused', { name, found: received.found, accepted: acceptedPapers }),
      );
  }
}

/** The same may hand over a file as may take the step. */
async function findRefusal(
  parts: CaseParts,
  { principal, about, counter }: ReceivePaperCommand,
): Promise<ReturnType<typeof refuse> | undefined> {
  if (counter === true && principal.kind === 'official') {
    // At a counter anybody is served, whoever's the case is.
    const at = { kind: 'case', agency: principal.agency } as const;
    const decision = parts.access.decide(principal, 'case.counter', at, 'counter');
    return decision.kind === 'refused' ? refuse(decision.problem) : undefined;
  }
  const row = about.kind === 'case' ? await parts.register.findCase(about.caseId) : undefined;
  const agency = 'agency' in principal ? principal.agency : undefined;
  // Which of its desks somebody has is asked again by the step itself.
  const own = about.kind === 'subject' ? agency : row?.agency.find((each) => each === agency);
  const home = about.kind === 'subject' ? about.home : row?.home;
  const operation =
    principal.kind === 'machine' ? 'task.act' : about.kind === 'case' ? 'case.act' : 'case.open';
  const allowed = allow(parts, principal, {
    operation,
    ...(home === undefined ? {} : { home }),
    desks: own === undefined ? {} : { own },
    seat: await findSeat(parts, principal, row),
  });
  if (allowed.kind === 'refused') return allowed;
  return about.kind === 'case' && row === undefined
    ? refuse(problem('case-target-missing', { value: about.caseId.slice(0, 40) }))
    : undefined;
}

/** Kinds of files in words that both languages know. */
const shortNames: Readonly<Record<PaperType, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'text/plain': 'TXT, CSV',
};
const acceptedPapers = paperTypes.map((type) => shortNames[type]).join(', ');

export function inMebibytes(bytes: number): string {
  return `${String(Math.floor(bytes / 1_048_576))} MiB`;
}

/** Whose a waiting file is; whoever runs the machine itself has no account. */
export function trayAccountOf(principal: Principal): string {
  if ('account' in principal) return principal.account;
  return principal.kind === 'operator' ? `operator:${principal.agency}` : '';
}
