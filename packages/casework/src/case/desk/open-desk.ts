import { problem, type CivilDate, type JsonValue, type Problem } from '@credence/domain';

import type { Purpose, Resource } from '../../access/access.ts';
import type { Operation } from '../../access/operation.ts';
import { actorOf, readerOf } from '../../access/actor-of.ts';
import type { KnownPrincipal, Principal } from '../../access/principal.ts';
import { readClosed } from '../../access/read-closed.ts';
import type { CaseworkParts } from '../../casework-parts.ts';
import type { AttachedPaper } from '../../entry/attached-paper.ts';
import {
  isCaseAction,
  type CaseAction,
  type CaseDesks,
  type Hand,
} from '../../entry/case-payload.ts';
import { foldLife } from '../../life/fold-life.ts';
import { standingEvaluations } from '../../inspection/evaluation/kept-evaluations.ts';
import { signatoryOf } from '../../matter/signatory.ts';
import type { Access, Actor, Entry } from '../../port/journal.ts';
import type { RulebookLoader } from '../../promulgate/load-rulebook.ts';
import { foldSubject } from '../../state/subject-state.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import type { AnswerClock } from '../../view/view.ts';
import type { CaseWorld } from '../case.ts';
import { foldConsents } from '../service/consent.ts';
import type { Behalf } from './case-casework.ts';
import { caseRecords, foldCases, type KeptCase } from './fold-cases.ts';
import type { PartySeat } from './party-seat.ts';

export type CaseParts = CaseworkParts & { readonly loader: RulebookLoader };

export interface Refused {
  readonly kind: 'refused';
  readonly problems: readonly Problem[];
}

export function refuse(...problems: readonly Problem[]): Refused {
  return { kind: 'refused', problems };
}

/** Someone may do something in a case of a home. */
export interface Allowed {
  readonly kind: 'allowed';
  readonly hand: Hand;
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly access: Access;
}

/** Asks whether somebody may do something at all; which step he may take is the table's to say. */
export function allow(
  parts: CaseParts,
  principal: Principal,
  asked: {
    readonly operation: Operation;
    readonly home?: string;
    readonly desks: Partial<CaseDesks>;
    readonly behalf?: Behalf | undefined;
    /** Of a party in a case about somebody else: its mandate is for its own home. */
    readonly seat?: PartySeat | undefined;
  },
): Allowed | Refused {
  const { desks, behalf, seat } = asked;
  const home = seat?.home ?? asked.home;
  const { operation, purpose } = asOperation(principal, asked);
  // At a counter anybody may be served; the office that serves is the official's own.
  const isCounter = purpose === 'counter' && principal.kind === 'official';
  const counter = isCounter ? { own: principal.agency } : undefined;
  const resource = resourceFor(principal, { home, seat }, counter ?? desks);
  const decision = parts.access.decide(principal, operation, resource, purpose);
  if (decision.kind === 'refused') return refuse(decision.problem);
  const hand = handOf(principal, behalf, seat);
  if (hand === undefined || principal.kind === 'anonymous') {
    return refuse(problem('not-permitted', { operation, purpose }));
  }
  const access = { reader: readerIn(principal, seat), purpose, fields: ['case'] };
  return { kind: 'allowed', hand, actor: actorOf(principal), purpose, access };
}

/** The subject is shown that another party of its case looked, and not that it looked itself. */
function readerIn(principal: KnownPrincipal, seat: PartySeat | undefined): Actor {
  const reader = readerOf(principal);
  return seat === undefined || principal.kind === 'notice-holder'
    ? reader
    : { ...reader, role: seat.as };
}

/** What somebody does and for what, as the policies know it: to serve at a counter is its own. */
export function asOperation(
  principal: Principal,
  asked: { readonly operation: Operation; readonly behalf?: Behalf | undefined },
): { readonly operation: Operation; readonly purpose: Purpose } {
  if (asked.behalf !== undefined && principal.kind === 'official') {
    return { operation: 'case.counter', purpose: 'counter' };
  }
  if (principal.kind === 'notice-holder') {
    const isRead = asked.operation === 'case.read';
    return { operation: isRead ? 'notice.read' : 'notice.act', purpose: 'own' };
  }
  const { operation } = asked;
  return { operation, purpose: purposeOf(principal, operation) };
}

function resourceFor(
  principal: Principal,
  { home, seat }: { readonly home: string | undefined; readonly seat: PartySeat | undefined },
  desks: Partial<CaseDesks>,
): Resource {
  const own = 'agency' in principal ? principal.agency : undefined;
  const named: readonly string[] = Object.values(desks);
  // Of the desks that the case knows, that of whoever asks; else the one that decides.
  const agency = named.find((each) => each === own) ?? desks.own;
  // A notice opens the case in which it has a seat, and no other.
  const isHolder = principal.kind === 'notice-holder' && seat !== undefined;
  return {
    kind: 'case',
    ...(home === undefined ? {} : { home }),
    ...(agency === undefined ? {} : { agency }),
    ...(isHolder ? { owner: principal.account } : {}),
  };
}

function purposeOf(principal: Principal, operation: Operation): Purpose {
  if (principal.kind === 'representative') return 'own';
  if (principal.kind !== 'official' || operation === 'task.read') return 'supervision';
  if (operation === 'case.read' && principal.roles.includes('auditor')) return 'oversight';
  return principal.roles.includes('reviewer') ? 'review' : 'supervision';
}

/**
 * A party in person, an office under its name, or a party for whom an office takes down what is said
 * at its counter: then the office, the reason and the kind of paper that was shown stand beside it.
 */
function handOf(
  principal: Principal,
  behalf: Behalf | undefined,
  seat: PartySeat | undefined,
): Hand | undefined {
  if (principal.kind === 'representative') {
    const { account } = principal;
    const { as, name } = seat ?? { as: 'subject', name: principal.name };
    return { kind: 'party', as, name, account };
  }
  if (principal.kind === 'notice-holder') {
    const { as, name, account } = principal;
    return { kind: 'party', as, name, account };
  }
  if (principal.kind === 'machine') {
    // The office answers for what its system reports; the account says which system that was.
    const { name: official, agency, account } = principal;
    return { kind: 'official', official, agency, role: 'machine', account };
  }
  const signatory = signatoryOf(principal);
  if (behalf !== undefined) {
    const { counter, ...party } = behalf;
    if (principal.kind === 'operator') return party;
    if (principal.kind !== 'official' || counter === undefined) return undefined;
    const { name: official, agency, account } = principal;
    return { ...party, counter: { official, agency, account, ...counter } };
  }
  return signatory === undefined ? undefined : { kind: 'official', ...signatory };
}

/** A home with everything that a case of it is judged by. */
export interface OpenedHome {
  readonly clock: AnswerClock;
  readonly entries: readonly Entry[];
  readonly cases: ReadonlyMap<string, KeptCase>;
  readonly world: CaseWorld;
  readonly today: CivilDate;
}

/** Reads a home and writes down in the same step who did. */
export async function openHome(
  parts: CaseParts,
  home: string,
  access: Access,
): Promise<OpenedHome> {
  return opened(parts, home, await parts.journal.readWithAccess(access, home));
}

/**
 * Opens a home that no case has led to: a look around, which counts towards the reads of the day as
 * any other look at what is closed.
 */
export async function openUnasked(
  parts: CaseParts,
  principal: Principal,
  look: { readonly home: string; readonly purpose: Purpose },
): Promise<({ readonly kind: 'opened' } & OpenedHome) | Refused> {
  const { home, purpose } = look;
  if (principal.kind === 'anonymous') {
    return refuse(problem('not-permitted', { operation: 'case.open', purpose }));
  }
  const read = await readClosed(parts, principal, { home, purpose, fields: ['records'] });
  if (read.kind === 'refused') return refuse(read.problem);
  return { kind: 'opened', ...(await opened(parts, home, read.entries)) };
}

async function opened(
  parts: CaseParts,
  home: string,
  entries: readonly Entry[],
): Promise<OpenedHome> {
  const { clock, rulebook } = await startAnswer(parts);
  const cases = foldCases(entries);
  const docket = new Map([...cases].map(([id, { file }]) => [id, file]));
  const records = caseRecords(foldSubject(home, entries));
  const consents = foldConsents(entries);
  const evaluations = standingEvaluations(entries);
  const events = foldLife(entries);
  return {
    clock,
    entries,
    cases,
    world: { rulebook, docket, records, consents, evaluations, events },
    today: clock.today,
  };
}

/** What somebody wants to do, whole; undefined where it is not in the form of its kind. */
export function toAction(
  content: JsonValue,
  head: {
    readonly kind: string;
    readonly caseId: string;
    readonly on: CivilDate;
    readonly by: Hand;
    readonly papers?: readonly AttachedPaper[];
  },
): CaseAction | undefined {
  const said = typeof content === 'object' && content !== null ? Object.entries(content) : [];
  // What nobody handed over is no paper, whatever digest is stated.
  if (said.some(([name]) => name === 'papers')) return undefined;
  // The head comes last: nobody states another's name or another day.
  const action: unknown = { ...Object.fromEntries(said), ...head };
  return isCaseAction(action) ? action : undefined;
}
