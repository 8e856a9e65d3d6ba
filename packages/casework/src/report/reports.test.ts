import { jsonOf } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { nation } from '../case/case.test-support.ts';
import type { PrintedLetter } from '../case/letter/letter.ts';
import { createConsult } from '../consult/create-consult.ts';
import {
  codeOf,
  homeOf,
  openTownOf,
  type TownOfFirms,
} from '../consult/town-of-firms.test-support.ts';
import { firmWith, official } from '../own/own-office.test-support.ts';
import { createReports } from './create-reports.ts';
import type { ReportCasework } from './report.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const home = homeOf(1);
const firm = firmWith(undefined, home);
/** The day on which the penalty has ended, and one on which it stands. */
const [free, burdened] = ['2031-06-01', '2026-05-06'];

let town: TownOfFirms;
let printed: PrintedLetter[];
const on = (day: string): ReportCasework => createReports(town.at(day));

beforeEach(async () => {
  printed = [];
  const press = {
    print: (letter: PrintedLetter) => {
      printed.push(letter);
      return Promise.resolve(new Uint8Array([37]));
    },
  };
  town = await openTownOf(1, { press });
  await town.add(
    homeOf(9_999),
    'batch@1',
    jsonOf({
      ...{ batchId: 'b', item: 'administrative_penalty', fileHash: 'a', fileName: 'f' },
      mapping: 'm',
      counts: { read: 1, recorded: 1, known: 0, setAside: 0, droppedCells: 0, refused: 0 },
    }),
  );
});

async function issued(day: string) {
  const outcome = await on(day).issueReport(firm, home);
  if (outcome.kind !== 'issued') throw new Error(JSON.stringify(outcome));
  return outcome.report;
}

describe('a report that there are no records', () => {
  it('is not made while one stands; what stands is told to the organisation alone', async () => {
    const outcome = await on(burdened).issueReport(firm, home);
    expect(outcome).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'report-records-stand', params: { count: 1 } }],
    });
    expect(JSON.stringify(outcome)).not.toContain('望市监罚');
    const own = await on(burdened).viewOwnReports(firm, home);
    expect(own).toMatchObject({
      view: { standing: [{ number: '望市监罚〔2024〕1号' }], reports: [] },
    });
    const other = await on(burdened).viewOwnReports(firmWith(undefined, homeOf(2)), home);
    expect(other.kind).toBe('refused');
  });

  it('is made once all have ended, for the three years of the card, with its sources', async () => {
    const report = await issued(free);
    expect(report).toMatchObject({ on: free, from: '2028-06-01', subject: { code: codeOf(1) } });
    expect(report.sources).toContainEqual({
      ...{ title: expect.anything() as object, agency: { zh: '市监局' }, lastOn: '2026-05-05' },
    });
    // What has ended is not in it, by no word and by no number (N8).
    expect(JSON.stringify(report)).not.toMatch(/望市监罚|p1|ended/);
  });

  it('names the offices that asked within the period, and why', async () => {
    await createConsult(town.at(free)).consultRegister({
      principal: official('王一', 'case_officer'),
      order: { kind: 'grant', number: '1', basis: 'go-2020-42#pledge', codes: [codeOf(1)] },
    });
    // Nothing of it is public by then, so it is not known: the look is written down all the same.
    expect((await issued(free)).readers).toEqual([
      { agency: { zh: '市监局' }, purpose: 'consultation', lastOn: free },
    ]);
  });

  it('names them however often the organisation itself, or anyone with a code, looks', async () => {
    await createConsult(town.at(free)).consultRegister({
      principal: official('王一', 'case_officer'),
      order: { kind: 'grant', number: '1', basis: 'go-2020-42#pledge', codes: [codeOf(1)] },
    });
    const { code } = await issued(free);
    const [look] = await town.store.journal.accessesTo(home);
    if (look === undefined) throw new Error('Somebody looked.');
    const holder = { official: 'report-holder', agency: '', role: 'report-holder' };
    const many = Array.from({ length: 600 }, () => ({ ...look, home, reader: holder }));
    town.store.accesses.push(...many);
    expect((await on(free).verifyReport({ kind: 'anonymous' }, code)).kind).toBe('found');
    expect((await issued(free)).readers).toMatchObject([{ purpose: 'consultation' }]);
  });

  it('prints what it means and what it does not, with code and address, the same each time', async () => {
    const { reportId, code } = await issued(free);
    const asked = { home, reportId, language: 'en', verifyAt: 'https://x/reports/verify' } as const;
    expect(await on(free).writeReport(firm, asked)).toMatchObject({ kind: 'found' });
    await on('2031-06-09').writeReport(firm, asked);
    const [first, second] = printed;
    expect(second).toEqual(first);
    expect(JSON.stringify(first)).toContain(code.match(/.{4}/g)?.join('-'));
    expect(JSON.stringify(first)).toContain('no appraisal, class or guarantee');
    expect(JSON.stringify(first)).not.toMatch(/clean|good standing|信用良好/);
    const strange = { ...asked, reportId: 'other' };
    expect(await on(free).writeReport(firm, strange)).toEqual({ kind: 'not-found' });
  });
});

describe('its code', () => {
  it('tells anyone that it is genuine, about whom and of when, and whether it holds today', async () => {
    const { code } = await issued(free);
    const anyone = { kind: 'anonymous' } as const;
    const given = ` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()} `;
    const found = await on(free).verifyReport(anyone, given);
    expect(found).toMatchObject({
      view: { report: { code, on: free, subject: { code: codeOf(1) } }, holdsToday: true },
    });
    // Under an earlier clock the penalty stands: no more is said than that it does not hold.
    const later = await on(burdened).verifyReport(anyone, code);
    expect(later).toMatchObject({ view: { holdsToday: false } });
    expect(JSON.stringify(later)).not.toContain('望市监罚');
    const looks = await town.store.journal.accessesTo(home);
    expect(looks.filter(({ reader }) => reader.role === 'report-holder').length).toBe(2);
  });

  it('that was never given leads nowhere, whatever its form', async () => {
    for (const code of ['', 'x', '0'.repeat(20), `${'0'.repeat(19)}'`]) {
      const outcome = await on(free).verifyReport({ kind: 'anonymous' }, code);
      expect(outcome).toMatchObject({ problem: { code: 'report-not-found' } });
    }
  });
});
