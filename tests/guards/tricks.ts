import { expect, vi } from 'vitest';

import { codeOf } from '../support/city-files.ts';
import { answerOf, granted } from './answers.ts';
import type { Prepared } from './guard.ts';
import { listed } from './stages.ts';
import { justice } from './world.ts';

/** Its record is annulled. */
const annulled = 49;
/** Its record is annulled after somebody moved the counter of the journal. */
const skipped = 51;
const refusedByGrants = '42501';
const list = '/api/v1/lists/administrative_penalty';

interface PublicAnswer {
  readonly records: { readonly items: readonly { readonly id: string }[] };
  readonly listings: readonly { readonly id: string; readonly ends?: string }[];
}

async function organisation(world: Prepared, of: number): Promise<PublicAnswer> {
  const answer = await world.get(`/api/v1/organisations/by-code/uscc/${codeOf(of)}`);
  expect(answer.status).toBe(200);
  // The shape is the API's own; other tests hold it to its schema.
  return (await answer.json()) as PublicAnswer;
}

/** Every page of the list of penalties. */
async function wholeList(world: Prepared): Promise<string> {
  const pages = [1, 2, 3].map(async (page) =>
    (await world.get(`${list}?page=${String(page)}`)).text(),
  );
  return (await Promise.all(pages)).join('');
}

const forged = (kind: string, home: string): string =>
  `insert into journal_entry (home, stream, seq, position, recorded_at, id, kind, actor_official,
    actor_agency, actor_role, purpose, basis, commitment)
    select '${home}', 'forged', 1, 1, 0, gen_random_uuid(), '${kind}', 'x', 'x', 'x', 'x', '{}', ''`;

/** Tables that differ from what the journal makes of them. */
async function differing(world: Prepared): Promise<readonly string[]> {
  const { tables } = await world.system.store.admin.rebuild();
  return tables.filter(({ missing, surplus }) => missing + surplus > 0).map(({ table }) => table);
}

/** What somebody does who has got hold of a login of the database, beside the doors. */
export const tricks: readonly (readonly [says: string, run: (world: Prepared) => Promise<void>])[] =
  [
    [
      'Nobody writes an entry that another role alone may write.',
      async (world) => {
        const home = await world.home(listed);
        expect((await world.sql(forged('erasure@1', home))).state).toBe(refusedByGrants);
        const asEraser = await world.sql(forged('case-approved@1', home), 'eraser');
        expect(asEraser.state).toBe(refusedByGrants);
        // The same by the role whose entry it is; it is taken back.
        expect((await world.sql(forged('erasure@1', home), 'eraser')).state).toBe('done');
      },
    ],
    [
      'A closed read leaves its trace in the same step; one that is refused reads nothing.',
      async (world) => {
        const home = await world.home(10);
        const count = async (): Promise<number> => {
          const seen = await world.look(
            `select count(*)::integer as n from credence.access_entry where home = '${home}'`,
          );
          return Number(seen[0]?.['n']);
        };
        const before = await count();
        const path = `/desk/replay?code=${codeOf(10)}&purpose=`;
        expect(await answerOf(await world.get(`${path}review`, 'auditor'))).toBe('not-permitted');
        expect(await count()).toBe(before);
        expect(await answerOf(await world.get(`${path}oversight`, 'auditor'))).toBe(granted);
        expect(await count()).toBe(before + 1);
      },
    ],
    [
      'Without a home named, nothing that is closed is there to be seen.',
      async (world) => {
        for (const table of ['journal_entry', 'journal_payload', 'access_entry', 'account']) {
          const nameless = `set local credence.homes = ''; select * from ${table}`;
          expect((await world.sql(nameless)).rows, table).toEqual([]);
          expect((await world.sql(`select * from ${table} limit 1`)).rows, table).toHaveLength(1);
        }
      },
    ],
    [
      'A projection that shows an ended record brings it back on no page of its own, and is found.',
      async (world) => {
        await world.annul(annulled);
        const home = await world.home(annulled);
        const id = await world.record(annulled);
        const tampered = await world.tamper(
          `update record_line set shown_from = 1, shown_until = null where home = '${home}';
           update subject set visible_until = null where home = '${home}'`,
        );
        expect(tampered).toBe('done');
        const page = await world.get(`/api/v1/organisations/${home}/records/${id}`);
        expect(await answerOf(page)).toBe('record-not-found');
        const { records } = await organisation(world, annulled);
        expect(records.items).toEqual([]);
        const shown = await wholeList(world);
        expect(shown).toContain(codeOf(annulled + 1));
        expect(shown).not.toContain(codeOf(annulled));
        expect(await differing(world)).toContain('record_line');
        expect(await differing(world)).toEqual([]);
      },
    ],
    [
      'A case that is closed in its table alone stands as its entries say, and is found.',
      async (world) => {
        const before = await organisation(world, listed);
        expect(before.listings.map(({ id }) => id)).toContain(world.listing);
        const tampered = await world.tamper(
          `update case_file set state = 'closed', is_over = true, effect_until = 99999
            where case_id = '${world.listing}'`,
        );
        expect(tampered).toBe('done');
        expect(await organisation(world, listed)).toMatchObject({ listings: before.listings });
        expect(await differing(world)).toEqual(['case_file']);
      },
    ],
    [
      'A lock on the count of reads keeps nobody long, nobody else at all, and lets nobody past it.',
      async (world) => {
        const intruder = await world.intruder();
        await intruder.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `read budget of ${justice}`,
        ]);
        const path = `/desk/replay?code=${codeOf(10)}&purpose=oversight`;
        const waiting = world.get(path, 'auditor');
        const held = `select 1 from pg_locks where locktype = 'advisory' and not granted`;
        await vi.waitUntil(async () => (await world.look(held)).length === 1, { timeout: 20_000 });
        expect((await world.get(list)).status).toBe(200);
        const told = await waiting;
        expect(told.status).toBe(503);
        expect(await world.look(held)).toEqual([]);
        await intruder.query('rollback');
        await intruder.end();
        expect(await answerOf(await world.get(path, 'auditor'))).toBe(granted);
      },
    ],
    [
      'The counter of the journal is set by nobody, and a step without entries leaves no trace in it.',
      async (world) => {
        for (const change of ['set position = 0', 'set not_before = 99999999999999']) {
          const { state } = await world.sql(`update journal_head ${change}`);
          expect(state).toBe(refusedByGrants);
        }
        const end = `select max(position) as last, max(recorded_at) as at from credence.journal_entry`;
        const [before] = await world.look(end);
        const [step, late] = ['100000', '99999999999999'];
        expect(await world.tamper(`select advance_journal(${step}, ${late})`)).toBe('done');
        await world.annul(skipped);
        const [after] = await world.look(end);
        expect(Number(after?.['last'])).toBe(Number(before?.['last']) + 1);
        expect(Number(after?.['at'])).toBeLessThan(Number(late));
        expect(await differing(world)).toEqual([]);
      },
    ],
    [
      'A table of one’s own in the place of ours changes no answer of the register.',
      async (world) => {
        const shadowed = await world.sql(
          `create temporary table journal_entry (home uuid);
           set local search_path = credence, pg_temp;
           select relnamespace::regnamespace::text as schema from pg_class
             where oid = 'journal_entry'::regclass`,
        );
        expect(shadowed.rows).toEqual([{ schema: 'credence' }]);
        // Settings of the login itself do not count either: each step names its own path.
        expect(
          await world.tamper('alter role current_user set search_path = pg_temp, public'),
        ).toBe('done');
        expect((await world.get(list)).status).toBe(200);
        expect(await world.tamper('alter role current_user reset search_path')).toBe('done');
      },
    ],
  ];
