import { toIso } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import { noticeDeskOf } from '../../notice/view-notice.ts';
import { caseRows } from '../../project/case-rows.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { turnFor } from '../standing/queue-of.ts';
import { standing } from '../standing/standing.ts';
import type { CaseCasework, CaseLine } from './case-casework.ts';
import { actsForParty, openDossier } from './dossier.ts';
import { findReadable } from './find-readable.ts';
import { lookAtOffices } from './offices.ts';
import { allow, openHome, type CaseParts } from './open-desk.ts';

/** A case as whoever may read it sees it: every act, everything that runs, and who looked. */
export async function viewCase(
  parts: CaseParts,
  principal: Principal,
  caseId: string,
): ReturnType<CaseCasework['viewCase']> {
  const read = await findReadable(parts, principal, caseId);
  if (read.kind !== 'found') return read;
  const { allowed, row, home, file, standing: found, world, entries, clock, today, seat } = read;
  const isParty = principal.kind === 'representative';
  const oversees = principal.kind === 'operator' || allowed.purpose === 'oversight';
  // Who looked at the subject is the subject's to know, and the desks'; not another party's.
  const accesses = seat === undefined ? await parts.journal.accessesTo(home) : [];
  const readers = accesses.map(({ at, reader, purpose }) => ({
    at: toIso(at),
    // Whoever has a part in the case is shown the office; oversight finds the account.
    reader: oversees ? reader.official : reader.role,
    agency: reader.agency,
    purpose,
  }));
  const readBy = readers.map(({ agency }) => agency);
  const offices = await lookAtOffices(parts, Object.values(file.opened.desks));
  const isOwnDesk = principal.kind === 'official' && principal.agency === file.opened.desks.own;
  const notices = isOwnDesk
    ? noticeDeskOf(file, found, { entries, world, today, accesses })
    : undefined;
  const refolded = caseRows(home, entries, world.rulebook).filter((each) => each.caseId === caseId);
  return {
    kind: 'found',
    view: {
      ...{ clock, home, standing: found, readers },
      actions: isParty ? actsForParty(file, seat?.as) : file.actions,
      dossier: openDossier(allowed.hand, file, { home, world, today, offices, readBy }),
      ...(notices === undefined ? {} : { notices }),
      projected: [row],
      refolded,
    },
  };
}

/** More than a desk reads in a day; what lies deeper shows once the first are done. */
const casesListed = 200;

/** What waits for an agency, the oldest first; each home is read with an entry of who looked. */
export async function listCases(
  parts: CaseParts,
  principal: Principal,
  agency: string,
): ReturnType<CaseCasework['listCases']> {
  const allowed = allow(parts, principal, { operation: 'case.read', desks: { own: agency } });
  if (allowed.kind === 'refused') return allowed;
  const { clock } = await startAnswer(parts);
  const rows = await parts.register.openCases(agency, casesListed);
  const lines: CaseLine[] = [];
  for (const home of new Set(rows.map((row) => row.home))) {
    const { cases, world, today } = await openHome(parts, home, allowed.access);
    for (const { caseId } of rows.filter((row) => row.home === home)) {
      const file = cases.get(caseId)?.file;
      const found = file === undefined ? undefined : standing(file, world, today);
      const queue = found === undefined ? undefined : turnFor(found, agency);
      if (file === undefined || found === undefined || queue?.agency !== agency) continue;
      const { kind, phase } = found;
      lines.push({ caseId, kind, openedOn: file.opened.on, phase, queue });
    }
  }
  const cases = lines.sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1));
  return { kind: 'found', view: { clock, agency, cases } };
}
