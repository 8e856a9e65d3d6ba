import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SubjectFacts } from '../language/facts.ts';
import { compileClosures } from './compile-closures.ts';
import { day, penalty, programOfTexts, subject, type RuleText } from './program.test-support.ts';
import type { Value } from './value.ts';

const today = day('2026-03-01');

function answer(text: RuleText, facts: SubjectFacts = subject(), asOf = today): Value {
  return compileClosures(programOfTexts({ answer: text })).evaluate(facts, asOf).result;
}

const two = subject({
  penalties: [
    penalty('p1', { fine: 300, severity: 'serious', kinds: ['fine', 'closure'] }),
    penalty('p2', { fine: 500, repaired: day('2025-06-01'), kinds: [] }),
  ],
});

describe('expressions', () => {
  it.each<[string, Value]>([
    ['7 / 2', 3],
    ['-7 / 2', -3],
    ['-1 / 2', 0],
    ['0 * -5', 0],
    ['-(0)', 0],
    ['2 + 3 * 4 - 1', 13],
    ['cap(7, 5)', 5],
    ['cap(3, 5)', 3],
    ['penalties.size()', 2],
    ['penalties.sum(r, r.weight)', 4],
    ['penalties.filter(r, r.fine > money("CNY 4.00")).size()', 1],
    ['penalties.filter(r, r.severity == serious || has(r.repaired)).size()', 2],
    ['penalties.max(r, r.weight, 9)', 2],
    ['pledges.max(r, r.kept ? 1 : 0, 9)', 9],
    ['penalties.exists(r, r.severity == serious)', true],
    ['penalties.all(r, r.severity == serious)', false],
    ['pledges.all(r, r.kept)', true],
    ['pledges.exists(r, r.kept)', false],
    ['penalties.filter(r, r.kinds.exists(k, k == closure)).size()', 1],
    ['penalties.filter(r, r.kinds.all(k, k in [fine, warning])).size()', 1],
    ['penalties.filter(r, r.kinds.size() == 0).size()', 1],
    ['org.size in [small, large] ? 1 : 2', 1],
    ['org.reported && !(org.size == micro)', true],
  ])('%s is %s', (text, value) => {
    // Nought has one sign only, or hashes of equal answers would differ.
    expect(Object.is(answer(text, two), value)).toBe(true);
  });

  it.each([
    ['2025-03-30', 0],
    ['2025-03-31', 1],
    ['2026-03-30', 1],
    ['2026-03-31', 0],
  ])('a window of a year holds on its first day and not on its last, %s', (on, value) => {
    const text = 'penalties.filter(r, within(r.decided, P12M)).size()';
    expect(answer(text, subject({ penalties: [penalty('p')] }), day(on))).toBe(value);
  });

  it.each([
    ['age(org.registered) >= P72M', '2026-02-28'],
    ['age(org.registered) > P72M', '2026-03-01'],
    ['!(age(org.registered) < P72M)', '2026-02-28'],
    ['!(age(org.registered) <= P72M)', '2026-03-01'],
  ])('%s holds from %s on, not the day before', (text, from) => {
    // Six years from 29 February 2020 are over on 28 February, months being rounded down.
    expect(answer(text, subject(), day(from))).toBe(true);
    expect(answer(text, subject(), day(from) - 1)).toBe(false);
  });

  it('a record is active from its first day until, without, its last; without a last for ever', () => {
    const text = 'penalties.filter(r, activeAt(r)).size()';
    const ended = subject({ penalties: [penalty('p', { ended: day('2026-01-01') })] });
    const open = subject({ penalties: [penalty('p')] });
    expect(answer(text, ended, day('2025-04-09'))).toBe(0);
    expect(answer(text, ended, day('2025-04-10'))).toBe(1);
    expect(answer(text, ended, day('2025-12-31'))).toBe(1);
    expect(answer(text, ended, day('2026-01-01'))).toBe(0);
    expect(answer(text, open, day('2090-01-01'))).toBe(1);
  });

  it('a named value is what it is on the day; before its first row it is that row', () => {
    const text = 'penalties.filter(r, within(r.decided, value("window.serious"))).size()';
    const old = subject({ penalties: [penalty('p', { decided: day('2023-08-01') })] });
    expect(answer(text, old, day('2023-08-01'))).toBe(1);
    expect(answer(text, old, day('2026-06-30'))).toBe(1);
    expect(answer(text, old, day('2026-07-01'))).toBe(0);
  });
});

describe('rules', () => {
  it('count nothing on days on which they are not in force', () => {
    const rule = { value: '5', from: '2026-01-01', until: '2026-02-01' };
    expect(answer(rule, subject(), day('2025-12-31'))).toBe(0);
    expect(answer(rule, subject(), day('2026-01-01'))).toBe(5);
    expect(answer(rule, subject(), day('2026-01-31'))).toBe(5);
    expect(answer(rule, subject(), day('2026-02-01'))).toBe(0);
  });

  it('give way to the first of their exceptions that holds', () => {
    const rule = {
      value: '5',
      exceptions: [
        { name: 'first', when: 'org.size == micro', value: '1' },
        { name: 'second', when: 'org.size in [micro, small]', value: '2' },
      ],
    };
    expect(answer(rule, subject({}, { size: 'micro' }))).toBe(1);
    expect(answer(rule, subject({}, { size: 'small' }))).toBe(2);
    expect(answer(rule, subject({}, { size: 'large' }))).toBe(5);
  });

  it('read the results of rules before them', () => {
    const program = programOfTexts({
      weight: '40',
      many: 'weight > 30',
      answer: 'many ? weight : 0',
    });
    expect(compileClosures(program).evaluate(subject(), today).rules).toEqual([40, true, 40]);
  });

  it('do not mind the order of records', () => {
    const { evaluate } = compileClosures(
      programOfTexts({
        sum: 'penalties.filter(r, r.severity == general).sum(r, r.fine)',
        answer: 'penalties.max(r, r.weight, 0) - penalties.min(r, r.weight, 5)',
      }),
    );
    const list = [1, 2, 3, 4, 5].map((n) => penalty(`p${n}`, { fine: n * 100, weight: n }));
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: 5 }), (shuffled) => {
        expect(evaluate(subject({ penalties: shuffled }), today)).toEqual({
          result: 4,
          rules: [1500, 4],
        });
      }),
    );
  });
});
