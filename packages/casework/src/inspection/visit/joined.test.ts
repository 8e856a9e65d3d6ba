import { addDays, civilDate, instant, jsonOf } from '@credence/domain';
import { verifyDraw } from '@credence/proof';
import { beforeAll, describe, expect, it } from 'vitest';

import { foldCases } from '../../case/desk/fold-cases.ts';
import { nation, penalty } from '../../case/case.test-support.ts';
import { drawsOf } from '../../case/law/inspection-law.ts';
import { codeOf, homeOf, openTownOf } from '../../consult/town-of-firms.test-support.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { official } from '../../own/own-office.test-support.ts';
import { createDraws } from '../plan/create-draws.ts';
import { draws as means } from '../plan/draws.test-support.ts';
import { createVisits } from './create-visits.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const officer = official('王一', 'case_officer');
const head = official('李二', 'head_of_authority');
const again = '上一次抽查的名单漏了两个街道，另抽一次。';
const inspectors = ['甲', '乙', '丙'].map((name) => ({ name, recused: [] }));

/** One more draw of an office whose firms are so few that some firm is soon met twice. */
async function drawOnce(town: Awaited<ReturnType<typeof openTownOf>>, startsIn = 1) {
  const parts = { ...town.at('2026-05-06'), draws: means };
  const draws = createDraws(parts);
  const from = addDays(civilDate('2026-05-06'), startsIn);
  const command = { agency: 'market', card: 'cn.random', from, until: addDays(from, 30), again };
  const planned = await draws.planInspections(officer, { ...command, inspectors });
  if (planned.kind === 'refused') throw new Error(JSON.stringify(planned));
  const { draw } = planned.view;
  const taken = await draws.commitDraw(head, { draw });
  if (taken.kind !== 'taken') throw new Error(JSON.stringify(taken));
  town.store.now = instant(Math.max(town.store.now, taken.view.committed?.roundAt ?? 0));
  const drawn = await draws.carryOutDraw(officer, { draw });
  if (drawn.kind !== 'taken') throw new Error(JSON.stringify(drawn));
  const visits = createVisits(parts);
  const arranged = await visits.arrangeVisits(officer, { draw });
  if (arranged.kind !== 'arranged') throw new Error(JSON.stringify(arranged));
  return { parts, draws, visits, draw, arranged };
}

const firms = 4;

/** Firms of an office that inspects. */
async function openTown() {
  const town = await openTownOf(firms);
  const agency = { code: 'market', name: { zh: '市监局' }, supplies: [] };
  const acts = { ...agency, acts: ['market_supervision'] };
  const place = { home: homeOf(9_999), stream: 'agency', kind: 'agency@1' };
  const entry = newEntry(town.store, { ...place, payload: jsonOf(acts) }, undefined);
  const actor = { official: '王一', agency: 'market', role: 'data_officer' };
  await town.store.journal.record({ actor, purpose: 'intake', basis: [] }, [entry]);
  for (let firm = 1; firm <= firms; firm += 1) {
    const identifiers = [{ scheme: 'uscc', value: codeOf(firm) }] as const;
    const registration = penalty({
      ...{ recordId: `r${String(firm)}`, item: 'registration', service: { kind: 'not-needed' } },
      subject: { name: `第${String(firm)}商行`, kind: 'organisation', identifiers },
      facts: { legal_form: '公司', status: 'active' },
    });
    await town.add(homeOf(firm), 'record@1', jsonOf(registration));
  }
  return town;
}

async function casesOf({ store }: Awaited<ReturnType<typeof openTownOf>>) {
  const all = await Promise.all(
    [...store.rows.keys()].map(async (home) => foldCases(await store.journal.entriesOf(home))),
  );
  return all.flatMap((cases) => [...cases.values()].map(({ file }) => file));
}

describe('a firm that a second draw meets before its visit', () => {
  it('is visited once for both, and each draw is verified as before', async () => {
    const town = await openTown();
    const made = [];
    // One firm more often than there are firms, so that one of them is met twice.
    for (let at = 0; at <= firms; at += 1) made.push(await drawOnce(town));
    const joined = made.flatMap(({ arranged }) => arranged.joined);
    const opened = made.flatMap(({ arranged }) => arranged.cases);
    expect(joined.length).toBeGreaterThan(0);
    expect(opened.length + joined.length).toBe(firms + 1);
    const files = await casesOf(town);
    expect(files.map(({ caseId }) => caseId).sort()).toEqual([...opened].sort());
    expect(files.flatMap(drawsOf).sort()).toEqual(made.map(({ draw }) => draw).sort());
    const second = made.find(({ arranged }) => arranged.joined.length > 0);
    if (second === undefined) throw new Error('No firm was met twice.');
    // Arranged again, nothing is opened and nothing joined a second time.
    const { visits, draws, draw } = second;
    expect(await visits.arrangeVisits(officer, { draw })).toMatchObject({
      ...{ cases: [], joined: [], known: 1 },
    });
    const whole = await draws.readWholeDraw(officer, draw);
    expect(verifyDraw(whole.kind === 'found' ? whole.text : '')).toMatchObject({
      kind: 'holds',
    });
  });

  it('is visited by itself where the draws lie too far apart', async () => {
    const town = await openTown();
    const made = [];
    // Each is still to come when the next one is drawn.
    const starts = [1, 100, 200, 300, 400];
    for (const startsIn of starts) made.push(await drawOnce(town, startsIn));
    expect(made.flatMap(({ arranged }) => arranged.joined)).toEqual([]);
    expect(made.flatMap(({ arranged }) => arranged.cases)).toHaveLength(starts.length);
  });
});
