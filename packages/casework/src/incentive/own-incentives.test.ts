import { beforeAll, describe, expect, it } from 'vitest';

import { nation } from '../case/case.test-support.ts';
import { listFirm, openOffice, type OwnOffice } from '../own/own-office.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

async function laneOn(office: OwnOffice, day: string) {
  const outcome = await office.at(day).viewOwnDesk(office.firm, office.home);
  if (outcome.kind !== 'found') throw new Error(JSON.stringify(outcome));
  const [lane] = outcome.view.incentives;
  if (lane === undefined) throw new Error('The national law has a green lane.');
  return lane;
}

describe("the green lane at the organisation's desk", () => {
  it('says which conditions are missing, each with its record', async () => {
    const lane = await laneOn(await openOffice(), '2024-02-01');
    expect(lane.incentive.id).toBe('cn.green-lane');
    const missing = lane.conditions.filter(({ holds }) => !holds);
    expect(missing.map(({ code, records }) => [code, records])).toEqual([
      ['established_three_years', []],
      ['no_penalty', ['p1']],
    ]);
  });

  it('is closed by a listing that was made here from the day it takes effect', async () => {
    const office = await openOffice();
    const caseId = await listFirm(office, 'served');
    const entry = (day: string) =>
      laneOn(office, day).then(({ conditions }) =>
        conditions.find(({ code }) => code === 'no_serious_entry'),
      );
    expect(await entry('2024-01-24')).toMatchObject({ holds: false, records: [caseId] });
  });
});
