import { describe, expect, it } from 'vitest';

import { compileClosures } from '../evaluate/compile-closures.ts';
import { programOfTexts } from '../evaluate/program.test-support.ts';
import { runCases, writeFailure, type RuleCase } from './run-cases.ts';

const program = programOfTexts({
  fines: 'penalties.filter(r, within(r.decided, P12M) && r.fine >= money("CNY 500.00")).size()',
  answer: 'fines > 0 && !org.reported',
});
const closures = compileClosures(program);

function penalised(facts: Record<string, string | boolean>): RuleCase['given'] {
  return { records: { penalties: [{ decided: '2025-03-31', fine: 'CNY 500', ...facts }] } };
}

function failures(given: RuleCase['given'], expect: RuleCase['expect']): string[] {
  return runCases(closures, [{ given, expect }]).map(writeFailure);
}

describe('cases beside a rule', () => {
  it('pass in silence when everything comes out as written', () => {
    const expected = {
      '2025-03-31': { fines: 1, answer: true },
      '2026-03-31': { fines: 0, answer: false },
    };
    expect(failures(penalised({}), expected)).toEqual([]);
  });

  it('say what was expected, what was found and where it stands', () => {
    const given = penalised({ fine: 'CNY 499.99' });
    const [failure] = runCases(closures, [
      { given, expect: {} },
      { given, expect: { '2025-04-01': { fines: 1 } } },
    ]);
    expect(failure).toEqual({
      kind: 'differs',
      path: ['cases', 1, 'expect', '2025-04-01', 'fines'],
      on: '2025-04-01',
      rule: 'fines',
      expected: 1,
      found: 0,
    });
  });

  it.each([
    [penalised({ fien: true }), 'penalties[penalties-0001].fien: found fien, accepted decided'],
    [penalised({ fine: 'USD 500' }), 'penalties[penalties-0001].fine: found "USD 500"'],
    [penalised({ decided: '2025-02-30' }), 'penalties[penalties-0001].decided: found "2025-02-30"'],
    [{ records: { penalty: [] } }, 'penalty: found penalty, accepted penalties, pledges'],
    [
      { records: { penalties: [{ fine: 'CNY 1' }] } },
      'penalties[penalties-0001].decided: found nothing',
    ],
  ])('refuse facts that the world does not know, %#', (given, said) => {
    expect(failures(given, { '2025-04-01': { fines: 1 } }).join()).toContain(said);
  });

  it('name rules and days that do not exist', () => {
    expect(failures({}, { '2025-04-01': { fine: 0 } })).toEqual(['fine is no rule of this card']);
    expect(failures({}, { '2025-04-31': { fines: 0 } })).toEqual(['2025-04-31 is no day']);
  });
});
