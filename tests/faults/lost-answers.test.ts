import { civilDate, createRandom } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { penaltyFile } from '../support/city-files.ts';
import { openDeskWorld, type DeskWorld } from '../support/intake-desk.ts';

/** 10,000 by flag; a seeded part otherwise. */
const requests = process.env['CREDENCE_LONG'] === '1' ? 10_000 : 50;
const lostShare = 0.1;

interface Answered {
  readonly status: number;
  readonly text: string;
}

describe(`${String(requests)} batches, every tenth answer lost after the commit`, () => {
  let desk: DeskWorld;
  beforeAll(async () => {
    desk = await openDeskWorld({
      today: civilDate('2026-11-20'),
      edition: 'cn-2026',
      files: [],
    });
  });
  afterAll(() => desk.close());

  const random = createRandom('answers that are lost', 6);
  const tally = { sent: 0, lost: 0 };

  const fileOf = (number: number): string =>
    penaltyFile([
      { of: number, number: `望市监罚〔2026〕${String(number)}号`, decided: '2026-09-28' },
    ]);
  const send = async (number: number, key = `case-${String(number)}`): Promise<Answered> => {
    tally.sent += 1;
    const answer = await desk.api('/api/v1/intake/batches?item=penalty', {
      method: 'POST',
      body: fileOf(number),
      headers: { 'content-type': 'text/csv', 'idempotency-key': key },
    });
    return { status: answer.status, text: await answer.text() };
  };
  /** A line on which an answer may be lost when everything is done. */
  const overBadLine = async (number: number): Promise<Answered | 'lost'> => {
    const answer = await send(number);
    if (!random.chance(lostShare)) return answer;
    tally.lost += 1;
    return 'lost';
  };
  const untilAnswered = async (number: number): Promise<Answered> => {
    for (;;) {
      const answer = await overBadLine(number);
      if (answer !== 'lost') return answer;
    }
  };

  it('have exactly one effect each, and the same receipt on every repetition', async () => {
    const receipts = new Map<number, string>();
    for (let number = 1; number <= requests; number += 1) {
      const answer = await untilAnswered(number);
      expect(answer.status, answer.text).toBe(201);
      receipts.set(number, answer.text);
    }
    expect(tally.lost).toBeGreaterThan(requests * lostShare * 0.5);

    const { journal, register } = desk.world.system.store;
    const [agency] = await register.agencies();
    const batches = (await journal.entriesOf(agency?.home ?? '')).filter(
      ({ kind }) => kind === 'batch@1',
    );
    expect(batches).toHaveLength(requests);
    expect(await register.countSubjects(civilDate('2026-11-20'))).toBe(requests);

    for (let number = 1; number <= requests; number += Math.ceil(requests / 50)) {
      const again = await send(number);
      expect(again).toEqual({ status: 201, text: receipts.get(number) });
    }
    expect(new Set(receipts.values()).size).toBe(requests);
  }, 3_600_000);

  it('that come twice at the same moment have one effect', async () => {
    const number = requests + 1;
    const [one, two] = await Promise.all([send(number), send(number)]);
    expect(one).toEqual(two);
    expect(one.status).toBe(201);
  });

  it('whose key stands for another file are refused', async () => {
    const refused = await send(requests + 2, 'case-1');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('/problems/idempotency-key-reused');
  });
});
