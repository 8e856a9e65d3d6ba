import { addDays, civilDate, instant, type VisitOutcome } from '@credence/domain';
import { tokenOf, trialRound, verifyDraw, writeDraw } from '@credence/proof';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Casework } from '../../casework.ts';
import { createCasework } from '../../create-casework.ts';
import { isDrawCommitted, isDrawList, isInspectionPlan } from '../../entry/inspection-payload.ts';
import { FakeStore } from '../../fake-ports.test-support.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { codeOf, official, portsOf } from '../../town.test-support.ts';
import type { DrawStepOutcome, DrawView } from './draw.ts';
import { closedHome, drawsHome, readDraws } from './draw-state.ts';
import {
  beacon,
  command,
  count,
  draws,
  head,
  officer,
  openDrawTown,
  planner,
  representativeOf,
} from './draws.test-support.ts';
import { measuredPower, readVisitOutcomes } from './visit-outcomes.ts';

const store = new FakeStore();
const ports = { ...portsOf(store), draws };
const at = (day: string): Casework => createCasework({ ...ports, today: civilDate(day) });
const may = at('2026-05-04');
const afterwards = at('2026-07-01');

const again = '上一次抽查的名单漏了两个街道，另抽一次。';

async function planned(casework: Casework = may): Promise<DrawView> {
  const outcome = await casework.planInspections(planner, { ...command, again });
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  return outcome.view;
}

function taken(outcome: DrawStepOutcome): DrawView {
  if (outcome.kind !== 'taken') throw new Error(JSON.stringify(outcome));
  return outcome.view;
}

function later(view: DrawView): void {
  const roundAt = view.committed?.roundAt ?? 0;
  store.now = instant(Math.max(store.now, roundAt));
}

beforeAll(() => openDrawTown(store, may));

describe('a draw of inspections', () => {
  it('is planned by one, committed by another, drawn once, and disclosed after the visits', async () => {
    const view = await planned();
    expect(view).toMatchObject({
      ...{ step: 'planned', classes: { used: false, why: 'too-few' } },
      strata: [{ eligible: count, draws: 3 }],
    });
    // Nothing is public before somebody else has approved.
    expect((await may.viewDraw(view.draw)).kind).toBe('not-found');
    expect(await may.commitDraw(planner, view)).toMatchObject({ kind: 'refused' });
    const committed = taken(await may.commitDraw(head, view));
    const { terms, commitment } = committed.committed ?? {};
    expect(committed.committed?.roundAt).toBeGreaterThan(terms?.committedAt ?? Infinity);

    // Once the time of the visits is over, nothing is committed or drawn for it.
    const late = await planned();
    for (const outcome of [
      await afterwards.carryOutDraw(planner, view),
      await afterwards.commitDraw(head, late),
    ]) {
      expect(outcome).toMatchObject({ problem: { code: 'draw-over' } });
    }
    const early = await may.carryOutDraw(planner, view);
    expect(early).toMatchObject({ problem: { code: 'draw-too-early' } });
    later(committed);
    const wrong = { ...trialRound(beacon, 5), round: terms?.beacon.round ?? 0 };
    expect(await may.carryOutDraw(planner, { ...view, round: wrong })).toMatchObject({
      problem: { code: 'draw-round-wrong' },
    });
    taken(await may.carryOutDraw(planner, view));
    // No second draw of one commitment.
    expect(await may.carryOutDraw(planner, view)).toMatchObject({
      problem: { code: 'draw-step', params: { state: 'drawn' } },
    });

    const open = await may.viewDraw(view.draw);
    expect(JSON.stringify(open)).not.toContain('商行');
    expect(await may.readDrawFile(view.draw)).toBeUndefined();
    // Not on the last day of the visits either.
    for (const day of ['2026-05-04', '2026-06-30']) {
      expect(await at(day).discloseDraw(planner, view.draw)).toMatchObject({
        problem: { code: 'draw-visits-not-over' },
      });
    }
    const disclosed = taken(await afterwards.discloseDraw(planner, view.draw));
    expect(disclosed.disclosed?.names).toHaveLength(3);
    const text = (await afterwards.readDrawFile(view.draw)) ?? '';
    expect(verifyDraw(text, commitment)).toMatchObject({ kind: 'holds', faults: [] });
    // All weigh the same, so that the whole file says nothing about anybody: no name, no class.
    expect(verifyDraw(text, commitment).file?.form).toBe('credence-draw@1');
    expect(text).not.toMatch(/商行|MA0000|"class":/);
  });

  it('sends two to each visit, and nobody where he declared an interest', async () => {
    const committed = taken(await may.commitDraw(head, await planned()));
    later(committed);
    taken(await may.carryOutDraw(planner, committed));
    const found = await may.deskDraws(planner, 'town_office');
    if (found.kind === 'refused') throw new Error(found.problem.code);
    const visits = found.draws.flatMap((each) => each.visits);
    expect(visits).toHaveLength(6);
    for (const { code, inspectors } of visits) {
      expect(inspectors).toHaveLength(2);
      if (code === codeOf(1) || code === codeOf(2)) expect(inspectors).not.toContain('甲');
    }
    const looks = await store.journal.accessesTo(closedHome(committed.draw));
    expect(looks.map(({ reader }) => reader.official)).toContain(
      planner.kind === 'official' ? planner.account : '',
    );
  });

  it('gives each organisation a token that it can make again, and nobody else', async () => {
    const { draw } = await planned();
    const [entry] = await store.journal.entriesOf(closedHome(draw));
    if (!isDrawList(entry?.payload)) throw new Error('There is no list.');
    const { lines } = entry.payload;
    for (const { token, tokenSalt, code } of lines) expect(tokenOf(tokenSalt, code)).toBe(token);
    expect(new Set(lines.map(({ tokenSalt }) => tokenSalt)).size).toBe(count);
    expect(lines.map(({ token }) => token)).toEqual(lines.map(({ token }) => token).sort());
  });

  it('is refused to other offices, to another agency and for an unknown plan', async () => {
    for (const who of [officer('赵', 'legal_officer'), officer('孙', 'case_officer', 'other')]) {
      expect((await may.planInspections(who, command)).kind).toBe('refused');
    }
    const { draw } = await planned();
    expect((await may.commitDraw(officer('周', 'case_officer'), { draw })).kind).toBe('refused');
    expect(await may.planInspections(planner, { ...command, card: 'none' })).toMatchObject({
      problem: { code: 'choice-invalid' },
    });
    expect((await may.commitDraw(head, { draw: 'unknown' })).kind).toBe('not-found');
  });

  it('is made once for an office, plan and time, or again for a reason that anyone reads', async () => {
    await planned();
    for (const reason of ['', ' 再抽 ']) {
      expect(await may.planInspections(planner, { ...command, again: reason })).toMatchObject({
        problem: { code: 'draw-period-taken', params: { from: command.from } },
      });
    }
    const committed = taken(await may.commitDraw(head, await planned()));
    expect(await may.viewDraw(committed.draw)).toMatchObject({ view: { again } });
    const past = { ...command, from: civilDate('2026-05-03') };
    expect(await may.planInspections(planner, past)).toMatchObject({
      problem: { code: 'draw-days' },
    });
  });

  it('is not made from a list that was changed after the commitment', async () => {
    const committed = taken(await may.commitDraw(head, await planned()));
    later(committed);
    const { journal } = store;
    const changed: typeof journal = Object.assign(Object.create(journal) as typeof journal, {
      entriesOf: async (home: string) =>
        (await journal.entriesOf(home)).map((entry) =>
          isDrawList(entry.payload)
            ? { ...entry, payload: { ...entry.payload, lines: entry.payload.lines.slice(1) } }
            : entry,
        ),
    });
    const elsewhere = createCasework({ ...ports, journal: changed });
    expect(await elsewhere.carryOutDraw(planner, committed)).toMatchObject({
      problem: { code: 'draw-list-changed' },
    });
  });

  it('shows its tokens from the commitment on, and to each organisation its own line', async () => {
    const view = await planned();
    expect(await may.readDrawList(view.draw)).toBeUndefined();
    const committed = taken(await may.commitDraw(head, view));
    const { commitment } = committed.committed ?? {};
    const list = (await may.readDrawList(view.draw)) ?? '';
    expect(verifyDraw(list, commitment)).toMatchObject({ kind: 'holds' });
    expect(list).not.toMatch(/商行|MA0000|"weight":/);
    const own = await ownLine(may, view.draw, 5);
    const proof = own?.membership;
    expect(proof).toMatchObject({ code: codeOf(5) });
    expect(list).toContain(proof?.line.token);
    expect(verifyDraw(writeDraw(proof ?? ''), commitment)).toMatchObject({ kind: 'holds' });
    later(committed);
    taken(await may.carryOutDraw(planner, committed));
    // A visit that is foreseen finds nothing.
    expect((await ownLine(may, view.draw, 5))?.drawn).toBeUndefined();
    taken(await afterwards.discloseDraw(planner, view.draw));
    const drawn = await Promise.all(
      Array.from({ length: count }, (_, at) => ownLine(afterwards, view.draw, at)),
    );
    expect(drawn.filter((line) => line?.drawn)).toHaveLength(3);
    expect(await may.listOwnDraws(representativeOf('none'), await homeOf(5))).toMatchObject({
      kind: 'refused',
    });
  });

  it('sends two offices to one firm together', async () => {
    const other = officer('孙', 'case_officer', 'other');
    await may.addAgency({
      ...{ code: 'other', name: { zh: '另一局' }, supplies: [], acts: ['town_office'] },
      actor: { official: '钱七', agency: 'other', role: 'registrar' },
    });
    const committed = taken(await may.commitDraw(head, await planned()));
    later(committed);
    taken(await may.carryOutDraw(planner, committed));
    const everybody = await may.planInspections(other, { ...command, agency: 'other' });
    if (everybody.kind === 'refused') throw new Error(everybody.problem.code);
    const chief = officer('周', 'head_of_authority', 'other');
    const second = taken(await may.commitDraw(chief, everybody.view));
    later(second);
    taken(await may.carryOutDraw(other, second));
    const [mine, theirs] = await Promise.all([
      may.deskDraws(planner, 'town_office'),
      may.deskDraws(other, 'other'),
    ]);
    if (mine.kind === 'refused' || theirs.kind === 'refused') throw new Error('It was refused.');
    const all = new Set(mine.draws.flatMap(({ visits }) => visits.map(({ code }) => code)));
    for (const { code, together } of theirs.draws.flatMap(({ visits }) => visits)) {
      expect(together.length > 0).toBe(all.has(code));
    }
  });

  it('writes down who looks at the desk, also at the draws of others that fall together', async () => {
    const before = await looksAt();
    const found = await may.deskDraws(planner, 'town_office');
    if (found.kind === 'refused') throw new Error(found.problem.code);
    const drawn = [...(await readDraws(ports)).draws.values()].filter((each) => each.drawnOn);
    const read = (await looksAt()).filter((each, at) => each > (before[at] ?? 0)).length;
    expect(read).toBe(drawn.length);
  });

  it('writes entries that their readers read', async () => {
    const entries = await store.journal.entriesOf(drawsHome);
    const of = (kind: string) => entries.filter((each) => each.kind === kind);
    expect(of('inspection-plan@1').every(({ payload }) => isInspectionPlan(payload))).toBe(true);
    expect(of('draw-committed@1').every(({ payload }) => isDrawCommitted(payload))).toBe(true);
  });
});

describe('a draw in which classes weigh', () => {
  const classLines = {
    list: async (_: string, { after }: { readonly after?: string }) => {
      if (after !== undefined) return [];
      const homes = await Promise.all(Array.from({ length: count }, (__, each) => homeOf(each)));
      return homes.map((home, each) => ({
        ...{ home, card: 'town.inspection', class: each < 40 ? 'a' : 'c' },
        on: civilDate('2026-05-04'),
      }));
    },
    listPremises: () => Promise.resolve([]),
    count: () => Promise.resolve([]),
  };
  const classed = (day: string) => createCasework({ ...ports, classLines, today: civilDate(day) });

  it('weighs them only once visits have shown that they foresee anything', async () => {
    const view = await planned(classed('2026-05-04'));
    expect(view.classes).toEqual({ used: false, why: 'too-few' });
  });

  it('keeps weights closed, since names and regions would tell who is in which class', async () => {
    await recordVisits();
    // Before the names of their draw are public, what visits found moves no figure.
    const untold = await planned(classed('2026-05-04'));
    expect(untold.power).toMatchObject({ kind: 'too-few', visits: 0 });
    await tellVisits();
    const view = await planned(classed('2026-05-04'));
    expect(view).toMatchObject({ classes: { used: true }, power: { kind: 'clear' } });
    const committed = taken(await may.commitDraw(head, view));
    later(committed);
    taken(await may.carryOutDraw(planner, committed));
    taken(await afterwards.discloseDraw(planner, view.draw));
    const text = (await afterwards.readDrawFile(view.draw)) ?? '';
    const { commitment } = committed.committed ?? {};
    expect(verifyDraw(text, commitment)).toMatchObject({
      ...{ kind: 'holds', file: { form: 'credence-open-draw@2' } },
    });
    // Nothing that anyone may read says what anybody weighs.
    const list = await afterwards.readDrawList(view.draw);
    const open = JSON.stringify([text, list, await afterwards.viewDraw(view.draw)]);
    expect(open).not.toMatch(/"(weight|chance|arm|class)\\*":/);
    const whole = await afterwards.readWholeDraw(planner, view.draw);
    if (whole.kind !== 'found') throw new Error(whole.kind);
    expect(verifyDraw(whole.text, commitment)).toMatchObject({ kind: 'holds' });
    expect(whole.text).toContain('"weight":60');
    const looks = await store.journal.accessesTo(closedHome(view.draw));
    expect(looks.length).toBeGreaterThan(0);
    const stranger = officer('孙', 'case_officer', 'other');
    expect((await may.readWholeDraw(stranger, view.draw)).kind).toBe('refused');
    // Oversight draws again without asking the office whose draw it is.
    const auditor = officer('吴', 'auditor', 'audit');
    expect(await may.readWholeDraw(auditor, view.draw)).toEqual(whole);
    const audited = await store.journal.accessesTo(closedHome(view.draw));
    expect(audited.map(({ purpose }) => purpose)).toContain('oversight');
  });

  it('weighs nobody by a class that time has changed since the work of the day', async () => {
    const stale = {
      ...classLines,
      list: async (...asked: Parameters<typeof classLines.list>) =>
        (await classLines.list(...asked)).map((line) => ({
          ...line,
          nextChangeOn: civilDate('2026-05-04'),
        })),
    };
    const today = civilDate('2026-05-04');
    const view = await planned(createCasework({ ...ports, classLines: stale, today }));
    expect(view.classes).toEqual({ used: false, why: 'class-missing' });
  });

  it('is judged by drawn visits alone, each with the chance that it had', async () => {
    const outcomes = await readVisitOutcomes(ports);
    expect(measuredPower(outcomes, ['a', 'b', 'c']).kind).toBe('clear');
    const picked = outcomes.map((each) => ({ ...each, arm: 'hand-picked' as const }));
    expect(measuredPower(picked, ['a', 'b', 'c'])).toMatchObject({ kind: 'too-few', visits: 0 });
  });
});

/** Eighty drawn visits: class c in disorder, class a in order, but for a few of each. */
async function recordVisits(): Promise<void> {
  const outcomes = Array.from({ length: 80 }, (_, each): VisitOutcome => {
    const isHigh = each % 2 === 0;
    const isOdd = each % 10 > 7;
    return {
      ...{ draw: 'before', on: addDays(civilDate('2026-01-01'), each), arm: 'class', chance: 0.1 },
      ...{ class: isHigh ? 'c' : 'a', result: isHigh === isOdd ? 'in-order' : 'faults' },
    };
  });
  const entries = outcomes.map((payload) =>
    newEntry(
      ports,
      {
        ...{ home: drawsHome, stream: 'visit-outcomes', kind: 'visit-outcome@1' },
        payload: { ...payload },
      },
      undefined,
    ),
  );
  const command = { actor: official, purpose: 'supervision', basis: [] };
  await store.journal.record(command, entries);
}

/** The names of their draw become public. */
async function tellVisits(): Promise<void> {
  const by = { official: '钱四', agency: 'town_office', role: 'case_officer' };
  const payload = { draw: 'before', names: [], on: '2026-04-30', by };
  const told = { home: drawsHome, stream: 'draw/before', kind: 'draw-disclosed@2', payload };
  const command = { actor: official, purpose: 'supervision', basis: [] };
  await store.journal.record(command, [newEntry(ports, told, undefined)]);
}

/** How many looks were written down at each draw that was made. */
async function looksAt(): Promise<readonly number[]> {
  const states = [...(await readDraws(ports)).draws.values()].filter((each) => each.drawnOn);
  const looks = states.map(({ plan }) => store.journal.accessesTo(closedHome(plan.draw)));
  return (await Promise.all(looks)).map(({ length }) => length);
}

async function homeOf(number: number): Promise<string> {
  const value = codeOf(number);
  return (await store.register.findByIdentifier({ scheme: 'uscc', value })) ?? '';
}

async function ownLine(casework: Casework, draw: string, number: number) {
  const home = await homeOf(number);
  const found = await casework.listOwnDraws(representativeOf(home), home);
  if (found.kind !== 'found') throw new Error(found.kind);
  return found.view.lines.find((line) => line.draw.draw === draw);
}

describe('a visit picked by hand', () => {
  it('needs a reason, and is counted in public by office and no further', async () => {
    const pick = { agency: 'town_office', code: codeOf(7) };
    expect(await may.handPick(planner, { ...pick, reason: ' 看看 ' })).toMatchObject({
      problem: { code: 'text-length' },
    });
    const reason = '群众反映冷库温度异常，已经核实来信。';
    // However its code is typed, the visit is arranged by the one that the register has.
    const typed = { ...pick, code: ` ${pick.code.toLowerCase()} ` };
    expect((await may.handPick(planner, { ...typed, reason })).kind).toBe('picked');
    const picks = (await readDraws(ports)).handPicked.map(({ code }) => code);
    expect(picks).toEqual([pick.code]);
    const { handPicked, carriedOut, draws: listed, clock } = await may.listDraws();
    expect(handPicked).toContainEqual({ agency: 'town_office', visits: 1 });
    const own = listed.filter(({ agency }) => agency === 'town_office').length;
    const counted = { agency: 'town_office', committed: own, neverDrawn: 0 };
    expect(carriedOut).toContainEqual(expect.objectContaining(counted));
    expect(JSON.stringify(listed)).not.toContain('冷库');
    expect(clock.today).toBe(addDays(civilDate('2026-05-03'), 1));
  });
});
