import type { KnownPrincipal, Principal, Role } from '@credence/casework';
import { civilDate, daysBetween } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { codeOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import { csrf, deskOver, type Desk } from '../support/intake-desk.ts';
import { openMovingWorld, type MovingWorld } from '../support/moving-world.ts';
import { outletsOf, recordEverywhere, type PublicOutlets } from '../support/public-outlets.ts';
import { startPglite, type TestEngine } from '../support/stores.ts';
import { market } from '../support/world.ts';

const number = '望市监罚〔2026〕1号';

describe('one firm goes into another', { timeout: 120_000 }, () => {
  let engine: TestEngine;
  let world: MovingWorld;
  let desk: Desk;
  let outlets: PublicOutlets;

  const homeOf = async (of: number): Promise<string> => {
    const found = await world.system.casework.viewSubject({ by: 'code', code: codeOf(of) });
    return found.kind === 'found' ? found.view.subject.id : '';
  };

  beforeAll(async () => {
    engine = await startPglite();
    world = await openMovingWorld(await engine.newPlace(), civilDate('2026-03-02'));
    await world.import('registration', registrationFile([1, 2, 3]));
    await world.import('penalty', penaltyFile([{ of: 1, number, decided: '2026-02-10' }]));
    desk = deskOver(world.system, world.clock);
    const fetched = async (path: string) => {
      const answer = await desk.get(path);
      return { status: answer.status, text: await answer.text() };
    };
    outlets = outletsOf({ world, homeOf }, { fetched });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await engine.stop();
  });

  const on = (day: string) => world.pass(daysBetween(world.today(), civilDate(day)));
  const official = (name: string, role: Role): Principal => ({
    ...{ kind: 'official', account: `account of ${name}`, name, agency: market, roles: [role] },
  });
  const post = async (as: Principal, path: string, fields: Readonly<Record<string, string>>) => {
    desk.signIn(as);
    const answer = await desk.post(path, new URLSearchParams({ csrf, ...fields }));
    return { status: answer.status, text: await answer.text() };
  };
  const deskPage = async (as: Principal): Promise<string> => {
    desk.signIn(as);
    return (await desk.get('/desk/life')).text();
  };
  const clerk = official('沈知远', 'data_officer');
  const head = official('岑静之', 'head_of_authority');
  const inheritor = ['page', 'page-en', 'api'];

  /** Where the penalty of the first stands beside the second; files and feeds of a list name no reader. */
  const besideSecond = async () =>
    (await outlets.outlets(2, number)).filter((name) => name !== 'list-feed' && name !== 'file');

  async function merge(): Promise<string> {
    const said = { event: 'merger', form: 'absorbing', effectiveOn: world.today() };
    const entered = await post(clerk, '/desk/life', {
      ...{ code: codeOf(1), successors: codeOf(2), creditors: codeOf(3), ...said },
    });
    expect([entered.status, entered.text]).toEqual([303, '']);
    const [, event = ''] = /name="event" value="([^"]+)"/.exec(await deskPage(head)) ?? [];
    expect(await besideSecond()).toEqual([]);
    const settled = await post(head, '/desk/life/settled', { event, act: 'confirm' });
    expect([settled.status, settled.text]).toEqual([303, '']);
    return event;
  }

  it('shows the penalty at the successor by its article, and undoes it where contested', async () => {
    const eventId = await merge();
    expect(await outlets.outlets(1, number)).toEqual(recordEverywhere);
    expect(await besideSecond()).toEqual(inheritor);
    const home = await homeOf(2);
    const page = await (await desk.get(`/organisations/${home}`)).text();
    expect(page).toContain('第六十七条');
    expect(page).not.toContain(codeOf(3));
    const { casework } = world.system;
    const firm: KnownPrincipal = {
      ...{ kind: 'representative', account: 'demo:firm', name: '经办人' },
      mandates: [{ mandateId: 'm', subject: home, from: civilDate('2026-01-01') }],
    };
    const lodged = await casework.lodge({
      ...{ principal: firm, home, target: { kind: 'event', eventId }, choice: 'wrong' },
      points: [{ text: '没有合并过。', evidence: [] }],
    });
    const caseId = lodged.kind === 'lodged' ? lodged.caseId : '';
    const answered = await casework.actInCase({
      ...{ principal: official('林书澜', 'case_officer'), caseId, act: 'answered' },
      content: {
        ...{ document: { number: '望市监异〔2026〕1号' }, reason: '属实', effect: 'remove' },
        basis: ['registration-regulations-2021#art-8'],
        answers: [{ point: 1, outcome: 'upheld', text: '没有合并' }],
      },
    });
    expect([lodged, answered]).toMatchObject([{ kind: 'lodged' }, { kind: 'recorded' }]);
    expect(await besideSecond()).toEqual([]);
    expect(await outlets.outlets(1, number)).toEqual(recordEverywhere);
  });

  it('shows it to its own end and no longer, whichever day is asked about', async () => {
    on('2026-03-10');
    await merge();
    expect(await besideSecond()).toEqual(inheritor);
    const [record] = await outlets.records(1);
    const { ends } = (record as unknown as { readonly publicity: { readonly ends: string } })
      .publicity;
    on(ends);
    expect(await outlets.outlets(1, number)).toEqual([]);
    expect(await outlets.outlets(2, number)).toEqual([]);
    const past = await desk.get(`/organisations/${await homeOf(2)}?day=2026-03-11`);
    expect(await past.text()).not.toContain(number);
    const own = await desk.get(`/en/organisations/${await homeOf(1)}`);
    expect(await own.text()).toContain('Ended by merger');
  });
});
