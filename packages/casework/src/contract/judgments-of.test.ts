import { addMonths, civilDate, instant, jsonOf } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { nation } from '../case/case.test-support.ts';
import { courtListing } from '../case/court.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import {
  debtor,
  judge,
  openTown,
  stepsIn,
  type PartyTown,
} from '../own/party-town.test-support.ts';
import { bodyFigures } from '../report-card/measure-office.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { Answering } from '../view/answer-clock.ts';
import { findPublicSubject } from '../view/subject-line.ts';
import { judgmentsOf, namedAbove, noticesAbove } from './judgments-of.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const bureau = '00000000-0000-7000-8000-00000000000f';
let town: PartyTown;
beforeEach(async () => {
  town = await openTown();
});
const { must, listed } = stepsIn(() => town);

/** What stands on the page of the debtor on a day, with the day on which those above it were told. */
async function judgmentsOn(text: string, notices?: Parameters<typeof judgmentsOf>[2]) {
  const day = civilDate(text);
  const rulebook = nation();
  const edition = rulebook.on(day);
  if (edition === undefined) throw new RangeError(`No law on ${text}.`);
  const timepoint = instant(0);
  const clock = { day, today: day, timepoint, zone: 'Asia/Shanghai' } as const;
  const body = { home: debtor, entries: await town.store.journal.entriesOf(debtor) };
  const asked = { rulebook, edition, clock } as unknown as Parameters<typeof judgmentsOf>[1];
  return {
    judgments: judgmentsOf(body, asked, notices),
    above: namedAbove(body, asked),
  };
}

async function listedOrgan(): Promise<string> {
  town.at('2024-01-09');
  const matter = courtListing({ stateOwned: true, superior: '望澜市财政局' });
  const opened = await town.cases.openCase({
    ...{ principal: judge, subject: { by: 'id', id: debtor } },
    content: jsonOf({ desks: { own: 'court', review: 'higher_court' }, matter }),
  });
  if (opened.kind !== 'recorded') throw new Error(JSON.stringify(opened));
  await listed(opened.caseId);
  return opened.caseId;
}

describe('judgments that a public body does not obey', () => {
  it('stand from the listing to its end and name no day on which nobody was told', async () => {
    const caseId = await listedOrgan();
    const { judgments, above } = await judgmentsOn('2024-02-06');
    expect(judgments).toMatchObject([{ caseId, list: { en: expect.any(String) as string } }]);
    expect(judgments[0]).not.toHaveProperty('toldOn');
    expect(judgments[0]?.basis.length).toBeGreaterThan(0);
    expect(above).toEqual(['望澜市财政局']);
    const { begins, ends } = judgments[0] ?? {};
    if (begins === undefined || ends === undefined) throw new RangeError('It begins and ends.');
    expect((await judgmentsOn(ends)).judgments).toEqual([]);
    expect((await judgmentsOn(addMonths(begins, -1, 'down'))).judgments).toEqual([]);
  });

  it('count on the card of the body, also where the court lists by its procedure here', async () => {
    const day = civilDate('2024-02-06');
    const clock = { day, today: day, timepoint: instant(0), zone: 'Asia/Shanghai' };
    const rulebook = nation();
    const answering = { rulebook, edition: rulebook.on(day), clock } as unknown as Answering;
    const time = { from: day, until: day, years: [] };
    const counted = async () => {
      const entries = await town.store.journal.entriesOf(debtor);
      const subject = findPublicSubject(foldSubject(debtor, entries), answering);
      if (subject === undefined) throw new Error('The debtor is not public.');
      const body = { home: debtor, entries, subject };
      const figures = bodyFigures({ answering, time }, { body });
      return figures.find(({ id }) => id === 'judgments_unpaid');
    };
    expect(await counted()).toMatchObject({ count: 0 });
    await listedOrgan();
    expect(await counted()).toMatchObject({ count: 1 });
  });

  it('say when those above it were told, by the letter of the case, and not before', async () => {
    const caseId = await listedOrgan();
    const letter = { superior: '望澜市财政局', document: { number: '望法告〔2024〕1号' } };
    await must('2024-02-08', judge, caseId, { kind: 'superior-told', ...letter });
    const toldOn = async (day: string) => (await judgmentsOn(day)).judgments[0]?.toldOn;
    expect([await toldOn('2024-02-07'), await toldOn('2024-02-08')]).toEqual([
      ...[undefined, '2024-02-08'],
    ]);
  });

  it('say it by the notice that was laid before an agency of the register', async () => {
    const agency = { code: 'finance', name: { zh: '望澜市财政局' }, supplies: [] };
    const place = { home: bureau, stream: 'agency', kind: 'agency@1' };
    await town.store.journal.record(
      { actor: { official: '来源', agency: 'court', role: 'registrar' }, purpose: 'x', basis: [] },
      [newEntry(town.store, { ...place, payload: agency }, undefined)],
    );
    const caseId = await listedOrgan();
    const { above } = await judgmentsOn('2024-02-06');
    const notices = await noticesAbove(town.store, above);
    expect([...notices.keys()]).toEqual([caseId]);
    const day = notices.get(caseId) ?? '';
    expect((await judgmentsOn('2024-03-01', notices)).judgments[0]?.toldOn).toBe(day);
    expect(await noticesAbove(town.store, [undefined])).toEqual(new Map());
    expect(await noticesAbove(town.store, ['别的单位'])).toEqual(new Map());
  });
});
