import { verifyReceipt, isSignedReceipt, type PublicKey } from '@credence/casework';
import { civilDate } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { penaltyFile } from '../support/city-files.ts';
import { openDeskWorld, type DeskWorld } from '../support/intake-desk.ts';

interface Operation {
  readonly operationId?: string;
  readonly responses: Readonly<Record<string, unknown>>;
}

describe('batches by machine', () => {
  let desk: DeskWorld;
  beforeAll(async () => {
    desk = await openDeskWorld({ today: civilDate('2026-11-20'), edition: 'cn-2026', files: [] });
  });
  afterAll(() => desk.close());

  const csv = (of: number): string =>
    penaltyFile([{ of, number: `望市监罚〔2026〕${String(of)}号`, decided: '2026-09-28' }]);
  const broken = (): string => csv(900).replace('2026-09-28,2099', '2026-13-28,2099');
  const send = (
    body: string,
    given: {
      readonly query?: string;
      readonly key?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<Response> =>
    desk.api(`/api/v1/intake/batches?item=penalty${given.query ?? ''}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'text/csv',
        ...(given.key === undefined ? {} : { 'idempotency-key': given.key }),
        ...given.headers,
      },
    });
  const documented = async (): Promise<readonly Operation[]> => {
    const document = (await (await desk.api('/api/v1/openapi.json')).json()) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    };
    return Object.values(document.paths).flatMap((path) => Object.values(path));
  };

  it('are taken in with a receipt that verifies with the published key', async () => {
    const taken = await send(csv(1), { key: 'k-1', query: '&name=september.csv' });
    const body = (await taken.json()) as Record<string, unknown>;
    expect(taken.status).toBe(201);
    const { report, ...signed } = body;
    expect(report).toMatchObject({ rowsRead: 1, problemsTotal: 0 });
    if (!isSignedReceipt(signed)) throw new Error(JSON.stringify(body));
    expect(signed.receipt).toMatchObject({ fileName: 'september.csv', counts: { recorded: 1 } });
    const { keys } = (await (await desk.api('/api/v1/keys')).json()) as { keys: PublicKey[] };
    expect(verifyReceipt(signed, keys)).toBe(true);
    const location = taken.headers.get('location') ?? '';
    expect(await (await desk.api(location)).json()).toEqual(body);
  });

  it('repeated are the same bytes and say that they are', async () => {
    const first = await send(csv(2), { key: 'k-2' });
    const again = await send(csv(2), { key: 'k-2' });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(await again.text()).toBe(await first.text());
  });

  it('may be tried first, and a trial stores nothing', async () => {
    const before = await desk.world.system.store.journal.head();
    const tried = await send(csv(3), { query: '&dryRun=true' });
    expect(tried.status).toBe(200);
    expect(await tried.json()).toMatchObject({ report: { fresh: 1 } });
    expect(await desk.world.system.store.journal.head()).toEqual(before);
  });

  it('with faults are a problem with the whole report, in the language asked for', async () => {
    const refused = await send(broken(), { key: 'k-4', headers: { 'accept-language': 'en' } });
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({
      type: '/problems/batch-refused',
      report: { problemsTotal: 1, problems: [{ row: 2, column: 'CF_JDRQ', value: '2026-13-28' }] },
    });
  });

  it.each<[string, Parameters<typeof send>, number, string]>([
    ['without a key', [csv(5)], 400, 'parameter-invalid'],
    [
      'of another type',
      [csv(5), { key: 'a', headers: { 'content-type': 'text/html' } }],
      415,
      'media-type-unknown',
    ],
    ['of two items at once', [csv(5), { key: 'b', query: '&item=x' }], 400, 'parameter-invalid'],
    [
      'by a mapping nobody knows',
      [csv(5), { key: 'c', query: '&mapping=x' }],
      404,
      'mapping-unknown',
    ],
    [
      'with an option that is none',
      [csv(5), { key: 'd', query: '&acceptValid=1' }],
      400,
      'parameter-invalid',
    ],
    ['that are no table', ['%PDF-1.7', { key: 'e' }], 415, 'file-format-unknown'],
    ['that are empty', ['', { key: 'f' }], 422, 'file-empty'],
  ])('%s are refused with what is accepted', async (_, given, status, code) => {
    const refused = await send(...given);
    const text = await refused.text();
    expect({ status: refused.status, says: text.includes(code) }, text).toEqual({
      status,
      says: true,
    });
  });

  it('need a token', async () => {
    const answer = await desk.portal.fetch(
      new Request('http://127.0.0.1/api/v1/intake/batches?item=penalty', {
        method: 'POST',
        body: csv(6),
        headers: { 'content-type': 'text/csv', 'idempotency-key': 'x' },
      }),
    );
    expect(answer.status).toBe(401);
  });

  it('of another agency are not found, like those that never were', async () => {
    const missing = await desk.api('/api/v1/intake/batches/01990000-0000-7000-8000-000000000001');
    expect(missing.status).toBe(404);
  });

  it('answer only as the document says', async () => {
    const operations = await documented();
    const supply = operations.find(({ operationId }) => operationId === 'supplyBatch');
    const statuses = Object.keys(supply?.responses ?? {});
    expect(statuses).toEqual(
      expect.arrayContaining(['200', '201', '400', '401', '403', '413', '415', '422', '429']),
    );
    for (const id of ['getBatch', 'listKeys']) {
      expect(operations.some(({ operationId }) => operationId === id)).toBe(true);
    }
  });
});
