import type { StagingFindings } from '@credence/casework';
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
  readonly key: string;
  readonly hash: string;
}

/** What happens until a file is looked at: some of its rows come, or another file is recorded. */
type Step =
  | { readonly kind: 'stage'; readonly rows: readonly Said[] }
  | { readonly kind: 'import'; readonly row: Said; readonly further?: string };

const code = fc.constantFrom('A', 'B', 'C');
const said = fc.record({
  code,
  key: fc.constantFrom('k', 'l'),
  hash: fc.constantFrom('x', 'y'),
});
const stages = fc.record({
  kind: fc.constant('stage' as const),
  rows: fc.array(said, { minLength: 1, maxLength: 4 }),
});
const imports = fc
  .record({ row: said, further: fc.option(code, { nil: undefined }) })
  .map(({ row, further }): Step => {
    const base = { kind: 'import' as const, row };
    return further === undefined ? base : { ...base, further };
  });
const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.oneof(stages, stages, imports), {
  minLength: 2,
  maxLength: 6,
});

const runs = process.env['CREDENCE_LONG'] === '1' ? 300 : 15;

/** The register as a list of codes and of records, and a file compared with it row by row. */
class Model {
  readonly subjects = new Map<string, string>();
  readonly records = new Map<string, string>();

  takes({ code: stated, key }: Said): boolean {
    return !this.records.has(`${this.#subjectOf(stated)} ${key}`);
  }

  take({ code: stated, key, hash }: Said, further: string | undefined): void {
    const subject = this.#subjectOf(stated);
    this.subjects.set(stated, subject);
    if (further !== undefined) this.subjects.set(further, subject);
    this.records.set(`${subject} ${key}`, hash);
  }

  compare(file: readonly Said[]): Omit<StagingFindings, 'identity'> {
    const firsts = new Map<string, { readonly row: number; readonly hash: string }>();
    const found = { fresh: 0, known: 0 };
    const conflicts: StagingFindings['conflicts'][number][] = [];
    file.forEach(({ code: stated, key, hash }, index) => {
      const row = index + 2;
      const record = `${this.#subjectOf(stated)} ${key}`;
      const held = this.records.get(record);
      const first = firsts.get(record);
      if (held === hash || (held === undefined && first?.hash === hash)) found.known += 1;
      else if (held !== undefined) conflicts.push({ row, key, with: 'register' });
      else if (first !== undefined) conflicts.push({ row, key, with: 'file', otherRow: first.row });
      else {
        found.fresh += 1;
        firsts.set(record, { row, hash });
      }
    });
    return { ...found, conflicts };
  }

  #subjectOf(stated: string): string {
    return this.subjects.get(stated) ?? stated;
  }
}

describe.each(testEngines())('the comparison of a file with the register on %s', (_, start) => {
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

  it('is that of the register as it stands at the end, whatever came between the rows', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (happening) => {
        run += 1;
        // Codes of one run may not meet those of another.
        const own = (text: string): string => `${text}${run}`;
        const model = new Model();
        const file: Said[] = [];
        const staging = await store.staging.open();
        for (const [index, step] of happening.entries()) {
          if (step.kind === 'stage') {
            const rows = step.rows.map((row, at) =>
              stagedRow(file.length + at + 2, { ...row, code: own(row.code) }),
            );
            file.push(...step.rows);
            await store.staging.stage(staging, rows);
            // Whatever is asked of a staging waits for its rows to arrive.
            await store.staging.read(staging, []);
          } else if (model.takes(step.row)) {
            const taken = step.further === undefined || model.subjects.has(step.further);
            const further = taken ? undefined : step.further;
            const about = {
              ...step.row,
              code: own(step.row.code),
              further: further === undefined ? [] : [{ scheme: 'uscc', value: own(further) }],
            };
            await importRows(store, [stagedRow(2, about)], {
              home: newUuid(),
              hash: `${run}-${index}`,
            });
            model.take(step.row, further);
          }
          if (index % 3 === 2) await store.staging.inspect(staging);
        }
        const { fresh, known, conflicts } = await store.staging.inspect(staging);
        expect({ fresh, known, conflicts }).toEqual(model.compare(file));
        await store.staging.discard(staging);
      }),
      { numRuns: runs },
    );
  });
});
