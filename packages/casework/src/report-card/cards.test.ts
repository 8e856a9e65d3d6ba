import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { civilDate, instantOf, jsonOf, type PublicCreditRecord } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { shippedAccess } from '../access/access.test-support.ts';
import { desks, nation, penalty } from '../case/case.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import { official, openOffice, type OwnOffice } from '../own/own-office.test-support.ts';
import { portsOf } from '../town.test-support.ts';
import { createReportCards } from './create-report-cards.ts';
import { countFigures, dayFigures, figureOfStep, shareFigures } from './figures.ts';
import type { ReportCardCasework, ReportCardView, ReportFigure } from './report-card.ts';

const actor = { official: '王一', agency: 'market', role: 'data_officer' };
const rulebooks = fileURLToPath(new URL('../../../../rulebooks/', import.meta.url));

/** Cards over an office on a day. */
function cardsOn(office: OwnOffice, day: string): ReportCardCasework {
  office.at(day);
  const loader = { load: () => Promise.resolve(nation()), current: nation };
  return createReportCards({ ...portsOf(office.store), access: shippedAccess(), loader });
}

async function append(
  office: OwnOffice,
  day: string,
  entries: readonly { home: string; stream: string; kind: string; payload: unknown }[],
): Promise<void> {
  office.store.now = instantOf(`${day}T12:00:00+08:00`) ?? office.store.now;
  await office.store.journal.record(
    { actor, purpose: 'intake', basis: [] },
    entries.map(({ payload, ...rest }) =>
      newEntry(office.store, { ...rest, payload: jsonOf(payload) }, undefined),
    ),
  );
}

const homeOf = (number: number): string =>
  `00000000-0000-7000-8000-0000000c${String(number).padStart(4, '0')}`;

function fined(
  number: number,
  yuan: number,
  rest: Partial<PublicCreditRecord> = {},
): { home: string; stream: string; kind: string; payload: PublicCreditRecord } {
  const recordId = `fine-${String(number)}`;
  const payload = penalty({
    ...{ recordId, edition: 'cn-2026', takenInOn: civilDate('2026-05-06') },
    ...{ decidedOn: civilDate('2026-05-04'), document: { number: `望市监罚〔2026〕${number}号` } },
    service: { kind: 'shown', on: civilDate('2026-05-05'), mode: 'in_person' },
    facts: {
      ...{ procedure: 'ordinary', kinds: ['fine'], penalty_basis: '《广告法》第五十五条' },
      fine: { amount: yuan * 100, currency: 'CNY' },
    },
    ...rest,
  });
  return { home: homeOf(number), stream: recordId, kind: 'record@1', payload };
}

async function cardOf(cards: ReportCardCasework, year?: number): Promise<ReportCardView> {
  const found = await cards.viewReportCard('market', year === undefined ? {} : { year });
  if (found.kind !== 'found') throw new Error(JSON.stringify(found));
  return found.view;
}

function figureIn({ figures = [] }: ReportCardView, id: ReportFigure['id']): unknown {
  const found = figures.find((figure) => figure.id === id);
  if (found?.form === 'share') return found.share;
  return found?.form === 'days' ? found.days : found?.count;
}

/** Objections of one firm, each with a last day for the answer; the first `answered` are answered. */
async function objected(office: OwnOffice, of: number, answered: number): Promise<void> {
  const target = { kind: 'record', recordId: 'p1' } as const;
  const principal = official('王一', 'case_officer');
  for (let number = 0; number < of; number += 1) {
    const points = [{ text: `认定有误${String(number)}` }];
    const matter = { case: 'objection', target, clock: 'dispute.credence', points };
    const opened = await office.at('2024-02-01').openCase({
      ...{ principal: office.firm, subject: { by: 'id', id: office.home } },
      content: jsonOf({ desks, matter }),
    });
    if (opened.kind !== 'recorded') throw new Error(JSON.stringify(opened));
    if (number >= answered) continue;
    const outcome = await office.at('2024-02-02').actInCase({
      ...{ principal, caseId: opened.caseId, act: 'answered' },
      content: jsonOf({
        ...{ document: { number: '望市监异〔2024〕1号' }, basis: ['samr-order-44-2021#art-2'] },
        ...{ reason: '经核实。', effect: 'none' },
        answers: [{ point: 1, text: '不成立', outcome: 'refused' }],
      }),
    });
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  }
}

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

describe('every duty of an authority with a last day', () => {
  const steps = new Set(
    readdirSync(rulebooks, { withFileTypes: true, recursive: true })
      .filter(({ parentPath, name }) => parentPath.endsWith('clocks') && name.endsWith('.yaml'))
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
      .flatMap((text) => [...text.matchAll(/\bstep: (\w+)/g)].map(([, step = '']) => step)),
  );

  it('is a figure of the card, or has a reason why it is none (G43)', () => {
    expect(steps.size).toBeGreaterThan(15);
    const nowhere = [...steps].filter((step) => figureOfStep[step] === undefined);
    expect(nowhere).toEqual([]);
    expect(Object.keys(figureOfStep).filter((step) => !steps.has(step))).toEqual([]);
    const figures: readonly string[] = [...shareFigures, ...dayFigures, ...countFigures];
    const measured = Object.values(figureOfStep).filter((each) => typeof each === 'string');
    expect(measured.filter((id) => !figures.includes(id))).toEqual([]);
  });
});

describe('the card of an agency', () => {
  it('counts what was due in its time, in cells, and what is late today', async () => {
    const office = await openOffice();
    await objected(office, 24, 12);
    const cards = cardsOn(office, '2024-02-02');
    // Answered before its last day, which is still to come: counted as soon as that has come.
    const early = await cardOf(cards);
    expect(figureIn(early, 'answers_in_time')).toBeNull();
    expect(figureIn(early, 'days_to_answer')).toBe(1);
    const late = await cardOf(cardsOn(office, '2024-03-01'));
    expect(figureIn(late, 'answers_in_time')).toEqual({ whole: 24, least: 12, most: 12 });
    expect(figureIn(late, 'answers_overdue')).toBeGreaterThanOrEqual(12);
    expect(figureIn(late, 'decisions_changed')).toEqual({ whole: 12, least: 0, most: 9 });
    expect(late.limits.map(({ id }) => id)).toContain('dispute.credence');
  });

  it('of a year that is over has its acts alone, and nothing of today', async () => {
    const office = await openOffice();
    await objected(office, 24, 12);
    const cards = cardsOn(office, '2025-03-01');
    const year = await cardOf(cards, 2024);
    expect(year.time).toMatchObject({ from: '2024-01-01', until: '2025-01-01', year: 2024 });
    expect(figureIn(year, 'answers_in_time')).toMatchObject({ whole: 24 });
    expect(figureIn(year, 'answers_overdue')).toBeUndefined();
    expect([year.unlike, year.payments]).toEqual([undefined, undefined]);
    const after = await cardOf(cards);
    expect(after.time.from).toBe('2024-04-01');
    expect(figureIn(after, 'answers_in_time')).toBeNull();
    for (const wrong of [2025, 2022, 1999]) {
      const found = await cards.viewReportCard('market', { year: wrong });
      expect(found).toEqual({ kind: 'no-such-year', years: [2024, 2023] });
      expect((await cards.listReportCards({ year: wrong })).kind).toBe('no-such-year');
      expect((await cards.compareDistricts({ year: wrong })).kind).toBe('no-such-year');
    }
    for (const nobody of ['nobody', office.home, homeOf(99)]) {
      expect(await cards.viewReportCard(nobody)).toEqual({ kind: 'not-found' });
    }
  });

  it('stands in the table by its service, and adds up to its district', async () => {
    const office = await openOffice();
    await objected(office, 24, 12);
    const cards = cardsOn(office, '2024-03-01');
    const table = await cards.listReportCards({ by: 'answers_in_time' });
    if (table.kind !== 'found') throw new Error('There is no table.');
    expect(table.view.lines.map(({ office: { code }, places }) => [code, places])).toEqual([
      ['market', { answers_in_time: 1 }],
      ['review_office', {}],
    ]);
    const together = await cards.compareDistricts();
    if (together.kind !== 'found') throw new Error('There is no comparison.');
    const [column, ...others] = together.view.districts;
    expect([column?.offices, others]).toEqual([2, []]);
    expect(column?.figures.find(({ id }) => id === 'answers_in_time')).toEqual({
      ...{ form: 'share', id: 'answers_in_time' },
      share: { whole: 24, least: 12, most: 12 },
    });
  });
});

describe('like cases of an agency', () => {
  const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
  const auditor = official('监督员', 'auditor', 'board');

  async function fines(yuan: (number: number) => number, of = numbers): Promise<OwnOffice> {
    const office = await openOffice();
    await append(
      office,
      '2026-05-06',
      of.map((number) => fined(number, yuan(number))),
    );
    return office;
  }

  it('name what is far from the middle, too heavy and too light, while it stands', async () => {
    const office = await fines((number) => (number === 1 ? 50_000 : number === 2 ? 100 : 5_000));
    const { unlike } = await cardOf(cardsOn(office, '2026-06-01'));
    expect(unlike).toMatchObject({
      rule: { leastShown: 10, confidence: 'unverified' },
      compared: 12,
      groups: [
        {
          ...{ size: 12, like: ['《广告法》第五十五条', 'general'] },
          ...{ median: { amount: 500_000, currency: 'CNY' }, deviation: { amount: 0 } },
          unlike: [
            { id: 'fine-1', side: 'heavier', document: '望市监罚〔2026〕1号', amount: 5_000_000 },
            { id: 'fine-2', side: 'lighter', document: '望市监罚〔2026〕2号' },
          ],
        },
      ],
    });
    // The heavy one was annulled: nothing names it, nor is it in the group.
    const ended = { recordId: 'fine-1', on: '2026-06-02', because: 'annulled' };
    await append(office, '2026-06-02', [
      { home: homeOf(1), stream: 'fine-1', kind: 'record-ended@1', payload: ended },
    ]);
    const after = (await cardOf(cardsOn(office, '2026-06-03'))).unlike;
    expect(after?.groups).toMatchObject([{ size: 11, unlike: [{ id: 'fine-2' }] }]);
    expect(JSON.stringify(after)).not.toContain('fine-1"');
  });

  it('are public from ten on; the office and its overseers see smaller groups too', async () => {
    const few = numbers.slice(0, 9);
    const office = await fines((number) => (number === 1 ? 50_000 : 5_000), few);
    const cards = cardsOn(office, '2026-06-01');
    expect((await cardOf(cards)).unlike).toMatchObject({ groups: [], compared: 0 });
    for (const reader of [official('王一', 'case_officer'), auditor]) {
      const found = await cards.viewUnlikeCases(reader, 'market');
      expect(found).toMatchObject({
        view: { unlike: { compared: 9, groups: [{ size: 9, unlike: [{ id: 'fine-1' }] }] } },
      });
    }
    // Small groups are closed: the firm that is named sees that its case was held beside others.
    const looks = await office.store.journal.accessesTo(homeOf(1));
    expect(looks.map(({ fields, purpose }) => [purpose, ...fields])).toEqual([
      ['supervision', 'like-cases'],
      ['oversight', 'like-cases'],
    ]);
    expect(await office.store.journal.accessesTo(homeOf(2))).toEqual([]);
    expect(await cards.viewUnlikeCases(auditor, 'nobody')).toEqual({ kind: 'not-found' });
    for (const other of [office.firm, official('赵', 'case_officer', 'review_office')]) {
      const refused = await cards.viewUnlikeCases(other, 'market');
      expect(refused).toMatchObject({ kind: 'refused', problem: { code: 'not-permitted' } });
    }
  });

  it('are not compared under a law that has no rule for it', async () => {
    const office = await openOffice();
    const { unlike } = await cardOf(cardsOn(office, '2024-03-01'));
    expect(unlike).toEqual({ groups: [], compared: 0 });
  });
});
