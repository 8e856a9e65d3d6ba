import { containsDay, isBefore, later, problem, type CivilDate } from '@credence/domain';

import { actsOf, lastOf, matterOf } from '../fold-case.ts';
import {
  checklistIds,
  checklistsOf,
  drawsOf,
  inspectionDaysOf,
  inspectorsOf,
  questionsOf,
  visitOf,
} from '../law/inspection-law.ts';
import { editionOn } from '../law/law-of-case.ts';
import { doing, listed, unknown, type Attempt, type Condition } from './attempt.ts';

/** Drawn, or picked by hand with a reason: nobody is visited otherwise (G40). */
export const visitArranged: Condition = ({ file, world }) => {
  const matter = matterOf(file, 'inspection');
  const how = matter?.draw ?? byHand;
  return world.arranged?.includes(how) === true
    ? undefined
    : problem('visit-not-arranged', { value: matter?.draw ?? unknown });
};

/**
 * A visit that is still to come is joined by a draw that met the same subject, once, and by lists of
 * today's law that it does not have yet. Whether their days are near enough is the plan's to say.
 */
export const joinsADraw: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const joined = doing(attempt, 'joined');
  const accepted = (world.arranged ?? []).filter((each) => !drawsOf(file).includes(each));
  const { visitBy } = inspectionDaysOf(file, world, today);
  const isOver = visitBy !== undefined && isBefore(visitBy, today);
  const isKnown =
    joined === undefined ? accepted.length > 0 : accepted.includes(joined.draw) && !isOver;
  if (!isKnown) return problem('visit-not-arranged', { value: joined?.draw ?? unknown });
  const also = joined?.also ?? [];
  const has = checklistIds(file);
  const { checklists } = editionOn(world, today) ?? {};
  const wrong = also.find((id, at) => {
    const card = checklists?.get(id);
    const isHolding = card !== undefined && containsDay(card.inForce, today);
    return !isHolding || has.includes(id) || also.indexOf(id) !== at;
  });
  return wrong === undefined ? undefined : problem('case-no-rule', { day: today, card: wrong });
};

/** How a visit that was picked by hand is named among those that were arranged. */
export const byHand = 'hand-picked';

/** Every checklist stands in the law of today, and none twice. */
export const checklistInForce: Condition = ({ file, world, today }) => {
  const holding = checklistsOf(file, world, today)
    .filter(({ inForce }) => containsDay(inForce, today))
    .map(({ checklist }) => checklist);
  const ids = checklistIds(file);
  const wrong = ids.find((id, at) => !holding.includes(id) || ids.indexOf(id) !== at);
  return wrong === undefined ? undefined : problem('case-no-rule', { day: today, card: wrong });
};

/** A visit happens within its time, a second one after the first, and none in the future. */
export const visitInTime: Condition = (attempt) => {
  const { file, today } = attempt;
  const said = dayOf(attempt);
  const from = visitOf(file)?.visitedOn ?? matterOf(file, 'inspection')?.from ?? file.opened.on;
  const value = said?.day ?? today;
  return isBefore(value, from) || isBefore(today, value)
    ? problem('case-order-of-days', {
        ...{ field: said?.field ?? 'visitedOn', value, from, until: today },
      })
    : undefined;
};

function dayOf(attempt: Attempt): { readonly field: string; readonly day: CivilDate } | undefined {
  const visit =
    doing(attempt, 'visited-clear') ??
    doing(attempt, 'visited-faults') ??
    doing(attempt, 'seen-right') ??
    doing(attempt, 'seen-faulty');
  if (visit !== undefined) return { field: 'visitedOn', day: visit.visitedOn };
  const tried = doing(attempt, 'nobody-met') ?? doing(attempt, 'visit-refused');
  return tried === undefined ? undefined : { field: 'triedOn', day: tried.triedOn };
}

/** A visit is put off to a day that is still to come, and later than before. */
export const postponedOnward: Condition = (attempt) => {
  const { file, today } = attempt;
  const until = doing(attempt, 'postponed')?.until;
  const from = later(today, lastOf(file, 'postponed')?.until ?? today);
  return until === undefined || isBefore(from, until)
    ? undefined
    : problem('case-order-of-days', { field: 'until', value: until, from, until: unknown });
};

/** A visit that was put off as often as its lists allow is made, or dropped. */
export const postponementLeft: Condition = ({ file, world }) => {
  const cards = checklistsOf(file, world, file.opened.on);
  const most = Math.min(...cards.map(({ postponements }) => postponements.atMost));
  return actsOf(file, 'postponed').length < most
    ? undefined
    : problem('visit-postponed-enough', { most: String(most) });
};

/** Those visit who were drawn, all of them, and nobody who declared a conflict. */
export const inspectorsOfTheVisit: Condition = (attempt) => {
  const { file } = attempt;
  const accepted = inspectorsOf(file);
  const recused = actsOf(file, 'conflict-declared').map(({ official }) => official);
  const partial = accepted.find((each) => recused.includes(each));
  if (partial !== undefined) {
    return problem('visit-inspectors', { value: partial, accepted: unknown });
  }
  const visit = doing(attempt, 'visited-clear') ?? doing(attempt, 'visited-faults');
  const came = visit?.inspectors;
  if (came === undefined) return undefined;
  const isWhole = came.length === accepted.length && accepted.every((each) => came.includes(each));
  return isWhole
    ? undefined
    : problem('visit-inspectors', { value: listed(came), accepted: listed(accepted) });
};

/** Whoever is replaced was to visit, and whoever comes instead was not and is free to. */
export const inspectorKnown: Condition = (attempt) => {
  const { file } = attempt;
  const replaced = doing(attempt, 'inspector-replaced');
  const accepted = inspectorsOf(file);
  if (replaced === undefined) return undefined;
  const { inspector, instead } = replaced;
  const recused = actsOf(file, 'conflict-declared').map(({ official }) => official);
  const isFree = !accepted.includes(instead) && !recused.includes(instead);
  if (accepted.includes(inspector) && isFree) return undefined;
  const value = accepted.includes(inspector) ? instead : inspector;
  return problem('visit-inspectors', { value, accepted: listed(accepted) });
};

/** A finding is the answer to a question of the list; a second look asks only what was unmet. */
export const questionsOfTheList: Condition = (attempt) => {
  const { file, world } = attempt;
  const first = doing(attempt, 'visited-clear') ?? doing(attempt, 'visited-faults');
  const again = doing(attempt, 'seen-faulty');
  if (first === undefined && again === undefined) return undefined;
  const questions = questionsOf(file, world).map(({ question }) => question);
  const accepted = again === undefined ? questions : (visitOf(file)?.unmet ?? []);
  const unmet = again?.unmet ?? (first?.kind === 'visited-faults' ? first.unmet : []);
  const skipped = first?.skipped ?? [];
  const told = [...unmet, ...skipped];
  const stray = told.find((each, at) => !accepted.includes(each) || told.indexOf(each) !== at);
  const isEmpty =
    first?.kind === 'visited-clear' ? skipped.length === questions.length : unmet.length === 0;
  return stray === undefined && !isEmpty
    ? undefined
    : problem('visit-question-unknown', { value: stray ?? unknown, accepted: listed(accepted) });
};

/** The time to put it right is over. */
export const correctionOver: Condition = ({ file, world, today }) => {
  const { correctBy } = inspectionDaysOf(file, world, today);
  return correctBy !== undefined && isBefore(correctBy, today)
    ? undefined
    : problem('visit-correction-runs', { until: correctBy ?? unknown });
};

/** What came of it is a decision in the register, of the day of the visit or later. */
export const recordOfSubject: Condition = (attempt) => {
  const { file, world } = attempt;
  const visited = visitOf(file)?.visitedOn ?? file.opened.on;
  const known = actsOf(file, 'decision-linked').map(({ recordId }) => recordId);
  const accepted = [...world.records.values()]
    .filter(({ record }) => !isBefore(record.decidedOn, visited))
    .map(({ record }) => record.recordId)
    .filter((recordId) => !known.includes(recordId));
  const linked = doing(attempt, 'decision-linked')?.recordId;
  const isKnown = linked === undefined ? accepted.length > 0 : accepted.includes(linked);
  return isKnown ? undefined : problem('case-target-missing', { value: linked ?? unknown });
};
