import { addDays, civilDate, instant, jsonOf, makeUscc } from '@credence/domain';
import { tokenOf, verifyDraw, writeDraw } from '@credence/proof';
import { beforeAll, describe, expect, it } from 'vitest';

import { foldCases } from '../../case/desk/fold-cases.ts';
import { nation, penalty } from '../../case/case.test-support.ts';
import { matterOf } from '../../case/fold-case.ts';
import { codeOf, homeOf, openTownOf } from '../../consult/town-of-firms.test-support.ts';
import { isDrawList, type DrawListPayload } from '../../entry/inspection-payload.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { official } from '../../own/own-office.test-support.ts';
import type { ClassLineRow } from '../../port/class-lines.ts';
import { createDraws } from '../plan/create-draws.ts';
import { closedHome } from '../plan/draw-state.ts';
import { draws as means, representativeOf } from '../plan/draws.test-support.ts';
import { createVisits } from './create-visits.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const officer = official('王一', 'case_officer');
const head = official('李二', 'head_of_authority');
const again = '上一次抽查的名单漏了两个街道，另抽一次。';
const today = civilDate('2026-05-06');
const [noodles, stall, closed] = [homeOf(11), homeOf(12), homeOf(13)];

function traderCode(number: number): string {
  const body8 = `MA${String(number).padStart(6, '0')}`;
  return makeUscc({ department: '9', category: '2', region: '999999', body8 });
}

type Town = Awaited<ReturnType<typeof openTownOf>>;

/** Two firms; a business with two licensed places, one without, and one whose licence is over. */
async function openTown(): Promise<Town> {
  const town = await openTownOf(2);
  const agency = { code: 'market', name: { zh: '市监局' }, supplies: [] };
  const acts = { ...agency, acts: ['market_supervision'] };
  const place = { home: homeOf(9_999), stream: 'agency', kind: 'agency@1' };
  const entry = newEntry(town.store, { ...place, payload: jsonOf(acts) }, undefined);
  const actor = { official: '王一', agency: 'market', role: 'data_officer' };
  await town.store.journal.record({ actor, purpose: 'intake', basis: [] }, [entry]);
  for (const [home, code, kind] of [
    [homeOf(1), codeOf(1), 'organisation'],
    [homeOf(2), codeOf(2), 'organisation'],
    [noodles, traderCode(11), 'sole_trader'],
    [stall, traderCode(12), 'sole_trader'],
    [closed, traderCode(13), 'sole_trader'],
  ] as const) {
    const identifiers = [{ scheme: 'uscc', value: code }] as const;
    const subject = { name: `望澜${code.slice(-3)}店`, kind, identifiers };
    const service = { kind: 'not-needed' } as const;
    const facts = { legal_form: '个体', status: 'active' };
    const common = { recordId: `r-${home}`, item: 'registration', service, subject, facts };
    await town.add(home, 'record@1', jsonOf(penalty(common)));
    const until = { [noodles]: '2027-01-04', [closed]: '2026-05-05' }[home];
    for (const number of until === undefined ? [] : [1, 2]) {
      const licence = penalty({
        ...{ recordId: `l${String(number)}-${home}`, item: 'administrative_licence', service },
        ...{ subject, document: { number: `JY${String(number)}` } },
        ...{ decidedOn: civilDate('2026-01-05'), validFrom: civilDate('2026-01-05') },
        ...{ validUntil: civilDate(until ?? ''), facts: { licence_state: 'valid' } },
      });
      await town.add(home, 'record@1', jsonOf(licence));
    }
  }
  return town;
}

function firmOf(number: number) {
  const identifiers = [{ scheme: 'uscc', value: codeOf(number) }] as const;
  return penalty({
    ...{ recordId: `r-${homeOf(number)}`, item: 'registration', service: { kind: 'not-needed' } },
    subject: { name: `第${String(number)}商行`, kind: 'organisation', identifiers },
    facts: { legal_form: '公司', status: 'active' },
  });
}

function partsOf(town: Town, day: string = today) {
  return { ...town.at(day), draws: means };
}

/** A draw that is made, and its visits arranged; each is of other days, and so of other numbers. */
async function drawOnce(town: Town, days = 30) {
  const parts = partsOf(town);
  const draws = createDraws(parts);
  const planned = await draws.planInspections(officer, {
    ...{
      agency: 'market',
      card: 'cn.random',
      from: addDays(today, 1),
      until: addDays(today, days),
    },
    inspectors: ['甲', '乙', '丙'].map((name) => ({
      ...{ name, recused: name === '甲' ? [traderCode(11)] : [] },
    })),
    again,
  });
  if (planned.kind === 'refused') throw new Error(JSON.stringify(planned));
  const { draw } = planned.view;
  const taken = await draws.commitDraw(head, { draw });
  if (taken.kind !== 'taken') throw new Error(JSON.stringify(taken));
  town.store.now = instant(Math.max(town.store.now, taken.view.committed?.roundAt ?? 0));
  const drawn = await draws.carryOutDraw(officer, { draw });
  if (drawn.kind !== 'taken') throw new Error(JSON.stringify(drawn));
  const arranged = await createVisits(parts).arrangeVisits(officer, { draw });
  if (arranged.kind !== 'arranged') throw new Error(JSON.stringify(arranged));
  return { draw, arranged, commitment: taken.view.committed?.commitment ?? '' };
}

async function listOf(town: Town, draw: string): Promise<DrawListPayload> {
  const [entry] = await town.store.journal.entriesOf(closedHome(draw));
  if (!isDrawList(entry?.payload)) throw new Error('There is no list.');
  return entry.payload;
}

describe('a plan that holds licensed premises', () => {
  it('draws each licence in force of an individual business, and never the owner', async () => {
    const town = await openTown();
    const { draw } = await drawOnce(town);
    const { lines, inspectors } = await listOf(town, draw);
    const places = lines.map(({ home, premises }) => `${home.slice(-2)} ${premises?.number ?? ''}`);
    expect(places.sort()).toEqual(['01 ', '02 ', '11 JY1', '11 JY2']);
    for (const { tokenSalt, code, premises, token } of lines) {
      expect(tokenOf(tokenSalt, code, premises?.number)).toBe(token);
    }
    expect(new Set(lines.map(({ tokenSalt }) => tokenSalt)).size).toBe(lines.length);
    // Whoever has an interest in the business visits none of its places.
    const own = lines.filter(({ home }) => home === noodles).map(({ token }) => token);
    expect([...(inspectors[0]?.recused ?? [])].sort()).toEqual(own.sort());
  });

  it('holds nobody who is no more, though its registration is kept', async () => {
    const town = await openTown();
    const by = { official: '王一', agency: 'market', role: 'data_officer', account: 'a1' };
    const struckOff = {
      event: 'simplified_deregistration',
      announcedOn: '2026-04-01',
      parties: [],
    };
    await town.add(homeOf(3), 'record@1', jsonOf(firmOf(3)));
    await town.add(homeOf(2), 'life-event@1', {
      ...{ eventId: 'e1', on: '2026-05-05', effectiveOn: '2026-05-05', by, ...struckOff },
    });
    const { lines } = await listOf(town, (await drawOnce(town)).draw);
    expect(lines.filter(({ premises }) => premises === undefined).map(({ home }) => home)).toEqual(
      expect.arrayContaining([homeOf(1), homeOf(3)]),
    );
    expect(lines.map(({ home }) => home)).not.toContain(homeOf(2));
  });

  it('visits another place of the same business by itself, and one place once', async () => {
    const town = await openTown();
    const met = new Set<string>();
    const made: Awaited<ReturnType<typeof drawOnce>>[] = [];
    // Until every line has been drawn: the same numbers come on every machine.
    while (met.size < 4 && made.length < 30) {
      const one = await drawOnce(town, 30 + made.length);
      made.push(one);
      const desk = await createDraws(partsOf(town)).deskDraws(officer, 'market');
      if (desk.kind !== 'found') throw new Error(desk.problem.code);
      const visits = desk.draws.find(({ draw }) => draw === one.draw)?.visits ?? [];
      for (const { code, licence, inspectors } of visits) {
        met.add(`${code} ${licence ?? ''}`);
        if (code === traderCode(11)) expect(inspectors).not.toContain('甲');
      }
    }
    expect(met.size).toBe(4);
    expect(made.flatMap(({ arranged }) => arranged.cases)).toHaveLength(4);
    expect(made.flatMap(({ arranged }) => arranged.joined)).toHaveLength(made.length - 4);
    const files = [...foldCases(await town.store.journal.entriesOf(noodles)).values()];
    const matters = files.map(({ file }) => matterOf(file, 'inspection')?.premises?.number);
    expect(matters.sort()).toEqual(['JY1', 'JY2']);

    // In public, after the visits: the business by name and that it was a place, not which of them.
    const afterwards = createDraws(partsOf(town, '2026-08-06'));
    for (const { draw } of made) await afterwards.discloseDraw(officer, draw);
    const views = await Promise.all(made.map(({ draw }) => afterwards.viewDraw(draw)));
    const names = views.flatMap((each) =>
      each.kind === 'found' ? (each.view.disclosed?.names ?? []) : [],
    );
    for (const { code, unit } of names) {
      expect(unit).toBe(code === traderCode(11) ? 'licensed_premises' : undefined);
    }
    const texts = await Promise.all(made.map(({ draw }) => afterwards.readDrawFile(draw)));
    expect(JSON.stringify([views, texts])).not.toMatch(/JY[12]/);
    made.forEach(({ commitment }, at) => {
      expect(verifyDraw(texts[at] ?? '', commitment)).toMatchObject({
        ...{ kind: 'holds', file: { terms: { form: 'credence-draw-terms@2' } } },
      });
    });
    const own = await afterwards.listOwnDraws(representativeOf(noodles), noodles);
    if (own.kind !== 'found') throw new Error(own.kind);
    expect(own.view.lines).toHaveLength(made.length * 2);
    for (const { draw, membership, drawn } of own.view.lines) {
      const proof = verifyDraw(writeDraw(membership ?? ''), draw.committed?.commitment);
      expect(proof).toMatchObject({ kind: 'holds' });
      const { joined, cases } = made.find((each) => each.draw === draw.draw)?.arranged ?? {};
      const visited = [...(joined ?? []), ...(cases ?? [])];
      const isMet = files.some(
        ({ file }) =>
          visited.includes(file.caseId) &&
          matterOf(file, 'inspection')?.premises?.number === membership?.licence,
      );
      expect(drawn).toBe(isMet);
    }
  });

  it('takes each place by its own class, never by that of another or of the owner', async () => {
    const town = await openTown();
    const line = (home: string, given: string, premises?: string): ClassLineRow => ({
      ...{ home, card: 'cn.inspection', class: given, on: today },
      ...(premises === undefined ? {} : { premises }),
    });
    const places = [1, 2].map((each) => ({
      ...line(noodles, each === 1 ? 'a' : 'd'),
      premises: `l${String(each)}-${noodles}`,
    }));
    const classLines = {
      list: () => Promise.resolve([line(homeOf(1), 'b'), line(homeOf(2), 'b'), line(noodles, 'c')]),
      listPremises: () => Promise.resolve(places),
      count: () => Promise.resolve([]),
    };
    const draws = createDraws({ ...partsOf(town), classLines });
    const from = addDays(today, 1);
    const planned = await draws.planInspections(officer, {
      ...{ agency: 'market', card: 'cn.random', from, until: from },
      inspectors: ['甲', '乙'].map((name) => ({ name, recused: [] })),
    });
    if (planned.kind === 'refused') throw new Error(JSON.stringify(planned));
    const { lines } = await listOf(town, planned.view.draw);
    const classes = lines.map((each) => `${each.premises?.number ?? ''} ${each.class ?? ''}`);
    expect(classes.sort()).toEqual([' b', ' b', 'JY1 a', 'JY2 d']);
  });
});
