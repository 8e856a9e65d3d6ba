import type { IdentityFinding } from '@credence/casework';
import type { Store } from '@credence/store';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  importRows,
  newUuid,
  openTestStore,
  stagedRow,
  testClock,
  testEngines,
  type TestEngine,
} from '../../../../tests/support/stores.ts';

interface Said {
  readonly code: string;
  readonly name?: string;
}

const said: fc.Arbitrary<Said> = fc
  .record({
    code: fc.constantFrom('A', 'B', 'C', 'D'),
    name: fc.constantFrom('望澜', '青禾', '云帆', undefined),
  })
  .map(({ code, name }) => (name === undefined ? { code } : { code, name }));

const runs = process.env['CREDENCE_LONG'] === '1' ? 200 : 12;

describe.each(testEngines())('codes and names that do not sit together on %s', (_, start) => {
  let engine: TestEngine;
  let store: Store;

  beforeAll(async () => {
    engine = await start();
    store = await openTestStore(await engine.newPlace(), { clock: testClock() });
  });
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });

  it('are those that a comparison row by row finds, in the register and in the file', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { maxLength: 5 }),
        fc.array(said, { maxLength: 9 }),
        async (before, file) => {
          run += 1;
          // Neither codes nor names of one run may meet those of another.
          const own = ({ code, name }: Said): Said => ({
            code: `${code}${run}`,
            ...(name === undefined ? {} : { name: `${name}${run}号` }),
          });
          const toRows = (all: readonly Said[], key: string) =>
            all.map((one, index) => stagedRow(index + 2, { ...own(one), key: `${key}${index}` }));
          await importRows(store, toRows(before, 'b'), { home: newUuid(), hash: `before-${run}` });
          const staging = await store.staging.open();
          await store.staging.stage(staging, toRows(file, 'f'));
          const { identity } = await store.staging.inspect(staging, { nameSchemes: ['uscc'] });
          await store.staging.discard(staging);
          const register = await homesOf(store, before.map(own));
          expect(identity).toEqual(contradictionsOf(file.map(own), register));
        },
      ),
      { numRuns: runs },
    );
  });
});

interface Subject {
  readonly home: string;
  readonly code: string;
  readonly names: ReadonlySet<string>;
}

async function homesOf(store: Store, all: readonly Said[]): Promise<readonly Subject[]> {
  const codes = [...new Set(all.map(({ code }) => code))];
  return Promise.all(
    codes.map(async (code) => ({
      home: (await store.register.findByIdentifier({ scheme: 'uscc', value: code })) ?? 'none',
      code,
      names: new Set(all.filter((one) => one.code === code).flatMap(({ name }) => name ?? [])),
    })),
  );
}

/** The same four questions, asked of every row by itself. */
function contradictionsOf(
  file: readonly Said[],
  register: readonly Subject[],
): readonly IdentityFinding[] {
  const rows = file.flatMap(({ code, name }, index) =>
    name === undefined
      ? []
      : [{ row: index + 2, code, name, own: register.find((one) => one.code === code) }],
  );
  const fresh = rows.filter(({ own }) => own === undefined);
  const inFile = (about: 'code' | 'name', same: 'code' | 'name'): IdentityFinding[] =>
    fresh.flatMap(({ row, code, name, ...rest }) => {
      const mine = { code, name, ...rest }[same];
      const others = same === 'code' ? 'name' : 'code';
      const group = fresh.filter((one) => one[same] === mine);
      const first = group[0];
      const second = group.find((one) => one[others] !== first?.[others]);
      if (first === undefined || second === undefined) return [];
      const other = { code, name }[others] === first[others] ? second : first;
      return [{ row, about, name, otherNames: [other.name], otherRow: other.row }];
    });
  return [
    ...rows.flatMap(({ row, name, own }): IdentityFinding[] => {
      if (own === undefined || own.names.size === 0 || own.names.has(name)) return [];
      const otherNames = [...own.names].sort();
      return [{ row, about: 'code', name, otherHome: own.home, otherNames }];
    }),
    ...inFile('code', 'code'),
    ...rows.flatMap(({ row, name, own }): IdentityFinding[] => {
      if (own?.names.has(name) === true) return [];
      const [other] = register
        .filter((one) => one !== own && one.names.has(name))
        .map(({ home }) => home)
        .sort();
      if (other === undefined) return [];
      return [{ row, about: 'name', name, otherHome: other, otherNames: [name] }];
    }),
    ...inFile('name', 'name'),
  ];
}
