import type { KnownPrincipal } from '../access/principal.ts';
import { findHome } from '../access/find-home.ts';
import type { CaseParts } from '../case/desk/open-desk.ts';
import { secondTo, signatoryOf } from '../matter/signatory.ts';
import type { AgencyRow } from '../port/register.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { foldLife } from './fold-life.ts';
import { waitingFor } from './life-entries.ts';
import { toEventView, toParty, viewLife } from './life-view.ts';
import type { LifeCasework, LifeDeskSubject, WaitingEvent } from './life.ts';
import {
  listsOf,
  mayAtDesk,
  openLife,
  registrarOf,
  runningCases,
  type OpenedLife,
} from './open-life.ts';

/** @see {@link LifeCasework.viewLifeDesk} */
export async function viewLifeDesk(
  parts: CaseParts,
  principal: KnownPrincipal,
  code?: string,
): ReturnType<LifeCasework['viewLifeDesk']> {
  const may = mayAtDesk(parts, principal, 'life.read');
  if (may.kind === 'refused') return may;
  const { clock, rulebook } = await startAnswer(parts);
  const agencies = await parts.register.agencies();
  const waiting: WaitingEvent[] = [];
  for (const { home, eventId } of await waitingFor(parts, may.agency)) {
    const opened = await openLife(parts, principal, home, 'by-event');
    if (opened?.kind === 'refused') return opened;
    if (opened === undefined) continue;
    const line = waitingIn(opened, { eventId, principal, agencies });
    if (line !== undefined) waiting.push(line);
  }
  if (code === undefined) return { kind: 'found', view: { clock, waiting } };
  const law = { rulebook, today: clock.today };
  const home = await findHome(parts.register, { by: 'code', code }, law);
  const opened = home === undefined ? undefined : await openLife(parts, principal, home);
  if (opened === undefined) return { kind: 'not-found' };
  if (opened.kind === 'refused') return opened;
  return { kind: 'found', view: { clock, waiting, asked: toSubject(opened, agencies) } };
}

function toSubject(opened: OpenedLife, agencies: readonly AgencyRow[]): LifeDeskSubject {
  const { home, entries, head, answering, state, edition } = opened;
  const registrar = registrarOf(opened);
  // Every item by which some event is closed to whoever is listed.
  const items = [...edition.successions.values()].flatMap(
    ({ closedToListed }) => closedToListed?.items ?? [],
  );
  const events = state.events ?? [];
  return {
    subject: head,
    ...(registrar === undefined ? {} : { registrar }),
    lists: listsOf(opened, items),
    running: runningCases(opened),
    life: viewLife({ home, entries, events, answering, agencies }),
  };
}

function waitingIn(
  opened: OpenedLife,
  asked: {
    readonly eventId: string;
    readonly principal: KnownPrincipal;
    readonly agencies: readonly AgencyRow[];
  },
): WaitingEvent | undefined {
  const { eventId, principal, agencies } = asked;
  const known = foldLife(opened.entries).find(({ event }) => event.eventId === eventId);
  const by = signatoryOf(principal);
  if (known?.state !== 'waiting') return undefined;
  const { event } = known;
  return {
    ...toSubject(opened, agencies),
    event: toEventView(known, { answering: opened.answering, agencies }),
    ...{ enteredOn: event.on, enteredBy: event.by.official },
    creditors: event.parties.filter(({ as }) => as === 'creditor').map(toParty),
    own: by === undefined || secondTo({ by: event.by }, by) === undefined,
  };
}
