import { addDays, civilDate, jsonOf } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { KnownPrincipal } from '../../access/principal.ts';
import { listFirm, officer, official, openOffice } from '../../own/own-office.test-support.ts';
import type { OwnOffice } from '../../own/own-office.test-support.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { shippedAccess } from '../../access/access.test-support.ts';
import { portsOf } from '../../town.test-support.ts';
import { desks, nation } from '../case.test-support.ts';
import { viewOversight, type OversightLine, type OversightView } from './oversight.ts';

const auditor = official('监督员', 'auditor', 'board');
const target = { kind: 'record', recordId: 'p1' } as const;
const actor = { official: '王一', agency: 'market', role: 'data_officer' };
const copies = 11;

async function act(
  office: OwnOffice,
  day: string,
  step: {
    readonly caseId: string;
    readonly act: string;
    readonly content: object;
    readonly principal?: KnownPrincipal;
  },
): Promise<void> {
  const { principal = officer, caseId, content } = step;
  const command = { principal, caseId, act: step.act, content: jsonOf(content) };
  const outcome = await office.at(day).actInCase(command);
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
}

async function open(
  office: OwnOffice,
  day: string,
  content: object,
  principal: KnownPrincipal = officer,
): Promise<string> {
  const subject = { by: 'id', id: office.home } as const;
  const outcome = await office.at(day).openCase({ principal, subject, content: jsonOf(content) });
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  return outcome.caseId;
}

/** One firm with a listing, a measure nobody answers, an objection that is late and one upheld. */
async function lived(): Promise<OwnOffice> {
  const office = await openOffice();
  const listing = await listFirm(office, 'served');
  await open(office, '2024-02-01', {
    desks: { ...desks, body: 'tender_office' },
    matter: {
      ...{ case: 'measure', measure: 'key_supervision', cause: listing },
      capacity: 'market_supervision',
    },
  });
  const points = [{ text: '认定有误' }];
  const matter = { case: 'objection', target, clock: 'dispute.credence', points };
  await open(office, '2024-02-01', { desks, matter }, office.firm);
  return office;
}

/** The same history in many homes: counts below ten are told to nobody. */
async function multiply(
  office: OwnOffice,
  times: number,
  vary: (text: string, copy: number) => string = (text) => text,
): Promise<void> {
  const own = office.store.entries.filter(({ home }) => home === office.home);
  for (let copy = 1; copy <= times; copy += 1) {
    const tail = String(copy).padStart(4, '0');
    const home = `00000000-0000-7000-8000-0000000b${tail}`;
    const ids = new Set(own.flatMap(({ stream }) => /^case\/(.+)$/.exec(stream)?.[1] ?? []));
    const renamed = (text: string): string =>
      [...ids].reduce(
        (said, id) => said.replaceAll(id, `0000${tail}${id.slice(8)}`),
        vary(text, copy),
      );
    const entries = own.map(({ stream, kind, payload }) =>
      newEntry(
        office.store,
        {
          ...{ home, stream: renamed(stream), kind },
          // A history that was JSON is JSON under other names.
          payload: jsonOf(JSON.parse(renamed(JSON.stringify(payload)))),
        },
        undefined,
      ),
    );
    await office.store.journal.record({ actor, purpose: 'supervision', basis: [] }, entries);
  }
}

async function viewOn(office: OwnOffice, day: string): Promise<OversightView> {
  const found = await office.at(day).viewOversight(auditor);
  if (found.kind !== 'found') throw new Error(JSON.stringify(found));
  return found.view;
}

function lineOf({ lines }: OversightView, agency: string): Partial<OversightLine> {
  return lines.find((line) => line.agency === agency) ?? {};
}

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

describe('the figures of oversight', () => {
  it('are open to whoever oversees, and to nobody else', async () => {
    const office = await openOffice();
    const before = office.denials.length;
    for (const other of [officer, official('赵', 'reviewer', 'review_office'), office.firm]) {
      expect(await office.at('2024-02-02').viewOversight(other)).toMatchObject({
        ...{ kind: 'refused', problems: [{ code: 'not-permitted' }] },
      });
    }
    expect(office.denials.slice(before)).toHaveLength(3);
    expect((await office.at('2024-02-02').viewOversight(auditor)).kind).toBe('found');
  });

  it('tell nothing of fewer than ten, and count clocks, papers and silence of the rest', async () => {
    const office = await lived();
    const alone = await viewOn(office, '2024-03-01');
    expect(alone.cases).toBeNull();
    expect(lineOf(alone, 'market')).toMatchObject({ overdue: null, papers: null, decided: null });
    await multiply(office, copies);
    const early = await viewOn(office, '2024-02-01');
    // Given today, a measure waits for nobody yet, and no clock has run out.
    expect(lineOf(early, 'market')).toMatchObject({ overdue: null, papers: 24 });
    expect(early.silent).toEqual([]);
    const view = await viewOn(office, '2024-03-01');
    expect(view).toMatchObject({ cases: 36, asked: 12 });
    expect(lineOf(view, 'market').overdue).toBeGreaterThanOrEqual(12);
    expect(lineOf(view, 'tender_office')).toMatchObject({ unanswered: 12, toLift: null });
    expect(view.silent.map(({ agency }) => agency)).toEqual(['tender_office']);
  });

  it('name a body no longer silent once it has answered a single time', async () => {
    const office = await lived();
    await multiply(office, copies);
    const tasks = [...office.store.rows.values()].flatMap(({ cases = [] }) => cases);
    const task = tasks.find(({ kind }) => kind === 'measure');
    const principal = official('冯七', 'case_officer', 'tender_office');
    const step = { caseId: task?.caseId ?? '', act: 'accepted', content: {}, principal };
    await act(office, '2024-02-05', step);
    const view = await viewOn(office, '2024-03-01');
    expect(view.silent).toEqual([]);
    expect(lineOf(view, 'tender_office')).toMatchObject({ unanswered: 11 });
  });

  it('have the share that was changed, and what could not be served, by whoever decided', async () => {
    const office = await openOffice();
    const points = [{ text: '认定有误' }];
    const matter = { case: 'objection', target, clock: 'dispute.credence', points };
    const objection = await open(office, '2024-01-08', { desks, matter }, office.firm);
    await act(office, '2024-01-09', {
      ...{ caseId: objection, act: 'answered' },
      content: {
        ...{ document: { number: '望市监异〔2024〕1号' }, basis: ['samr-order-44-2021#art-2'] },
        ...{ reason: '经核实。', effect: 'none' },
        answers: [{ point: 1, text: '不成立', outcome: 'refused' }],
      },
    });
    const listing = await listFirm(office, 'approved');
    const tried = { mode: 'in_person', triedOn: '2024-01-24', note: '查无此人' };
    await act(office, '2024-01-24', {
      ...{ caseId: listing, act: 'service-failed', content: { paper: 'decision', ...tried } },
    });
    await multiply(office, copies);
    const view = await viewOn(office, '2024-02-01');
    // Twelve notices reached their firm, twelve decisions did not.
    expect(lineOf(view, 'market')).toMatchObject({ papers: 12, failures: 12 });
    // All twelve stood: that none was changed could tell of each, and so could all.
    expect(lineOf(view, 'market')).toMatchObject({ decided: 12, reversed: null });
    expect(view.overstays).toBe(0);
  });

  it('have the days from lodging to decision in half of the repairs, and not their mean', async () => {
    const office = await openOffice();
    const lodged = '2026-07-06';
    const repair = await open(
      office,
      lodged,
      { desks, matter: { case: 'repair', target } },
      office.firm,
    );
    const by = { caseId: repair, principal: office.firm };
    for (const condition of ['corrected', 'paid']) {
      const content = { condition, proof: '凭证' };
      await act(office, lodged, { ...by, act: 'condition-shown', content });
      await act(office, lodged, { caseId: repair, act: 'condition-shown', content });
    }
    await act(office, lodged, { ...by, act: 'pledged', content: { pledge: '承诺守法经营' } });
    const decided = '2026-07-08';
    const content = { document: { number: '望市监修〔2026〕1号' }, reason: '满足' };
    await act(office, decided, { caseId: repair, act: 'granted', content });
    // With the first, of two days, twelve: in order 1 × 5, 2, 2, 20 × 5.
    const days = [1, 1, 1, 1, 1, 2, 20, 20, 20, 20, 20];
    const on = (copy: number) => addDays(civilDate(lodged), days[copy - 1] ?? 0);
    expect(lineOf(await viewOn(office, '2026-08-03'), 'market').repairDays).toBeNull();
    await multiply(office, days.length, (text, copy) => text.replaceAll(decided, on(copy)));
    expect(lineOf(await viewOn(office, '2026-08-03'), 'market').repairDays).toBe(2);
  });

  it('count what a page still holds past its end, of which a page that is right holds nothing', async () => {
    const office = await openOffice();
    const listing = await listFirm(office, 'served');
    const { store } = office;
    const loader = { load: () => Promise.resolve(nation()), current: nation };
    const parts = { ...portsOf(store), access: shippedAccess(), loader };
    const count = async (day: string): Promise<readonly number[]> => {
      office.at(day);
      const right = await viewOversight(parts, auditor);
      // A page that was built once and never looks at the day again.
      const stale = await viewOversight(parts, auditor, () => ['p1', listing]);
      return [right, stale].map((each) => (each.kind === 'found' ? each.view.overstays : -1));
    };
    expect(await count('2027-01-23')).toEqual([0, 0]);
    expect(await count('2027-01-24')).toEqual([0, 1]);
  });
});
