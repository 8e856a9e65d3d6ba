import { toIso } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import { caseRows } from '../../project/case-rows.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { isForSystems, isOpenToSystem } from '../task/for-systems.ts';
import { standing } from '../standing/standing.ts';
import { isOpenTo } from './audience.ts';
import type { CaseCasework, CaseLine } from './case-casework.ts';
import { actsForParty, openDossier } from './dossier.ts';
import { lookAtOffices } from './offices.ts';
import { allow, openHome, type CaseParts } from './open-desk.ts';

/** A case as whoever may read it sees it: every act, everything that runs, and who looked. */
export async function viewCase(
  parts: CaseParts,
  principal: Principal,
  caseId: string,
): ReturnType<CaseCasework['viewCase']> {
  const row = await parts.register.findCase(caseId);
  const own = row?.agency[0];
  const allowed = allow(parts, principal, {
    operation: principal.kind === 'machine' ? 'task.read' : 'case.read',
    ...(row === undefined ? {} : { home: row.home }),
    desks: { ...(own === undefined ? {} : { own }), ...deskOf(principal, row?.agency ?? []) },
  });
  if (allowed.kind === 'refused') return allowed;
  if (row === undefined || !isForSystems(principal, row)) return { kind: 'not-found' };
  const { home } = row;
  const { cases, world, entries, clock, today } = await openHome(parts, home, allowed.access);
  const file = cases.get(caseId)?.file;
  const found = file === undefined ? undefined : standing(file, world, today);
  if (file === undefined || found === undefined) return { kind: 'not-found' };
  // Before its notice a proposal is nobody's business; a desk without a turn yet sees nothing.
  const isOpen = isOpenTo(principal, file, found.visibleTo) && isOpenToSystem(principal, file);
  if (!isOpen) return { kind: 'not-found' };
  const isParty = principal.kind === 'representative';
  const oversees = principal.kind === 'operator' || allowed.purpose === 'oversight';
  const readers = (await parts.journal.accessesTo(home)).map(({ at, reader, purpose }) => ({
    at: toIso(at),
    // Whoever has a part in the case is shown the office; oversight finds the account.
    reader: oversees ? reader.official : reader.role,
    agency: reader.agency,
    purpose,
  }));
  const readBy = readers.map(({ agency }) => agency);
  const offices = await lookAtOffices(parts, Object.values(file.opened.desks));
  const refolded = caseRows(home, entries, world.rulebook).filter((each) => each.caseId === caseId);
  return {
    kind: 'found',
    view: {
      ...{ clock, home, standing: found, readers },
      actions: isParty ? actsForParty(file) : file.actions,
      dossier: openDossier(allowed.hand, file, { home, world, today, offices, readBy }),
      projected: [row],
      refolded,
    },
  };
}

function deskOf(principal: Principal, agencies: readonly string[]) {
  const body =
    'agency' in principal ? agencies.find((each) => each === principal.agency) : undefined;
  return body === undefined ? {} : { body };
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
      if (file === undefined || found?.queue?.agency !== agency) continue;
      const { kind, phase, queue } = found;
      lines.push({ caseId, kind, openedOn: file.opened.on, phase, queue });
    }
  }
  const cases = lines.sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1));
  return { kind: 'found', view: { clock, agency, cases } };
}
