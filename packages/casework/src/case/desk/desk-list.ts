import { problem, type CivilDate } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import type { Entry } from '../../port/journal.ts';
import type { CaseRow } from '../../port/register.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import type { CaseClock, CaseFile, CaseStanding, CaseWorld } from '../case.ts';
import { formsFor } from '../form/act-form.ts';
import { evaluationTitle } from '../law/evaluation-title.ts';
import {
  editionOn,
  listCardOf,
  measureCardOf,
  pledgeCardOf,
  recordOf,
  rootOf,
} from '../law/law-of-case.ts';
import { listsCard } from '../law/inspection-law.ts';
import { isOpenTo } from './audience.ts';
import type { CaseCasework, CaseDeskLine } from './case-casework.ts';
import { subjectOf } from './dossier.ts';
import { allow, openHome, refuse, type Allowed, type CaseParts } from './open-desk.ts';
import { seatsIn, type SeatInCase } from './party-seat.ts';
import { turnFor } from '../standing/queue-of.ts';
import { standing } from '../standing/standing.ts';

/** More than a desk reads in a day; what lies deeper shows once the first are done. */
const openListed = 200;
/** What is over is looked up, not worked through. */
const closedListed = 20;

/** @see {@link CaseCasework.viewCaseDesk} */
export async function viewCaseDesk(
  parts: CaseParts,
  principal: Principal,
  asked?: string,
): ReturnType<CaseCasework['viewCaseDesk']> {
  const agency = asked ?? ('agency' in principal ? principal.agency : undefined);
  const places = await placesOf(parts, principal, agency);
  if (places.kind === 'refused') return places;
  const { clock } = await startAnswer(parts);
  const lines: CaseDeskLine[] = [];
  for (const { home, allowed, cases: wanted } of places.places) {
    const { cases, world, today, entries } = await openHome(parts, home, allowed.access);
    if (principal.kind === 'representative') {
      const held = await openSeats(parts, principal, seatsIn(home, entries));
      lines.push(...held.map(({ line }) => line));
    }
    for (const { file } of cases.values()) {
      if (wanted !== undefined && !wanted.has(file.caseId)) continue;
      const found = standing(file, world, today);
      if (found === undefined || !isOpenTo(principal, file, found.visibleTo)) continue;
      const forms = formsFor(allowed.hand, file, world, today);
      lines.push(toLine({ home, file, world, found, forms, agency }));
    }
  }
  const agencies = (await parts.register.agencies()).map(({ code, name }) => ({ code, name }));
  return {
    kind: 'found',
    view: {
      ...{ clock, agencies },
      ...(agency === undefined ? {} : { agency }),
      ...grouped(lines, principal, agency),
    },
  };
}

interface Place {
  readonly home: string;
  readonly allowed: Allowed;
  /** Absent: all cases of the home. */
  readonly cases?: ReadonlySet<string>;
}

type Places = ReturnType<typeof refuse> | { readonly kind: 'places'; readonly places: Place[] };

/** The homes whose cases somebody may list, each with the leave under which it is read. */
async function placesOf(
  parts: CaseParts,
  principal: Principal,
  agency: string | undefined,
): Promise<Places> {
  if (principal.kind === 'representative') {
    const places = principal.mandates.flatMap(({ subject: home }): Place[] => {
      const allowed = allow(parts, principal, { operation: 'case.read', home, desks: {} });
      return allowed.kind === 'allowed' ? [{ home, allowed }] : [];
    });
    return { kind: 'places', places };
  }
  const own = agency ?? '';
  const allowed = allow(parts, principal, { operation: 'case.read', desks: { own } });
  if (allowed.kind === 'refused') return allowed;
  if (agency === undefined) {
    return refuse(problem('not-permitted', { operation: 'case.read', purpose: '-' }));
  }
  const rows = [
    ...(await parts.register.openCases(agency, openListed)),
    ...(await parts.register.closedCases(agency, closedListed)),
  ];
  return { kind: 'places', places: byHome(rows, allowed) };
}

/** More than a creditor works through in a day; the newest are shown. */
const seatsListed = 50;

/** A case about somebody else, open to the organisation that has a part in it. */
export interface HeldSeat {
  readonly seat: SeatInCase;
  readonly file: CaseFile;
  readonly found: CaseStanding;
  readonly world: CaseWorld;
  readonly entries: readonly Entry[];
  readonly today: CivilDate;
  readonly line: CaseDeskLine;
}

/** The cases of others, each read in its own home as one in which the organisation is a party. */
export async function openSeats(
  parts: CaseParts,
  principal: Principal,
  seats: readonly SeatInCase[],
): Promise<readonly HeldSeat[]> {
  const held: HeldSeat[] = [];
  const homes = principal.kind === 'representative' ? homesOf(principal) : new Set<string>();
  for (const seat of seats.slice(0, seatsListed)) {
    // Whoever speaks for the subject as well sees the case there, with all of its rights.
    if (homes.has(seat.of)) continue;
    const allowed = allow(parts, principal, { operation: 'case.read', desks: {}, seat });
    if (allowed.kind === 'refused') continue;
    const { cases, world, today, entries } = await openHome(parts, seat.of, allowed.access);
    const file = cases.get(seat.caseId)?.file;
    const found = file === undefined ? undefined : standing(file, world, today);
    if (file === undefined || found === undefined) continue;
    if (!isOpenTo(principal, file, found.visibleTo, seat)) continue;
    const forms = formsFor(allowed.hand, file, world, today);
    const line = toLine({ home: seat.of, file, world, found, forms });
    held.push({ seat, file, found, world, entries, today, line: { ...line, as: seat.as } });
  }
  return held;
}

function homesOf({ mandates }: Extract<Principal, { readonly kind: 'representative' }>) {
  return new Set(mandates.map(({ subject }) => subject));
}

function byHome(rows: readonly CaseRow[], allowed: Allowed): Place[] {
  const homes = [...new Set(rows.map(({ home }) => home))];
  return homes.map((home) => ({
    ...{ home, allowed },
    cases: new Set(rows.flatMap((row) => (row.home === home ? [row.caseId] : []))),
  }));
}

function toLine(given: {
  readonly home: string;
  readonly file: CaseFile;
  readonly world: CaseWorld;
  readonly found: CaseStanding;
  readonly forms: ReturnType<typeof formsFor>;
  /** Whose desk it is, where an office looks. */
  readonly agency?: string | undefined;
}): CaseDeskLine {
  const { home, file, world, found, forms, agency } = given;
  const { caseId, kind, phase } = found;
  const queue = turnFor(found, agency);
  const due = dueOf(found, queue);
  return {
    ...{ caseId, kind, phase },
    subject: { home, ...subjectOf(world) },
    title: titleOf(file, world),
    openedOn: file.opened.on,
    ...(queue === undefined ? {} : { queue }),
    ...(due === undefined ? {} : { due }),
    acts: forms.flatMap(({ act, refused }) => (refused.length === 0 ? [act] : [])),
  };
}

/** The list, the measure or the record that a case is about, an appeal through what it appeals. */
function titleOf(given: CaseFile, world: CaseWorld): CaseDeskLine['title'] {
  const day = given.opened.on;
  const file = rootOf(given, world);
  const card =
    measureCardOf(file, world, day) ??
    listCardOf(file, world, day) ??
    pledgeCardOf(file, world, day) ??
    listsCard(file, world, day);
  const title = card?.title ?? evaluationTitle(file, world, day);
  if (title !== undefined) return title;
  const id = recordOf(file, world);
  const record = id === undefined ? undefined : world.records.get(id)?.record;
  const item = record === undefined ? undefined : editionOn(world, day)?.items.get(record.item);
  const number = record?.document?.number;
  if (number !== undefined) return { zh: number, en: number };
  const { matter } = file.opened;
  if (matter.case === 'payment-complaint') return { zh: matter.contract, en: matter.contract };
  return item?.title ?? { zh: file.caseId, en: file.caseId };
}

/** The clock of whoever has the turn, else the soonest; none where nobody has to act. */
function dueOf({ clocks }: CaseStanding, queue: CaseStanding['queue']): CaseClock | undefined {
  if (queue === undefined) return undefined;
  const open = clocks
    .filter(({ state }) => state === 'running' || state === 'late')
    .sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
  const own = open.find(({ runsFor }) => runsFor === queue.part);
  const waits = clocks.find(({ state }) => state === 'calendar-not-published');
  return own ?? open[0] ?? waits;
}

function grouped(lines: readonly CaseDeskLine[], principal: Principal, agency: string | undefined) {
  const isMine = ({ queue, acts, as }: CaseDeskLine): boolean =>
    principal.kind === 'representative'
      ? // A creditor may speak as long as it likes; that it has to, nobody says.
        queue?.part === 'subject' && as !== 'creditor'
      : queue !== undefined && queue.agency === agency && acts.some((act) => !always.has(act));
  const open = lines.filter(({ queue }) => queue !== undefined).sort(bySoonest);
  const closed = lines.filter(({ queue }) => queue === undefined);
  return {
    mine: open.filter(isMine),
    waiting: open.filter((line) => !isMine(line)),
    closed: closed.sort((a, b) => (a.openedOn < b.openedOn ? 1 : -1)),
  };
}

/** Always possible, so that they say nothing about whose turn it is. */
const always: ReadonlySet<string> = new Set(['conflict-declared', 'dropped', 'withdrawn']);

function bySoonest(a: CaseDeskLine, b: CaseDeskLine): number {
  const [one, other] = [a, b].map(({ due, openedOn }) => `${due?.dueOn ?? '9'} ${openedOn}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
