import { dayNumber } from '@credence/domain';
import { compileColumns } from '@credence/rulebook';

import { dayOfMonth } from './law-days.ts';
import type { Grading, RegimeLaw } from './regime-law.ts';
import type { Regime } from './regime.ts';
import { createPopulations } from './slot-population.ts';
import { NO_FORM, NOT_GRADED, SLOTS, type Grader, type SlotColumns } from './slot-columns.ts';

/**
 * How a regime grades its subjects: by the program of its edition over all of them at once, by the
 * number of recent records, or by points. Undefined where it has no grades.
 */
export function createGrader(
  { law, lists }: Pick<Regime, 'law' | 'lists'>,
  { months }: { readonly months: number },
): Grader | undefined {
  const { grading } = law;
  switch (grading?.kind) {
    case undefined:
      return undefined;
    case 'program':
      return programGrader(law, grading, { months, lists: lists.map(({ id }) => id) });
    case 'steps':
      return stepsGrader(law, grading);
    case 'points':
      return pointsGrader(law, grading);
  }
}

function programGrader(
  law: RegimeLaw,
  { program: { card, making } }: Extract<Grading, { kind: 'program' }>,
  given: { readonly months: number; readonly lists: readonly string[] },
): Grader {
  if (making.kind !== 'made') throw new RangeError('A program that was refused cannot grade.');
  const { program, classes } = making;
  const compiled = compileColumns(program);
  const populations = createPopulations(law, program, given);
  const isGraded = kindsOf(law, card.subjects);
  return (month, columns, out) => {
    const population = populations(month, columns);
    const today = dayNumber(dayOfMonth(law.starts, month));
    const result = compiled.run(population, today).at(-1);
    if (result === undefined) throw new RangeError('The program has no result.');
    const gradeOfValue = new Map<number, number>();
    for (let agent = 0; agent < columns.count; agent += 1) {
      const value = result.values[agent] ?? 0;
      let grade = gradeOfValue.get(value);
      if (grade === undefined) {
        grade = classes.indexOf(String(result.at(agent)));
        gradeOfValue.set(value, grade);
      }
      out[agent] = isGraded(columns.kind[agent]) ? grade : NOT_GRADED;
    }
  };
}

function stepsGrader(
  law: RegimeLaw,
  { fromRecords, windowMonths }: Extract<Grading, { kind: 'steps' }>,
): Grader {
  const isGraded = kindsOf(law, law.graded);
  return (month, columns, out) => {
    for (let agent = 0; agent < columns.count; agent += 1) {
      const count = countSlots(columns, agent, (_, decided) => decided > month - windowMonths);
      const step = fromRecords.findLastIndex((least) => count >= least);
      out[agent] = isGraded(columns.kind[agent]) ? Math.max(0, step) : NOT_GRADED;
    }
  };
}

function pointsGrader(law: RegimeLaw, { card }: Extract<Grading, { kind: 'points' }>): Grader {
  const isGraded = kindsOf(law, law.graded);
  const pointsOfRow = law.rows.map(({ row }) => {
    return card.entries.find(({ entry }) => entry === row.entry)?.points ?? 0;
  });
  return (_, columns, out) => {
    for (let agent = 0; agent < columns.count; agent += 1) {
      const hasPoints = countSlots(columns, agent, (form) => {
        return (pointsOfRow[law.rowOfForm[form] ?? -1] ?? 0) > 0;
      });
      const grade = hasPoints > 0 ? 0 : 1;
      out[agent] = isGraded(columns.kind[agent]) ? grade : NOT_GRADED;
    }
  };
}

function countSlots(
  { slotForm, slotMonth }: SlotColumns,
  agent: number,
  counts: (form: number, decided: number) => boolean,
): number {
  let count = 0;
  for (let slot = agent * SLOTS; slot < (agent + 1) * SLOTS; slot += 1) {
    const form = slotForm[slot] ?? NO_FORM;
    if (form !== NO_FORM && counts(form, slotMonth[slot] ?? 0)) count += 1;
  }
  return count;
}

/** Whether somebody of a kind is graded: the regime has to be about them, and so has the card. */
function kindsOf(
  { graded }: RegimeLaw,
  subjects: readonly string[],
): (kind: number | undefined) => boolean {
  const isOf = (kind: 'organisation' | 'natural_person'): boolean =>
    graded.includes(kind) && subjects.includes(kind);
  const [organisations, persons] = [isOf('organisation'), isOf('natural_person')];
  return (kind) => (kind === 1 ? persons : organisations);
}
