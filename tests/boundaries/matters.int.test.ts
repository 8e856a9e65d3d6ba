import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Principal, Role } from '@credence/casework';
import { civilDate } from '@credence/domain';
import { openSourceFile } from '@credence/exchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { codeOf, nameOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import { csrf, openDeskWorld, type DeskWorld } from '../support/intake-desk.ts';
import { market } from '../support/world.ts';

const strange = '浦西市远山茶业有限公司';
const first = { of: 1, number: '望市监罚〔2026〕1号', decided: '2026-08-14' };
const foreign = penaltyFile([{ ...first, number: '望市监罚〔2026〕9号' }]).replace(
  nameOf(1),
  strange,
);

function official(name: string, ...roles: readonly Role[]): Principal {
  return { kind: 'official', account: `account:${name}`, name, agency: market, roles };
}

const registrar = official('闻人溪', 'registrar');
const lawyer = official('杜若溪', 'legal_officer');

describe('the desk that settles contradictions, over a real register', () => {
  let desk: DeskWorld;
  let files: string;
  let subject: string;

  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), 'credence-matters-'));
    desk = await openDeskWorld({
      today: civilDate('2026-11-20'),
      edition: 'cn-2026',
      files: [
        { name: 'registration.csv', item: 'registration', text: registrationFile([1, 2]) },
        { name: 'penalty.csv', item: 'penalty', text: penaltyFile([first]) },
      ],
    });
    const found = await desk.world.system.casework.viewSubject({ by: 'code', code: codeOf(1) }, {});
    subject = found.kind === 'found' ? found.view.subject.id : '';
  });
  afterAll(async () => {
    await desk.close();
    rmSync(files, { recursive: true, force: true });
  });

  const supply = async (name: string, item: string, text: string) => {
    const path = join(files, name);
    writeFileSync(path, text);
    const opened = await openSourceFile(path);
    if (opened.kind === 'refused') throw new Error(opened.problem);
    const actor = { official: '数据员', agency: market, role: 'data_officer' };
    const order = { file: opened.file, item, source: market, actor, acceptValid: true };
    return desk.world.system.casework.importFile(order);
  };
  const publicPage = async (): Promise<string> =>
    (await desk.get(`/organisations/${subject}`)).text();
  const queue = async (): Promise<readonly string[]> => {
    desk.signIn(registrar);
    const text = await (await desk.get('/desk/matters')).text();
    return [
      ...new Set(
        Array.from(text.matchAll(/\/desk\/matters\/([0-9a-f-]{36})/g), ([, id]) => id ?? ''),
      ),
    ];
  };
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    desk.post(path, new URLSearchParams({ csrf, ...fields }));
  const settle = async (id: string, choice: string): Promise<void> => {
    desk.signIn(registrar);
    const reason = '与原件核对。';
    const proposed = await post(`/desk/matters/${id}/propose`, { choice, reason, basis: '' });
    expect(proposed.status).toBe(303);
    desk.signIn(lawyer);
    const decided = await post(`/desk/matters/${id}/decide`, { verdict: 'agree' });
    expect(decided.status).toBe(303);
  };

  it('is empty, and says what that means, in both languages', async () => {
    desk.signIn(registrar);
    const chinese = await (await desk.get('/desk/matters')).text();
    expect(chinese).toContain('没有待核对的事项');
    const english = await (await desk.get('/en/desk/matters')).text();
    expect(english).toContain('Nothing waits to be settled');
  });

  it('corrects a record with a second name: the new content in public, both in the journal', async () => {
    const changed = penaltyFile([first]).replace('2.000000', '3.000000');
    const outcome = await supply('changed.csv', 'penalty', changed);
    expect(outcome).toMatchObject({ report: { problemsByCode: { 'record-conflict': 1 } } });
    const [id = ''] = await queue();
    const page = await (await desk.get(`/desk/matters/${id}`)).text();
    expect(page).toContain('采用报送的内容（更正）');
    expect(page).toContain('不同');
    expect(await publicPage()).not.toContain('3 万元');

    const reason = '与原件核对。';
    await post(`/desk/matters/${id}/propose`, { choice: 'take', reason, basis: '' });
    const own = await post(`/desk/matters/${id}/decide`, { verdict: 'agree' });
    expect(await own.text()).toContain('同一人不能自行决定');
    desk.signIn(lawyer);
    await post(`/desk/matters/${id}/decide`, { verdict: 'agree' });
    const after = await publicPage();
    expect(after).toContain('更正日期 2026年11月20日');
    const { journal } = desk.world.system.store;
    const entries = await journal.entriesOf(subject);
    const statements = entries.filter(({ kind, stream }) => {
      const record = entries.find(({ supersedes }) => supersedes !== undefined);
      return kind === 'record@1' && stream === record?.stream;
    });
    expect(statements).toHaveLength(2);
    expect(statements[1]?.supersedes).toBe(statements[0]?.id);
    expect(await queue()).toEqual([]);
  });

  it('is told by the API as well', async () => {
    const text = await (await desk.get(`/api/v1/organisations/${subject}`)).text();
    expect(text).toContain('"statementCorrectedOn":"2026-11-20"');
    expect(text).toContain('"identityUnderReview":false');
  });

  it('keeps a row under another name back, says so in public, and returns it', async () => {
    await supply('foreign.csv', 'penalty', foreign);
    const [id = ''] = await queue();
    const page = await (await desk.get(`/en/desk/matters/${id}`)).text();
    expect(page).toContain('The names, part by part');
    expect(page).toContain(strange);
    const shown = await publicPage();
    expect(shown).toContain('身份核对中');
    expect(shown).not.toContain(strange);
    expect(shown).not.toContain('9号');
    const english = await (await desk.get(`/en/organisations/${subject}`)).text();
    expect(english).toContain('Identity under review');
    const found = await (await desk.get(`/search?q=${encodeURIComponent(nameOf(1))}`)).text();
    expect(found).toContain('身份核对中');
    const api = await (await desk.get(`/api/v1/organisations/${subject}`)).text();
    expect(api).toContain('"identityUnderReview":true');
    await settle(id, 'different');
    expect(await publicPage()).not.toContain('身份核对中');
  });

  it('shows two pages for one code on two registrations, and one when it was a rename', async () => {
    const renamed = registrationFile([2]).replace(nameOf(2), strange);
    await supply('renamed.csv', 'registration', renamed);
    const [id = ''] = await queue();
    const found = await (await desk.get(`/search?q=${encodeURIComponent(strange)}`)).text();
    expect(found).toContain('身份核对中');
    const elder = await desk.get(`/o/${codeOf(2)}`);
    const elderPage = await (await desk.get(elder.headers.get('location') ?? '')).text();
    expect(elderPage).toContain(nameOf(2));
    expect(elderPage).toContain(strange);
    await settle(id, 'same');
    const after = await (await desk.get(elder.headers.get('location') ?? '')).text();
    expect(after).toContain(`<title>${strange}`);
    expect(after).not.toContain('身份核对中');
    const again = await (await desk.get(`/search?q=${encodeURIComponent(strange)}`)).text();
    expect(again.match(/class="result"/g)).toHaveLength(1);
  });

  it('refuses who has no office there, and takes no form of another site', async () => {
    await supply('foreign-2.csv', 'penalty', foreign.replace('9号', '10号'));
    desk.signIn({ ...official('赵四', 'registrar'), agency: 'tax' } as Principal);
    expect((await desk.get(`/desk/matters?agency=${market}`)).status).toBe(403);
    desk.signIn({ kind: 'anonymous' });
    expect((await desk.get('/desk/matters')).status).toBe(303);
  });

  it('takes a reported error from anyone, and lets whoever has the code read the answer', async () => {
    desk.signIn(registrar);
    const [, record = ''] = /\/records\/([0-9a-f-]{36})/.exec(await publicPage()) ?? [];
    const path = `/organisations/${subject}/records/${record}/report-error`;
    const form = await (await desk.get(`/en${path}`)).text();
    expect(form).toContain('No account is needed');
    const before = await publicPage();
    const sent = await post(path, { field: 'fine', text: '金额不符，请致电 13800138000。' });
    const done = await sent.text();
    expect(done).toContain('号码已遮盖');
    expect(sent.headers.get('cache-control')).toContain('no-store');
    const [, number = ''] = /id="number"[^>]*>([^<]+)</.exec(done) ?? [];
    const [, code = ''] = /id="code"[^>]*>([^<]+)</.exec(done) ?? [];
    expect(await publicPage()).toBe(before);
    expect((await post('/error-reports', { number, code: 'AAAA' })).status).toBe(404);
    expect(await (await post('/error-reports', { number, code })).text()).toContain('还没有答复');

    const listed = await (await desk.get('/desk/error-reports')).text();
    expect(listed).toContain(number);
    const answer = { result: 'right', text: '与决定书一致。' };
    expect((await post(`/desk/error-reports/${number}/answer`, answer)).status).toBe(303);
    const read = await (await post('/en/error-reports', { number, code })).text();
    expect(read).toContain('Checked and right');
    expect(read).toContain('与决定书一致');
  });

  it('stands in tables that a rebuild makes again, row by row', async () => {
    const report = await desk.world.system.store.admin.rebuild();
    expect(report.differences).toEqual([]);
    expect(report.equal).toBe(true);
    expect(report.tables.find(({ table }) => table === 'matter')?.rows).toBe(3);
    expect(report.tables.find(({ table }) => table === 'error_report')?.rows).toBe(1);
  });
});
