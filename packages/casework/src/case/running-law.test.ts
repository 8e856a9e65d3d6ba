import { addDays, addPeriod, civilDate, isBefore, type CivilDate } from '@credence/domain';
import { createRulebook, type Edition, type ListCard, type Rulebook } from '@credence/rulebook';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseEffect, CaseWorld } from './case.ts';
import { body, desks, listed, nation, officer, type Play } from './case.test-support.ts';
import { effectDays } from './effect/effect-days.ts';
import { effectOf } from './effect/effect-of.ts';

const order = 'samr-order-44-2021';
const list = 'samr.serious-violations';
const begins = civilDate('2024-02-05');
const runs = process.env['CREDENCE_LONG'] === '1' ? 5_000 : 150;

let play: Play;
let old: Edition;

// The national law takes its time to open on a busy machine.
beforeAll(() => {
  play = listed();
  const matter = {
    case: 'measure',
    measure: 'key_supervision',
    cause: 'L',
    capacity: 'market_supervision',
  } as const;
  play.open('M', '2024-03-01', officer, { matter, desks: { ...desks, body: 'tender_office' } });
  play.must('M', '2024-03-04', body, { kind: 'accepted' });
  const document = { number: '望市监措〔2024〕1号' };
  play.must('M', '2024-03-05', body, { kind: 'executed', document, executedOn: day('2024-03-05') });
  const [first] = nation().editions;
  if (first === undefined) throw new Error('no law');
  old = { ...first, inForce: { from: first.inForce.from, until: 'none' } };
}, 60_000);

function day(text: string): CivilDate {
  return civilDate(text);
}

type Repeal = NonNullable<ReturnType<Edition['sources']['get']>>['repeal'];

/** The law with an end of the order on which the list and its measures rest. */
function endingOn(law: Edition, until: CivilDate, repeal: Repeal): Edition {
  const source = law.sources.get(order);
  if (source === undefined || repeal === undefined) throw new Error('no such order');
  const ended = { ...source, inForce: { from: source.inForce.from, until }, repeal };
  return { ...law, sources: new Map([...law.sources, [order, ended]]) };
}

/** A law that follows, under which an entry ends by itself after so many months. */
function followedOn(from: CivilDate, months: number, before: Edition = old): Edition {
  const card = before.lists.get(list);
  if (card === undefined) throw new Error('no such list');
  const ends = card.ends.map((end): ListCard['ends'][number] =>
    end.by === 'time' ? { ...end, after: { unit: 'months', count: months } } : end,
  );
  return {
    ...before,
    code: `law-of-${from}`,
    succeeds: before.code,
    inForce: { from, until: 'none' },
    lists: new Map([...before.lists, [list, { ...card, ends }]]),
  };
}

function worldUnder(...editions: readonly Edition[]): CaseWorld {
  return { ...play.world, rulebook: createRulebook(editions) };
}

function effectOn(rulebook: Rulebook, on: CivilDate, caseId = 'L'): CaseEffect {
  return effectOf(play.file(caseId), { ...play.world, rulebook }, on);
}

const carried = { succeeded: { by: 'go-2020-49' } } as const;
const uncarried = { succeeded: { by: 'go-2020-49', carries: 'none' } } as const;

describe('a listing and its measure when the law changes (N7)', () => {
  it('never run longer than under the old text alone, nor than under the new one', () => {
    const changes = fc.record({
      after: fc.integer({ min: 0, max: 1_500 }),
      months: fc.integer({ min: 1, max: 60 }),
      again: fc.integer({ min: 1, max: 60 }),
      gap: fc.integer({ min: 1, max: 400 }),
      asked: fc.integer({ min: 0, max: 2_400 }),
    });
    const alone = createRulebook([old]);
    fc.assert(
      fc.property(changes, ({ after, months, again, gap, asked }) => {
        const first = followedOn(addDays(begins, after), months);
        const second = followedOn(addDays(first.inForce.from, gap), again, first);
        const rulebook = createRulebook([old, first, second]);
        const on = addDays(begins, asked);
        for (const caseId of ['L', 'M']) {
          const effect = effectOn(rulebook, on, caseId);
          if (effect.kind !== 'in-effect') continue;
          expect(effectOn(alone, on, caseId).kind).toBe('in-effect');
          const laws = [first, second].filter(({ inForce }) => !isBefore(on, inForce.from));
          const counted = laws.map((law) => (law === first ? months : again));
          for (const count of [36, ...counted]) {
            const end = addPeriod(begins, { unit: 'months', count }, 'down');
            expect(isBefore(on, end)).toBe(true);
            expect(isBefore(end, effect.until ?? begins)).toBe(false);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('keep a shortening for good, though a third law is longer again', () => {
    const shorter = followedOn(day('2024-06-01'), 12);
    const longer = followedOn(day('2024-09-01'), 36, shorter);
    const rulebook = createRulebook([old, shorter, longer]);
    expect(effectOn(rulebook, day('2025-02-04'))).toMatchObject({ until: '2025-02-05' });
    expect(effectOn(rulebook, day('2025-02-05'))).toMatchObject({ kind: 'ended', because: 'time' });
    expect(effectOn(rulebook, day('2025-02-05'), 'M')).toMatchObject({ because: 'cause-ended' });
  });

  it('are suspended on the very day on which their article ends and nothing carries it', () => {
    for (const repeal of ['ended', uncarried] as const) {
      const rulebook = createRulebook([endingOn(old, day('2025-06-01'), repeal)]);
      expect(effectOn(rulebook, day('2025-05-31')).kind).toBe('in-effect');
      expect(effectOn(rulebook, day('2025-05-31'), 'M').kind).toBe('in-effect');
      const lost = { kind: 'suspended', because: 'no-rule-in-force' };
      expect(effectOn(rulebook, day('2025-06-01'))).toMatchObject(lost);
      expect(effectOn(rulebook, day('2025-06-01'), 'M')).toMatchObject({ kind: 'suspended' });
    }
  });

  it('stand and fall with the text they began under, whatever a later card cites', () => {
    const next = followedOn(day('2025-06-01'), 36);
    const card = next.lists.get(list);
    if (card === undefined) throw new Error('no such list');
    const basis = [{ source: 'go-2020-49', at: 'item-7' }];
    const lists = new Map([...next.lists, [list, { ...card, basis }]]);
    const ended = endingOn({ ...next, lists }, day('2025-06-01'), 'ended');
    const rulebook = createRulebook([old, ended]);
    expect(effectOn(rulebook, day('2025-05-31')).kind).toBe('in-effect');
    expect(effectOn(rulebook, day('2025-06-01'))).toMatchObject({ because: 'no-rule-in-force' });
  });

  it('suspend a measure whose own article ends, while the listing goes on', () => {
    const carries = ['art-2', 'art-12'];
    const repeal = { succeeded: { by: 'go-2020-49', carries } };
    const rulebook = createRulebook([endingOn(old, day('2025-06-01'), repeal)]);
    expect(effectOn(rulebook, day('2025-06-01')).kind).toBe('in-effect');
    const lost = { kind: 'suspended', because: 'no-rule-in-force' };
    expect(effectOn(rulebook, day('2025-06-01'), 'M')).toMatchObject(lost);
  });

  it('go on under the narrower of both texts where one carries the other, and name both', () => {
    const next = followedOn(day('2025-06-01'), 24);
    const rulebook = createRulebook([old, endingOn(next, day('2025-06-01'), carried)]);
    const effect = effectOn(rulebook, day('2025-06-01'));
    expect(effect).toMatchObject({ kind: 'in-effect', until: '2026-02-05' });
    const texts = effect.kind === 'in-effect' ? effect.texts : [];
    expect(texts.map(({ edition, ends }) => [edition, ends])).toEqual([
      ['cn-2023', '2027-02-05'],
      ['law-of-2025-06-01', '2026-02-05'],
    ]);
    expect(texts[1]?.basis).toContain(`${order}#art-2`);
    expect(texts[1]?.basis).toContain('go-2020-49#art-2');
    expect(texts[0]?.basis).not.toContain('go-2020-49#art-2');
  });
});

describe('the days of a listing for counts', () => {
  const laws = (): readonly (readonly Edition[])[] => [
    [old],
    [old, followedOn(day('2025-01-01'), 18)],
    [old, followedOn(day('2026-01-01'), 12)],
    [endingOn(old, day('2025-06-01'), 'ended')],
    [old, endingOn(followedOn(day('2025-03-01'), 36), day('2025-06-01'), carried)],
  ];

  it.each([
    ['L', '2024-02-01'],
    ['M', '2024-03-05'],
  ])('are the days on which %s is in effect, under every law', (caseId, first) => {
    for (const editions of laws()) {
      const world = worldUnder(...editions);
      const days = effectDays(play.file(caseId), world);
      if (days === undefined) throw new Error('no days');
      const { from, until = day('2027-04-01') } = days;
      const asked = [addDays(until, -1), until];
      for (let on = day(first); on < '2027-04-01'; on = addDays(on, 14)) asked.push(on);
      for (const on of asked) {
        const stands = effectOf(play.file(caseId), world, on).kind === 'in-effect';
        expect([on, !isBefore(on, from) && isBefore(on, until)]).toEqual([on, stands]);
      }
    }
  });

  it('are none while a court puts it off, and before it was served', () => {
    const stayed = listed();
    const document = { number: '（2024）行保1号' };
    const stay = { kind: 'stayed', from: 'court', document, reason: '停止执行' } as const;
    stayed.must('L', '2024-03-01', officer, stay);
    expect(effectDays(stayed.file('L'), stayed.world)).toBeUndefined();
  });
});
