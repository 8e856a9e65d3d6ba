import {
  addPeriod,
  isBefore,
  jsonOf,
  problem,
  refuse,
  type CivilDate,
  type MonthRounding,
  type Period,
} from '@credence/domain';
import { checklistsFor } from '@credence/rulebook';

import type { KnownPrincipal } from '../../access/principal.ts';
import type { CaseFile } from '../../case/case.ts';
import { actInCase, openCase } from '../../case/desk/act-in-case.ts';
import { byHand } from '../../case/condition/inspection.ts';
import { foldCases } from '../../case/desk/fold-cases.ts';
import { matterOf } from '../../case/fold-case.ts';
import { checklistIds, drawsOf, inspectorsOf } from '../../case/law/inspection-law.ts';
import type { Entry } from '../../port/journal.ts';
import { findBehind } from '../../promulgate/find-behind.ts';
import { foldSubject } from '../../state/subject-state.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { mayInspect, readDraws, type DrawParts } from '../plan/draw-state.ts';
import { isSameUnit, type DrawnUnit } from '../plan/drawn-unit.ts';
import { cardOf } from '../plan/take-steps.ts';
import { drawnVisits } from '../plan/visit-outcomes.ts';
import { listVisitResults } from './list-results.ts';
import { sectorFactsOf } from './sector-facts.ts';
import type { ArrangeOutcome, VisitCasework } from './visit.ts';

/** The use cases of visits, over the ports. */
export function createVisits(parts: DrawParts): VisitCasework {
  return {
    arrangeVisits: (principal, command) => arrangeVisits(parts, principal, command),
    arrangePicked: (principal, command) => arrangePicked(parts, principal, command),
    listVisitResults: () => listVisitResults(parts),
  };
}

interface Visit extends DrawnUnit {
  /** Id of the draw, where one met it. */
  readonly draw?: string;
  readonly agency: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly inspectors: readonly string[];
  /** Who stands aside of it; a visit that one of them makes is not joined. */
  readonly recused?: readonly string[];
}

async function arrangeVisits(
  parts: DrawParts,
  principal: KnownPrincipal,
  { draw }: { readonly draw: string },
): Promise<ArrangeOutcome> {
  const state = (await readDraws(parts)).draws.get(draw);
  if (state === undefined) return { kind: 'not-found' };
  const { agency, from, until } = state.plan;
  const may = mayInspect(parts, principal, { operation: 'inspection.plan', agency });
  if (may.kind === 'refused') return may;
  const drawn = await drawnVisits(parts, draw);
  if (drawn.length === 0) return { kind: 'not-found' };
  const visits = drawn.map(({ home, premises, inspectors, recused }): Visit => ({
    ...{ home, draw, agency, from, until, inspectors, recused },
    ...(premises === undefined ? {} : { premises }),
  }));
  const card = await cardOf(parts, state.plan);
  const period = card?.draw?.joinsWithin;
  const { edition } = await startAnswer(parts);
  const within = period === undefined ? undefined : { period, round: edition.months.round };
  return open(parts, principal, visits, within);
}

async function arrangePicked(
  parts: DrawParts,
  principal: KnownPrincipal,
  command: Parameters<VisitCasework['arrangePicked']>[1],
): Promise<ArrangeOutcome> {
  const { agency, until, inspectors } = command;
  const code = command.code.trim().toUpperCase();
  const may = mayInspect(parts, principal, { operation: 'inspection.plan', agency });
  if (may.kind === 'refused') return may;
  const { handPicked } = await readDraws(parts);
  const picks = handPicked.filter((each) => each.agency === agency && each.code === code);
  const picked = picks.at(-1);
  const home = await parts.register.findByIdentifier({ scheme: 'uscc', value: code });
  // One choice, one visit: the next one has its own reason, and counts in public.
  const isUsed = async (by: string) => (await visitsOver(parts, by, agency)) >= picks.length;
  if (picked === undefined || home === undefined || (await isUsed(home))) {
    return refuse(problem('visit-not-arranged', { value: code.slice(0, 40) }));
  }
  return open(parts, principal, [{ home, agency, from: picked.on, until, inspectors }]);
}

/** Visits by hand that an office has behind it with one organisation. */
async function visitsOver(parts: DrawParts, home: string, agency: string): Promise<number> {
  const cases = foldCases(await parts.journal.entriesOf(home));
  return [...cases.values()].filter(({ file }) => {
    const matter = matterOf(file, 'inspection');
    const isOver = ['clear', 'corrected', 'passed-on', 'closed'].includes(file.state);
    const isByHand = matter !== undefined && matter.draw === undefined;
    return isByHand && isOver && file.opened.desks.own === agency;
  }).length;
}

/** How far apart the days of two draws may lie for one visit to answer for both: the plan's card. */
interface Joining {
  readonly period: Period;
  readonly round: MonthRounding;
}

/**
 * Opens each visit as a case of its own; what was opened before stays as it is, and one of another
 * draw that is still to come is joined where the plan lets it.
 */
async function open(
  parts: DrawParts,
  principal: KnownPrincipal,
  visits: readonly Visit[],
  within?: Joining,
): Promise<ArrangeOutcome> {
  const { clock, edition } = await startAnswer(parts);
  const agencies = await parts.register.agencies();
  const behind = await findBehind(parts, agencies, clock.today);
  const cases: string[] = [];
  const joined: string[] = [];
  let known = 0;
  for (const { home, agency, draw, recused = [], ...visit } of visits) {
    const entries = await parts.journal.entriesOf(home);
    const state = foldSubject(home, entries);
    const { premises } = visit;
    const facts = sectorFactsOf(state, { edition, on: clock.today, premises });
    const asked = checklistsFor(edition, facts);
    const wanted = asked.map((card) => card.checklist);
    const other =
      draw === undefined
        ? undefined
        : findJoinable(entries, { ...visit, home, agency, draw, within, recused });
    if (other !== undefined && draw !== undefined) {
      const { caseId } = other;
      const more = wanted.filter((each) => !checklistIds(other).includes(each));
      const outcome = await actInCase(parts, {
        ...{ principal, caseId, act: 'joined', arranged: [draw] },
        content: {
          ...{ draw, from: visit.from, until: visit.until },
          ...(more.length === 0 ? {} : { also: more }),
        },
      });
      if (outcome.kind === 'recorded') joined.push(caseId);
      // What stands against joining stands against nothing else: the visit is arranged by itself.
      if (outcome.kind === 'recorded') continue;
    }
    const [checklist, ...also] = wanted;
    if (checklist === undefined) {
      return refuse(problem('case-no-rule', { day: clock.today, card: edition.code }));
    }
    const { review } = behind(agency);
    const content = jsonOf({
      desks: { own: agency, ...(review === undefined ? {} : { review }) },
      matter: {
        ...{ case: 'inspection', checklist, ...visit },
        ...(also.length === 0 ? {} : { also }),
        ...(draw === undefined ? {} : { draw }),
      },
    });
    const arranged = [draw ?? byHand];
    const subject = { by: 'id', id: home } as const;
    const outcome = await openCase(parts, { principal, subject, content, arranged });
    if (outcome.kind === 'recorded') cases.push(outcome.caseId);
    else if (outcome.kind === 'not-found') continue;
    else if (outcome.problems.some(({ code }) => code === 'case-once-for-one-fact')) known += 1;
    else
      return {
        kind: 'refused',
        problem: outcome.problems[0] ?? problem('case-form', { act: 'opened' }),
      };
  }
  return { kind: 'arranged', cases, joined, known };
}

/** A visit of another draw, still to come, whose days are near enough to those of this one. */
function findJoinable(
  entries: readonly Entry[],
  wanted: Pick<Visit, 'home' | 'premises' | 'agency' | 'from' | 'until'> & {
    readonly recused: readonly string[];
    readonly draw: string;
    readonly within: Joining | undefined;
  },
): CaseFile | undefined {
  const { home, agency, draw, from, until, within, recused } = wanted;
  if (within === undefined) return undefined;
  const files = [...foldCases(entries).values()]
    .map(({ file }) => file)
    .filter((file) => {
      const premises = matterOf(file, 'inspection')?.premises;
      return isSameUnit(wanted, { home, ...(premises === undefined ? {} : { premises }) });
    });
  if (files.some((file) => drawsOf(file).includes(draw))) return undefined;
  const latest = addPeriod(until, within.period, within.round);
  return files.find((file) => {
    const matter = matterOf(file, 'inspection');
    if (matter?.draw === undefined || file.state !== 'arranged') return false;
    const isNear =
      !isBefore(addPeriod(matter.until, within.period, within.round), from) &&
      !isBefore(latest, matter.from);
    const isFree = !inspectorsOf(file).some((each) => recused.includes(each));
    return isNear && isFree && file.opened.desks.own === agency;
  });
}
