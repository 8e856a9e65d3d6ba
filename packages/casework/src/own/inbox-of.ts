import { daysBetween, workingDaysBetween, type CivilDate } from '@credence/domain';

import type { CaseClock, CaseFile, CaseStanding, CaseWorld } from '../case/case.ts';
import { actsForParty } from '../case/desk/dossier.ts';
import { otherHeardUntil } from '../case/condition/identity.ts';
import type { PartySeat } from '../case/desk/party-seat.ts';
import { consentOn } from '../case/service/consent.ts';
import { editionOn } from '../case/law/law-of-case.ts';
import type { CaseAction, CaseActionKind } from '../entry/case-payload.ts';
import type { AgencyRow } from '../port/register.ts';
import type { InboxAsk, InboxDue, InboxKind, InboxLine } from './own.ts';

/** Acts that bring the organisation a document, by what it tells. */
const kinds: Partial<Readonly<Record<CaseActionKind, InboxKind>>> = {
  noticed: 'notice',
  'hearing-set': 'hearing-notice',
  approved: 'decision',
  'completion-asked': 'completion',
  extended: 'extension',
  answered: 'answer',
  granted: 'granted',
  refused: 'refused',
  allowed: 'review',
  dismissed: 'review',
  stayed: 'stay',
  removed: 'removal',
  'release-found': 'removal',
  'allowance-granted': 'allowance',
  'allowance-refused': 'allowance',
  undone: 'decision',
  'granted-on-pledge': 'on-pledge',
  excluded: 'on-pledge',
};

/** What a creditor reads of a case about its debtor: what came of it, and nothing to be heard on. */
const forCreditor: ReadonlySet<InboxKind> = new Set(['decision', 'answer', 'review', 'removal']);

/** What an inbox is made of. */
export interface InboxWorld {
  readonly world: CaseWorld;
  readonly today: CivilDate;
  readonly agencies: readonly AgencyRow[];
  /** The day on which a document was first opened, by `openedKey`. */
  readonly opened: ReadonlyMap<string, CivilDate>;
  /** Of a case about somebody else: the seat of whoever reads. */
  readonly seat?: PartySeat;
}

export function openedKey(caseId: string, place: number): string {
  return `${caseId}/${String(place)}`;
}

/** The documents of a case that went to the organisation, the oldest first. */
export function inboxOf(
  file: CaseFile,
  found: CaseStanding,
  known: InboxWorld,
): readonly InboxLine[] {
  const { seat } = known;
  if (!found.visibleTo.includes(seat === undefined ? 'subject' : 'other-parties')) return [];
  // The consent that stands beside the case is that of its subject, and nobody else's.
  const isAgreed =
    seat === undefined && consentOn(known.world.consents ?? [], known.today) !== undefined;
  const read = new Set(actsForParty(file, seat?.as));
  return file.actions.flatMap((action, place): readonly InboxLine[] => {
    const kind = isFreeChoice(file, place) ? 'conditions' : kinds[action.kind];
    if (kind === undefined || action.by.kind !== 'official') return [];
    if (seat?.as === 'creditor' && !forCreditor.has(kind)) return [];
    // A decision is on its way until it is served; with consent this inbox is the way.
    if (!isAgreed && !read.has(action)) return [];
    const isNewest = !file.actions.slice(place + 1).some((later) => later.kind === action.kind);
    const asked = isNewest ? askedOf(kind, { file, found, known }, action) : nothing;
    const name = known.agencies.find(({ code }) => code === file.opened.desks.own)?.name;
    const number = numberOf(action, file);
    const openedOn = known.opened.get(openedKey(file.caseId, place));
    return [
      {
        ...{ caseId: file.caseId, place, kind, of: found.kind, from: file.opened.desks.own },
        ...(name === undefined ? {} : { fromName: name }),
        ...(seat === undefined ? {} : { as: seat.as }),
        on: action.on,
        ...(number === undefined ? {} : { number }),
        ...('reason' in action ? { reason: action.reason } : {}),
        asks: asked.asks,
        ...(asked.dueOn === undefined ? {} : { due: dueOf(asked.dueOn, known) }),
        ...(openedOn === undefined ? {} : { openedOn }),
      },
    ];
  });
}

/** A notice that tells the conditions of a pledge announces nothing: whoever reads it chooses. */
function isFreeChoice({ opened, actions }: CaseFile, place: number): boolean {
  const isSeen = actions.slice(0, place).some(({ kind }) => kind === 'seen-unkept');
  return opened.matter.case === 'pledge' && actions[place]?.kind === 'noticed' && !isSeen;
}

/** What waits for the organisation first, by its own last day; then the rest, the newest first. */
export function inOrder(lines: readonly InboxLine[]): readonly InboxLine[] {
  const waiting = lines.filter(isWaiting).sort((a, b) => (dueKey(a) < dueKey(b) ? -1 : 1));
  const rest = lines.filter((line) => !isWaiting(line)).sort((a, b) => (a.on > b.on ? -1 : 1));
  return [...waiting, ...rest];
}

function isWaiting({ asks }: InboxLine): boolean {
  return asks !== 'nothing';
}

/** Without a last day it comes after all that have one. */
function dueKey({ due }: InboxLine): string {
  return due?.on ?? '9999-12-31';
}

interface Asked {
  readonly asks: InboxAsk;
  readonly dueOn?: CivilDate;
}

const nothing: Asked = { asks: 'nothing' };

/** What a document asks of whoever reads it, in the seat in which he does. */
function askedOf(
  kind: InboxKind,
  {
    file,
    found,
    known,
  }: { readonly file: CaseFile; readonly found: CaseStanding; readonly known: InboxWorld },
  action: CaseAction,
): Asked {
  const { seat, world, today } = known;
  if (kind === 'conditions') return { asks: file.state === 'told' ? 'choose' : 'nothing' };
  if (seat === undefined) return askOf(kind, found.clocks, action);
  if (kind !== 'notice') return nothing;
  const isOpen = found.offers.some(
    ({ act, part, refused }) => act === 'stated' && part === seat.as && refused.length === 0,
  );
  const dueOn = otherHeardUntil(file, world, today);
  return isOpen ? { asks: 'state', ...(dueOn === undefined ? {} : { dueOn }) } : nothing;
}

function askOf(kind: InboxKind, clocks: readonly CaseClock[], action: CaseAction): Asked {
  const running = (name: string): CaseClock | undefined =>
    clocks.find(
      ({ clock, state }) =>
        clock === name && (state === 'running' || state === 'calendar-not-published'),
    );
  const until = (asks: InboxAsk, clock: CaseClock | undefined): Asked =>
    clock === undefined
      ? { asks: 'nothing' }
      : { asks, ...(clock.dueOn === undefined ? {} : { dueOn: clock.dueOn }) };
  switch (kind) {
    case 'notice':
      return until('state', running('statement'));
    case 'hearing-notice':
      return action.kind === 'hearing-set'
        ? { asks: 'come', dueOn: action.hearingOn }
        : { asks: 'nothing' };
    case 'decision':
      return until('may-appeal', running('review') ?? running('court'));
    case 'completion':
      return clocks.some(({ runsFor, state }) => runsFor !== 'subject' && state === 'running')
        ? { asks: 'bring' }
        : { asks: 'nothing' };
    default:
      return { asks: 'nothing' };
  }
}

/** Days left, and working days where the calendar of all of them is published. */
export function dueOf(
  on: CivilDate,
  { world, today }: Pick<InboxWorld, 'world' | 'today'>,
): InboxDue {
  const days = daysBetween(today, on);
  const calendar = editionOn(world, today)?.calendar;
  const counted =
    calendar === undefined || days < 0 ? undefined : workingDaysBetween(today, on, calendar);
  return { on, days, ...(counted?.kind === 'counted' ? { workingDays: counted.days } : {}) };
}

function numberOf(action: CaseAction, file: CaseFile): string | undefined {
  if ('document' in action) return action.document.number;
  if (action.kind !== 'approved') return undefined;
  const drafted = file.actions.findLast(({ kind }) => kind === 'drafted');
  return drafted !== undefined && 'document' in drafted ? drafted.document.number : undefined;
}
