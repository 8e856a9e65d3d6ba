import { compileColumns, createColumnForecast, createDueIndex } from '@credence/rulebook';

import { cpuTime } from './cpu-time.ts';
import { asOf, generateRegister } from './generate-register.ts';
import { horizon, printRules, programOf } from './print-language.ts';
import { benchRules } from './rule-table.ts';
import { populationOf } from './to-population.ts';

/** A day's work in memory: the same number of organisations is due, whatever the register's size. */
export interface DayFigures {
  readonly organisations: number;
  readonly due: number;
  /** Finding who is due, evaluating them, and noting when each is due again. */
  readonly dayMs: number;
}

const dueCount = 1_000;

/** The work of a day with the same organisations due, in registers of several sizes. */
export async function measureDays(sizes: readonly number[]): Promise<readonly DayFigures[]> {
  const columns = compileColumns(programOf(printRules([benchRules], 'months')));
  const figures: DayFigures[] = [];
  for (const organisations of sizes) {
    const population = populationOf(generateRegister(organisations));
    const forecast = createColumnForecast(columns, population, { asOf, horizon });
    // Nobody else is due today: every day a forecast names lies after it.
    const index = createDueIndex(forecast.nextChanges());
    const changed = Array.from({ length: dueCount }, (_, place) => place);
    const dayMs = await cpuTime(() => {
      for (const each of changed) index.setDue(each, asOf);
      const due = index.takeDue(asOf);
      if (due.length !== dueCount) throw new Error(`${due.length} organisations are due.`);
      for (const each of due) index.setDue(each, forecast.nextChange(each));
    });
    figures.push({ organisations, due: dueCount, dayMs });
  }
  return figures;
}
