import {
  runDay,
  type CaseOutcome,
  type DutyOutcome,
  type KnownPrincipal,
  type Role,
} from '@credence/casework';
import { civilDate, daysBetween, jsonOf, makeUscc } from '@credence/domain';
import { createPortal } from '@credence/portal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openMovingWorld, type MovingWorld } from '../support/moving-world.ts';
import { testEngines } from '../support/stores.ts';

const civil = 'civil_office';
const name = '望澜市助学基金会';
const code = makeUscc({ department: '5', category: '3', region: '999999', body8: 'MJ000001' });
const report = { activities: '资助困难学生', income: '100000', expenses: '90000' };
const duty = 'mca.annual-report';
const list = 'mca.abnormal-activity';

const person = (said: string, role: Role): KnownPrincipal => ({
  ...{ kind: 'official', account: said, name: said, agency: civil, roles: [role] },
});
const officer = person('王一', 'case_officer');
const legal = person('李二', 'legal_officer');
const head = person('陈三', 'head_of_authority');
const told = ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'];

function idOf(outcome: CaseOutcome | DutyOutcome): string {
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  return 'caseId' in outcome ? outcome.caseId : outcome.id;
}

describe('a foundation that misses its yearly report', () => {
  let world: MovingWorld;
  let stop: () => Promise<void>;
  let home = '';

  beforeAll(async () => {
    const [[, start] = []] = testEngines();
    if (start === undefined) throw new Error('There is an engine for tests.');
    const engine = await start();
    world = await openMovingWorld(await engine.newPlace(), civilDate('2026-02-02'));
    stop = async () => {
      await world.close();
      await engine.stop();
    };
    const actor = { official: '王一', agency: civil, role: 'data_officer' };
    await world.system.casework.addAgency({
      ...{ code: civil, name: { zh: '望澜市民政局', en: 'Civil Affairs' } },
      ...{ supplies: ['registration'], actor },
    });
    const header = '企业名称,统一社会信用代码,企业类型,成立日期,登记机关,登记状态';
    const row = `${name},${code},基金会,2015-03-02,望澜市民政局,存续`;
    await world.import('registration', `${header}\n${row}`, civil);
    home = (await world.system.casework.findOwnHome(code)) ?? '';
  }, 120_000);

  afterAll(() => stop());

  /** Lets the days go by and does the work of the day reached. */
  async function goTo(day: string): Promise<number> {
    const days = daysBetween(world.today(), civilDate(day));
    if (days > 0) world.pass(days);
    const { store, casework } = world.system;
    const rulebook = await casework.rulebook();
    const remind = (homes: readonly string[]) => casework.remindDue(homes);
    const report = await runDay({ work: store.work, rulebook, remind }, { today: world.today() });
    return report.reminded ?? 0;
  }

  const foundation: () => KnownPrincipal = () => ({
    ...{ kind: 'representative', account: 'f', name: '梅映雪' },
    mandates: [{ mandateId: 'm', subject: home, from: civilDate('2024-01-01') }],
  });

  /** What anyone gets to see of it, in both languages and as data. */
  async function publicTexts(): Promise<string> {
    const portal = createPortal({
      services: world.system.casework,
      registerName: { zh: '登记', en: 'Register' },
      clock: world.clock,
    });
    const addresses = [
      ...[`/organisations/${home}`, `/en/organisations/${home}`, `/api/v1/organisations/${home}`],
      `/lists/${list}`,
    ];
    const texts = await Promise.all(
      addresses.map(async (path) => {
        const answer = await portal.request(path);
        expect(answer.status, path).toBe(200);
        return answer.text();
      }),
    );
    return texts.join('\n');
  }

  async function act(day: string, principal: KnownPrincipal, caseId: string, said: object) {
    await goTo(day);
    const { kind, ...content } = { kind: '', ...said };
    const step = { principal, caseId, act: kind, content: jsonOf(content) };
    return idOf(await world.system.casework.actInCase(step));
  }

  it('is reminded, asked, entered by status, files, and is gone within five working days', async () => {
    const { casework } = world.system;
    // Reminded thirty and ten days before the end of March, each once.
    expect(await goTo('2026-02-27')).toBe(0);
    expect(await goTo('2026-03-01')).toBe(1);
    expect(await goTo('2026-03-02')).toBe(0);
    expect(await goTo('2026-03-21')).toBe(1);
    expect(await goTo('2026-03-31')).toBe(0);
    // Overdue is a word to its authority, and to nobody else.
    expect(await goTo('2026-04-01')).toBe(1);
    const desk = await casework.listDutyDesk(officer);
    expect(desk).toMatchObject({
      view: { lines: [{ home, duty, key: '2025', state: 'overdue' }] },
    });
    expect(await publicTexts()).not.toContain('望民列');

    const demanded = await casework.demandReport({
      ...{ principal: officer, home, duty, key: '2025' },
      said: { number: '望民催〔2026〕1号', servedOn: '2026-04-01', mode: 'in_person' },
    });
    const recordId = idOf(demanded);
    const quiet = await publicTexts();
    expect(quiet).not.toContain('望民催〔2026〕1号');

    // What may be opened is the one list that names it, and nothing has been opened by itself.
    const openings = await casework.listOpenings(officer, home);
    if (openings.kind !== 'found') throw new Error(JSON.stringify(openings));
    const about = openings.view.about.find(({ id }) => id === recordId);
    expect(about?.openings.map(({ fixed, refused }) => [fixed['list'], refused])).toEqual([
      [list, []],
    ]);
    const document = { number: '望民催〔2026〕1号' };
    const caseId = idOf(
      await casework.openCase({
        ...{ principal: officer, subject: { by: 'id', id: home } },
        content: jsonOf({
          desks: { own: civil, review: 'review_office' },
          matter: {
            ...{ case: 'listing', list, recordId, document, conductOn: '2026-04-01' },
            ...{ basis: ['mca-order-60-2018#abnormal'], reason: '未按期报送年度工作报告。' },
            ...{ evidence: ['催报通知送达回证'], measures: [] },
          },
        }),
      }),
    );
    const papers = { told, measures: [], reason: '未按期报送年度工作报告。' };
    const served = (paper: string, on: string) => ({
      ...{ kind: 'served', paper, mode: 'in_person', servedOn: on, proof: '送达回证' },
    });
    await act('2026-04-02', officer, caseId, {
      ...{ kind: 'noticed', document: { number: '望民告〔2026〕1号' } },
      ...papers,
    });
    await act('2026-04-02', officer, caseId, served('notice', '2026-04-02'));
    await act('2026-04-13', officer, caseId, {
      ...{ kind: 'drafted', document: { number: '望民列〔2026〕1号' }, answers: [] },
      ...{ ...papers, basis: ['mca-order-60-2018#abnormal'] },
    });
    await act('2026-04-13', legal, caseId, { kind: 'reviewed' });
    await act('2026-04-14', head, caseId, { kind: 'approved' });
    await act('2026-04-15', officer, caseId, served('decision', '2026-04-15'));
    expect(await publicTexts()).toContain('望民列〔2026〕1号');

    // It files: from the sixth working day on nothing is left, though nobody has taken it out.
    await goTo('2026-04-20');
    const filed = await casework.fileReport({
      ...{ principal: foundation(), home, duty, key: '2025', said: report },
    });
    expect(filed.kind).toBe('recorded');
    expect(await casework.listDutyDesk(officer)).toMatchObject({ view: { lines: [] } });
    await goTo('2026-04-26');
    expect(await publicTexts()).toContain('望民列〔2026〕1号');
    await goTo('2026-04-27');
    const after = await publicTexts();
    expect(after).not.toContain('望民列〔2026〕1号');
    // What it filed is there; that it came late is not.
    expect(after).toContain('资助困难学生');
    expect(after).not.toContain('filedOn');
    const past = await casework.viewSubject(
      { by: 'id', id: home },
      { day: civilDate('2026-04-16') },
    );
    expect(past).toMatchObject({ kind: 'found' });
    expect(past.kind === 'found' && past.view.listings).toBeFalsy();

    // The authority still owes its own decision, and is late with it.
    await goTo('2026-04-28');
    const late = await casework.viewCase(officer, caseId);
    const clocks = late.kind === 'found' ? late.view.standing.clocks : [];
    expect(clocks).toContainEqual(expect.objectContaining({ clock: 'exit', state: 'late' }));
    await act('2026-04-28', officer, caseId, {
      ...{ kind: 'removed', ground: 'performed', document: { number: '望民移〔2026〕1号' } },
      reason: '已报送。',
    });
  });

  it('cannot be entered for a year that it has filed by then', async () => {
    const { casework } = world.system;
    const again = await casework.demandReport({
      ...{ principal: officer, home, duty, key: '2025', said: { number: '2号' } },
    });
    expect(again).toMatchObject({ kind: 'refused', problems: [{ code: 'duty-closed' }] });
  });
});
