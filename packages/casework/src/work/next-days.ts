import {
  addMonths,
  dayNumber,
  earlier,
  fromDayNumber,
  isBefore,
  isOnOrAfter,
  type CivilDate,
} from '@credence/domain';
import {
  askedFields,
  compileClosures,
  createForecast,
  programsOfEdition,
  readFacts,
  worldOf,
  type Edition,
  type Forecast,
  type Program,
  type Rulebook,
  type World,
} from '@credence/rulebook';

import { nextListingEnd, nextTaskTurn } from '../case/task/task-messages.ts';
import { nextReportDay } from '../duty/remind-due.ts';
import { nextYearlyDay } from '../inspection/evaluation/due-evaluations.ts';
import { gatherFacts } from '../impact/gather-facts.ts';
import type { DueReason, DueRow } from '../port/day-work.ts';
import type { Entry } from '../port/journal.ts';
import { foldSubject, type SubjectState } from '../state/subject-state.ts';
import { listPublicDays } from '../state/visibility.ts';

/**
 * How far ahead a change of rules is looked for. On that day the home is looked at again, so that a
 * longer period is found in steps.
 */
const horizonMonths = 120;

/** For each reason the first day after `after` on which something about the home changes. */
export function nextDays(
  home: string,
  entries: readonly Entry[],
  { rulebook, after }: { readonly rulebook: Rulebook; readonly after: CivilDate },
): readonly DueRow[] {
  const state = foldSubject(home, entries);
  const first = new Map<DueReason, CivilDate>();
  const note = (why: DueReason, on: CivilDate | 'none' | undefined): void => {
    if (on === undefined || on === 'none' || isOnOrAfter(after, on)) return;
    const known = first.get(why);
    first.set(why, known === undefined ? on : earlier(known, on));
  };
  note('task-turns', nextTaskTurn(home, entries, { rulebook, after }));
  note('publicity-ends', nextListingEnd(home, entries, { rulebook, after }));
  if (state.records.length === 0) return rowsOf(home, first);
  for (const record of state.records) {
    for (const { from, until } of listPublicDays(record, rulebook).stretches) {
      note('publicity-begins', from);
      note('publicity-ends', until);
    }
  }
  for (const edition of rulebook.editions) {
    if (toolsOf(edition).forecasts.length > 0) note('rule-changes', edition.inForce.from);
  }
  const edition = rulebook.on(after);
  if (edition !== undefined) {
    note('rule-changes', nextRuleChange(state, edition, after));
    note('evaluation-due', nextYearlyDay({ state, entries }, edition, after));
    note('report-due', nextReportDay(home, entries, { edition, after }));
  }
  return rowsOf(home, first);
}

function rowsOf(home: string, first: ReadonlyMap<DueReason, CivilDate>): readonly DueRow[] {
  return [...first].map(([why, dueOn]) => ({ home, dueOn, why }));
}

/** The first day on which a program of the edition says something else than the day before. */
function nextRuleChange(
  state: SubjectState,
  edition: Edition,
  after: CivilDate,
): CivilDate | undefined {
  const { world, forecasts } = toolsOf(edition);
  if (forecasts.length === 0) return undefined;
  const facts = gatherFacts(state, { edition, world, asOf: after });
  const horizon = addMonths(after, horizonMonths, edition.months.round);
  let first: CivilDate | undefined;
  for (const { program, forecast } of forecasts) {
    if (readFacts(program.world, facts, askedFields(program)).kind === 'refused') continue;
    const day = forecast.nextChange(facts, dayNumber(after), dayNumber(horizon))?.day;
    if (day === undefined) {
      // Nothing within the horizon: whether anything lies behind it is asked there.
      if (forecast.daysBetween(facts, dayNumber(horizon), lastDay).length === 0) continue;
    }
    const on = day === undefined ? horizon : fromDayNumber(day);
    if (first === undefined || isBefore(on, first)) first = on;
  }
  return first;
}

/** 31 December 9999. */
const lastDay = 2_932_896;

interface Tools {
  readonly world: World;
  readonly forecasts: readonly { readonly program: Program; readonly forecast: Forecast }[];
}

/** Compiled once for each edition: editions never change. */
function toolsOf(edition: Edition): Tools {
  const known = tools.get(edition);
  if (known !== undefined) return known;
  const forecasts = programsOfEdition(edition).flatMap(({ making }) => {
    if (making.kind === 'refused') return [];
    const { program } = making;
    return [{ program, forecast: createForecast(compileClosures(program)) }];
  });
  const made = { world: worldOf(edition), forecasts };
  tools.set(edition, made);
  return made;
}

const tools: WeakMap<Edition, Tools> = new WeakMap();
