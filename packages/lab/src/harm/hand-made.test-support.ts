import { seriesNames, type SubjectColumns, type WorldFigures } from './world-figures.ts';

type Column = Exclude<keyof SubjectColumns, 'connected' | 'official'>;

const columnNames: readonly Column[] = [
  ...(['kind', 'sector', 'region', 'sizeClass', 'ageClass', 'wealth', 'offences', 'harm'] as const),
  ...(['fines', 'loss', 'lossWrong', 'lossSpill', 'excluded', 'excludedWrong'] as const),
  ...(['entries', 'entriesWrong', 'relisted', 'gravest', 'visits'] as const),
];

/** Figures of a run made by hand: everything is 0 but what is given. */
export function handMade(given: {
  readonly agents: number;
  readonly months: number;
  readonly columns?: Readonly<Partial<Record<Column | 'connected', readonly number[]>>>;
  readonly series?: Readonly<Partial<Record<(typeof seriesNames)[number], readonly number[]>>>;
  readonly fixedAfter?: readonly number[];
  readonly openSince?: readonly number[];
}): WorldFigures {
  const { agents, months, columns = {}, series = {} } = given;
  const zeros = (length: number): number[] => Array.from({ length }, () => 0);
  const connected = columns.connected ?? zeros(agents);
  return {
    // The names are those of the interface, each once.
    series: Object.fromEntries(
      seriesNames.map((name) => [name, series[name] ?? zeros(months)]),
    ) as unknown as WorldFigures['series'],
    columns: {
      ...(Object.fromEntries(
        columnNames.map((name) => [name, columns[name] ?? zeros(agents)]),
      ) as unknown as SubjectColumns),
      connected: { get: (i) => connected[i] ?? 0 },
      official: { get: () => 0 },
    },
    fields: {
      errorsFixedAfter: given.fixedAfter ?? zeros(months + 1),
      errorsOpenSince: given.openSince ?? zeros(months + 1),
    },
  };
}
