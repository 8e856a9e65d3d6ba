import { jsonOf, type CivilDate } from '@credence/domain';

import type { CaseAction } from '../../entry/case-payload.ts';
import {
  isSuperiorTold as isTold,
  superiorToldKind,
  superiorToldStream,
  type SuperiorToldPayload,
} from '../../entry/own-payload.ts';
import { judgedEntries } from '../../contract/contract-entries.ts';
import { newEntry } from '../../matter/file-matters.ts';
import type { Message, NewEntry } from '../../port/journal.ts';
import type { AgencyRow } from '../../port/register.ts';
import { wordToAgency } from '../../work/word-to-agency.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { lastOf, matterOf } from '../fold-case.ts';
import { isSuperiorTold } from '../law/court-law.ts';
import { subjectOf } from './dossier.ts';
import type { CaseParts } from './open-desk.ts';

interface ToldSuperior {
  readonly entries: readonly NewEntry[];
  readonly outbox: readonly Message[];
}

const nobody: ToldSuperior = { entries: [], outbox: [] };

/**
 * Lays a notice into the inbox of the agency above a listed organ or enterprise of the state: with
 * the service of the decision, or with the letter that the office sends. It is told once; where the
 * register does not know who is above it, the letter of the case is the way.
 */
export async function tellSuperior(
  parts: CaseParts,
  step: {
    readonly home: string;
    readonly file: CaseFile;
    readonly action: CaseAction;
    readonly world: CaseWorld;
    readonly eraseOn: CivilDate | undefined;
  },
): Promise<ToldSuperior> {
  const { home, file, action, world, eraseOn } = step;
  const isServed = action.kind === 'served' && action.paper === 'decision';
  if (!isServed && action.kind !== 'superior-told') return nobody;
  if (!isSuperiorTold(file, world, action.on)) return nobody;
  // Its page is among those of public bodies from now on, for as long as the listing stands.
  const judged = isServed ? await judgedEntries(parts, { home, on: action.on }) : [];
  const told = await noticeAbove(parts, { home, file, action, world, eraseOn });
  return { entries: [...judged, ...told.entries], outbox: told.outbox };
}

async function noticeAbove(
  parts: CaseParts,
  { home, file, action, world, eraseOn }: Parameters<typeof tellSuperior>[1],
): Promise<ToldSuperior> {
  const { caseId } = file;
  const named = matterOf(file, 'listing')?.enforcement?.superior;
  if (named === undefined) return nobody;
  const agency = (await parts.register.agencies()).find((each) => isCalled(each, named));
  if (agency === undefined) return nobody;
  const before = await parts.journal.entriesOf(agency.home, { stream: superiorToldStream });
  if (before.some(({ payload }) => isTold(payload) && payload.caseId === caseId)) return nobody;
  const document = action.kind === 'superior-told' ? action.document : undefined;
  const payload: SuperiorToldPayload = {
    ...{ caseId, home, on: action.on },
    name: subjectOf(world).name ?? '',
    number: (document ?? lastOf(file, 'drafted')?.document)?.number ?? '',
  };
  const place = { home: agency.home, stream: superiorToldStream, kind: superiorToldKind };
  return {
    entries: [newEntry(parts, { ...place, payload: jsonOf(payload) }, eraseOn)],
    outbox: await wordToAgency(parts, { home: agency.home, agency: agency.code }),
  };
}

/** A case names whoever is above a debtor by the code of an agency, or by its name. */
function isCalled({ code, name }: AgencyRow, named: string): boolean {
  return [code, name.zh, name.en].includes(named.trim());
}
