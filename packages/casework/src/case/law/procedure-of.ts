import type { CivilDate } from '@credence/domain';

import type { ListCard } from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case.ts';
import { matterOf } from '../fold-case.ts';
import { editionOn, listCardOf, measureCardOf, pledgeCardOf } from './law-of-case.ts';

/** What has to happen before something adverse, in the words of the engine. */
export interface CaseProcedure {
  /** Card that sets it. */
  readonly card: string;
  readonly contents: readonly string[];
  /** Ways of service that count; absent: every way that leaves proof. */
  readonly service?: readonly string[];
  /** Working days the notice leaves. */
  readonly noticeDays: number;
  readonly statementDays: number;
  readonly hearing?: {
    readonly askedWithin: number;
    readonly calledBefore: number;
    readonly unit: 'working-days' | 'days' | 'months';
  };
  readonly decides: string;
  readonly reviews: string;
  readonly approves: string;
}

/** What a notice tells and who signs where no card says it; the operator's own, as strict as any. */
const ordinary = {
  contents: ['facts', 'evidence', 'article', 'exit', 'remedies'],
  decides: 'case_officer',
  reviews: 'legal_reviewer',
  approves: 'head_of_authority',
} as const;

/**
 * The procedure of a case: that of its list, else the least that the limits of the edition leave.
 * Undefined where the law of the day has neither; then nothing adverse can be done.
 */
export function procedureOf(
  file: CaseFile,
  world: CaseWorld,
  day: CivilDate,
): CaseProcedure | undefined {
  const list = listCardOf(file, world, day);
  if (list !== undefined) return writtenProcedure(list.list, list.procedure);
  const pledged = pledgeCardOf(file, world, day)?.approval?.procedure;
  if (pledged !== undefined) return pledgeProcedure(file, pledged);
  const order = measureCardOf(file, world, day);
  if (file.opened.matter.case !== 'spending') return ordinaryProcedure(world, day);
  return order?.procedure === undefined
    ? undefined
    : writtenProcedure(order.measure, order.procedure);
}

/** What whoever is asked to pledge is told, once and whole. */
const toldBefore = ['conditions', 'materials', 'verification', 'liability', 'free_choice'];
const beforeDecision: ReadonlySet<string> = new Set(['asked', 'told', 'pledged']);

/** Before the decision the conditions are told; afterwards what a revocation would rest on. */
function pledgeProcedure(
  file: CaseFile,
  procedure: ListCard['procedure'],
): CaseProcedure | undefined {
  const written = writtenProcedure(matterOf(file, 'pledge')?.pledge ?? '', procedure);
  if (written === undefined || !beforeDecision.has(file.state)) return written;
  const { card, service, noticeDays, statementDays, decides, reviews, approves } = written;
  // Nothing is announced yet, so there is no hearing to ask for.
  return {
    ...{ card, contents: toldBefore, noticeDays, statementDays, decides, reviews, approves },
    ...(service === undefined ? {} : { service }),
  };
}

/** The procedure as a card writes it. */
function writtenProcedure(
  card: string,
  { notice, statement, hearing, decides, reviews, approves }: ListCard['procedure'],
): CaseProcedure | undefined {
  if (typeof notice === 'string' || 'emergency' in notice) return undefined;
  const asked =
    typeof hearing === 'object' && 'onRequestWithin' in hearing && hearing.notice !== 'at-once'
      ? {
          askedWithin: hearing.onRequestWithin.workingDays,
          calledBefore: hearing.notice.count,
          unit: hearing.notice.unit,
        }
      : undefined;
  return {
    card,
    contents: 'earlier' in notice ? [] : notice.contents,
    ...('earlier' in notice ? {} : { service: notice.service }),
    noticeDays: 'earlier' in notice ? notice.earlier.workingDays : notice.workingDays,
    statementDays:
      typeof statement === 'object' && 'workingDays' in statement ? statement.workingDays : 0,
    ...(asked === undefined ? {} : { hearing: asked }),
    decides,
    reviews,
    approves,
  };
}

function ordinaryProcedure(world: CaseWorld, day: CivilDate): CaseProcedure | undefined {
  const limits = editionOn(world, day)?.limits.get('guards');
  if (limits === undefined) return undefined;
  return {
    card: 'guards',
    ...ordinary,
    noticeDays: limits.noticeWorkingDays.atLeast,
    statementDays: limits.statementWorkingDays.atLeast,
  };
}
