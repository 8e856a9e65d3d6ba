import { problem } from '@credence/domain';

import { headOf } from '../../access/find-home.ts';
import { fieldsOfCase } from '../../access/case-of-look.ts';
import type { Principal } from '../../access/principal.ts';
import type { CaseFile } from '../case.ts';
import { isOpenTo } from '../desk/audience.ts';
import { actsForParty } from '../desk/dossier.ts';
import { allow, openHome, refuse, type CaseParts } from '../desk/open-desk.ts';
import { findSeat, seatsIn } from '../desk/party-seat.ts';
import { matterOf } from '../fold-case.ts';
import { standing } from '../standing/standing.ts';
import { composeLetter } from './compose-letter.ts';
import { both, inBoth, type Both } from './letter-words.ts';
import { lettersOf } from './letters-of.ts';
import type { LetterOrder, LetterOutcome, LetterPress } from './letter.ts';

/** The other of two organisations in a case about who is who, as its copy is addressed. */
async function otherOf(parts: CaseParts, file: CaseFile): Promise<Both | undefined> {
  const matter = matterOf(file, 'identity');
  if (matter === undefined) return undefined;
  const entries = await parts.journal.entriesOf(matter.other);
  const head = headOf(matter.other, entries);
  // A register that found both to be one has nothing left under the other's own records.
  const seat = seatsIn(matter.other, entries).find(({ caseId }) => caseId === file.caseId);
  const name = head?.name ?? seat?.name;
  const code = head?.identifiers[0]?.value;
  if (name === undefined) return undefined;
  return code === undefined ? both(name) : both(`${name}（${code}）`, `${name} (${code})`);
}

/** What letters need beside the case. */
export type LetterParts = CaseParts & { readonly press?: LetterPress };

/** Writes a paper of a case for whoever may read the case; the look is written down with it. */
export async function writeLetter(
  parts: LetterParts,
  principal: Principal,
  order: LetterOrder,
): Promise<LetterOutcome> {
  const { caseId, document, language } = order;
  const row = await parts.register.findCase(caseId);
  const [own] = row?.agency ?? [];
  const asker = 'agency' in principal ? principal.agency : undefined;
  const body = row?.agency.find((each) => each === asker);
  const seat = await findSeat(parts, principal, row);
  const allowed = allow(parts, principal, {
    operation: 'case.read',
    ...(row === undefined ? {} : { home: row.home }),
    desks: { ...(own === undefined ? {} : { own }), ...(body === undefined ? {} : { body }) },
    seat,
  });
  if (allowed.kind === 'refused') return allowed;
  if (row === undefined) return { kind: 'not-found' };
  const { press } = parts;
  if (press === undefined) return refuse(problem('case-letter-no-press', {}));
  const access = { ...allowed.access, fields: [...fieldsOfCase(caseId), `letter:${document}`] };
  const { cases, world, today } = await openHome(parts, row.home, access);
  const file = cases.get(caseId)?.file;
  const visibleTo = file === undefined ? undefined : standing(file, world, today)?.visibleTo;
  if (file === undefined || visibleTo === undefined) return { kind: 'not-found' };
  if (!isOpenTo(principal, file, visibleTo, seat)) return { kind: 'not-found' };
  // A party is handed what was served on it, and no decision that still lies at the office.
  const isParty = principal.kind === 'representative';
  if (isParty && !lettersOf(actsForParty(file, seat?.as)).includes(document)) {
    return { kind: 'not-found' };
  }
  const names = new Map((await parts.register.agencies()).map(({ code, name }) => [code, name]));
  const isToOther = seat?.as === 'other-subject' || order.to === 'other-subject';
  const to = isToOther ? await otherOf(parts, file) : undefined;
  const composed = composeLetter(file, world, {
    ...{ document, language, today },
    ...(to === undefined ? {} : { to }),
    nameOf: (agency) => {
      const name = names.get(agency);
      return name === undefined ? both(agency) : inBoth(name);
    },
  });
  if (composed.kind === 'refused') return refuse(composed.problem);
  const { letter } = composed;
  return {
    kind: 'written',
    fileName: `${document}-${caseId}.pdf`,
    mediaType: 'application/pdf',
    bytes: await press.print(letter),
    letter,
  };
}
