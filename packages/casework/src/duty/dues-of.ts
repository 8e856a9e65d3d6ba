import {
  campaignDues,
  isBefore,
  parseCivilDate,
  yearlyDues,
  type CivilDate,
  type Due,
} from '@credence/domain';
import type { DutyCard, Edition } from '@credence/rulebook';

import { foldLife, isGone } from '../life/fold-life.ts';
import type { Entry } from '../port/journal.ts';
import { foldSubject, type RecordState } from '../state/subject-state.ts';
import { dutyKey, foldDuties, type DutiesState } from './fold-duties.ts';

type Owed = DutyCard['owedBy'][number];

/** A duty of an organisation, with what is due of it. */
export interface OwedDuty {
  readonly card: DutyCard;
  readonly row: Owed;
  /** What is due, each with the key of the filing that answers it. */
  readonly dues: readonly (Due & { readonly filing: string })[];
}

/** An organisation as its duties know it. */
export interface Debtor {
  readonly duties: readonly OwedDuty[];
  readonly state: DutiesState;
  readonly name: string;
  readonly code: string;
  /** Code of the authority that it is registered with today. */
  readonly registrar: string;
}

const registrationItem = 'registration';

/**
 * Whoever is registered with a unified code, and the duties that today's law lays on such a code.
 * Where the register knows no registration, or not since when, nothing is owed here: a duty that
 * cannot be proven is none (guard G27).
 */
export function debtorOf(
  home: string,
  entries: readonly Entry[],
  { edition, today }: { readonly edition: Edition; readonly today: CivilDate },
): Debtor | undefined {
  if (edition.duties.size === 0) return undefined;
  const { records } = foldSubject(home, entries);
  const registration = records.findLast(
    ({ record, end }) => record.item === registrationItem && end === undefined,
  );
  const code = registration?.record.subject.identifiers.find(({ scheme }) => scheme === 'uscc');
  const registeredOn = establishedOn(registration);
  if (registration === undefined || code === undefined || registeredOn === undefined) {
    return undefined;
  }
  const state = foldDuties(entries);
  const { subject, provider } = registration.record;
  const isOver = isGone(foldLife(entries), today);
  const duties = [...edition.duties.values()].flatMap((card): OwedDuty[] => {
    const row = card.owedBy.find(({ codeBegins }) => codeBegins.includes(code.value.slice(0, 2)));
    if (row === undefined || !card.subjects.includes(subject.kind)) return [];
    if (isBefore(today, card.inForce.from)) return [];
    const dues = duesOf({ card, row, state, registeredOn }, edition, today);
    // Whoever is no more owes no report; what it filed stays filed.
    return [{ card, row, dues: isOver ? dues.filter(isFiled) : dues }];
  });
  const registrar = registrarOn(entries, today) ?? provider.code;
  return { duties, state, name: subject.name ?? code.value, code: code.value, registrar };
}

function isFiled({ state }: Due): boolean {
  return state === 'filed' || state === 'filed_late';
}

function establishedOn(registration: RecordState | undefined): CivilDate | undefined {
  const established = registration?.record.facts['established'];
  return typeof established === 'string' ? parseCivilDate(established) : undefined;
}

/** The authority that took over the registration last. */
function registrarOn(entries: readonly Entry[], today: CivilDate): string | undefined {
  return foldLife(entries)
    .filter(({ event, state, part }) => {
      const isOwn = event.event === 'registrar' && part === undefined;
      return isOwn && state === 'stands' && !isBefore(today, event.effectiveOn);
    })
    .map(({ event }) => event.after)
    .at(-1);
}

function duesOf(
  owed: Pick<OwedDuty, 'card' | 'row'> & {
    readonly state: DutiesState;
    readonly registeredOn: CivilDate;
  },
  { months }: Edition,
  today: CivilDate,
): OwedDuty['dues'] {
  const { card, row, state, registeredOn } = owed;
  const { period, inForce } = card;
  const own = [...state.filings].filter(([, { newest }]) => newest.duty === card.duty);
  switch (period.kind) {
    case 'yearly': {
      if (row.lastDay === undefined) return [];
      const filed = new Map(own.map(([, { newest, firstOn }]) => [newest.key, firstOn]));
      const rule = { ...period, lastDay: row.lastDay };
      const known = { registeredOn, ruleFrom: inForce.from, filed, today };
      return yearlyDues(rule, known).map((due) => ({ ...due, filing: due.key }));
    }
    case 'campaign':
      return own.flatMap(([, { newest, days }]) => {
        const begins = dayIn(newest.fields[period.beginsIn]);
        const ends = dayIn(newest.fields[period.endsIn]);
        if (begins === undefined || ends === undefined) return [];
        const known = { begins, ends, filed: days, today, round: months.round };
        return campaignDues(period, known).map((due) => ({ ...due, filing: newest.key }));
      });
    case 'standing':
      return [];
  }
}

function dayIn(value: unknown): CivilDate | undefined {
  return typeof value === 'string' ? parseCivilDate(value) : undefined;
}

/** The due of a yearly duty for one key; undefined where it is not owed or not open yet. */
export function dueFor(
  { duties }: Debtor,
  what: { readonly duty: string; readonly key: string },
): { readonly owed: OwedDuty; readonly due: Due } | undefined {
  for (const owed of duties) {
    if (owed.card.duty !== what.duty) continue;
    const due = owed.dues.find(({ filing }) => dutyKey({ ...what, key: filing }) === dutyKey(what));
    if (due !== undefined) return { owed, due };
  }
  return undefined;
}
