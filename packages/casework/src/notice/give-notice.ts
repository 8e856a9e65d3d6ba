import { problem } from '@credence/domain';

import { fieldsOfCase } from '../access/case-of-look.ts';
import type { Principal } from '../access/principal.ts';
import { endOfRetention } from '../case/desk/end-of-retention.ts';
import { isOpenTo } from '../case/desk/audience.ts';
import {
  allow,
  openHome,
  refuse,
  type Allowed,
  type CaseParts,
  type OpenedHome,
} from '../case/desk/open-desk.ts';
import { both, dayWords, inBoth } from '../case/letter/letter-words.ts';
import { standing } from '../case/standing/standing.ts';
import type { CaseFile } from '../case/case.ts';
import {
  caseNoticeClosedKind,
  caseNoticeKind,
  caseNoticePlaceKind,
  caseNoticeStream,
  type CaseNoticeClosedPayload,
  type CaseNoticePayload,
  type CaseNoticePlacePayload,
} from '../entry/case-notice-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { NewEntry } from '../port/journal.ts';
import { caseNumberOf, newCode, placeOfCode } from './notice-code.ts';
import { noticeLetter } from './notice-letter.ts';
import { lastDayOf, noticesIn, seatsToGive, stateOfNotice } from './notice-state.ts';
import type { NoticeCasework } from './notice.ts';

interface OpenedCase extends OpenedHome {
  readonly kind: 'case';
  readonly home: string;
  readonly file: CaseFile;
  readonly allowed: Allowed;
}

/** A case at its own desk, whose officials give notices of it. */
async function openCaseOf(parts: CaseParts, principal: Principal, caseId: string) {
  const row = await parts.register.findCase(caseId);
  const own = row?.agency[0];
  const allowed = allow(parts, principal, {
    operation: 'notice.give',
    ...(row === undefined ? {} : { home: row.home }),
    desks: own === undefined ? {} : { own },
  });
  if (allowed.kind === 'refused') return allowed;
  if (row === undefined) return { kind: 'not-found' } as const;
  const { home } = row;
  const access = { ...allowed.access, fields: fieldsOfCase(caseId) };
  const opened = await openHome(parts, home, access);
  const file = opened.cases.get(caseId)?.file;
  if (file === undefined) return { kind: 'not-found' } as const;
  return { kind: 'case', home, file, allowed, ...opened } satisfies OpenedCase;
}

/** @see {@link NoticeCasework.giveNotice} */
export async function giveNotice(
  parts: CaseParts,
  ...[principal, order]: Parameters<NoticeCasework['giveNotice']>
): ReturnType<NoticeCasework['giveNotice']> {
  const { caseId, as, addressee } = order;
  const opened = await openCaseOf(parts, principal, caseId);
  if (opened.kind !== 'case') return opened;
  const { home, file, world, today, entries, allowed } = opened;
  const found = standing(file, world, today);
  if (found === undefined || !isOpenTo(principal, file, found.visibleTo)) {
    return { kind: 'not-found' };
  }
  const seats = seatsToGive(file, found, { world, today });
  const lastOn = lastDayOf({ on: today }, world);
  if (!seats.includes(as) || lastOn === undefined) {
    const accepted = seats.length === 0 ? '—' : seats.join(', ');
    return refuse(problem('notice-no-seat', { value: as, accepted }));
  }
  if (parts.press === undefined) return refuse(problem('case-letter-no-press', {}));
  const noticeId = parts.uuid();
  const code = newCode(noticeId, parts.salt());
  const agency = file.opened.desks.own;
  const name = (await parts.register.agencies()).find((each) => each.code === agency)?.name;
  const place = noticesIn(caseId, entries).length + 1;
  const number = caseNumberOf(caseId);
  const { language, enterAt } = order;
  const letter = noticeLetter(
    { number, code, place, as, addressee, language, enterAt },
    {
      authority: name === undefined ? both(agency) : inBoth(name),
      on: dayWords(today),
      lastOn: dayWords(lastOn),
    },
  );
  // Printed first: a code that reached no paper is none.
  const bytes = await parts.press.print(letter);
  const { official } = allowed.actor;
  const account = 'account' in principal ? { account: principal.account } : {};
  const payload: CaseNoticePayload = {
    ...{ noticeId, caseId, as, place, on: today },
    by: { official, agency: allowed.actor.agency, ...account },
  };
  const led: CaseNoticePlacePayload = { noticeId, caseId, home };
  const eraseOn = await endOfRetention(parts, file, world);
  const stream = caseNoticeStream(noticeId);
  await record(parts, allowed, [
    newEntry(parts, { home, stream, kind: caseNoticeKind, payload }, eraseOn),
    newEntry(
      parts,
      {
        ...{ home: placeOfCode(number, code), stream: 'place' },
        ...{ kind: caseNoticePlaceKind, payload: led },
      },
      eraseOn,
    ),
  ]);
  return { kind: 'given', noticeId, fileName: `case-notice-${number}-${String(place)}.pdf`, bytes };
}

async function record(
  parts: CaseParts,
  { actor, purpose }: Allowed,
  entries: readonly NewEntry[],
): Promise<void> {
  await parts.journal.record({ actor, purpose, basis: [] }, entries);
}

/** @see {@link NoticeCasework.closeNotice} */
export async function closeNotice(
  parts: CaseParts,
  ...[principal, { caseId, noticeId }]: Parameters<NoticeCasework['closeNotice']>
): ReturnType<NoticeCasework['closeNotice']> {
  const opened = await openCaseOf(parts, principal, caseId);
  if (opened.kind !== 'case') return opened;
  const { home, file, world, today, entries, allowed } = opened;
  const given = noticesIn(caseId, entries).find((each) => each.noticeId === noticeId);
  if (given === undefined) return { kind: 'not-found' };
  const { state } = stateOfNotice(given, standing(file, world, today), { world, today });
  if (state !== 'closed') {
    const payload: CaseNoticeClosedPayload = { noticeId, on: today };
    const entry = { home, stream: caseNoticeStream(noticeId), kind: caseNoticeClosedKind, payload };
    const eraseOn = await endOfRetention(parts, file, world);
    await record(parts, allowed, [newEntry(parts, entry, eraseOn)]);
  }
  return { kind: 'closed' };
}
