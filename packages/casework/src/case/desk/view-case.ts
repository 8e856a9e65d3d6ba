import { toIso } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import { caseRows } from '../../project/case-rows.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { standing } from '../standing/standing.ts';
import type { CaseCasework, CaseLine } from './case-casework.ts';
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
    operation: 'case.read',
    ...(row === undefined ? {} : { home: row.home }),
    desks: { ...(own === undefined ? {} : { own }), ...deskOf(principal, row?.agency ?? []) },
  });
  if (allowed.kind === 'refused') return allowed;
  if (row === undefined) return { kind: 'not-found' };
  const { home } = row;
  const { cases, world, entries, clock, today } = await openHome(parts, home, allowed.access);
  const file = cases.get(caseId)?.file;
  const found = file === undefined ? undefined : standing(file, world, today);
  if (file === undefined || found === undefined) return { kind: 'not-found' };
  const readers = (await parts.journal.accessesTo(home)).map(({ at, reader, purpose }) => ({
    at: toIso(at),
    reader: reader.official,
    agency: reader.agency,
    purpose,
  }));
  const refolded = caseRows(home, entries, world.rulebook).filter((each) => each.caseId === caseId);
  return {
    kind: 'found',
    view: {
      ...{ clock, home, actions: file.actions, standing: found, readers },
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
