import type { CivilDate, Localised } from '@credence/domain';

import { headOf } from '../access/find-home.ts';
import { toOwnLine } from '../access/own-record-line.ts';
import type { CaseFile, CaseStanding, CaseWorld } from '../case/case.ts';
import { listCardOf, measureCardOf } from '../case/law/law-of-case.ts';
import { repairLaw } from '../case/law/repair-law.ts';
import type { HeldSeat } from '../case/desk/desk-list.ts';
import { consentOn } from '../case/service/consent.ts';
import { standing } from '../case/standing/standing.ts';
import { dueReports, type DueReport } from '../duty/due-reports.ts';
import { isConsulted } from '../entry/consult-payload.ts';
import { isDocumentOpened } from '../entry/own-payload.ts';
import { judgeIncentives } from '../incentive/judge-incentives.ts';
import { listingFacts } from '../incentive/listing-facts.ts';
import type { Entry, Timepoint } from '../port/journal.ts';
import { findBehind } from '../promulgate/find-behind.ts';
import { caseStream } from '../case/desk/fold-cases.ts';
import { fieldsOfRecord } from './record-fields.ts';
import { doorRoutes, type DoorWorld } from './door-routes.ts';
import { heldSeats, openTarget, type OpenedSeat } from './held-seats.ts';
import { dueOf, inboxOf, inOrder, openedKey, type InboxWorld } from './inbox-of.ts';
import type { CounterLook } from './counter-look.ts';
import type {
  DoorTarget,
  DoorView,
  InboxLine,
  OwnCasework,
  OwnCaseLine,
  OwnDeskView,
} from './own.ts';
import { openOwn, type OpenedOwn, type OwnParts } from './own-parts.ts';

/** Everything an organisation's desk shows, in one read that is written down. */
export async function viewOwnDesk(
  parts: OwnParts,
  principal: Parameters<OwnCasework['viewOwnDesk']>[0],
  home: string,
  counter?: CounterLook,
): ReturnType<OwnCasework['viewOwnDesk']> {
  const fields = ['records', 'case'];
  const asked = { home, operation: 'subject.read-own', fields, look: { counter } } as const;
  const own = await openOwn(parts, principal, asked);
  if (own.kind === 'refused') return own;
  const subject = headOf(home, own.entries);
  if (subject === undefined) return { kind: 'not-found' };
  const { clock, state, world, today } = own;
  const records = state.records
    .toSorted((a, b) => b.position - a.position)
    .map((each) => toOwnLine(each, world.rulebook, today));
  const edition = world.rulebook.on(today);
  const incentives =
    edition === undefined
      ? []
      : judgeIncentives(state, { edition, asOf: today, listings: listingFacts(world, today) });
  const cases = casesIn(own);
  const held = await heldSeats(parts, principal, own);
  const parties = held.map(({ line }) => line);
  const events = (state.events ?? []).flatMap(({ event, state: at, part }) =>
    at === 'stands'
      ? [
          {
            ...{ id: event.eventId, event: event.event, effectiveOn: event.effectiveOn },
            ...(part === undefined ? {} : { of: part.of.name }),
          },
        ]
      : [],
  );
  const consulted = own.entries.filter(({ payload }) => isConsulted(payload)).length;
  const agreed = consentOn(world.consents ?? [], today);
  const reports = edition === undefined ? [] : dueReports(home, own.entries, { edition, today });
  const view = {
    ...{ clock, subject, records, inbox: inboxIn(own, held), cases, parties, incentives },
    ...(events.length === 0 ? {} : { events }),
    ...(reports.length === 0 ? {} : { reports: reports.map(withCountdown(own)) }),
    ...(consulted === 0 ? {} : { consulted }),
    ...(agreed === undefined ? {} : { consent: toConsent(agreed) }),
  };
  return { kind: 'found', view };
}

/** With the days that are left, as every line of the inbox has them. */
function withCountdown(own: OpenedOwn) {
  return ({ lastDay, ...report }: DueReport) => ({ ...report, due: dueOf(lastDay, own) });
}

function toConsent({ until, mail }: Agreed): NonNullable<OwnDeskView['consent']> {
  return { until, ...(mail === undefined ? {} : { mail }) };
}

type Agreed = NonNullable<ReturnType<typeof consentOn>>;

/** What may be said about one record or case, and where each of the five choices leads. */
export async function viewDoor(
  parts: OwnParts,
  principal: Parameters<OwnCasework['viewDoor']>[0],
  { home, target }: Parameters<OwnCasework['viewDoor']>[1],
): ReturnType<OwnCasework['viewDoor']> {
  const asked = { home, operation: 'case.read', fields: ['case'] } as const;
  const own = await openOwn(parts, principal, asked);
  if (own.kind === 'refused') return own;
  const subject = headOf(home, own.entries);
  const { clock, state, today } = own;
  const opened = await openTarget(parts, principal, own, target);
  const { world } = opened;
  const record =
    target.kind === 'record'
      ? state.records.find((each) => each.record.recordId === target.recordId)
      : undefined;
  const about =
    'held' in opened
      ? caseLine(opened.held.file, opened.held.found, opened)
      : casesIn(own).find(({ caseId }) => isOf(target, caseId));
  const evaluation = titleOfEvaluation(target, world, today);
  const event = eventOf(target, world);
  const isKnown = [record, about, evaluation, event].some((each) => each !== undefined);
  if (subject === undefined || !isKnown) return { kind: 'not-found' };
  return {
    kind: 'found',
    view: {
      ...{ clock, subject, target },
      ...(record === undefined ? {} : { record: toOwnLine(record, world.rulebook, today) }),
      ...(about === undefined ? {} : { case: about }),
      ...(evaluation === undefined ? {} : { evaluation }),
      ...(event === undefined ? {} : { event }),
      fields: record === undefined ? [] : fieldsOfRecord(record.record, world.rulebook, today),
      routes: doorRoutes(await doorWorldOf(parts, opened, target)),
    },
  };
}

/** Of the newest evaluation of its card; others no longer stand. */
function titleOfEvaluation(
  target: DoorTarget,
  { evaluations = [], rulebook }: CaseWorld,
  today: CivilDate,
): DoorView['evaluation'] {
  if (target.kind !== 'evaluation') return undefined;
  const found = evaluations.find((each) => each.evaluationId === target.evaluationId);
  const title = rulebook.on(today)?.evaluations.get(found?.card ?? '')?.title;
  return found === undefined || title === undefined ? undefined : { title, on: found.on };
}

/** An event that stands, in its own home or in that of another that takes part in it. */
function eventOf(target: DoorTarget, { events = [] }: CaseWorld): DoorView['event'] {
  if (target.kind !== 'event') return undefined;
  const found = events.find(({ event }) => event.eventId === target.eventId);
  if (found?.state !== 'stands') return undefined;
  const { event, part } = found;
  return {
    ...{ event: event.event, effectiveOn: event.effectiveOn },
    ...(part === undefined ? {} : { of: part.of.name }),
  };
}

function isOf(target: DoorTarget, caseId: string): boolean {
  return target.kind === 'case' && target.caseId === caseId;
}

/** What the routes of a door follow from, in a home that has been opened. */
export async function doorWorldOf(
  parts: OwnParts,
  opened: OpenedOwn | OpenedSeat,
  target: DoorTarget,
): Promise<DoorWorld> {
  const { world, today, agencies } = opened;
  const { registerAgency: platform } = parts;
  const behind = await findBehind(parts, agencies, today);
  return {
    ...{ world, target, today, behind, agencies },
    ...(platform === undefined ? {} : { platform }),
    ...('held' in opened ? { seat: opened.held.seat } : {}),
  };
}

/** The inbox of a home, what waits first. */
export function inboxIn(
  { world, today, agencies, entries }: OpenedOwn,
  held: readonly HeldSeat[],
): readonly InboxLine[] {
  const known: InboxWorld = { world, today, agencies, opened: openedIn(entries) };
  const lines = [...world.docket.values()].flatMap((file) => {
    const found = standing(file, world, today);
    return found === undefined ? [] : inboxOf(file, found, known);
  });
  const ofOthers = held.flatMap(({ seat, file, found, world }) =>
    inboxOf(file, found, { ...known, world, seat }),
  );
  return inOrder([...lines, ...ofOthers]);
}

function openedIn(entries: readonly Entry[]): InboxWorld['opened'] {
  const opened = new Map<string, OpenedDay>();
  for (const { kind, payload } of entries) {
    if (kind !== 'document-opened@1' || !isDocumentOpened(payload)) continue;
    const key = openedKey(payload.caseId, payload.place);
    if (!opened.has(key)) opened.set(key, payload.on);
  }
  return opened;
}

type OpenedDay = InboxWorld['opened'] extends ReadonlyMap<string, infer Day> ? Day : never;

function casesIn(own: OpenedOwn): readonly OwnCaseLine[] {
  const { world, today } = own;
  return [...world.docket.values()]
    .flatMap((file) => {
      const found = standing(file, world, today);
      const isShown = found?.visibleTo.includes('subject') === true;
      return found === undefined || !isShown ? [] : [caseLine(file, found, own)];
    })
    .sort((a, b) => (a.openedOn > b.openedOn ? -1 : 1));
}

function caseLine(
  file: CaseFile,
  found: CaseStanding,
  { world, today, entries, agencies }: OpenedOwn,
): OwnCaseLine {
  const { caseId, kind, phase, queue, effect, clocks } = found;
  const card: Localised | undefined = (
    kind === 'measure' ? measureCardOf(file, world, today) : listCardOf(file, world, today)
  )?.title;
  const { by, on, matter } = file.opened;
  const number = 'document' in matter ? matter.document.number : undefined;
  const repairFrom = kind === 'listing' ? repairLaw(file, world, today).earliestOn : undefined;
  const counter = by.kind === 'party' ? by.counter : undefined;
  const office = agencies.find(({ code }) => code === counter?.agency)?.name;
  const disputed = [...world.docket.values()].some(
    (other) => standing(other, world, today)?.disputes === caseId,
  );
  return {
    ...{ caseId, kind, openedOn: on, phase, effect, clocks, disputed },
    receipt: receiptOf(file, entries),
    ...(queue === undefined ? {} : { queue }),
    ...(card === undefined ? {} : { card }),
    ...(number === undefined ? {} : { number }),
    ...(repairFrom === undefined ? {} : { repairFrom }),
    ...(counter === undefined
      ? {}
      : { counter: { ...counter, ...(office === undefined ? {} : { agencyName: office }) } }),
  };
}

/** When the newest thing that a party said in a case was recorded, and under which number. */
function receiptOf(file: CaseFile, entries: readonly Entry[]): Timepoint {
  const kept = entries.filter(({ stream }) => stream === caseStream(file.caseId));
  const said = file.actions.findLastIndex(({ by }) => by.kind === 'party');
  const entry = kept[Math.max(0, said)] ?? kept[0];
  if (entry === undefined) throw new RangeError('A case stands in the journal.');
  const { position, recordedAt } = entry;
  return { position, recordedAt };
}
