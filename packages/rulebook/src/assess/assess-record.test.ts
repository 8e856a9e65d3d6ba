import {
  addDays,
  civilDate,
  isBefore,
  type CivilDate,
  type PublicCreditRecord,
  type Service,
} from '@credence/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { goodEdition, goodSuccessor } from '../good-edition.test-support.ts';
import type { Edition } from '../edition/edition.ts';
import { checkEdition } from '../load/check-edition.ts';
import { formatFinding } from '../load/finding.ts';
import type { TraceNode } from '../trace/trace.ts';
import { assessRecord } from './assess-record.ts';
import type { WayOut } from './assessment.ts';

type Edit = readonly [file: string, find: string, replace: string];

function editionWith(...edits: readonly Edit[]): Edition {
  const files = goodEdition();
  for (const [file, find, replace] of edits) {
    const text = files.get(file) ?? '';
    if (!text.includes(find)) throw new RangeError(`${file} does not contain ${find}.`);
    files.set(file, text.replace(find, replace));
  }
  const outcome = checkEdition(files);
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new RangeError(outcome.findings.map(formatFinding).join('\n'));
}

const item = 'items/administrative_penalty.yaml';
const edition = editionWith();

function successor(): Edition {
  const outcome = checkEdition(goodSuccessor(), { predecessor: edition });
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new RangeError(outcome.findings.map(formatFinding).join('\n'));
}

const served: Service = { kind: 'shown', on: civilDate('2025-01-20'), mode: 'registered_letter' };

/** A fine decided on 15 January 2025 under the ordinary procedure and served five days later. */
function penalty(overrides: Partial<PublicCreditRecord> = {}): PublicCreditRecord {
  return {
    recordId: '01937b5e-0000-7000-8000-000000000001',
    item: 'administrative_penalty',
    edition: 'demo-2023',
    takenInOn: civilDate('2025-01-22'),
    batchId: 'b1',
    row: 2,
    subject: {
      name: '望澜市澜江机电设备制造有限公司',
      kind: 'organisation',
      identifiers: [{ scheme: 'register_number', value: '1' }],
    },
    provider: { code: 'market_office', name: '望澜市市场监督管理局' },
    document: { number: '望市监罚〔2025〕7号' },
    decidedOn: civilDate('2025-01-15'),
    service: served,
    facts: { procedure: 'ordinary', kinds: ['fine'], violation_type: '使用未经定期检验的起重机械' },
    ...overrides,
  };
}

function on(day: string, record = penalty(), law = edition) {
  return assessRecord(law, record, civilDate(day));
}

function find(node: TraceNode, question: string): TraceNode | undefined {
  if (node.question === question) return node;
  return node.children.map((child) => find(child, question)).find((found) => found !== undefined);
}

function way(kind: WayOut['kind'], day: string, record = penalty(), law = edition) {
  return on(day, record, law).waysOut.find((candidate) => candidate.kind === kind);
}

describe('the class of a record', () => {
  it.each([
    ['a summary penalty', { procedure: 'summary', kinds: ['fine'] }, 'minor'],
    ['a warning alone', { procedure: 'ordinary', kinds: ['warning'] }, 'minor'],
    ['a warning beside a fine', { procedure: 'ordinary', kinds: ['warning', 'fine'] }, 'general'],
    ['a revoked licence', { procedure: 'ordinary', kinds: ['fine', 'revocation'] }, 'serious'],
    ['a penalty of no stated kind', {}, 'general'],
  ])('of %s is found by the first row that fits', (_, facts, expected) => {
    expect(on('2025-03-01', penalty({ facts })).severity?.code).toBe(expected);
  });
});

describe('the publicity of a record', () => {
  it('follows the value in force on the day: the same penalty under two editions', () => {
    const then = on('2025-03-01');
    const now = on('2026-05-01', penalty(), successor());

    expect(then.publicity).toMatchObject({ kind: 'shown', ends: '2028-01-15' });
    expect(now.publicity).toEqual({ kind: 'ended', endedOn: '2026-01-15', because: 'time' });
  });

  it('begins with service, and ends on the very day its time is over', () => {
    expect(on('2025-01-19').publicity).toEqual({ kind: 'not-begun', begins: '2025-01-20' });
    expect(on('2025-01-20').publicity.kind).toBe('shown');

    const late = penalty({ decidedOn: civilDate('2023-05-02') });
    const law = editionWith(['edition.yaml', 'until: 2026-04-01', 'until: none']);
    expect(on('2026-05-01', late, law).publicity.kind).toBe('shown');
    expect(on('2026-05-02', late, law).publicity).toMatchObject({ kind: 'ended' });
  });

  it('never begins again because a register took the record in late', () => {
    const law = editionWith([
      'values/publicity.general.yaml',
      'clock-from: decided',
      'clock-from: published',
    ]);
    const moved = on('2026-03-01', penalty({ takenInOn: civilDate('2026-02-01') }), law);
    expect(moved.publicity).toMatchObject({ kind: 'shown', ends: '2028-01-15' });
    expect(find(moved.why, 'publication-unknown')?.answer.value).toBe('decided_instead');

    const facts = { ...penalty().facts, published: '2025-02-01' };
    const stated = on('2026-03-01', penalty({ facts }), law);
    expect(stated.publicity).toMatchObject({ kind: 'shown', ends: '2028-02-01' });
    expect(find(stated.why, 'publication-unknown')).toBeUndefined();
  });

  it('ends on the day the breach was put right, where the item says so, not before the minimum', () => {
    const law = editionWith([item, 'ends-when-corrected: false', 'ends-when-corrected: true']);
    const early = on('2025-03-01', penalty({ correctedOn: civilDate('2025-02-01') }), law);
    const after = on('2025-03-01', penalty({ correctedOn: civilDate('2025-06-01') }), law);

    expect(early.publicity).toMatchObject({ kind: 'shown', ends: '2025-04-15' });
    expect(after.publicity).toMatchObject({ kind: 'shown', ends: '2025-06-01' });
    expect(
      on('2025-06-01', penalty({ correctedOn: civilDate('2025-06-01') }), law).publicity,
    ).toEqual({ kind: 'ended', endedOn: '2025-06-01', because: 'corrected' });
  });

  const hidden: readonly (readonly [
    string,
    Partial<PublicCreditRecord>,
    string,
    readonly Edit[],
  ])[] = [
    ['a class that is never shown', { facts: { procedure: 'summary' } }, 'severity-not-public', []],
    ['a sealed record', { sealed: true }, 'sealed', []],
    ['an unserved decision', { service: { kind: 'not-shown' } }, 'service-not-shown', []],
    [
      'a decision called needless of service',
      { service: { kind: 'not-needed' } },
      'service-not-shown',
      [],
    ],
    [
      'a subject the item may not touch',
      { subject: { ...penalty().subject, kind: 'sole_trader' } },
      'sole-trader',
      [],
    ],
    [
      'an item that is not public',
      {},
      'class-not-public',
      [[item, 'disclosure: public', 'disclosure: shared']],
    ],
    [
      'an item whose law has ended',
      {},
      'no-rule-in-force',
      [[item, 'from: 2023-05-01, until: none', 'from: 2023-05-01, until: 2025-03-01']],
    ],
    [
      'a rule nobody has reviewed in time',
      {},
      'review-overdue',
      [[item, 'review-by: 2027-12-31', 'review-by: 2025-02-28']],
    ],
    [
      'a value nobody has reviewed in time',
      {},
      'review-overdue',
      [['values/publicity.general.yaml', 'review-by: 2027-12-31', 'review-by: 2025-02-28']],
    ],
  ];

  it.each(hidden)('is none for %s', (_, overrides, because, edits) => {
    const assessed = on('2025-03-01', penalty(overrides), editionWith(...edits));
    expect(assessed.publicity).toEqual({ kind: 'not-shown', because });
    expect(assessed.why.question).toBe('shown-at-all');
    expect(find(assessed.why, 'not-shown-why')?.answer.value).toBe(because);
  });

  it('goes on until the last day of review, which still counts', () => {
    const law = editionWith([item, 'review-by: 2027-12-31', 'review-by: 2025-02-28']);
    expect(on('2025-02-28', penalty(), law).publicity.kind).toBe('shown');
    expect(on('2025-03-01', penalty(), law).publicity.kind).toBe('not-shown');
  });

  it('is sealed for detention from the day the law says, whenever it was decided (N17)', () => {
    const detained = penalty({ facts: { procedure: 'ordinary', kinds: ['detention', 'fine'] } });
    expect(on('2025-12-31', detained).publicity.kind).toBe('shown');
    expect(on('2026-01-01', detained).publicity).toEqual({ kind: 'not-shown', because: 'sealed' });
  });

  it('is none for an item the edition does not have, and nothing follows from it', () => {
    const assessed = on('2025-03-01', penalty({ item: 'tax_arrears' }));
    expect(assessed).toMatchObject({
      publicity: { kind: 'not-shown', because: 'no-rule-in-force' },
      waysOut: [],
      bases: [],
    });
    expect(assessed.item).toBeUndefined();
  });

  it('is none on a day for which the edition is no law', () => {
    expect(on('2026-04-01').publicity).toEqual({ kind: 'not-shown', because: 'no-rule-in-force' });
  });

  it('once over never comes back by waiting', () => {
    const days = fc.integer({ min: 0, max: 1200 });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const law = { ...edition, inForce: { ...edition.inForce, until: 'none' as const } };
        const at = (count: number) =>
          assessRecord(law, penalty(), addDays(civilDate('2025-01-01'), count)).publicity.kind;
        if (at(early) === 'ended') expect(at(late)).toBe('ended');
      }),
    );
  });
});

describe('a record that burdens nobody', () => {
  const licence = penalty({
    item: 'licence',
    validFrom: civilDate('2025-02-01'),
    validUntil: civilDate('2025-12-31'),
    service: { kind: 'not-shown' },
    facts: { licence_name: '食品经营许可证' },
  });

  it('is valid through its last day, without service and past any review date', () => {
    expect(on('2025-01-31', licence).publicity).toEqual({
      kind: 'not-begun',
      begins: '2025-02-01',
    });
    expect(on('2025-12-31', licence).publicity).toEqual({
      kind: 'valid',
      begins: '2025-02-01',
      ends: '2026-01-01',
    });
    expect(on('2026-01-01', licence).publicity).toMatchObject({
      kind: 'ended',
      because: 'validity',
    });

    const law = editionWith([
      'items/licence.yaml',
      'review-by: 2027-12-31',
      'review-by: 2025-02-28',
    ]);
    expect(on('2025-03-01', licence, law).publicity.kind).toBe('valid');
  });

  it('stands without an end where its item stands with its subject', () => {
    const law = editionWith(['items/licence.yaml', 'term: validity', 'term: standing']);
    expect(on('2026-01-01', licence, law).publicity).toEqual({
      kind: 'valid',
      begins: '2025-01-15',
      ends: 'none',
    });
  });

  it('is valid, not shown, until the end of its class where the class is no burden', () => {
    const law = editionWith([
      'edition.yaml',
      '{code: general, title: {zh: 一般, en: General}, adverse: true}',
      '{code: general, title: {zh: 一般, en: General}, adverse: false}',
    ]);
    expect(on('2025-03-01', penalty(), law).publicity).toEqual({
      kind: 'valid',
      begins: '2025-01-20',
      ends: '2028-01-15',
    });
  });
});

describe('the retention of a record', () => {
  it('runs from the end of the conduct where it is known, else from the decision', () => {
    const facts = { ...penalty().facts, conduct_ended: '2024-12-01' };
    expect(on('2025-03-01', penalty({ facts })).retentionEndsOn).toBe('2029-12-01');
    expect(on('2025-03-01').retentionEndsOn).toBe('2030-01-15');
  });
});

describe('the ways out of a record', () => {
  it('are listed in the order of the card, with their articles', () => {
    const { waysOut } = on('2025-03-01');
    expect(waysOut.map(({ kind }) => kind)).toEqual(['repair', 'correction', 'review', 'court']);
    for (const { bases } of waysOut) expect(bases.length).toBeGreaterThan(0);
  });

  it('open repair on the very day the minimum is reached, and say how long the answer takes', () => {
    expect(way('repair', '2025-04-14')).toMatchObject({
      state: 'not-yet',
      earliestOn: '2025-04-15',
      answerWithin: { unit: 'working-days', count: 10 },
    });
    expect(way('repair', '2025-04-15')?.state).toBe('open');
  });

  it('leave correction open on every day, and add its steps up', () => {
    for (const day of ['2025-01-15', '2026-03-31']) {
      expect(way('correction', day)).toMatchObject({
        state: 'open',
        answerWithin: { unit: 'working-days', count: 6 },
      });
    }
  });

  it('run review and court from proven service, the last day included', () => {
    expect(way('review', '2025-03-21')).toMatchObject({ state: 'open', latestOn: '2025-03-21' });
    expect(way('review', '2025-03-22')?.state).toBe('closed');
    expect(way('court', '2025-07-20')).toMatchObject({ state: 'open', latestOn: '2025-07-20' });
    expect(way('court', '2025-07-21')?.state).toBe('closed');
    expect(way('review', '2025-01-19')?.state).toBe('not-yet');
  });

  it('never call a limit closed whose service is not proven', () => {
    const services: Service[] = [
      { kind: 'not-shown' },
      { kind: 'stated', by: ['甲', '乙'] },
      { kind: 'stated', on: civilDate('2025-01-20'), by: ['甲', '乙'] },
    ];
    for (const service of services) {
      for (const kind of ['review', 'court'] as const) {
        const state = way(kind, '2026-03-01', penalty({ service }))?.state;
        expect(state, `${kind}, ${JSON.stringify(service)}`).toBe('not-confirmed');
      }
    }
  });

  it('close repair once there is nothing left to end', () => {
    const gone = penalty({ decidedOn: civilDate('2023-05-01') });
    const law = { ...edition, inForce: { ...edition.inForce, until: 'none' as const } };
    expect(way('repair', '2026-06-01', gone, law)?.state).toBe('closed');
  });
});

describe('the reason of an assessment', () => {
  it('answers until when, from when, for how long, why this class, and whether it was served', () => {
    const { why } = on('2025-03-01');
    expect(why).toMatchObject({
      id: 'shown-until',
      answer: { kind: 'date', value: '2028-01-15' },
      params: { max: 'P36M', clock: 'decided' },
    });
    expect(why.children.map(({ question }) => question)).toEqual([
      'rule-of-day',
      'counted-from',
      'longest-term',
      'shortest-term',
      'severity-class',
      'served',
      'ended-records',
    ]);
    expect(
      find(why, 'severity-class')?.children.map(({ question, answer }) => [question, answer.kind]),
    ).toEqual([
      ['field-is', 'no'],
      ['field-only', 'no'],
      ['field-any', 'no'],
      ['none-of-above', 'code'],
    ]);
    expect(find(why, 'served')?.answer).toEqual({ kind: 'date', value: '2025-01-20' });
  });

  it('names articles and confidence wherever law decides', () => {
    const { why } = on('2025-03-01');
    expect(find(why, 'longest-term')?.bases).toEqual([
      { citation: { source: 'demo-rule', at: 'art-9' }, confidence: 'secondary' },
    ]);
    for (const question of [
      'counted-from',
      'shortest-term',
      'severity-class',
      'served',
      'field-is',
    ]) {
      expect(find(why, question)?.bases.length, question).toBeGreaterThan(0);
    }
  });

  it('never names a record that has ended: one leaf says that none is used', () => {
    const leaf = find(on('2025-03-01').why, 'ended-records');
    expect(leaf).toMatchObject({ answer: { value: 'never_used' }, params: {}, children: [] });
  });

  it('gives every node an id of its own', () => {
    const ids: string[] = [];
    const collect = (node: TraceNode): void => {
      ids.push(node.id);
      node.children.forEach(collect);
    };
    collect(on('2025-03-01').why);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same for the same record, edition and day', () => {
    expect(on('2025-03-01')).toEqual(on('2025-03-01'));
  });

  it('agrees with the dates on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 440 }), (count) => {
        const day: CivilDate = addDays(civilDate('2025-01-01'), count);
        const { publicity, why } = assessRecord(edition, penalty(), day);
        if (publicity.kind !== 'shown') return;
        expect(why.answer.value).toBe(publicity.ends);
        expect(isBefore(day, publicity.ends)).toBe(true);
      }),
    );
  });
});
