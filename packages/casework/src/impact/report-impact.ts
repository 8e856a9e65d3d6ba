import {
  addMonths,
  dayNumber,
  daysBetween,
  publishTables,
  type CivilDate,
  type PublishedTable,
} from '@credence/domain';
import { createEvaluator, type Edition } from '@credence/rulebook';

import { smallestCell } from '../reading/reading.ts';
import { notStated, type Compared, type ComparedSlice, type ProgramPair } from './compare-laws.ts';
import { findActions } from './find-actions.ts';
import type { ImpactLabel, ImpactTable, ProgramImpact } from './impact.ts';
import { createTally, hidden, planTable, type PlannedTable, type Tally } from './tally.ts';

/** How far ahead ways out are looked for: longer than any period of the law. */
const horizonMonths = 120;

/** Lines of a table by trait; the smaller ones stand together in its last. */
const traitsShown = 20;

const directions = ['worse', 'better', 'same'] as const;

interface Law {
  readonly edition: Edition;
  readonly asOf: CivilDate;
}

/** What becomes of the subjects of one program, counted slice by slice. */
export interface ProgramCounts {
  add(slice: Omit<ComparedSlice, 'pair'>): void;
  /** The counts, all of them withheld together where one would give another away. */
  report(): ProgramImpact;
}

interface Counts {
  readonly transitions: Tally;
  readonly causes: Tally;
  readonly sector: Tally;
  readonly size: Tally;
  readonly region: Tally;
  /** How many of those who end worse have their nearest way out after so many days. */
  readonly days: Map<number, number>;
}

export function countProgram(pair: ProgramPair, law: Law): ProgramCounts {
  const counts: Counts = {
    transitions: createTally(),
    causes: createTally(),
    sector: createTally(),
    size: createTally(),
    region: createTally(),
    days: new Map(),
  };
  const [withExit, notEvaluated] = [{ worse: 0, found: 0 }, { count: 0 }];
  const daysToExit = exitFinder(pair, law);
  return {
    add(slice) {
      notEvaluated.count += slice.notEvaluated;
      for (const each of slice.compared) {
        const { outcome, traits } = each;
        const { from, to, direction, cause = bands.code } = outcome;
        counts.transitions.add(from, to);
        counts.sector.add(traits.sector, direction);
        counts.size.add(traits.size, direction);
        counts.region.add(traits.region, direction);
        if (direction !== 'same') counts.causes.add(cause, direction);
        if (direction !== 'worse') continue;
        withExit.worse += 1;
        const days = daysToExit(each);
        if (days === undefined) continue;
        withExit.found += 1;
        counts.days.set(days, (counts.days.get(days) ?? 0) + 1);
      }
    },
    report: () => writeReport(pair, counts, { ...withExit, notEvaluated: notEvaluated.count }),
  };
}

function writeReport(
  pair: ProgramPair,
  counts: Counts,
  told: { readonly worse: number; readonly found: number; readonly notEvaluated: number },
): ProgramImpact {
  const { kind, id, card } = pair.draft;
  const plans = [
    planTransitions(pair, counts.transitions),
    planCauses(pair, counts.causes),
    planTrait('sector', counts.sector),
    planTrait('size', counts.size),
    planTrait('region', counts.region),
    planExits(told.found, told.worse - told.found),
  ] as const;
  const published = publishTables(
    plans.map(({ table }) => table),
    hidden,
  );
  const [transitions, causes, sector, size, region, exits] = plans;
  const tableOf = ({ rows, columns, table }: PlannedTable): ImpactTable => {
    const shown = published.get(table.name);
    return { rows, columns, ...(shown === undefined ? {} : { counts: shown }) };
  };
  const median = medianOf(counts.days, published.get(exits.table.name));
  return {
    program: { kind, id, title: card.title },
    transitions: tableOf(transitions),
    causes: tableOf(causes),
    bySector: tableOf(sector),
    bySize: tableOf(size),
    byRegion: tableOf(region),
    exits: tableOf(exits),
    ...(median === undefined ? {} : { medianDaysToExit: median }),
    ...(told.notEvaluated < smallestCell ? {} : { notEvaluated: told.notEvaluated }),
  };
}

/** A median of few is somebody's own; it is told only where their number is. */
function medianOf(
  days: ReadonlyMap<number, number>,
  exits: PublishedTable | undefined,
): number | undefined {
  const total = exits?.cells[0]?.[0] ?? 0;
  let passed = 0;
  for (const [day, count] of [...days].sort(([a], [b]) => a - b)) {
    passed += count;
    if (passed * 2 >= total && total > 0) return day;
  }
  return undefined;
}

function planTransitions({ baseline, draft }: ProgramPair, tally: Tally): PlannedTable {
  const [rows = [], columns = []] = [baseline.card.classes, draft.card.classes].map((classes) =>
    classes.map(({ class: code, title }) => ({ code, title })),
  );
  return planTable(
    'transitions',
    { rows, columns },
    {
      counts: rows.map((row) => columns.map((column) => tally.at(row.code, column.code))),
      // Places in the order of each program's classes, best first.
      groupOf: (row, column) =>
        column === row ? directions[2] : column > row ? directions[0] : directions[1],
      shared: true,
    },
  );
}

function planCauses({ baseline, draft }: ProgramPair, tally: Tally): PlannedTable {
  const titles = new Map(
    [...baseline.making.program.rules, ...draft.making.program.rules].map(({ name, title }) => [
      name,
      title,
    ]),
  );
  const rules = [...titles].map(([code, title]): ImpactLabel => ({ code, title }));
  const rows = [...rules.filter(({ code }) => !made.has(code)), bands];
  const columns = directionLabels.slice(0, 2);
  return planTable(
    'causes',
    { rows, columns },
    {
      counts: rows.map((row) => columns.map((column) => tally.at(row.code, column.code))),
      groupOf: (_, column) => directions[column],
    },
  );
}

/** Values that follow from the others. */
const made: ReadonlySet<string> = new Set(['total', 'likelihood', 'sector_severity', 'result']);

const bands: ImpactLabel = {
  code: 'bands',
  title: { zh: '分类界限', en: 'Limits of the classes' },
};

const directionLabels: readonly ImpactLabel[] = [
  { code: 'worse', title: { zh: '变差', en: 'Worse' } },
  { code: 'better', title: { zh: '变好', en: 'Better' } },
  { code: 'same', title: { zh: '不变', en: 'Same' } },
];

const rest = 'other';

const titlesOfTraits: Readonly<Record<string, ImpactLabel['title']>> = {
  [notStated]: { zh: '未登记', en: 'Not registered' },
  [rest]: { zh: '其他', en: 'Others' },
};

/** Classes of size as registrations state them. */
const titlesOfSizes: typeof titlesOfTraits = {
  micro: { zh: '微型', en: 'Micro' },
  small: { zh: '小型', en: 'Small' },
  medium: { zh: '中型', en: 'Medium' },
  large: { zh: '大型', en: 'Large' },
};

/**
 * By a trait of the organisation. Which lines stand apart follows from how many organisations there
 * are of each, never from the draft.
 */
function planTrait(name: string, tally: Tally): PlannedTable {
  const bySize = [...tally.rows].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const large = bySize.filter(([, total]) => total >= smallestCell).slice(0, traitsShown);
  const apart = new Set(large.map(([code]) => code));
  const others = bySize.map(([code]) => code).filter((code) => !apart.has(code));
  const lines: (readonly [code: string, of: readonly string[]])[] = [
    ...[...apart].sort().map((code) => [code, [code]] as const),
    ...(others.length === 0 ? [] : [[rest, others] as const]),
  ];
  const rows = lines.map(([code]): ImpactLabel => {
    const title = titlesOfTraits[code] ?? (name === 'size' ? titlesOfSizes[code] : undefined);
    return { code, ...(title === undefined ? {} : { title }) };
  });
  return planTable(
    name,
    { rows, columns: directionLabels },
    {
      counts: lines.map(([, of]) =>
        directions.map((direction) => of.reduce((sum, code) => sum + tally.at(code, direction), 0)),
      ),
      groupOf: (_, column) => directions[column],
      shared: true,
    },
  );
}

function planExits(withExit: number, without: number): PlannedTable {
  const rows = [
    { code: 'with', title: { zh: '有出路', en: 'With a way out' } },
    { code: 'without', title: { zh: '没有出路', en: 'Without a way out' } },
  ];
  return planTable(
    'exits',
    { rows, columns: directionLabels.slice(0, 1) },
    { counts: [[withExit], [without]], groupOf: () => directions[0] },
  );
}

/** Days until the nearest way to a better class under the draft, by time or by an act of one's own. */
function exitFinder(
  { draft: { making } }: ProgramPair,
  { edition, asOf }: Law,
): (each: Compared) => number | undefined {
  const { program, classes } = making;
  const evaluator = createEvaluator(program);
  const horizon = dayNumber(addMonths(asOf, horizonMonths, edition.months.round));
  return ({ state, facts }) => {
    const { exits } = evaluator.explainFully(facts, dayNumber(asOf), {
      knownAt: asOf,
      horizon,
      exits: {
        actions: findActions(state, { edition, asOf }),
        better: { kind: 'order', best: classes },
      },
    });
    const days = [exits?.byTime, ...(exits?.byAction ?? [])].flatMap((each) =>
      each === undefined ? [] : [daysBetween(asOf, each.on)],
    );
    return days.length === 0 ? undefined : Math.min(...days);
  };
}
