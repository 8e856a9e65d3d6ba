import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Casework, KnownPrincipal } from '@credence/casework';
import { addDays, addMonths, civilDate, type CivilDate, type JsonValue } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { penaltyFile, registrationFile } from '../support/city-files.ts';
import { openMovingWorld, type MovingWorld } from '../support/moving-world.ts';
import { openTerminal } from '../support/shared-terminal.ts';
import { startPglite, type TestEngine } from '../support/stores.ts';
import { market } from '../support/world.ts';

const begun = civilDate('2026-05-20');
const organisations = Array.from({ length: 40 }, (_, at) => at + 1);
/** Each lost a licence a year ago: a serious penalty on display, and nothing else. */
const penalties = organisations.map((of) => ({
  ...{ of, number: `望市监罚〔2025〕${String(of)}号`, decided: '2025-05-06' },
  kind: '吊销许可证件' as const,
}));
const office = ['--agency', market, '--official', '赵六'] as const;
const official = (name: string, role: string): KnownPrincipal => ({
  ...{ kind: 'operator', name, agency: market, role },
});
const officer = official('钱四', 'case_officer');
const head = official('李二', 'head_of_authority');

describe('a firm of class C, from the draw to class A', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-inspection-'));
  let engine: TestEngine;
  let world: MovingWorld;
  let casework: Casework;
  let credence: ReturnType<typeof openTerminal>;

  beforeAll(async () => {
    engine = await startPglite();
    world = await openMovingWorld(await engine.newPlace(), begun);
    // Classes are shown at the terminal to the office that the card names.
    await world.system.casework.addAgency({
      ...{ code: market, name: { zh: '望澜市市场监督管理局' }, acts: ['market_supervision'] },
      supplies: ['registration', 'administrative_penalty', 'administrative_licence'],
      actor: { official: 'data officer', agency: market, role: 'data_officer' },
    });
    await world.import('registration', registrationFile(organisations));
    await world.import('penalty', penaltyFile(penalties));
    casework = world.system.casework;
    credence = openTerminal(world.system, folder, {});
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The class by its receipt, which a second party recomputes from the files of the edition alone. */
  async function classOf(code: string): Promise<string | undefined> {
    const file = join(folder, 'receipts.json');
    const given = await credence('class', 'receipt', code, ...office, '--output', file);
    expect([given.exit, given.err]).toEqual([0, '']);
    const again = await credence('class', 'recompute', file);
    expect([again.exit, again.err]).toEqual([0, '']);
    return /risk-class:cn\.inspection gives (\w+)/.exec(again.out)?.[1];
  }

  const behalf = { kind: 'party', as: 'subject', name: '示例公司' } as const;

  async function act(
    caseId: string,
    kind: string,
    content: JsonValue,
    by: 'firm' | 'office' = 'office',
  ): Promise<void> {
    const step = { principal: officer, caseId, act: kind, content };
    const outcome = await casework.actInCase(by === 'firm' ? { ...step, behalf } : step);
    if (outcome.kind !== 'recorded') throw new Error(`${kind}: ${JSON.stringify(outcome)}`);
  }

  it('is drawn, visited, corrects what was found, and is repaired: nothing else moves its class', async () => {
    const from = addDays(world.today(), 1);
    const until = addDays(world.today(), 60);
    const inspectors = ['甲', '乙', '丙'].map((name) => ({ name, recused: [] }));
    const command = { agency: market, card: 'cn.random', from, until, inspectors };
    const planned = await casework.planInspections(officer, command);
    if (planned.kind === 'refused') throw new Error(planned.problem.code);
    const { draw } = planned.view;
    await casework.commitDraw(head, { draw });
    world.pass(1);
    expect((await casework.carryOutDraw(officer, { draw })).kind).toBe('taken');

    const arranged = await credence('inspect', 'visits', draw, ...office, '--format', 'json');
    expect([arranged.exit, arranged.err]).toEqual([0, '']);
    const { cases } = JSON.parse(arranged.out) as { readonly cases: readonly string[] };
    const [visit = ''] = cases;
    // Each visit is opened once.
    expect((await casework.arrangeVisits(officer, { draw })).kind).toBe('arranged');
    expect(await casework.arrangeVisits(officer, { draw })).toMatchObject({ cases: [] });

    const seen = await casework.viewCase(officer, visit);
    if (seen.kind !== 'found') throw new Error(seen.kind);
    const { code = '', home } = seen.view.dossier.subject;
    expect(await classOf(code)).toBe('c');

    const { matter } = seen.view.actions[0]?.kind === 'opened' ? seen.view.actions[0] : {};
    const names = matter?.case === 'inspection' ? matter.inspectors : [];
    expect(names).toHaveLength(2);
    const visitedOn = world.today();
    const visited = { visitedOn, inspectors: [...names], skipped: [] };
    await act(visit, 'visited-faults', { ...visited, unmet: ['annual_report'], seen: '地址不符' });
    // What was found is no record, and moves nothing.
    expect(await classOf(code)).toBe('c');
    const before = await casework.viewSubject({ by: 'id', id: home });
    expect(JSON.stringify(before)).not.toContain('地址不符');

    const document = { number: '望市监改〔2026〕1号' };
    const told = ['facts', 'evidence', 'article', 'exit', 'remedies'];
    await act(visit, 'noticed', { document, told, measures: [], reason: '责令改正' });
    const served = { paper: 'notice', mode: 'in_person', servedOn: world.today(), proof: '回证' };
    await act(visit, 'served', served);
    world.pass(10);
    await act(visit, 'put-right', { proof: '更正后的年度报告' }, 'firm');
    await act(visit, 'seen-right', { visitedOn: world.today(), seen: '已更正' });
    expect(await classOf(code)).toBe('c');

    // Nothing is shown before the names of the draw are, and nothing once its time is over.
    const results = async () => (await casework.listVisitResults()).results;
    expect(await results()).toEqual([]);
    world.pass(60);
    await casework.discloseDraw(officer, draw);
    expect(await results()).toMatchObject([{ code, draw, visitedOn, result: 'corrected' }]);
    const onPage = async (day?: CivilDate) => {
      const page = await casework.viewSubject({ by: 'id', id: home }, day && { day });
      return page.kind === 'found' ? page.view.visits : undefined;
    };
    expect(await onPage()).toMatchObject([{ list: 'cn.publicity', draw, result: 'corrected' }]);
    // On a day before the names of the draw were known it was in nobody's answer, nor is it now.
    expect(await onPage(addDays(world.today(), -1))).toBeUndefined();

    const recordId = await penaltyOf(home);
    const opened = await casework.openCase({
      ...{ principal: officer, behalf, subject: { by: 'id', id: home } },
      content: {
        desks: { own: market },
        matter: { case: 'repair', target: { kind: 'record', recordId } },
      },
    });
    if (opened.kind !== 'recorded') throw new Error(JSON.stringify(opened));
    const { caseId: repair } = opened;
    const dossier = await casework.viewCase(officer, repair);
    const forms = dossier.kind === 'found' ? dossier.view.dossier.forms : [];
    const show = forms.find(({ act: each }) => each === 'condition-shown')?.fields ?? [];
    const asked = show.find(({ name }) => name === 'condition')?.options ?? [];
    for (const { code: condition } of asked) {
      await act(repair, 'condition-shown', { condition, proof: '材料' }, 'firm');
    }
    await act(repair, 'pledged', { pledge: '承诺守法经营。' }, 'firm');
    for (const { code: condition } of asked) {
      await act(repair, 'condition-shown', { condition, proof: '已核对' });
    }
    await act(repair, 'granted', { document: { number: '望市监修〔2026〕1号' }, reason: '属实' });
    expect(await classOf(code)).toBe('a');

    world.pass(300);
    expect(await results()).toEqual([]);
    expect([await onPage(), await onPage(addDays(world.today(), -300))]).toEqual([
      ...[undefined, undefined],
    ]);
    await erases({ draw, until, home });
  });

  /** List and names go two years after the last day of the draw, the case at the end of its retention. */
  async function erases(given: {
    readonly draw: string;
    readonly until: CivilDate;
    readonly home: string;
  }): Promise<void> {
    const { admin, journal } = world.system.store;
    const names = async () => {
      const { draws } = await casework.listDraws();
      return draws.find(({ draw }) => draw === given.draw)?.disclosed?.names;
    };
    const said = async () => JSON.stringify(await journal.entriesOf(given.home));
    const listEnds = addMonths(given.until, 24, 'down');
    await admin.eraseDue(addDays(listEnds, -1));
    expect(await names()).toHaveLength(1);
    expect((await casework.arrangeVisits(officer, { draw: given.draw })).kind).toBe('arranged');
    await admin.eraseDue(listEnds);
    expect(await names()).toEqual([]);
    expect((await casework.arrangeVisits(officer, { draw: given.draw })).kind).toBe('not-found');
    const caseEnds = addMonths(addDays(begun, 1), 36, 'down');
    await admin.eraseDue(addDays(caseEnds, -1));
    expect(await said()).toContain('地址不符');
    await admin.eraseDue(caseEnds);
    expect(await said()).not.toContain('地址不符');
  }

  async function penaltyOf(home: string): Promise<string> {
    const entries = await world.system.store.journal.entriesOf(home);
    const taken = entries.find(({ payload }) => JSON.stringify(payload).includes('2025-05-06'));
    return taken?.stream ?? '';
  }
});
