import { civilDate, instant } from '@credence/domain';
import { drandQuicknet } from '@credence/proof';
import { beforeAll, describe, expect, it } from 'vitest';

import { createCasework } from '../../create-casework.ts';
import { isDrawList } from '../../entry/inspection-payload.ts';
import { FakeStore } from '../../fake-ports.test-support.ts';
import { codeOf, portsOf } from '../../town.test-support.ts';
import { closedHome } from './draw-state.ts';
import { command, draws, head, officer, openDrawTown, planner } from './draws.test-support.ts';

const store = new FakeStore();
const may = createCasework({ ...portsOf(store), draws, today: civilDate('2026-05-04') });
const again = '上一次抽查的名单漏了两个街道，另抽一次。';

beforeAll(() => openDrawTown(store, may));

describe('a plan of inspections', () => {
  it('needs as many inspectors as visit together, each named once, and codes that are codes', async () => {
    const plan = async (inspectors: typeof command.inspectors) =>
      may.planInspections(planner, { ...command, again, inspectors });
    const b = { name: '乙', recused: [] };
    for (const few of [[], [b], [b, { ...b, name: ' 乙 ' }], [b, { ...b, name: ' ' }]]) {
      expect(await plan(few)).toMatchObject({
        problem: { code: 'draw-inspectors', params: { fewest: 2 } },
      });
    }
    // One digit mistyped: the interest would be declared, and nobody would stand aside.
    const typo = codeOf(1).replace(/.$/u, (last) => (last === '0' ? '1' : '0'));
    expect(await plan([b, { name: '丙', recused: [typo] }])).toMatchObject({
      problem: { code: 'draw-interest', params: { code: typo } },
    });
    const spaced = { name: '丙', recused: [` ${codeOf(1).toLowerCase()} `] };
    const outcome = await plan([b, spaced]);
    if (outcome.kind === 'refused') throw new Error(outcome.problem.code);
    const [entry] = await store.journal.entriesOf(closedHome(outcome.view.draw));
    if (!isDrawList(entry?.payload)) throw new Error('There is no list.');
    const [, third] = entry.payload.inspectors;
    expect(third?.recused).toHaveLength(1);
  });

  it('leaves those who note a commitment down ten minutes before a public number comes', async () => {
    const planned = await may.planInspections(planner, { ...command, again });
    if (planned.kind === 'refused') throw new Error(planned.problem.code);
    const { draw } = planned.view;
    const taken = await may.commitDraw(head, { draw, chain: drandQuicknet });
    const committed = taken.kind === 'taken' ? taken.view.committed : undefined;
    const pause = (committed?.roundAt ?? 0) - (committed?.terms.committedAt ?? 0);
    expect(pause).toBeGreaterThan(600_000);
    expect(pause).toBeLessThan(610_000);
  });

  it('is made by the office that its card names, or one registered as that body, and no other', async () => {
    const name = { zh: '县局' };
    const of = { code: 'county_office', name, supplies: [] };
    const actor = { official: '钱七', agency: 'county_office', role: 'registrar' };
    expect((await may.addAgency({ ...of, actor })).kind).not.toBe('refused');
    const stranger = officer('孙八', 'case_officer', 'county_office');
    const order = { ...command, agency: 'county_office' };
    expect(await may.planInspections(stranger, order)).toMatchObject({
      problem: { code: 'draw-office', params: { by: 'town_office', agency: 'county_office' } },
    });
    const desk = async () => {
      const found = await may.deskDraws(stranger, 'county_office');
      return found.kind === 'found' ? found.cards.map(({ id }) => id) : found.problem.code;
    };
    expect(await desk()).toEqual([]);
    await may.addAgency({ ...of, acts: ['town_office'], actor });
    expect(await desk()).toEqual(['town.random']);
    expect((await may.planInspections(stranger, order)).kind).toBe('planned');
  });

  it('is not drawn with another key than the one that was committed to', async () => {
    const view = await may.planInspections(planner, { ...command, again });
    if (view.kind === 'refused') throw new Error(view.problem.code);
    const taken = await may.commitDraw(head, view.view);
    if (taken.kind !== 'taken') throw new Error(taken.kind);
    store.now = instant(Math.max(store.now, taken.view.committed?.roundAt ?? 0));
    const vrfKey = 'ab'.repeat(32);
    const today = civilDate('2026-05-04');
    const rotated = createCasework({ ...portsOf(store), draws: { ...draws, vrfKey }, today });
    expect(await rotated.carryOutDraw(planner, view.view)).toMatchObject({
      problem: { code: 'draw-key-changed', params: { kept: vrfKey.slice(0, 16) } },
    });
    // Nothing was drawn by that: with the key of the commitment the draw goes on.
    expect((await may.carryOutDraw(planner, view.view)).kind).toBe('taken');
  });

  it('is drawn once where two were planned at one moment, neither with a reason', async () => {
    const time = { from: civilDate('2026-07-05'), until: civilDate('2026-07-20') };
    const both = await Promise.all(
      [1, 2].map(() => may.planInspections(planner, { ...command, ...time })),
    );
    const [one, two] = both.flatMap((each) => (each.kind === 'planned' ? [each.view] : []));
    if (one === undefined || two === undefined) throw new Error('Both were planned.');
    // Approved at one moment as well: whoever comes second is overtaken, and afterwards refused.
    const outcomes = await Promise.all([one, two].map((each) => may.commitDraw(head, each)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['taken', 'refused']);
    expect(await may.commitDraw(head, two)).toMatchObject({
      problem: { code: 'draw-period-taken', params: time },
    });
  });
});
