import { describe, expect, it } from 'vitest';

import { LabFileError } from '../regime/lab-fault.ts';
import { allMeasures, measureWorld } from './all-measures.ts';
import { groupsOf, type GroupTable } from './groups.ts';
import { handMade } from './hand-made.test-support.ts';
import { limitsIn, readLimits } from './limits.ts';
import { verdictOf } from './verdict.ts';

const world = handMade({
  agents: 8,
  months: 24,
  columns: {
    kind: [0, 0, 0, 0, 1, 1, 1, 1],
    sizeClass: [0, 0, 1, 1, 0, 0, 0, 0],
    connected: [1, 0, 0, 0, 1, 0, 0, 0],
    excluded: [0, 12, 0, 6, 0, 24, 0, 0],
    excludedWrong: [0, 0, 0, 6, 0, 0, 0, 0],
    offences: [1, 1, 0, 0, 0, 2, 0, 0],
    entries: [0, 1, 0, 1, 0, 1, 0, 0],
    loss: [0, 500, 0, 80, 0, 6000, 0, 0],
    lossWrong: [0, 0, 0, 80, 0, 0, 0, 0],
    lossSpill: [0, 0, 0, 0, 0, 1000, 0, 0],
    fines: [100, 100, 0, 0, 0, 100, 0, 0],
    gravest: [1000, 1000, 0, 0, 0, 2500, 0, 0],
    relisted: [0, 1, 0, 0, 0, 0, 0, 0],
    ageClass: [0, 0, 0, 3, 0, 0, 0, 0],
    visits: [9, 9, 3, 2, 9, 9, 9, 9],
  },
  series: {
    entries: [3, ...Array.from({ length: 23 }, () => 0)],
    entriesWrong: [1, ...Array.from({ length: 23 }, () => 0)],
    lossSpill: [1000],
    repairsGranted: [4],
    repairsWaiting: [...Array.from({ length: 23 }, () => 0), 2],
    found: [2],
    foundLag: [6],
    debtDue: [1000],
    debtRepaid: [250],
  },
  fixedAfter: [0, 0, 3, ...Array.from({ length: 22 }, () => 0)],
  openSince: [...Array.from({ length: 24 }, () => 0), 1],
});

describe('the harm panel', () => {
  const found = measureWorld(world, 2);

  it('takes every measure, and each a finite number, also of a run in which nothing happened', () => {
    const ids = allMeasures.map(({ id }) => id);
    expect(Object.keys(found)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    const nothing = Object.values(measureWorld(handMade({ agents: 3, months: 2 }), 0));
    for (const value of [...Object.values(found), ...nothing])
      expect(value).toSatisfy(Number.isFinite);
  });

  it.each([
    // 1 wrongful entry on 8 subjects in 2 years
    ['wrongful-entries', 10_000 / 16],
    ['wrongful-share', 1 / 3],
    ['guard-breaches', 2],
    // 3 of 4 put right after 2 months, 1 open at the end
    ['correction-median', 2],
    ['correction-p90', 24],
    ['correction-mean', 2 + 22 * 0.25],
    ['open-after-year', 0.25],
    // own loss by gravity: 500 / 1000 and (6000 - 1000) / 2500
    ['loss-to-gravity-median', 1.25],
    // 500 of 100 is five times, 5000 of 100 fifty times
    ['loss-over-tenfold-fine', 1 / 2],
    ['over-tenfold-fine', 10_000 / 8],
    ['spill-loss', 1000 / 3],
    ['listed-again', 1 / 4],
    ['repairs-waiting', 2500],
    // hurt by size among organisations: 1 of 2 and 1 of 2; by connection: 0 of 2 and 3 of 6
    ['parity-by-size', 0],
    ['parity-by-connection', 0.5],
    ['four-fifths-by-connection', 0.5],
    // listed among violators: unconnected 2 of 2, connected 0 of 1; among others: 1 of 4, 0 of 1
    ['opportunity-by-connection', 1],
    ['odds-by-connection', (1 + 0.25) / 2],
    // organisations without an offence: one young with 3 visits, one old with 2
    ['visits-young-to-old', 1.5],
    ['months-to-finding', 3],
    ['debt-repaid', 0.25],
  ])('finds %s as done by hand', (id, expected) => {
    expect(found[id]).toBeCloseTo(expected, 10);
  });

  it('says of each measure in both languages what is counted', () => {
    for (const { id, title, definition } of allMeasures) {
      for (const text of [title.zh, title.en, definition.zh, definition.en]) {
        expect(text?.length ?? 0, id).toBeGreaterThan(1);
      }
    }
  });
});

describe('who is hurt', () => {
  const groups = (id: string, zh: string, en: string) => ({ id, title: { zh, en } });
  const tables: readonly GroupTable[] = [
    {
      kind: 0,
      trait: 'size',
      groups: [groups('micro', '微型', 'Micro'), groups('small', '小型', 'Small')],
    },
    ...([0, 1] as const).map((kind): GroupTable => {
      return {
        kind,
        trait: 'connection',
        groups: [groups('no', '无', 'No'), groups('yes', '有', 'Yes')],
      };
    }),
  ];

  it('is told by group, one group for a title that both kinds bear', () => {
    const told = groupsOf(world.columns, tables);
    expect(told.map(({ trait, group, members }) => [trait, group, members])).toEqual([
      ['kind', '0', 4],
      ['kind', '1', 4],
      ['size', 'micro', 2],
      ['size', 'small', 2],
      ['connection', 'no', 6],
      ['connection', 'yes', 2],
    ]);
    const unconnected = told.find(({ group }) => group === 'no');
    expect(unconnected).toMatchObject({ hurt: 0.5, wrongly: 1 / 6, loss: 6580 / 6 });
  });
});

describe('the verdict', () => {
  const limit = {
    ...{ measure: 'wrongful-entries', atMost: 10 },
    ...{ source: { zh: '自定', en: 'our own' }, confidence: 'unverified' as const },
  };
  const verdict = (value: number, low: number, high: number, replicates = 8) =>
    verdictOf({ 'wrongful-entries': { value, low, high } }, [limit], replicates);

  it('is by the whole interval: within, beyond, or not decided', () => {
    expect(verdict(9, 8, 10)).toEqual({ promulgable: true, beyond: [], undecided: [] });
    expect(verdict(12, 11, 13)).toMatchObject({ promulgable: false, beyond: [{ atMost: 10 }] });
    for (const undecided of [verdict(9, 7, 11), verdict(11, 9, 13)]) {
      expect(undecided).toMatchObject({ promulgable: false, beyond: [], undecided: [{}] });
    }
  });

  it('is not decided by one replicate, whatever it shows', () => {
    expect(verdict(1, 1, 1, 1)).toMatchObject({ promulgable: false, beyond: [], undecided: [{}] });
  });
});

describe('the limits', () => {
  it('that are shipped have a source in both languages and a mark', async () => {
    const limits = await readLimits();
    expect(limits.length).toBeGreaterThan(4);
    for (const { source } of limits) expect([source.zh, source.en]).not.toContain(undefined);
  });

  it('are for harms only, and the place of what is not is told', () => {
    const text = [
      'limits:',
      '  - measure: violations',
      '    at-most: 1',
      '    source: { zh: 自定, en: own }',
      '    confidence: unverified',
    ].join('\n');
    expect(() => limitsIn('limits.yaml', text)).toThrow(LabFileError);
    expect(() => limitsIn('limits.yaml', text)).toThrow(
      /limits\.yaml:2:14 {2}Only a harm of which less is better can have a limit\.\n {2}Found: violations/,
    );
    const mistyped = text.replace('at-most', 'atmost').replace('violations', 'loss');
    expect(() => limitsIn('limits.yaml', mistyped)).toThrow(/atmost is not a key.*Did you mean/);
  });

  it('leave no margin where nothing may happen, and none that is as large as the limit', () => {
    const text = (measure: string, atMost: number, margin: number) =>
      [
        'limits:',
        ...[`  - measure: ${measure}`, `    at-most: ${atMost}`],
        ...['    source: { zh: 自定, en: own }', '    confidence: unverified'],
        `    added-at-most: { value: ${margin}, source: { zh: 自定, en: own }, confidence: unverified }`,
      ].join('\n');
    const read = (measure: string, atMost: number, margin: number) => () =>
      limitsIn('limits.yaml', text(measure, atMost, margin));
    expect(read('wrongful-entries', 10, 1)()).toMatchObject([{ addedAtMost: { value: 1 } }]);
    // The number behind a share has a unit of its own.
    expect(read('wrongful-share', 0.05, 1)()).toMatchObject([{ atMost: 0.05 }]);
    expect(read('chilling', 0, 1)).toThrow(/limits\.yaml:6:\d+ .*leave nothing to be added/);
    expect(read('guard-breaches', 3, 1)).toThrow(/leave nothing to be added/);
    expect(read('wrongful-entries', 10, 10)).toThrow(/less than the limit.*\n.*Found: 10/);
  });
});
