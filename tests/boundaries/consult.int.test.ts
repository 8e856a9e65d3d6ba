import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Casework, KnownPrincipal } from '@credence/casework';
import { civilDate, type JsonValue } from '@credence/domain';
import { createPortal } from '@credence/portal';
import { sha256Hex } from '@credence/proof';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { codeOf, nameOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import { openMovingWorld, type MovingWorld } from '../support/moving-world.ts';
import { openTerminal } from '../support/shared-terminal.ts';
import { startPglite, type TestEngine } from '../support/stores.ts';
import { market } from '../support/world.ts';

const firms = Array.from({ length: 30 }, (_, at) => at + 1);
const office = ['--agency', market, '--official', '赵六'] as const;
const officer: KnownPrincipal = {
  ...{ kind: 'operator', name: '赵六', agency: market, role: 'case_officer' },
};
const item = 'cn.food-business-licence';

describe('an approval, a tender and a pledge', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-consult-'));
  let engine: TestEngine;
  let world: MovingWorld;
  let casework: Casework;
  let credence: ReturnType<typeof openTerminal>;

  beforeAll(async () => {
    engine = await startPglite();
    world = await openMovingWorld(await engine.newPlace(), civilDate('2026-05-20'));
    await world.import('registration', registrationFile(firms));
    const penalty = { of: 1, number: '望市监罚〔2026〕1号', decided: '2026-05-06' };
    await world.import('penalty', penaltyFile([penalty]));
    casework = world.system.casework;
    credence = openTerminal(world.system, folder, {});
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function homeOf(firm: number): Promise<string> {
    return (await casework.findOwnHome(codeOf(firm))) ?? '';
  }

  async function speakerFor(firm: number): Promise<KnownPrincipal> {
    const mandate = { mandateId: 'm', subject: await homeOf(firm), from: civilDate('2026-01-01') };
    return { kind: 'representative', account: 'f', name: '梅映雪', mandates: [mandate] };
  }

  it('are asked about in one act; each bidder is told, and the file says facts and no class', async () => {
    writeFileSync(join(folder, 'codes.txt'), [...firms.map(codeOf), 'nobody'].join('\n'));
    const order = [
      ...['consult', 'ask', ...office, '--kind', 'tender', '--number', '望采〔2026〕1号'],
      ...['--basis', 'gov-procurement-law-2002#art-22', '--announced', '2026-05-01'],
      ...['--codes', 'codes.txt', '--key', 'k1', '--output', 'result.json'],
    ];
    const asked = await credence(...order);
    expect([asked.exit, asked.err]).toEqual([0, '']);
    expect(asked.out).toMatch(/30 organisations, each with its receipt/);
    expect(asked.out).toMatch(/Rows 31 name nobody/);
    const file = readFileSync(join(folder, 'result.json'), 'utf8');
    expect(file).toContain('望市监罚〔2026〕1号');
    expect(file).not.toMatch(/"class"|cn\.inspection/);
    const again = await credence(...order);
    expect(again.exit).toBe(0);
    expect(readFileSync(join(folder, 'result.json'), 'utf8')).toBe(file);

    for (const firm of [1, 17, 30]) {
      const speaker = await speakerFor(firm);
      const home = await homeOf(firm);
      const told = await casework.listOwnConsultations(speaker, home);
      expect(told).toMatchObject({ view: { lines: [{ kind: 'tender', agency: market }] } });
      const desk = await casework.viewOwnDesk(speaker, home);
      expect(desk).toMatchObject({ view: { consulted: 1 } });
      const page = { offset: 0, limit: 10 };
      const looked = await casework.findUsage(speaker, { by: 'id', id: home }, page);
      const looks = looked.kind === 'found' ? looked.view.accesses : [];
      expect(looks.filter(({ purpose }) => purpose === 'consultation')).toHaveLength(1);
    }
  });

  it('lead a firm through a pledge that is kept, and that another office takes over', async () => {
    const asked = await credence(
      ...['consult', 'ask', ...office, '--kind', 'approval', '--number', '望食许〔2026〕7号'],
      ...['--basis', 'go-2020-42#pledge', '--code', codeOf(2), '--pledge', item],
      ...['--format', 'json'],
    );
    expect([asked.exit, asked.err]).toEqual([0, '']);
    const { matter } = JSON.parse(asked.out) as { readonly matter: { consultationId: string } };
    const chosen = [matter.consultationId, ...office, '--code', codeOf(2)];
    expect((await credence('consult', 'choose', ...chosen, '--route', 'fastest')).exit).toBe(1);
    expect((await credence('consult', 'choose', ...chosen, '--route', 'pledge')).exit).toBe(0);

    const home = await homeOf(2);
    const behalf = { kind: 'party', as: 'subject', name: nameOf(2) } as const;
    const open = async (number: string, reuses?: string) => {
      const more = reuses === undefined ? {} : { reuses };
      const opened = await casework.openCase({
        ...{ principal: officer, behalf, subject: { by: 'id', id: home } },
        content: {
          desks: { own: market },
          matter: { case: 'pledge', pledge: item, number, ...more },
        },
      });
      if (opened.kind !== 'recorded') throw new Error(JSON.stringify(opened));
      return opened.caseId;
    };
    const act = async (caseId: string, kind: string, content: JsonValue, by?: 'firm') => {
      const step = { principal: officer, caseId, act: kind, content };
      const outcome = await casework.actInCase(by === 'firm' ? { ...step, behalf } : step);
      if (outcome.kind !== 'recorded') throw new Error(`${kind}: ${JSON.stringify(outcome)}`);
    };
    const document = { number: '望食许〔2026〕7号' };
    const id = await open('望食许〔2026〕7号');
    const told = ['conditions', 'materials', 'verification', 'liability', 'free_choice'];
    await act(id, 'noticed', { document, told, measures: [], reason: '告知条件' });
    const servedOn = world.today();
    await act(id, 'served', { paper: 'notice', mode: 'in_person', servedOn, proof: '回证' });
    const { pledges } = await casework.listPledges();
    const food = pledges.find((each) => each.id === 'cn.food-business-licence');
    await act(id, 'pledged', { pledge: food?.form.zh ?? '' }, 'firm');
    await act(id, 'granted-on-pledge', { document, reason: '书面承诺符合' });
    const seen = await casework.viewCase(officer, id);
    if (seen.kind !== 'found') throw new Error(seen.kind);
    // The digest of what was signed is kept with it.
    const signed = seen.view.actions.find(({ kind }) => kind === 'pledged');
    expect(signed).toMatchObject({ textHash: sha256Hex(food?.form.zh ?? '') });
    // A date came out of the class, and nothing else of it.
    const set = seen.view.actions.find(({ kind }) => kind === 'check-set');
    expect(set).toMatchObject({ from: 'rule' });
    expect(JSON.stringify(seen.view)).not.toMatch(/"class"|riskClass/);
    world.pass(20);
    await act(id, 'seen-kept', { seenOn: world.today(), seen: '现场核查，符合承诺' });
    const second = await open('望食许〔2026〕8号', id);
    await act(second, 'granted-on-pledge', { document, reason: '沿用已履行的承诺' });
  });

  it('end in a report that anyone may check, for whom nothing stands', async () => {
    const make = (firm: number) =>
      credence('report', 'make', codeOf(firm), ...office, '--output', `r${String(firm)}.pdf`);
    const refused = await make(1);
    expect(refused.exit).toBe(1);
    expect(refused.err).not.toContain('望市监罚');
    const made = await make(2);
    expect([made.exit, made.err]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'r2.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const [code = ''] = /[0-9A-F]{20}/.exec(made.out) ?? [];

    const checked = await credence('report', 'verify', code);
    expect(checked.out).toMatch(/Genuine.*\nIt holds today/);
    const portal = createPortal({
      services: casework,
      registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
      clock: world.clock,
    });
    const page = await portal.request(`/en/reports/verify?code=${code}`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(nameOf(2))]);
    const answer = await portal.request(`/api/v1/reports/${code}`);
    expect(await answer.json()).toMatchObject({ holdsToday: true, subject: { code: codeOf(2) } });
    expect((await portal.request('/reports/verify?code=0')).status).toBe(404);
    expect((await portal.request('/desk/consult')).status).toBe(303);
  });
});
