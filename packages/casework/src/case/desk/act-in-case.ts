import { jsonOf, problem } from '@credence/domain';
import { sha256Hex } from '@credence/proof';

import type { Operation } from '../../access/operation.ts';
import {
  caseEntryKind,
  type CaseAction,
  type CaseDesks,
  type CaseOpened,
} from '../../entry/case-payload.ts';
import type { RecordEnd } from '../../entry/record-payload.ts';
import { newEntry } from '../../matter/file-matters.ts';
import type { Entry } from '../../port/journal.ts';
import { homeOf } from '../../view/view-subject.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { foldCase } from '../fold-case.ts';
import { checkNumberOfAct } from '../letter/number-of.ts';
import { judgeAction, judgeOpening } from '../judge/judge-action.ts';
import { noteOutcome } from '../../inspection/visit/note-outcome.ts';
import { wordOfPaper } from '../service/word-of-paper.ts';
import { standing } from '../standing/standing.ts';
import type { ActCommand, CaseOutcome, OpenCaseCommand } from './case-casework.ts';
import { caseStream } from './fold-cases.ts';
import { followIdentity, type Follows } from './move-records.ts';
import { undoEvent } from '../../life/undo-event.ts';
import { undoIdentity } from './undo-identity.ts';
import { isForSystems, isOpenToSystem } from '../task/for-systems.ts';
import { allow, openHome, refuse, toAction, type CaseParts } from './open-desk.ts';
import { findPapers, type FoundPapers } from '../paper/attach-papers.ts';
import { blindPeople } from './blind-people.ts';
import { endOfRetention } from './end-of-retention.ts';
import { findSubjectHome } from './find-subject-home.ts';
import { mayOpenFrom, nameParties } from './name-parties.ts';
import { findSeat, type PartySeat } from './party-seat.ts';
import { setLook } from './set-look.ts';
import { tellSuperior } from './tell-superior.ts';

/** Opens a case about a subject. */
export async function openCase(parts: CaseParts, command: OpenCaseCommand): Promise<CaseOutcome> {
  const { principal, behalf, seat } = command;
  const home = homeOf(command.subject) ?? (await findSubjectHome(parts, command.subject));
  const allowed = allow(parts, principal, {
    operation: 'case.open',
    ...(home === undefined ? {} : { home }),
    desks: desksIn(command.content),
    ...{ behalf, seat },
  });
  if (allowed.kind === 'refused') return allowed;
  if (home === undefined) return { kind: 'not-found' };
  const { world, today, entries } = await openHome(parts, home, allowed.access);
  if (world.records.size === 0) return { kind: 'not-found' };
  const caseId = parts.uuid();
  const papers = await findPapers(parts, principal, { given: command.papers ?? [], before: [] });
  if (papers.kind === 'refused') return papers;
  const head = { kind: 'opened', caseId, on: today, by: allowed.hand, ...papers.said };
  const place = { caseId, agency: desksIn(command.content).own ?? '' };
  const blinded = await blindPeople(parts, command.content, place);
  if (blinded.kind === 'refused') return blinded;
  const action = toAction(blinded.content, head);
  if (action?.kind !== 'opened') return refuse(problem('case-form', { act: 'opened' }));
  if (seat !== undefined) {
    const opening = { file: foldCase([action]), home, seat };
    if (!(await mayOpenFrom(parts, principal, opening))) return { kind: 'not-found' };
  }
  const { arranged } = command;
  const judged = judgeOpening(action, arranged === undefined ? world : { ...world, arranged });
  if (judged.kind === 'refused') return judged;
  return append(parts, { home, action, world, entries, papers, seq: 0, seat }, allowed);
}

/** Steps by which a party gives something up; a limited mandate covers them only in words. */
const givesUp: ReadonlySet<string> = new Set(['withdrawn', 'waived']);

function operationFor(principal: ActCommand['principal'], act: string): Operation {
  if (principal.kind === 'machine') return 'task.act';
  return givesUp.has(act) && principal.kind === 'representative' ? 'case.give-up' : 'case.act';
}

/** Takes a step in a case. */
export async function actInCase(parts: CaseParts, command: ActCommand): Promise<CaseOutcome> {
  const { principal, caseId, act, content, behalf } = command;
  const row = await parts.register.findCase(caseId);
  const desks = row === undefined ? {} : desksOf(row.agency, principal);
  const seat = await findSeat(parts, principal, row);
  const allowed = allow(parts, principal, {
    operation: operationFor(principal, act),
    ...(row === undefined ? {} : { home: row.home }),
    ...{ desks, behalf, seat },
  });
  if (allowed.kind === 'refused') return allowed;
  if (row === undefined || !isForSystems(principal, row)) return { kind: 'not-found' };
  const { home } = row;
  const { cases, world, today, entries } = await openHome(parts, home, allowed.access);
  const kept = cases.get(caseId);
  if (kept === undefined || !isOpenToSystem(principal, kept.file)) return { kind: 'not-found' };
  const { seen } = command;
  if (seen !== undefined && seen !== kept.file.actions.length) {
    return refuse(problem('changed-meanwhile', {}));
  }
  const { actions: before } = kept.file;
  const papers = await findPapers(parts, principal, { given: command.papers ?? [], before });
  if (papers.kind === 'refused') return papers;
  const signed = act === 'pledged' ? digestOf(content) : {};
  const head = { kind: act, caseId, on: today, by: allowed.hand, ...papers.said, ...signed };
  const action = toAction(content, head);
  if (action === undefined) return refuse(problem('case-form', { act: act.slice(0, 40) }));
  const { arranged } = command;
  const judged = judgeAction(
    kept.file,
    arranged === undefined ? world : { ...world, arranged },
    action,
  );
  if (judged.kind === 'refused') return judged;
  // Under another number its paper could not be written.
  const misnumbered = checkNumberOfAct(action, kept.file, world);
  if (misnumbered !== undefined) return refuse(misnumbered);
  const { seq, file } = kept;
  return append(parts, { home, action, world, entries, papers, seq, before: file }, allowed);
}

/** The digest of what is signed, so that anyone can tell later which text it was. */
function digestOf(content: ActCommand['content']): { readonly textHash?: string } {
  const said = typeof content === 'object' && content !== null ? Object.entries(content) : [];
  const text: unknown = said.find(([name]) => name === 'pledge')?.[1];
  return typeof text === 'string' ? { textHash: sha256Hex(text) } : {};
}

/** The desks of a row: it names all agencies that have one, the deciding one first. */
function desksOf(
  agencies: readonly string[],
  principal: ActCommand['principal'],
): Partial<CaseDesks> {
  const [own] = agencies;
  const asker = 'agency' in principal ? principal.agency : undefined;
  const body = agencies.find((each) => each === asker);
  return { ...(own === undefined ? {} : { own }), ...(body === undefined ? {} : { body }) };
}

/** The desk that an opening names as its own, before anything else of it is read. */
function desksIn(content: OpenCaseCommand['content']): Partial<CaseDesks> {
  const own = partOf(partOf(content, 'desks'), 'own');
  return typeof own === 'string' ? { own } : {};
}

function partOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

interface Appended {
  readonly home: string;
  readonly action: CaseAction;
  readonly world: CaseWorld;
  readonly entries: readonly Entry[];
  readonly papers: FoundPapers;
  readonly seq: number;
  /** Absent for an opening. */
  readonly before?: CaseFile;
  /** Of a party that opens a case about somebody else. */
  readonly seat?: PartySeat | undefined;
}

async function append(
  parts: CaseParts,
  appended: Appended,
  allowed: Extract<ReturnType<typeof allow>, { readonly kind: 'allowed' }>,
): Promise<CaseOutcome> {
  const { home, action, world, seq, before } = appended;
  const done = foldCase(before === undefined ? [action] : [...before.actions, action]);
  const look = setLook(appended, done, world);
  const file = look === undefined ? done : foldCase([...done.actions, look]);
  const eraseOn = await endOfRetention(parts, file, world);
  const stream = caseStream(action.caseId);
  const payload = jsonOf(action);
  const kind = caseEntryKind(action.kind);
  const moves = await followIdentity(parts, file, action, { home, entries: appended.entries });
  if ('refused' in moves) return refuse(moves.refused);
  const named = await nameParties(parts, { home, file, action, world, seat: appended.seat });
  if ('refused' in named) return refuse(named.refused);
  const undone = await undoIdentity(parts, appended);
  if ('refused' in undone) return refuse(undone.refused);
  const ends = whatFollows(parts, appended, file);
  const events = await undoEvent(parts, { ...appended, file });
  const outcomes = await noteOutcome(parts, { home, action, file });
  const above = await tellSuperior(parts, { home, file, action, world, eraseOn });
  const entry = newEntry(parts, { home, stream, kind, payload }, eraseOn);
  const set =
    look === undefined
      ? []
      : [
          newEntry(
            parts,
            { home, stream, kind: caseEntryKind(look.kind), payload: jsonOf(look) },
            eraseOn,
          ),
        ];
  const outcome = await parts.journal.record(
    { actor: allowed.actor, purpose: allowed.purpose, basis: basisOf(action) },
    [
      ...[entry, ...set, ...ends.entries, ...moves.entries, ...undone.entries],
      ...events.entries,
      ...[...named.entries, ...above.entries, ...outcomes],
    ],
    {
      expect: [
        { home, stream, seq },
        ...ends.expect,
        ...moves.expect,
        ...undone.expect,
        ...events.expect,
      ],
      outbox: [...wordOfPaper(action, world, { home, stream }), ...above.outbox],
      papers: appended.papers.stored(home, entry.id),
    },
  );
  if (outcome.kind === 'conflict') return refuse(problem('changed-meanwhile', {}));
  await appended.papers.letGo();
  const docket = new Map(world.docket).set(file.caseId, file);
  const found = standing(file, { ...world, docket }, action.on);
  if (found === undefined) throw new RangeError('A case stands on the day of its own act.');
  return { kind: 'recorded', caseId: file.caseId, standing: found, receipt: outcome.receipt };
}

/** What a decision does to the record it is about: it ends in the same command, on the same day. */
function whatFollows(
  parts: CaseParts,
  { home, action, world, entries }: Appended,
  file: CaseFile,
): Follows {
  const because = endOfRecord(action);
  const recordId = because === undefined ? undefined : targetRecord(file, world);
  if (because === undefined || recordId === undefined) return { entries: [], expect: [] };
  const payload: RecordEnd = { recordId, on: action.on, because };
  const seq = entries.filter(({ stream }) => stream === recordId).at(-1)?.seq ?? 0;
  const entry = { home, stream: recordId, kind: 'record-ended@1', payload };
  return {
    entries: [newEntry(parts, entry, undefined)],
    expect: [{ home, stream: recordId, seq }],
  };
}

function endOfRecord(action: CaseAction): RecordEnd['because'] | undefined {
  if (action.kind === 'granted') return 'repaired';
  const removes = action.kind === 'answered' || action.kind === 'allowed';
  return removes && action.effect === 'remove' ? 'annulled' : undefined;
}

/** The record that a case, or the case it appeals against, is directed at itself. */
function targetRecord(file: CaseFile, world: CaseWorld): string | undefined {
  const { matter } = file.opened;
  const against = matter.case === 'appeal' ? world.docket.get(matter.of)?.opened.matter : matter;
  if (against === undefined || !('target' in against)) return undefined;
  return against.target.kind === 'record' ? against.target.recordId : undefined;
}

function basisOf(action: CaseAction): readonly string[] {
  if ('basis' in action) return action.basis;
  const matter: CaseOpened['matter'] | undefined =
    action.kind === 'opened' ? action.matter : undefined;
  return matter !== undefined && 'basis' in matter ? matter.basis : [];
}
