import { readFileSync } from 'node:fs';

/** A past inspection of the public data set, as the published study saw it; it enters no society. */
export interface PastInspection {
  readonly day: string;
  /** 1 where a critical violation was found. */
  readonly found: 0 | 1;
  readonly place: Float64Array;
  readonly inspector: Float64Array;
  readonly full: Float64Array;
}

const groups = ['blue', 'brown', 'green', 'orange', 'purple', 'yellow'];
/** Densities are capped as in the published script. */
const HEAT_CAPS = { heat_burglary: 70, heat_sanitation: 70, heat_garbage: 50 } as const;

/** Rows with all features, in the order of the file. @throws Error when a column is missing */
export function readChicagoHistory(path: string): readonly PastInspection[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = header.trimEnd().split(',');
  const at = (name: string): number => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`${path} has no column "${name}"; it has ${names.join(', ')}.`);
    return index;
  };
  const [set, date, critical, group] = [
    'set',
    'inspection_date',
    'critical',
    'inspector_group',
  ].map(at);
  const past = ['pastSerious', 'pastCritical'].map(at);
  const flags = ['consumption_on_premises', 'tobacco'].map(at);
  const [since, age, warm] = ['timeSinceLast', 'ageAtInspection', 'temperatureMax'].map(at);
  const heats = Object.entries(HEAT_CAPS).map(([name, cap]) => [at(name), cap] as const);
  return lines.flatMap((line): PastInspection[] => {
    const cells = line.trimEnd().split(',');
    if (cells[set ?? 0] !== 'train') return [];
    const number = (index = 0): number => Number(cells[index]);
    const place = Float64Array.from([
      ...past.map((index) => Math.min(1, number(index))),
      number(since),
      number(age) > 4 ? 1 : 0,
      ...flags.map(number),
      number(warm),
      ...heats.map(([index, cap]) => Math.min(cap, number(index))),
    ]);
    const inspector = Float64Array.from(groups, (name) => (cells[group ?? 0] === name ? 1 : 0));
    return [
      {
        ...{ day: cells[date ?? 0] ?? '', found: number(critical) > 0 ? 1 : 0 },
        ...{ place, inspector, full: Float64Array.from([...place, ...inspector]) },
      },
    ];
  });
}
