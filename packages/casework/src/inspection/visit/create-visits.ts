import { jsonOf, problem, refuse, type CivilDate } from '@credence/domain';
import type { ChecklistCard, Edition } from '@credence/rulebook';

import type { KnownPrincipal } from '../../access/principal.ts';
import { openCase } from '../../case/desk/act-in-case.ts';
import { byHand } from '../../case/condition/inspection.ts';
import { findBehind } from '../../promulgate/find-behind.ts';
import { foldSubject, type SubjectState } from '../../state/subject-state.ts';
import { isRegistration } from '../../state/visibility.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { mayInspect, readDraws, type DrawParts } from '../plan/draw-state.ts';
import { drawnVisits } from '../plan/visit-outcomes.ts';
import { listVisitResults } from './list-results.ts';
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
  const picked = handPicked.findLast((each) => each.agency === agency && each.code === code);
  const home = await parts.register.findByIdentifier({ scheme: 'uscc', value: code });
  if (picked === undefined || home === undefined) {
    return refuse(problem('visit-not-arranged', { value: code.slice(0, 40) }));
  }
  return open(parts, principal, [{ home, agency, from: picked.on, until, inspectors }]);
}

/** Opens each visit as a case of its own; what was opened before stays as it is. */
async function open(
  parts: DrawParts,
  principal: KnownPrincipal,
  visits: readonly Visit[],
): Promise<ArrangeOutcome> {
  const { clock, edition, rulebook } = await startAnswer(parts);
  const agencies = await parts.register.agencies();
  const behind = await findBehind(parts, agencies, clock.today);
  const cases: string[] = [];
  let known = 0;
  for (const { home, agency, draw, ...visit } of visits) {
    const state = foldSubject(home, await parts.journal.entriesOf(home));
    const sector = sectorOf(state, (item) => isRegistration(item, rulebook));
    const checklist = checklistFor(edition, sector);
    if (checklist === undefined) {
      return refuse(problem('case-no-rule', { day: clock.today, card: sector ?? '—' }));
    }
    const { review } = behind(agency);
    const content = jsonOf({
      desks: { own: agency, ...(review === undefined ? {} : { review }) },
      matter: {
        ...{ case: 'inspection', checklist: checklist.checklist, ...visit },
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

/** The sector under which a subject is registered, where the registration says one. */
function sectorOf(
  { records }: SubjectState,
  isRegistered: (item: string) => boolean,
): string | undefined {
  const sector = records.findLast(
    ({ record, end }) => end === undefined && isRegistered(record.item),
  )?.record.facts['sector'];
  return typeof sector === 'string' ? sector : undefined;
}

/** The checklist of a sector, else the one for every other sector. */
function checklistFor(
  { checklists }: Edition,
  sector: string | undefined,
): ChecklistCard | undefined {
  const cards = [...checklists.values()];
  return (
    cards.find(({ sectors }) => sector !== undefined && sectors.includes(sector)) ??
    cards.find(({ sectors }) => sectors.length === 0)
  );
}
