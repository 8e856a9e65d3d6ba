import {
  judgeLifeEvent,
  lifeOf,
  problem,
  type LifeEventKind,
  type LifeParty,
  type Problem,
} from '@credence/domain';
import { schemesOf, successionOf } from '@credence/rulebook';

import { actorOf } from '../access/actor-of.ts';
import { findHome, headOf } from '../access/find-home.ts';
import type { CaseParts } from '../case/desk/open-desk.ts';
import {
  lifeStream,
  readLifeEvent,
  type LifeEventPayload,
  type SaidLifeEvent,
} from '../entry/life-payload.ts';
import { holdsPersonData } from '../intake/person-scan.ts';
import { signatoryOf } from '../matter/signatory.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { ownEvents } from './fold-life.ts';
import { eventEntries, partEntries } from './life-entries.ts';
import type { LifeCasework, LifeOutcome } from './life.ts';
import { listsOf, mayAtDesk, openLife, registrarOf, type OpenedLife } from './open-life.ts';

type EnterCommand = Parameters<LifeCasework['enterLifeEvent']>[0];

function refused(...problems: readonly Problem[]): LifeOutcome {
  return { kind: 'refused', problems };
}

/** Events whose law has to be there before anything is written down. */
const ruled: ReadonlySet<LifeEventKind> = new Set<LifeEventKind>([
  ...(['dormancy', 'deregistration', 'simplified_deregistration', 'merger', 'division'] as const),
]);

/** @see {@link LifeCasework.enterLifeEvent} */
export async function enterLifeEvent(
  parts: CaseParts,
  { principal, code, said }: EnterCommand,
): Promise<LifeOutcome> {
  const may = mayAtDesk(parts, principal, 'life.enter');
  if (may.kind === 'refused') return refused(may.problem);
  const read = readLifeEvent(said);
  if (read.kind === 'fault') {
    return refused(
      problem('life-form', { field: read.field, value: '—', accepted: 'see openapi.json' }),
    );
  }
  const { rulebook, clock } = await startAnswer(parts);
  const law = { rulebook, today: clock.today };
  const home = await findHome(parts.register, { by: 'code', code }, law);
  const opened = home === undefined ? undefined : await openLife(parts, principal, home);
  if (opened === undefined) {
    return refused(problem('subject-not-found', { subject: code.slice(0, 40) }));
  }
  if (opened.kind === 'refused') return refused(opened.problem);
  const registrar = registrarOf(opened);
  if (registrar !== may.agency) {
    const { agency } = may;
    return refused(problem('life-not-registrar', { agency, registrar: registrar ?? '—' }));
  }
  const by = signatoryOf(principal);
  if (by === undefined) {
    return refused(problem('not-permitted', { operation: 'life.enter', purpose: 'supervision' }));
  }
  const found = await findParties(parts, opened, read.said);
  const unsaid = unsaidIn(read.said);
  if (unsaid.length > 0 || found.problems.length > 0) {
    return refused(...unsaid, ...found.problems);
  }
  const written = eventOf(parts, opened, { said: read.said, parties: found.parties, by });
  const problems = 'problems' in written ? written.problems : judged(opened, written);
  if ('problems' in written || problems.length > 0) return refused(...problems);
  return recordEvent(parts, { principal, opened, event: written });
}

/** Whatever the law of its day holds against an event: asked when it is entered, and again at its second name. */
export function judged(opened: OpenedLife, event: LifeEventPayload): readonly Problem[] {
  const { edition, today } = opened;
  const law = successionOf(edition, event.event, event.effectiveOn);
  if (law === undefined && ruled.has(event.event)) {
    return [problem('life-no-rule', { day: event.effectiveOn, event: event.event })];
  }
  const items = law?.card.closedToListed?.items ?? [];
  const lists = listsOf(opened, items);
  const monthEnds = edition.months.round;
  const standing = ownEvents(opened.state.events ?? []);
  return judgeLifeEvent(event, law?.rule, { today, lists, monthEnds, standing });
}

async function recordEvent(
  parts: CaseParts,
  given: {
    readonly principal: EnterCommand['principal'];
    readonly opened: OpenedLife;
    readonly event: LifeEventPayload;
  },
): Promise<LifeOutcome> {
  const { principal, opened, event } = given;
  const { home, head } = opened;
  const isWaiting = event.confirmedBy !== undefined;
  const entries = [
    ...eventEntries(parts, home, event),
    ...(isWaiting ? [] : partEntries(parts, partOf(home, head), event)),
  ];
  const command = { actor: actorOf(principal), purpose: 'supervision', basis: [] };
  const expect = [{ home, stream: lifeStream(event.eventId), seq: 0 }];
  const outcome = await parts.journal.record(command, entries, { expect });
  if (outcome.kind === 'conflict') return refused(problem('changed-meanwhile', {}));
  const { receipt } = outcome;
  const state = isWaiting ? 'waiting' : 'stands';
  return { kind: 'recorded', eventId: event.eventId, state, receipt };
}

/** An organisation as the homes of the others know it. */
export function partOf(home: string, head: OpenedLife['head']) {
  const [identifier] = head.identifiers;
  return {
    ...{ home, name: head.name ?? identifier?.value ?? home },
    ...(identifier === undefined ? {} : { code: identifier.value }),
  };
}

function eventOf(
  parts: CaseParts,
  opened: OpenedLife,
  given: {
    readonly said: SaidLifeEvent;
    readonly parties: readonly LifeParty[];
    readonly by: LifeEventPayload['by'];
  },
): LifeEventPayload | { readonly problems: readonly Problem[] } {
  const said = withoutParties(given.said);
  const { edition, today, state, head } = opened;
  const law = successionOf(edition, said.event, said.effectiveOn);
  const life = lifeOf(ownEvents(state.events ?? []), today);
  const codeBefore = life.codes.at(-1)?.value ?? head.identifiers[0]?.value;
  const before = {
    name: life.names.at(-1)?.value ?? head.name,
    code: codeBefore,
    registrar: registrarOf(opened),
    address: addressOf(opened),
  } as const;
  const was = said.event in before ? before[said.event as keyof typeof before] : undefined;
  const detected = said.event === 'code' ? schemesOf(edition).detect(said.after ?? '') : undefined;
  if (said.event === 'code' && detected?.check.kind !== 'valid') {
    const accepted = edition.schemes.get('uscc')?.title.en ?? 'code';
    return {
      problems: [problem('life-form', { field: 'after', value: said.after ?? '', accepted })],
    };
  }
  // The agency that takes over says so itself; else the second name is of the same agency.
  const second = said.event === 'registrar' ? said.after : undefined;
  const needsTwo = law?.card.confirmedBy === 2;
  const confirmedBy = second ?? (needsTwo ? given.by.agency : undefined);
  return {
    ...said,
    ...{ eventId: parts.uuid(), on: today, parties: given.parties, by: given.by },
    ...(was === undefined ? {} : { before: was }),
    ...(detected?.check.kind === 'valid'
      ? { scheme: detected.scheme.id, after: detected.check.value }
      : {}),
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
  };
}

/** What is said of the event itself; the others stand beside it as parties. */
function withoutParties(said: SaidLifeEvent): Omit<SaidLifeEvent, 'successors' | 'creditors'> {
  const own = { ...said };
  delete own.successors;
  delete own.creditors;
  return own;
}

function addressOf({ state }: OpenedLife): string | undefined {
  const address = state.records.findLast(({ record }) => 'address' in record.facts)?.record.facts[
    'address'
  ];
  return typeof address === 'string' ? address : undefined;
}

function unsaidIn({ after, document }: SaidLifeEvent): readonly Problem[] {
  return Object.entries({ after, document }).flatMap(([field, text]) =>
    text !== undefined && holdsPersonData(text) ? [problem('case-person-number', { field })] : [],
  );
}

/** The others by their codes; each is on the register, or nothing is written down. */
async function findParties(
  parts: CaseParts,
  { home: own, rulebook, today }: OpenedLife,
  { successors = [], creditors = [] }: SaidLifeEvent,
): Promise<{ readonly parties: readonly LifeParty[]; readonly problems: readonly Problem[] }> {
  const parties: LifeParty[] = [];
  const problems: Problem[] = [];
  const named = [
    ...successors.map((code) => ({ code, as: 'successor' as const })),
    ...creditors.map((code) => ({ code, as: 'creditor' as const })),
  ];
  for (const { code, as } of named) {
    const home = await findHome(parts.register, { by: 'code', code }, { rulebook, today });
    const isNew = home !== own && parties.every((each) => each.home !== home);
    const entries = home === undefined ? [] : await parts.journal.entriesOf(home);
    const head = home === undefined ? undefined : headOf(home, entries);
    // Of a division that it survives, the old one is no successor of itself.
    if (home === undefined || head === undefined || !isNew) {
      const accepted = 'a registered code, once';
      problems.push(problem('life-form', { field: `${as}s`, value: code, accepted }));
      continue;
    }
    const [identifier] = head.identifiers;
    const value = identifier?.value ?? code;
    parties.push({ home, name: head.name ?? value, code: value, as });
  }
  return { parties, problems };
}
