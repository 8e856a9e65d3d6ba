import {
  addMonths,
  dayNumber,
  daysBetween,
  publishTables,
  type CivilDate,
  type LinkedTable,
  type Suppression,
} from '@credence/domain';
import { createEvaluator, type Edition } from '@credence/rulebook';

import { smallestCell } from '../reading/reading.ts';
import type { Compared, Comparison, ProgramPair, Traits } from './compare-laws.ts';
import { findActions } from './find-actions.ts';
import type { ImpactLabel, ImpactTable, ProgramImpact } from './impact.ts';

/**
 * For officials, never the public. That nobody moves names nobody, and without noughts a matrix of
 * classes would tell nothing.
 */
const hidden: Suppression = { smallest: smallestCell, nought: 'told' };

/** How far ahead ways out are looked for: longer than any period of the law. */
const horizonMonths = 120;

const directions = ['worse', 'better', 'same'] as const;

interface Law {
  readonly edition: Edition;
  readonly asOf: CivilDate;
}

/** The counts of one program, all of them withheld together where one would give another away. */
export function reportProgram(
  { compared, notEvaluated }: Comparison,
  pair: ProgramPair,
  law: Law,
): ProgramImpact {
  const { draft } = pair;
  const line = { kind: draft.kind, id: draft.id, title: draft.card.title };
  const exits = compared
    .filter(({ outcome }) => outcome.direction === 'worse')
    .map((each) => daysToExit(each, pair, law));
  const days = exits.filter((each) => each !== undefined).sort((a, b) => a - b);
  const plans = [
    transitions(compared, pair),
    causes(compared, pair),
    byTrait(compared, 'sector'),
    byTrait(compared, 'size'),
    byTrait(compared, 'region'),
    exitPlan(days.length, exits.length - days.length),
  ] as const;
  const published = publishTables(
    plans.map(({ table }) => table),
    hidden,
  );
  const tableOf = ({ rows, columns, table }: Plan): ImpactTable => {
    const counts = published.get(table.name);
    return { rows, columns, ...(counts === undefined ? {} : { counts }) };
  };
  const [matrix, why, sector, size, region, ways] = plans;
  const median = days[Math.floor((days.length - 1) / 2)];
  const told = published.get(ways.table.name)?.cells[0]?.[0];
  return {
    program: line,
    transitions: tableOf(matrix),
    causes: tableOf(why),
    bySector: tableOf(sector),
    bySize: tableOf(size),
    byRegion: tableOf(region),
    exits: tableOf(ways),
    // A median of few is somebody's own; it is told only where their number is.
    ...(typeof told !== 'number' || median === undefined ? {} : { medianDaysToExit: median }),
    ...(notEvaluated < smallestCell ? {} : { notEvaluated }),
  };
}

interface Plan {
  readonly rows: readonly ImpactLabel[];
  readonly columns: readonly ImpactLabel[];
  readonly table: LinkedTable;
}

function transitions(compared: readonly Compared[], { baseline, draft }: ProgramPair): Plan {
  const [rows, columns] = [baseline.card.classes, draft.card.classes].map((classes) =>
    classes.map(({ class: code, title }) => ({ code, title })),
  );
  const [from = [], to = []] = [rows, columns];
  return planOf('transitions', from, to, {
    counts: countBy(compared, from, to, ({ outcome }) => [outcome.from, outcome.to]),
    // Places in the order of each program's classes, best first.
    groupOf: directionOf,
  });
}

function directionOf(row: number, column: number): (typeof directions)[number] {
  if (column === row) return 'same';
  return column > row ? 'worse' : 'better';
}

function causes(compared: readonly Compared[], { baseline, draft }: ProgramPair): Plan {
  const moved = compared.filter(({ outcome }) => outcome.direction !== 'same');
  const titles = new Map(
    [...baseline.making.program.rules, ...draft.making.program.rules].map(({ name, title }) => [
      name,
      title,
    ]),
  );
  const rows = [...titles].map(([code, title]) => ({ code, title }));
  const all = [...rows.filter(({ code }) => !made.has(code)), bands];
  const columns = directionLabels.slice(0, 2);
  return planOf('causes', all, columns, {
    counts: countBy(moved, all, columns, ({ outcome }) => [
      outcome.cause ?? bands.code,
      outcome.direction,
    ]),
    groupOf: (_, column) => directions[column],
  });
}

/** Values that follow from the others. */
const made: ReadonlySet<string> = new Set(['total', 'result']);

const bands: ImpactLabel = {
  code: 'bands',
  title: { zh: '分类界限', en: 'Limits of the classes' },
};

const directionLabels: readonly ImpactLabel[] = [
  { code: 'worse', title: { zh: '变差', en: 'Worse' } },
  { code: 'better', title: { zh: '变好', en: 'Better' } },
  { code: 'same', title: { zh: '不变', en: 'Same' } },
];

function byTrait(compared: readonly Compared[], trait: keyof Traits): Plan {
  const codes = [...new Set(compared.map(({ traits }) => traits[trait]))].sort();
  const rows = codes.map((code) => ({ code }));
  return planOf(trait, rows, directionLabels, {
    counts: countBy(compared, rows, directionLabels, ({ traits, outcome }) => [
      traits[trait],
      outcome.direction,
    ]),
    groupOf: (_, column) => directions[column],
  });
}

function exitPlan(withExit: number, without: number): Plan {
  const rows = [
    { code: 'with', title: { zh: '有出路', en: 'With a way out' } },
    { code: 'without', title: { zh: '没有出路', en: 'Without a way out' } },
  ];
  return planOf('exits', rows, directionLabels.slice(0, 1), {
    counts: [[withExit], [without]],
    groupOf: () => 'worse',
  });
}

function planOf(
  name: string,
  rows: readonly ImpactLabel[],
  columns: readonly ImpactLabel[],
  rest: Pick<LinkedTable, 'counts' | 'groupOf'>,
): Plan {
  return { rows, columns, table: { name, ...rest } };
}

function countBy(
  compared: readonly Compared[],
  rows: readonly ImpactLabel[],
  columns: readonly ImpactLabel[],
  placeOf: (each: Compared) => readonly [row: string, column: string],
): readonly (readonly number[])[] {
  const counts = rows.map(() => columns.map(() => 0));
  const [rowAt, columnAt] = [rows, columns].map(
    (labels) => new Map(labels.map(({ code }, index) => [code, index])),
  );
  for (const each of compared) {
    const [row, column] = placeOf(each);
    const line = counts[rowAt?.get(row) ?? -1];
    const at = columnAt?.get(column);
    if (line !== undefined && at !== undefined) line[at] = (line[at] ?? 0) + 1;
  }
  return counts;
}

/** Days until the nearest way to a better class under the draft, by time or by an act of one's own. */
function daysToExit(
  { state, facts }: Compared,
  { draft: { making } }: ProgramPair,
  { edition, asOf }: Law,
): number | undefined {
  const { program, classes } = making;
  const evaluator = evaluators.get(program) ?? createEvaluator(program);
  evaluators.set(program, evaluator);
  const { exits } = evaluator.explainFully(facts, dayNumber(asOf), {
    knownAt: asOf,
    horizon: dayNumber(addMonths(asOf, horizonMonths, edition.months.round)),
    exits: {
      actions: findActions(state, { edition, asOf }),
      better: { kind: 'order', best: classes },
    },
  });
  const days = [exits?.byTime, ...(exits?.byAction ?? [])].flatMap((each) =>
    each === undefined ? [] : [daysBetween(asOf, each.on)],
  );
  return days.length === 0 ? undefined : Math.min(...days);
}

const evaluators: WeakMap<object, ReturnType<typeof createEvaluator>> = new WeakMap();
