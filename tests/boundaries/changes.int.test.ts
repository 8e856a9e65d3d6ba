import { addDays, civilDate, createRandom, type CivilDate, type Random } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  licenceFile,
  penaltyFile,
  registrationFile,
  type LicenceLine,
  type PenaltyLine,
} from '../support/city-files.ts';
import { openMovingWorld, type MovingWorld } from '../support/moving-world.ts';
import { testEngines, type TestEngine } from '../support/stores.ts';

const datasets = ['registration', 'administrative_licence', 'administrative_penalty'] as const;
type Row = Readonly<Record<string, unknown>>;
type Copy = Map<string, Row>;

interface Published {
  readonly after: string;
  readonly day: CivilDate;
  readonly rows: Copy;
}

/** What happens does not depend on the engine: in CI each history is lived through on one of them. */
const histories: Readonly<Record<string, readonly number[]>> =
  process.env['CREDENCE_LONG'] === '1' ? {} : { pglite: [1], postgresql: [2, 3] };
const steps = 7;

describe.each(testEngines())(
  'a full file and its changes are the next full file, on %s',
  { timeout: 300_000 },
  (name, start) => {
    let engine: TestEngine;
    beforeAll(async () => (engine = await start()));
    afterAll(() => engine.stop());

    it.each(histories[name] ?? [1, 2, 3])(
      'for every pair of cuts of history %i, with a key',
      async (seed) => {
        const random = createRandom('histories of changes', seed);
        const world = await openMovingWorld(await engine.newPlace(), civilDate('2026-03-10'));
        try {
          const cuts: Published[] = [];
          const causes = new Set<string>();
          for (let step = 0; step < steps; step += 1) {
            await happen(world, random, step);
            cuts.push(await publish(world));
            for (const from of cuts.slice(-4, -1)) {
              const to = cuts.at(-1);
              if (to === undefined) continue;
              const keyed = await apply(world, from, causes);
              expect(sorted(keyed), `${from.day} to ${to.day}`).toEqual(sorted(to.rows));
              const open = await applyOpen(world, from);
              expect(sorted(open.copy)).toEqual(sorted(openRows(to.rows, open.missing)));
            }
          }
          expect(causes.has('source')).toBe(true);
          expect(causes.has('time')).toBe(true);
          // The law changes on 1 April; every history goes past it, with records on show.
          expect(cuts.some(({ day }) => day >= '2026-04-01')).toBe(true);
          expect(causes.has('processing')).toBe(true);
        } finally {
          await world.close();
        }
      },
    );
  },
);

/** Something of everything that changes what is public, then some days. */
async function happen(world: MovingWorld, random: Random, step: number): Promise<void> {
  const today = world.today();
  const some = (most: number): number[] =>
    Array.from({ length: 1 + random.between(0, most) }, () => random.between(1, 12));
  const number = (index: number): string => `望澜〔${String(step)}〕${String(index)}号`;
  await world.import(
    'registration',
    registrationFile([100 + step, ...(step === 0 ? [1, 2, 3] : [])]),
  );
  const penalties = some(5).map((of, index): PenaltyLine => {
    const decided = addDays(today, -random.between(0, 400));
    const kinds = ['罚款', '警告', '吊销许可证件'] as const;
    const kind = kinds[random.between(0, 2)] ?? '罚款';
    return { of, number: number(index), decided, kind };
  });
  await world.import('penalty', penaltyFile(penalties));
  const licences = some(3).map((of, index): LicenceLine => {
    const decided = addDays(today, -random.between(0, 60));
    return {
      of,
      number: number(50 + index),
      decided,
      until: addDays(today, random.between(0, 30)),
    };
  });
  await world.import('licence', licenceFile(licences));
  if (random.between(0, 1) === 0) await endOne(world, random);
  world.pass(random.between(0, 9));
}

async function endOne(world: MovingWorld, random: Random): Promise<void> {
  const page = await world.system.store.bulk.readSubjects({ upTo: 1_000_000, limit: 500 });
  const records = page.flatMap(({ home, entries }) =>
    entries.filter(({ kind }) => kind === 'record@1').map(({ stream }) => ({ home, stream })),
  );
  const chosen = records[random.between(0, records.length - 1)];
  if (chosen !== undefined) await world.end(chosen.home, chosen.stream);
}

async function publish(world: MovingWorld): Promise<Published> {
  const { manifests } = await world.system.casework.publishDownloads();
  const [first] = manifests;
  if (first === undefined) throw new Error('Nothing was published.');
  const rows: Copy = new Map();
  for (const dataset of datasets) {
    for (const row of await world.rowsOf(dataset, first.after)) {
      rows.set(`${dataset} ${String(row['record'])}`, row);
    }
  }
  return { after: first.after, day: first.day, rows };
}

/** What a client with a key makes of its copy. */
async function apply(world: MovingWorld, from: Published, causes: Set<string>): Promise<Copy> {
  const copy = new Map(from.rows);
  const reader = await world.newReader();
  for (let next: string | undefined; ;) {
    const query = { after: from.after, ...(next === undefined ? {} : { next }) };
    const outcome = await world.system.casework.listChanges(reader, query);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problem));
    for (const { op, dataset, record, row, cause } of outcome.view.changes) {
      causes.add(cause);
      const key = `${dataset} ${record}`;
      if (op === 'DEL') copy.delete(key);
      else copy.set(key, asLine(row ?? {}));
    }
    next = outcome.view.next;
    if (next === undefined) return copy;
  }
}

/** Without a key: what has run out is dropped by its own day; what ended early is not named. */
async function applyOpen(
  world: MovingWorld,
  from: Published,
): Promise<{ readonly copy: Copy; readonly missing: boolean }> {
  const anyone = { kind: 'anonymous' } as const;
  const outcome = await world.system.casework.listChanges(anyone, { after: from.after });
  // Across a change of the rules everyone takes the full file.
  if (outcome.kind === 'refused') {
    expect(outcome.problem.code).toBe('changes-too-old');
    return { copy: new Map(), missing: true };
  }
  const { changes, day } = outcome.view;
  expect(changes.filter(({ op }) => op === 'DEL')).toEqual([]);
  expect(changes.filter(({ dataset }) => dataset === 'administrative_penalty')).toEqual([]);
  const copy: Copy = new Map(openRows(from.rows, false));
  for (const { dataset, record, row } of changes)
    copy.set(`${dataset} ${record}`, asLine(row ?? {}));
  for (const [key, row] of copy) {
    const { ends } = row;
    if (typeof ends === 'string' && ends <= day) copy.delete(key);
  }
  // Ended by a decision: the one thing that a copy without a key learns from the next full file.
  const now = await publish(world);
  for (const key of copy.keys()) if (!now.rows.has(key)) copy.delete(key);
  return { copy, missing: false };
}

function openRows(rows: Copy, missing: boolean): Copy {
  if (missing) return new Map();
  return new Map([...rows].filter(([key]) => !key.startsWith('administrative_penalty ')));
}

/** Money stands in files as a decimal text. */
function asLine(row: Row): Row {
  const line: Record<string, unknown> = { ...row };
  for (const field of ['fine', 'confiscated']) {
    const amount = line[field];
    if (typeof amount === 'number') line[field] = (amount / 100).toFixed(2);
  }
  return line;
}

function sorted(copy: Copy): readonly (readonly [string, Row])[] {
  return [...copy].sort(([a], [b]) => (a < b ? -1 : 1));
}
