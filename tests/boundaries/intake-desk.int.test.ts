import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { civilDate } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  csrf,
  locationOf,
  officer,
  openDeskWorld,
  uploadForm,
  type DeskWorld,
} from '../support/intake-desk.ts';
import { autumn, brokenRows, writePenaltyWorkbook } from '../support/penalty-workbook.ts';

const limitBytes = 1_500_000;

describe('the intake desk over a real register', () => {
  let desk: DeskWorld;
  let files: string;

  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), 'credence-files-'));
    desk = await openDeskWorld({
      today: civilDate('2026-11-20'),
      edition: 'cn-2026',
      files: [],
      uploadBytesMax: limitBytes,
    });
  });
  afterAll(async () => {
    await desk.close();
    rmSync(files, { recursive: true, force: true });
  });

  const workbook = async (
    order: Partial<Parameters<typeof writePenaltyWorkbook>[1]> = {},
  ): Promise<Uint8Array<ArrayBuffer>> => {
    const path = join(files, 'penalties.xlsx');
    const all = { decisions: 30, broken: false, lastDecidedOn: autumn, ...order };
    await writePenaltyWorkbook(path, all);
    return new Uint8Array(readFileSync(path));
  };
  const upload = async (
    bytes: Uint8Array<ArrayBuffer> | string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Response> =>
    desk.post('/desk/intake', uploadForm({ name: '处罚决定.xlsx', bytes }, fields));
  /** The page of an upload once its check has ended, however busy the machine is. */
  const checked = async (path: string): Promise<Response> => {
    for (;;) {
      const page = await desk.get(path);
      if (page.headers.get('refresh') === null) return page;
    }
  };
  const position = async (): Promise<number> =>
    (await desk.world.system.store.journal.head()).position;

  it('shows the report of a file with three broken rows and stores nothing', async () => {
    const before = await position();
    const sent = await upload(await workbook({ decisions: 1_200, broken: true }));
    expect(sent.status).toBe(303);
    const page = await checked(locationOf(sent));
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('还没有保存任何内容');
    expect(text).toContain('1,197 行可以入库');
    for (const row of brokenRows) expect(text).toContain(`>${String(row)}</th>`);
    expect(text).toContain('法定代表人');
    expect(text).toContain('办公室排班');
    expect(text).toContain('CF_NR_FK');
    expect(await position()).toBe(before);
    const csv = await (await desk.get(`${locationOf(sent)}/report.csv`)).text();
    expect(csv.split('\r\n')).toHaveLength(5);
  });

  it('takes the valid rows by the second step, gives a receipt, and knows the file again', async () => {
    const bytes = await workbook({ decisions: 30, broken: true, unserved: 2 });
    const path = locationOf(await upload(bytes));
    await checked(path);
    const taken = await desk.post(`${path}/accept`, new URLSearchParams({ csrf, take: 'valid' }));
    expect(taken.status).toBe(303);
    const page = await (await desk.get(locationOf(taken))).text();
    expect(page).toContain('本批 29 行已入库');
    const receipt: unknown = await (await desk.get(`${locationOf(taken)}/receipt.json`)).json();
    expect(receipt).toMatchObject({ receipt: { counts: { read: 30, recorded: 29, refused: 1 } } });
    const again = await checked(locationOf(await upload(bytes)));
    expect(await again.text()).toContain('新增 0 行');
    expect(await (await desk.get('/desk/intake/batches')).text()).toContain('处罚决定.xlsx');
  });

  it('leads from a decided upload to its batch, however often the button is pressed', async () => {
    const path = locationOf(await upload(await workbook({ from: 2_001 })));
    const press = () => desk.post(`${path}/accept`, new URLSearchParams({ csrf, take: 'all' }));
    const [first, second] = await Promise.all([press(), press()]);
    const third = await press();
    const leads = [first, second, third].map(locationOf);
    expect(leads.filter((each) => each.startsWith('/desk/intake/batches/')).length).toBeGreaterThan(
      1,
    );
    expect((await desk.get(path)).status).toBe(303);
  });

  it('asks for two different officials or none', async () => {
    const path = locationOf(await upload(await workbook({ from: 3_001, unserved: 5 })));
    expect(await (await checked(path)).text()).toContain('5 行没有写明送达');
    const one = new URLSearchParams({ csrf, take: 'all', 'first-official': '沈知远' });
    const refused = await desk.post(`${path}/accept`, one);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="沈知远"');
    one.set('second-official', '林若溪');
    const taken = await desk.post(`${path}/accept`, one);
    expect(locationOf(taken)).toContain('/desk/intake/batches/');
  });

  it('says plainly that a file is of no kind that is read', async () => {
    const page = await checked(locationOf(await upload('%PDF-1.7 nothing to read')));
    const text = await page.text();
    expect(text).toContain('这份文件不能检查');
    expect(text).toContain('没有保存任何内容');
  });

  it('refuses a file over the limit with 413 and keeps nothing of it', async () => {
    const waiting = readdirSync(desk.folder).length;
    const answer = await upload(new Uint8Array(limitBytes + 1));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('1 MiB');
    expect(readdirSync(desk.folder)).toHaveLength(waiting);
  });

  it('says that an upload whose time is over is no longer here', async () => {
    const path = locationOf(await upload(await workbook({ decisions: 32 })));
    for (const name of readdirSync(desk.folder).filter((each) => each.endsWith('.json'))) {
      const label = JSON.parse(readFileSync(join(desk.folder, name), 'utf8')) as object;
      writeFileSync(join(desk.folder, name), JSON.stringify({ ...label, expiresAt: 1 }));
    }
    const gone = await desk.get(path);
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain('已不在');
    const late = await desk.post(`${path}/accept`, new URLSearchParams({ csrf, take: 'all' }));
    expect(late.status).toBe(404);
  });

  it('takes no form without the token of the session, and writes no byte of its file', async () => {
    const waiting = readdirSync(desk.folder).length;
    const bytes = await workbook();
    expect((await upload(bytes, { csrf: 'another' })).status).toBe(403);
    expect(readdirSync(desk.folder)).toHaveLength(waiting);
    const foreign = new Request('http://127.0.0.1/desk/intake', {
      method: 'POST',
      body: uploadForm({ name: 'x.xlsx', bytes }),
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect((await desk.portal.fetch(foreign)).status).toBe(403);
  });

  it('asks for a file when none was chosen', async () => {
    const answer = await desk.post('/desk/intake', uploadForm({ name: '', bytes: '' }));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('没有收到完整的文件');
  });

  it('lets in neither the public nor another office', async () => {
    desk.signIn({ kind: 'anonymous' });
    expect((await desk.get('/desk/intake')).status).toBe(303);
    desk.signIn({ ...officer, roles: ['case_officer'] } as typeof officer);
    expect((await desk.get('/desk/intake')).status).toBe(403);
    expect((await upload(await workbook())).status).toBe(403);
    desk.signIn(officer);
    expect((await desk.get('/desk/intake')).status).toBe(200);
  });

  it('speaks both languages', async () => {
    const page = await (await desk.get('/en/desk/intake')).text();
    expect(page).toContain('Import a file');
    const sent = await desk.post(
      '/en/desk/intake',
      uploadForm({ name: 'p.xlsx', bytes: await workbook({ from: 4_001, broken: true }) }),
    );
    expect(locationOf(sent)).toMatch(/^\/en\/desk\/intake\//);
    expect(await (await checked(locationOf(sent))).text()).toContain('Nothing is stored yet.');
  });
});
