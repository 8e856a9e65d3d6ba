import { problem } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import { isOpenTo } from '../desk/audience.ts';
import { actsForParty } from '../desk/dossier.ts';
import { allow, openHome, refuse, type CaseParts } from '../desk/open-desk.ts';
import { standing } from '../standing/standing.ts';
import { composeLetter } from './compose-letter.ts';
import { both, inBoth } from './letter-words.ts';
import { lettersOf } from './letters-of.ts';
import type { LetterOrder, LetterOutcome, LetterPress } from './letter.ts';

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
  const allowed = allow(parts, principal, {
    operation: 'case.read',
    ...(row === undefined ? {} : { home: row.home }),
    desks: { ...(own === undefined ? {} : { own }), ...(body === undefined ? {} : { body }) },
  });
  if (allowed.kind === 'refused') return allowed;
  if (row === undefined) return { kind: 'not-found' };
  const { press } = parts;
  if (press === undefined) return refuse(problem('case-letter-no-press', {}));
  const access = { ...allowed.access, fields: ['case', `letter:${document}`] };
  const { cases, world, today } = await openHome(parts, row.home, access);
  const file = cases.get(caseId)?.file;
  const visibleTo = file === undefined ? undefined : standing(file, world, today)?.visibleTo;
  if (file === undefined || visibleTo === undefined) return { kind: 'not-found' };
  if (!isOpenTo(principal, file, visibleTo)) return { kind: 'not-found' };
  // A party is handed what was served on it, and no decision that still lies at the office.
  const isParty = principal.kind === 'representative';
  if (isParty && !lettersOf(actsForParty(file)).includes(document)) return { kind: 'not-found' };
  const names = new Map((await parts.register.agencies()).map(({ code, name }) => [code, name]));
  const composed = composeLetter(file, world, {
    ...{ document, language, today },
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
