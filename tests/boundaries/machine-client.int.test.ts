import { gunzipSync } from 'node:zlib';

import { commitmentOf } from '@credence/proof';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openApiClient, type ApiClient } from '../support/api-client.ts';
import { licenceFile, penaltyFile, registrationFile } from '../support/city-files.ts';
import { openDeskWorld, type DeskWorld } from '../support/intake-desk.ts';
import { linesOf } from '../support/moving-world.ts';
import { newSalt, newUuid } from '../support/stores.ts';
import { day, market } from '../support/world.ts';

const dataset = 'administrative_penalty';
const machineToken = 'a.b.c';
type Row = Readonly<Record<string, unknown>>;
interface Changes {
  readonly changes: readonly {
    readonly op: 'ADD' | 'MOD' | 'DEL';
    readonly dataset: string;
    readonly record: string;
    readonly cause: string;
    readonly row?: Row;
  }[];
  readonly timepoint: string;
  readonly next?: string;
}

describe('a machine that has read nothing but the OpenAPI document', () => {
  let desk: DeskWorld;
  let client: ApiClient;
  let key: string;
  /** The client's copy of the adverse data set, by record, and how far it goes. */
  const copy = new Map<string, Row>();
  let after = '';

  beforeAll(async () => {
    desk = await openDeskWorld({
      today: day('2026-11-20'),
      edition: 'cn-2026',
      files: [
        { name: 'registration.csv', item: 'registration', text: registrationFile([1, 2, 3]) },
        {
          name: 'penalties.csv',
          item: 'penalty',
          text: penaltyFile([
            { of: 1, number: '望〔2026〕1号', decided: '2026-09-01' },
            { of: 2, number: '望〔2026〕2号', decided: '2026-09-02' },
          ]),
        },
      ],
    });
    await desk.world.system.casework.publishDownloads();
    const made = await desk.world.system.casework.createReaderKey({
      holder: '望澜日报社',
      purpose: 'journalism',
    });
    if (made.kind === 'refused') throw new Error(JSON.stringify(made));
    key = made.key;
    client = await openApiClient(
      async (request) => desk.portal.fetch(request),
      'http://127.0.0.1/api/v1/openapi.json',
    );
  });
  afterAll(() => desk.close());

  it('takes open data without a key and is refused the rest', async () => {
    const list = (await (await client.call('listDownloads')).json()) as {
      readonly downloads: readonly { readonly dataset: string; readonly access: string }[];
    };
    const byAccess = new Map(list.downloads.map((each) => [each.dataset, each.access]));
    expect(byAccess.get('registration')).toBe('open');
    expect(byAccess.get(dataset)).toBe('key');

    const file = (name: string) => ({ parameters: { dataset: name, file: `${name}.jsonl.gz` } });
    const open = await client.call('getDownload', file('registration'));
    expect(linesOf(gunzipSync(await open.arrayBuffer()).toString('utf8'))).toHaveLength(3);
    expect((await client.call('getDownload', file(dataset))).status).toBe(401);
    const wrong = { ...file(dataset), token: `ck_${'x'.repeat(44)}` };
    expect((await client.call('getDownload', wrong)).status).toBe(401);
  });

  it('takes adverse records with a key, and that is written down', async () => {
    const parameters = { dataset, file: `${dataset}.jsonl.gz` };
    const answer = await client.call('getDownload', { parameters, token: key });
    expect(answer.headers.get('cache-control')).toContain('no-store');
    for (const row of linesOf(gunzipSync(await answer.arrayBuffer()).toString('utf8'))) {
      copy.set(String(row['record']), row);
    }
    expect(copy.size).toBe(2);
    const manifest = await (await client.call('getManifest', { parameters: { dataset } })).json();
    const { after: from, files } = manifest as {
      readonly after: string;
      readonly files: readonly { readonly name: string; readonly sha256: string }[];
    };
    after = from;

    const { store, casework } = desk.world.system;
    const reader = await casework.readerOfKey(key);
    const accesses = await store.journal.accessesTo(reader?.account ?? '');
    const hash = files.find(({ name }) => name.endsWith('.gz'))?.sha256 ?? '';
    expect(accesses.at(-1)).toMatchObject({
      reader: { official: reader?.account, role: 'reader' },
      purpose: 'reuse',
      fields: [`dataset:${dataset}`, `sha256:${hash}`, `after:${after}`],
    });
  });

  it('supplies a batch, twice with one effect, and follows what came of it', async () => {
    const body = penaltyFile([{ of: 3, number: '望〔2026〕3号', decided: '2026-11-10' }]);
    const parameters = { item: 'penalty', 'idempotency-key': 'batch-1' };
    const call = { parameters, body, contentType: 'text/csv', token: machineToken };
    const first = await client.call('supplyBatch', call);
    expect(first.status).toBe(201);
    const receipt = await first.text();
    expect(await (await client.call('supplyBatch', call)).text()).toBe(receipt);

    const told = await follow();
    expect(told.map(({ op, cause }) => [op, cause])).toEqual([['ADD', 'source']]);
    expect([...copy.values()].map((row) => row['document_number'])).toContain('望〔2026〕3号');
  });

  it('supplies licences as well, which anyone may follow without a key', async () => {
    const open = 'administrative_licence';
    const manifest = await client.call('getManifest', { parameters: { dataset: open } });
    const { after: from } = (await manifest.json()) as { readonly after: string };
    const body = licenceFile([
      { of: 3, number: 'L-3', decided: '2026-01-10', until: '2028-01-10' },
      { of: 2, number: 'L-2', decided: '2026-01-10', until: '2028-01-10' },
    ]);
    const parameters = { item: 'licence', 'idempotency-key': 'batch-2' };
    const call = { parameters, body, contentType: 'text/csv', token: machineToken };
    expect((await client.call('supplyBatch', call)).status).toBe(201);
    // The same key for other content is no repetition.
    const refused = await client.call('supplyBatch', { ...call, body: `${body}\n` });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('/problems/idempotency-key-reused');

    const asked = { parameters: { after: from, dataset: open } };
    const { changes } = (await (await client.call('listChanges', asked)).json()) as Changes;
    expect(changes.map(({ op, cause }) => [op, cause])).toEqual([
      ['ADD', 'source'],
      ['ADD', 'source'],
    ]);
  });

  it('asks of all its copies at once whether they still stand', async () => {
    const copies = await Promise.all(
      [...copy].map(async ([recordId, row]) => {
        const parameters = { id: String(row['organisation']), recordId };
        const answer = await client.call('getRecord', { parameters });
        const { record } = (await answer.json()) as {
          readonly record: { readonly fingerprint: string };
        };
        return { record: recordId, fingerprint: record.fingerprint };
      }),
    );
    expect(await statesOf(copies)).toEqual(copies.map(() => 'current'));
    const [first, ...others] = copies;
    const old = { record: first?.record ?? '', fingerprint: 'f'.repeat(64) };
    expect(await statesOf([old, ...others])).toEqual(['changed', ...others.map(() => 'current')]);
  });

  it('learns of a withdrawal by number, removes it and acknowledges', async () => {
    const [record = '', row] = [...copy][0] ?? [];
    await endRecord(desk, String(row?.['organisation']), record);
    expect(await statesOf([{ record, fingerprint: 'f'.repeat(64) }])).toEqual(['not-published']);
    const parameters = { dataset, file: `${dataset}.csv` };
    // The file that still holds it is gone at once.
    expect((await client.call('getDownload', { parameters, token: key })).status).toBe(404);

    const withdrawals = await client.call('listWithdrawals', { token: key });
    const { withdrawals: gone, timepoint } = (await withdrawals.json()) as {
      readonly withdrawals: readonly { readonly dataset: string; readonly record: string }[];
      readonly timepoint: string;
    };
    expect(gone).toEqual([{ dataset, record }]);
    const told = await follow();
    expect(told).toEqual([{ op: 'DEL', dataset, record, cause: 'source' }]);

    const said = { body: JSON.stringify({ timepoint }), token: key };
    expect((await client.call('acknowledgeWithdrawals', said)).status).toBe(200);
    const again = (await (await client.call('listWithdrawals', { token: key })).json()) as {
      readonly withdrawals: readonly unknown[];
    };
    expect(again.withdrawals).toEqual([]);
  });

  it('tells nobody without a key which record is gone', async () => {
    const manifest = await (
      await client.call('getManifest', { parameters: { dataset: 'registration' } })
    ).json();
    const { after: from } = manifest as { readonly after: string };
    const answer = await client.call('listChanges', { parameters: { after: from } });
    // The licences that came since, and nothing of the record that went.
    const told = ((await answer.json()) as Changes).changes;
    expect(told.map(({ op, dataset: of }) => `${op} ${of}`)).toEqual([
      'ADD administrative_licence',
      'ADD administrative_licence',
    ]);
    expect((await client.call('listWithdrawals')).status).toBe(401);
    expect((await client.call('listUnacknowledgedReaders')).status).toBe(401);
  });

  it('ends with the copy that the next full file is', async () => {
    const { manifests } = await desk.world.system.casework.publishDownloads();
    expect(manifests.some((each) => each.dataset === dataset)).toBe(true);
    const parameters = { dataset, file: `${dataset}.jsonl.gz` };
    const answer = await client.call('getDownload', { parameters, token: key });
    const rows = linesOf(gunzipSync(await answer.arrayBuffer()).toString('utf8'));
    const byRecord = (a: Row, b: Row) => (String(a['record']) < String(b['record']) ? -1 : 1);
    expect([...copy.values()].sort(byRecord)).toEqual([...rows].sort(byRecord));
  });

  it.each([
    ['nothing', ''],
    ['a text of no answer', 'yesterday'],
    ['a moment to come', 't1-zzzzzzzzz-zzz'],
  ])('is told what is wrong with a timepoint that is %s', async (_, wrong) => {
    const answer = await client.call('listChanges', { parameters: { after: wrong } });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ parameter: 'after' });
  });

  async function statesOf(copies: readonly object[]): Promise<readonly string[]> {
    const answer = await client.call('checkCopies', { body: JSON.stringify({ copies }) });
    const { copies: told } = (await answer.json()) as {
      readonly copies: readonly { readonly state: string }[];
    };
    return told.map(({ state }) => state);
  }

  /** Applies all pages of changes to the copy and keeps the timepoint. */
  async function follow(): Promise<Changes['changes']> {
    const told: Changes['changes'][number][] = [];
    for (let next: string | undefined; ;) {
      const parameters = { after, dataset, ...(next === undefined ? {} : { next }) };
      const answer = await client.call('listChanges', { parameters, token: key });
      const page = (await answer.json()) as Changes;
      for (const change of page.changes) {
        told.push(change);
        if (change.row === undefined) copy.delete(change.record);
        else copy.set(change.record, change.row);
      }
      next = page.next;
      if (next === undefined) {
        after = page.timepoint;
        return told;
      }
    }
  }
});

async function endRecord(desk: DeskWorld, home: string, recordId: string): Promise<void> {
  const payload = { recordId, on: '2026-11-20', because: 'annulled' };
  const salt = newSalt();
  const actor = { official: '王芳', agency: market, role: 'legal_officer' };
  await desk.world.system.store.journal.record({ actor, purpose: 'correction', basis: [] }, [
    {
      id: newUuid(),
      home,
      stream: recordId,
      kind: 'record-ended@1',
      payload,
      salt,
      commitment: commitmentOf(salt, payload),
    },
  ]);
}
