import { jsonOf, problem, refuse, type CivilDate } from '@credence/domain';
import { checklistsFor } from '@credence/rulebook';

import type { KnownPrincipal } from '../../access/principal.ts';
import { openCase } from '../../case/desk/act-in-case.ts';
import { byHand } from '../../case/condition/inspection.ts';
import { foldCases } from '../../case/desk/fold-cases.ts';
import { matterOf } from '../../case/fold-case.ts';
import { findBehind } from '../../promulgate/find-behind.ts';
import { foldSubject } from '../../state/subject-state.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { mayInspect, readDraws, type DrawParts } from '../plan/draw-state.ts';
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

interface Visit {
  readonly home: string;
  /** Id of the draw, where one met it. */
  readonly draw?: string;
  readonly agency: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly inspectors: readonly string[];
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
  const visits = drawn.map(({ home, inspectors }): Visit => ({
    ...{ home, draw, agency, from, until, inspectors },
  }));
  return open(parts, principal, visits);
}

async function arrangePicked(
  parts: DrawParts,
  principal: KnownPrincipal,
  command: Parameters<VisitCasework['arrangePicked']>[1],
): Promise<ArrangeOutcome> {
  const { agency, code, until, inspectors } = command;
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

/** Opens each visit as a case of its own; what was opened before stays as it is. */
async function open(
  parts: DrawParts,
  principal: KnownPrincipal,
  visits: readonly Visit[],
): Promise<ArrangeOutcome> {
  const { clock, edition } = await startAnswer(parts);
  const agencies = await parts.register.agencies();
  const behind = await findBehind(parts, agencies, clock.today);
  const cases: string[] = [];
  let known = 0;
  for (const { home, agency, draw, ...visit } of visits) {
    const state = foldSubject(home, await parts.journal.entriesOf(home));
    const asked = checklistsFor(edition, sectorFactsOf(state, { edition, on: clock.today }));
    const [checklist, ...also] = asked.map((card) => card.checklist);
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
  return { kind: 'arranged', cases, known };
}
