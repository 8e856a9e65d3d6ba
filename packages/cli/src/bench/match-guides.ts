import { join } from 'node:path';

import type { NameKeys } from '@credence/casework';
import { openSourceFile } from '@credence/exchange';

import { CommandRefusal } from '../terminal.ts';
import { ratesOf, rounded } from './match-figures.ts';

export interface GuideFigures {
  readonly way: string;
  readonly said: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

interface Place {
  readonly id: string;
  readonly name: string;
  /** Number of the house, the one part of an address that guides seldom word differently. */
  readonly house: string;
}

/**
 * Two restaurant guides whose true matches are known: a smoke test for Latin names. Easy, so a good
 * result proves little.
 */
export async function measureGuides(
  folder: string,
  nameKeys: NameKeys,
): Promise<readonly GuideFigures[]> {
  const [fodors, zagats, gold] = await Promise.all([
    readPlaces(join(folder, 'fodors.csv')),
    readPlaces(join(folder, 'zagats.csv')),
    readRows(join(folder, 'fodors_zagats_matches.csv')),
  ]);
  const truth = new Set(gold.map(([a = '', b = '']) => `${a} ${b}`));
  const pairs = fodors.flatMap((a) =>
    zagats.map((b) => ({
      key: `${a.id} ${b.id}`,
      verdict: nameKeys.compare(a.name, b.name).verdict,
      isSameHouse: a.house !== '' && a.house === b.house,
    })),
  );
  const ways = {
    'name same': pairs.filter(({ verdict }) => verdict === 'same'),
    'name same or to review': pairs.filter(({ verdict }) => verdict !== 'different'),
    'name same or to review, and the house number equal': pairs.filter(
      ({ verdict, isSameHouse }) => verdict !== 'different' && isSameHouse,
    ),
  };
  return Object.entries(ways).map(([way, said]) => {
    const right = said.filter(({ key }) => truth.has(key)).length;
    const { precision, recall, f1 } = ratesOf(right, said.length, truth.size);
    return {
      way,
      said: said.length,
      precision: rounded(precision),
      recall: rounded(recall),
      f1: rounded(f1),
    };
  });
}

async function readPlaces(path: string): Promise<readonly Place[]> {
  return (await readRows(path)).map(([id = '', name = '', address = '']) => ({
    id,
    name,
    house: /^\d+/.exec(address.trim())?.[0] ?? '',
  }));
}

async function readRows(path: string): Promise<readonly (readonly string[])[]> {
  const outcome = await openSourceFile(path);
  if (outcome.kind === 'refused') {
    throw new CommandRefusal(`${path}: ${outcome.found}; accepted: ${outcome.accepted}.`);
  }
  const rows: (readonly string[])[] = [];
  for await (const table of outcome.file.tables) {
    for await (const { cells } of table.rows) rows.push(cells);
  }
  await outcome.file.close?.();
  return rows;
}
