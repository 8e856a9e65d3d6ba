import { addDays, civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { actInCase } from '../../case/desk/act-in-case.ts';
import { nation } from '../../case/case.test-support.ts';
import { codeOf, openTownOf } from '../../consult/town-of-firms.test-support.ts';
import { official } from '../../own/own-office.test-support.ts';
import { createDraws } from '../plan/create-draws.ts';
import { createVisits } from './create-visits.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const officer = official('王一', 'case_officer');
const code = codeOf(1);
const until = addDays(civilDate('2026-05-06'), 30);

describe('a visit that was picked by hand', () => {
  it('is arranged once for each choice: the next one has its own reason, and counts in public', async () => {
    const town = await openTownOf(1);
    const parts = town.at('2026-05-06');
    const visits = createVisits(parts);
    const draws = createDraws(parts);
    const arrange = () =>
      visits.arrangePicked(officer, {
        ...{ agency: 'market', code, until, inspectors: ['甲', '乙'] },
      });
    const pick = () =>
      draws.handPick(officer, {
        ...{ agency: 'market', code, reason: '群众反映冷库温度异常，已经核实来信。' },
      });
    expect(await arrange()).toMatchObject({ problem: { code: 'visit-not-arranged' } });
    expect(await pick()).toEqual({ kind: 'picked' });
    const first = await arrange();
    if (first.kind !== 'arranged') throw new Error(JSON.stringify(first));
    expect(await arrange()).toMatchObject({ cases: [], known: 1 });
    const [caseId = ''] = first.cases;
    const content = { reason: '该单位已经停业，无须检查。' };
    const dropped = await actInCase(parts, { principal: officer, caseId, act: 'dropped', content });
    expect(dropped.kind).toBe('recorded');
    expect(await arrange()).toMatchObject({ problem: { code: 'visit-not-arranged' } });
    await pick();
    expect(await arrange()).toMatchObject({ kind: 'arranged', known: 0 });
    const { handPicked } = await draws.listDraws();
    expect(handPicked).toContainEqual({ agency: 'market', visits: 2 });
  });
});
