import { civilDate, dayNumber } from '@credence/domain';
import {
  compileColumns,
  programsOfEdition,
  type Column,
  type Edit,
  type Population,
  type RecordTable,
} from '@credence/rulebook';

import { LabError } from '../../engine/define-model.ts';
import type { Program } from '../../engine/model.ts';
import { openLaw, patchLaw, type OpenedLaw } from '../../regime/open-law.ts';

/** The factors of the scale: collection of the edition, and the indicator that weighs it. */
const factors = {
  history: { collection: 'credit_history', indicator: 'history', weight: 35 },
  behaviour: { collection: 'behaviour', indicator: 'behaviour_part', weight: 25 },
  capacity: { collection: 'capacity', indicator: 'capacity_part', weight: 20 },
  identity: { collection: 'identity_traits', indicator: 'identity_part', weight: 15 },
} as const;

/** What a factor may reach; 350 is where everybody starts. */
export const FACTOR_MOST = 600;
export const START = 350;

const EDITION = { code: 'network-2015', realm: 'lab' } as const;
const SCALE = 'scale:rating/indicators/indicator=';

/** The edition with another share for the ratings of one's friends; the other weights share the rest. */
export async function ratingLaw(share: number): Promise<OpenedLaw> {
  const rest = Object.values(factors).reduce((sum, { weight }) => sum + weight, 0);
  const valueOf = (collection: string, weight: number, whole: number): string =>
    `cap(${collection}.max(r, r.rating, 0), ${String(FACTOR_MOST)}) * ${String(weight)} / ${String(whole)}`;
  const edits: Edit[] = Object.values(factors).map(({ collection, indicator, weight }) => ({
    kind: 'set',
    place: `${SCALE}${indicator}/value`,
    to: valueOf(collection, weight * (100 - share), rest * 100),
  }));
  edits.push({ kind: 'set', place: `${SCALE}network/value`, to: valueOf('friends', share, 100) });
  return patchLaw(await openLaw(EDITION), edits, 'studies/ratings.yaml');
}

/**
 * Rates everybody by the scale of the edition, with the columns that live rules are run with: reads
 * the factors, writes `total` and `band` (0 the best).
 */
export function ratingProgram(share: number): Promise<RatingProgram> {
  const known = compiled.get(share) ?? compileRating(share);
  compiled.set(share, known);
  return known;
}

/** A program that a run is given, and what is in it. */
interface RatingProgram {
  readonly hash: string;
  readonly run: Program;
}

/** By share: editions do not change, and replicates rate by the same one. */
const compiled = new Map<number, Promise<RatingProgram>>();

async function compileRating(share: number): Promise<RatingProgram> {
  const { edition } = await ratingLaw(share);
  const found = programsOfEdition(edition).find(({ id }) => id === 'rating');
  if (found?.making.kind !== 'made')
    throw new LabError('The edition has no scale to rate by.', '这个版本没有可用来评分的等级表。');
  const { program, classes } = found.making;
  const columns = compileColumns(program, { keep: 'every-rule' });
  const totalAt = columns.kept.findIndex(({ name }) => name === 'total');
  const asOf = dayNumber(civilDate('2016-01-01'));
  const run: Program = (_month, views) => {
    const columnOf = (name: string): Uint16Array => views[name] as Uint16Array;
    const { length } = columnOf('friends');
    const named = Object.entries(factors).map(([name, { collection }]) => [collection, name]);
    const population: Population = {
      ...{ world: program.world, size: length },
      subjects: { rows: length, ids: undefined, columns: new Map() },
      collections: new Map(
        [...named, ['friends', 'friends']].map(([collection = '', name = '']) => [
          collection,
          tableOf(columnOf(name)),
        ]),
      ),
    };
    const results = columns.run(population, asOf);
    const [totals, bands] = [results[totalAt], results.at(-1)];
    if (totals === undefined || bands === undefined) throw new RangeError('Nothing was rated.');
    const bandOf = new Map<number, number>();
    for (let i = 0; i < length; i += 1) {
      const code = bands.values[i] ?? 0;
      const band = bandOf.get(code) ?? classes.indexOf(String(bands.at(i)));
      bandOf.set(code, band);
      columnOf('band')[i] = band;
      columnOf('total')[i] = Math.round(totals.values[i] ?? 0);
    }
  };
  return { hash: edition.hash, run };
}

/** One record for each person. */
function tableOf(ratings: Uint16Array): RecordTable {
  const rows = ratings.length;
  const values: Column = { kind: 'numbers', values: Int32Array.from(ratings), present: undefined };
  const offsets = Int32Array.from({ length: rows + 1 }, (_, at) => at);
  return { rows, offsets, ids: undefined, columns: new Map([['rating', values]]) };
}
