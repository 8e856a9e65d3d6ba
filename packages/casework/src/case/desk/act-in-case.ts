import { jsonOf, problem } from '@credence/domain';

import type { Operation } from '../../access/operation.ts';
import {
  caseEntryKind,
  type CaseAction,
  type CaseDesks,
  type CaseOpened,
} from '../../entry/case-payload.ts';
import type { RecordEnd } from '../../entry/record-payload.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { retentionOf } from '../../matter/find-held.ts';
import type { Entry } from '../../port/journal.ts';
import { homeOf } from '../../view/view-subject.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { foldCase } from '../fold-case.ts';
import { judgeAction, judgeOpening } from '../judge/judge-action.ts';
import { recordOf } from '../law/law-of-case.ts';
import { wordOfPaper } from '../service/word-of-paper.ts';
import { standing } from '../standing/standing.ts';
import type { ActCommand, CaseOutcome, OpenCaseCommand } from './case-casework.ts';
import { caseStream } from './fold-cases.ts';
import { followIdentity, type Follows } from './move-records.ts';
import { isForSystems, isOpenToSystem } from '../task/for-systems.ts';
import { allow, openHome, refuse, toAction, type CaseParts } from './open-desk.ts';
import { findSubjectHome } from './find-subject-home.ts';

/** Opens a case about a subject. */
export async function openCase(parts: CaseParts, command: OpenCaseCommand): Promise<CaseOutcome> {
  const { principal, content, behalf } = command;
  const home = homeOf(command.subject) ?? (await findSubjectHome(parts, command.subject));
  const allowed = allow(parts, principal, {
    operation: 'case.open',
    ...(home === undefined ? {} : { home }),
    desks: desksIn(content),
    behalf,
  });
  if (allowed.kind === 'refused') return allowed;
  if (home === undefined) return { kind: 'not-found' };
  const { world, today, entries } = await openHome(parts, home, allowed.access);
  if (world.records.size === 0) return { kind: 'not-found' };
  const caseId = parts.uuid();
  const head = { kind: 'opened', caseId, on: today, by: allowed.hand };
  const action = toAction(content, head);
  if (action?.kind !== 'opened') return refuse(problem('case-form', { act: 'opened' }));
  const judged = judgeOpening(action, world);
  if (judged.kind === 'refused') return judged;
  return append(parts, { home, action, world, entries, seq: 0 }, allowed);
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
  const allowed = allow(parts, principal, {
    operation: operationFor(principal, act),
    ...(row === undefined ? {} : { home: row.home }),
    desks,
    behalf,
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
  const action = toAction(content, { kind: act, caseId, on: today, by: allowed.hand });
  if (action === undefined) return refuse(problem('case-form', { act: act.slice(0, 40) }));
  const judged = judgeAction(kept.file, world, action);
  if (judged.kind === 'refused') return judged;
  return append(parts, { home, action, world, entries, seq: kept.seq, before: kept.file }, allowed);
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
  readonly seq: number;
  /** Absent for an opening. */
  readonly before?: CaseFile;
}

async function append(
  parts: CaseParts,
  appended: Appended,
  allowed: Extract<ReturnType<typeof allow>, { readonly kind: 'allowed' }>,
): Promise<CaseOutcome> {
  const { home, action, world, seq, before } = appended;
  const file = foldCase(before === undefined ? [action] : [...before.actions, action]);
  const recordId = recordOf(file, world);
  const record = recordId === undefined ? undefined : world.records.get(recordId)?.record;
  const eraseOn = record === undefined ? undefined : await retentionOf(parts, record);
  const stream = caseStream(action.caseId);
  const payload = jsonOf(action);
  const kind = caseEntryKind(action.kind);
  const moves = await followIdentity(parts, file, action, { home, entries: appended.entries });
  if ('refused' in moves) return refuse(moves.refused);
  const ends = whatFollows(parts, appended, file);
  const outcome = await parts.journal.record(
    { actor: allowed.actor, purpose: allowed.purpose, basis: basisOf(action) },
    [newEntry(parts, { home, stream, kind, payload }, eraseOn), ...ends.entries, ...moves.entries],
    {
      expect: [{ home, stream, seq }, ...ends.expect, ...moves.expect],
      outbox: wordOfPaper(action, world, { home, stream }),
    },
  );
  if (outcome.kind === 'conflict') return refuse(problem('changed-meanwhile', {}));
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
