import { describe, expect, it } from 'vitest';

import { checkExpression, type CheckOptions } from './check-expression.ts';
import type { Fault } from './fault.ts';
import type { Expected } from './scope.ts';
import type { Type } from './type.ts';
import { int, penaltyWorld, world } from './worlds.test-support.ts';
import { write } from './write.ts';

const rules = new Map<string, Type>([
  ['heavy', { kind: 'bool' }],
  ['total', int(-20, 300)],
  ['grade', { kind: 'code', list: 'gravity' }],
]);

function faultsOf(text: string, options: Partial<CheckOptions> = {}): readonly Fault[] {
  const given = { world, expected: { kind: 'any' } as const, rules, ...options };
  const outcome = checkExpression(text, given);
  return outcome.kind === 'checked' ? [] : outcome.faults;
}

function typeOf(text: string, options: Partial<CheckOptions> = {}): Type {
  const given = { world, expected: { kind: 'any' } as const, rules, ...options };
  const outcome = checkExpression(text, given);
  if (outcome.kind === 'refused') throw new Error(outcome.faults[0].message);
  return outcome.expression.type;
}

/** Code of the first fault, and what of the text it points at. */
function firstFault(text: string, options: Partial<CheckOptions> = {}): string {
  const [fault] = faultsOf(text, options);
  if (fault === undefined) return 'none';
  return `${fault.code}: ${text.slice(fault.span.start, fault.span.end)}`;
}

describe('checkExpression', () => {
  it.each([
    'org.size == micro && org.licensed',
    'micro == org.size',
    'org.size in [micro, small]',
    'org.size != micro ? total + 5 : -total',
    'has(org.staff) && org.staff >= 300',
    '!has(org.staff) || org.staff < 20',
    'has(org.staff) ? org.staff : 0',
    'has(org.staff) && org.licensed ? org.staff : 0',
    '!has(org.staff) || org.licensed ? 0 : org.staff',
    '(has(org.staff) && org.licensed || has(org.staff) && heavy) && org.staff > 3',
    'penalties.filter(r, has(r.fine) && !r.quashed).sum(r, r.fine) > org.arrears',
    'total / (penalties.size() + 1)',
    'cap(penalties.filter(r, r.gravity == serious && within(r.decided, P24M)).size() * 40, 120)',
    '-cap(pledges.filter(p, p.kept && within(p.due, P24M)).size() * 5, 20)',
    'penalties.filter(r, has(r.fine)).filter(r, r.fine >= money("CNY 50000.00")).size()',
    'penalties.filter(r, has(r.fine)).sum(r, r.fine) > value("floor")',
    'penalties.max(r, r.decided, date("2020-01-01")) >= date("2026-04-01")',
    'penalties.exists(r, r.kinds.exists(k, k in [closure, licence_revocation]) && activeAt(r))',
    'penalties.all(r, r.kinds.all(k, k == warning) && r.kinds.size() == 1)',
    'penalties.exists(r, r.domain == food && org.size == micro)',
    'age(org.founded) >= value("window")',
    'age(org.founded) < P12M',
    'within(org.founded, P60D)',
    'total / 7 * 7 - total',
    'org.arrears / 3 > money("CNY 1.00")',
    'org.arrears / money("CNY 100.00") > 5',
    'grade == serious || heavy',
    'org.licensed == heavy',
    'penalties.size() in [1, 2, 3]',
    'total in [-1, 0]',
    'org.licensed ? grade : serious',
    'org.licensed ? serious : grade',
  ])('takes %s', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  it('takes the field of the record at hand behind r', () => {
    expect(faultsOf('r.domain in [food, drugs] && heavy', { world: penaltyWorld })).toEqual([]);
  });

  it('does not take what was asked of one record for an answer about others', () => {
    const text = 'has(r.fine) && penalties.exists(r, r.fine > org.arrears)';
    expect(firstFault(text, { world: penaltyWorld })).toBe('absence-unasked: r.fine');
  });

  it.each([
    // What is written.
    ['', 'expression-syntax: '],
    ['total >', 'expression-syntax: '],
    ['total = 3', 'expression-syntax: ='],
    ['total > 1.5', 'expression-syntax: 1.5'],
    ['total > 9007199254740993', 'expression-syntax: 9007199254740993'],
    ['total > 0x10', 'expression-syntax: 0x10'],
    ['total % 2 == 0', 'expression-syntax: %'],
    ['org.staff == null', 'expression-syntax: null'],
    ['org.size == "micro"', 'expression-type: "micro"'],
    ['org["size"] == micro', 'expression-syntax: ['],
    ['total > 3 total', 'expression-syntax: total'],
    ['(total > 3', 'expression-syntax: '],
    ['total ≥ 3', 'expression-syntax: ≥'],
    ['[1, 2]', 'expression-type: [1, 2]'],
    // Names.
    ['org.sise == micro', 'name-unknown: sise'],
    ['org.size == micor', 'code-unknown: micor'],
    ['org.size in [micro, smal]', 'code-unknown: smal'],
    ['orgg.size == micro', 'name-unknown: orgg'],
    ['totl > 3', 'name-unknown: totl'],
    ['size == micro', 'name-unknown: size'],
    ['penaltys.size() > 1', 'name-unknown: penaltys'],
    ['penalties.sise() > 1', 'name-unknown: sise'],
    ['penalties.exists(r, r.domian == food)', 'name-unknown: domian'],
    ['penalties.exists(r, p.domain == food)', 'name-unknown: p'],
    ['penalties.exists(r, r.days > total)', 'name-unknown: total'],
    ['witin(org.founded, P3M)', 'name-unknown: witin'],
    ['within(org.founded, value("windw"))', 'name-unknown: "windw"'],
    ['org.arrears > value("flor")', 'name-unknown: value("flor")'],
    ['P24M', 'name-unknown: P24M'],
    ['r.domain == food', 'name-unknown: r'],
    // Types.
    ['org.size > micro', 'expression-type: >'],
    ['org.licensed < true', 'expression-type: <'],
    ['org.arrears > 50000', 'expression-type: 50000'],
    ['50000 < org.arrears', 'expression-type: 50000'],
    ['org.arrears > money("USD 5.00")', 'expression-type: money("USD 5.00")'],
    ['org.arrears > money("CNY 5.001")', 'expression-type: money("CNY 5.001")'],
    ['org.founded > date("2026-02-30")', 'expression-type: date("2026-02-30")'],
    ['org.founded + 5 > org.founded', 'expression-type: org.founded'],
    ['org.arrears * org.arrears > org.arrears', 'expression-type: org.arrears * org.arrears'],
    ['org.arrears + 1 > org.arrears', 'expression-type: org.arrears + 1'],
    ['org.licensed && total', 'expression-type: total'],
    ['org.licensed ? 1 : money("CNY 1.00")', 'expression-type: 1'],
    ['penalties', 'name-unknown: penalties'],
    ['penalties.filter(r, r.quashed)', 'expression-type: penalties.filter(r, r.quashed)'],
    ['penalties.all(r, r.kinds == warning)', 'name-unknown: warning'],
    ['penalties.size().size()', 'expression-syntax: size'],
    ['penalties.min(r, r.days) > 3', 'expression-syntax: min'],
    ['pledges.exists(r, activeAt(r))', 'expression-type: activeAt(r)'],
    ['age(org.founded) == P3M', 'expression-type: =='],
    ['P3M <= age(org.founded)', 'expression-syntax: P3M <= age(org.founded)'],
    ['age(org.founded) >= P5WD', 'expression-type: P5WD'],
    ['age(org.founded) >= 5', 'expression-type: 5'],
    ['age(org.founded)', 'expression-type: age(org.founded)'],
    ['has(org.size)', 'expression-type: has(org.size)'],
    ['total in [grade]', 'expression-type: grade'],
    ['total in [total]', 'expression-type: total'],
    ['org.size in [grade]', 'code-unknown: grade'],
    ['org.size in []', 'expression-syntax: []'],
    ['org.size in [micro, micro]', 'expression-syntax: micro'],
    ['warning in org.size', 'name-unknown: warning'],
    ['penalties.exists(r, pledges.size() > 1)', 'expression-type: pledges'],
    ['penalties.exists(org, org.quashed)', 'expression-syntax: org'],
    // Absence.
    ['org.staff > 3', 'absence-unasked: org.staff'],
    ['has(org.staff) || org.staff > 3', 'absence-unasked: org.staff'],
    ['!has(org.staff) && org.staff > 3', 'absence-unasked: org.staff'],
    ['(has(org.staff) || org.licensed) && org.staff > 3', 'absence-unasked: org.staff'],
    [
      '!(has(org.staff) && org.licensed) || total > 3 ? org.staff : 0',
      'absence-unasked: org.staff',
    ],
    ['penalties.sum(r, r.fine) > org.arrears', 'absence-unasked: r.fine'],
    [
      'penalties.exists(r, has(r.fine)) && penalties.sum(r, r.fine) > org.arrears',
      'absence-unasked: r.fine',
    ],
    // Amounts.
    ['total / total', 'zero-divisor: total'],
    ['total / penalties.size()', 'zero-divisor: penalties.size()'],
    ['total / -penalties.size()', 'zero-divisor: -penalties.size()'],
    ['total != 0 && 5 / total > 1', 'zero-divisor: total'],
    ['9007199254740991 + total', 'overflow: 9007199254740991 + total'],
    ['org.arrears * 1000000', 'overflow: org.arrears * 1000000'],
    [
      'penalties.sum(r, r.days * 100000000000)',
      'overflow: penalties.sum(r, r.days * 100000000000)',
    ],
  ])('refuses %s', (text, expected) => {
    expect(firstFault(text)).toBe(expected);
  });

  it('names the nearest name that exists, and all that do', () => {
    expect(faultsOf('org.sise == micro')[0]).toMatchObject({
      message: 'sise is not a field of org. Did you mean size?',
      accepted: 'size, founded, staff, licensed, arrears',
    });
    expect(faultsOf('org.size == micor')[0]?.message).toContain('Did you mean micro?');
  });

  it('tells who writes the field of a record bare how it is written', () => {
    const [fault] = faultsOf('domain == food', { world: penaltyWorld });
    expect(fault).toMatchObject({ repair: 'Write r.domain.' });
  });

  it('reports every fault of an expression, in the order of the text', () => {
    const codes = faultsOf('org.sise == micro && totl > 3 && org.size == micor').map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['name-unknown', 'name-unknown', 'code-unknown']);
  });

  it('does not report a mistake again where it only follows from the first', () => {
    expect(faultsOf('has(org.stuff) && org.staff > 3')).toHaveLength(1);
  });

  it.each<[string, Type]>([
    ['penalties.size() * 40', int(0, 40_000)],
    ['cap(penalties.size() * 40, 120)', int(0, 120)],
    ['-cap(pledges.size() * 5, 20)', int(-20, 0)],
    ['total / -7', int(-42, 2)],
    ['total * -2', int(-600, 40)],
    ['total - total', int(-320, 320)],
    ['penalties.min(r, r.days, 900)', int(0, 900)],
    ['penalties.sum(r, r.days)', int(0, 365_000)],
    ['penalties.sum(r, r.days + 1)', int(0, 366_000)],
    ['penalties.sum(r, -1 - r.days)', int(-366_000, 0)],
    ['org.licensed ? 5 : total', int(-20, 300)],
    ['0 * -5', int(0, 0)],
  ])('bounds %s', (text, type) => {
    expect(typeOf(text)).toStrictEqual(type);
  });

  it.each<[string, Expected, string]>([
    ['total', { kind: 'bool' }, 'expression-type: total'],
    ['serious', { kind: 'code', list: 'gravity' }, 'none'],
    ['seriuos', { kind: 'code', list: 'gravity' }, 'code-unknown: seriuos'],
    ['grade', { kind: 'code', list: 'size' }, 'expression-type: grade'],
    ['org.licensed ? serious : minor', { kind: 'code', list: 'gravity' }, 'none'],
    ['org.arrears', { kind: 'int' }, 'expression-type: org.arrears'],
  ])('holds %s against %o', (text, expected, fault) => {
    expect(firstFault(text, { expected })).toBe(fault);
  });

  it('refuses a name that is a code and a rule at once', () => {
    const both = new Map<string, Type>([['serious', { kind: 'bool' }]]);
    expect(firstFault('penalties.exists(r, r.gravity == serious)', { rules: both })).toBe(
      'name-unknown: serious',
    );
  });

  it.each([
    ['longer', 'total + '.repeat(600) + 'total'],
    ['deeper', '('.repeat(60) + 'total' + ')'.repeat(60)],
    ['deeper', '!'.repeat(60) + 'heavy'],
    ['longer', 'total' + ' + 1'.repeat(300)],
    ['deeper', 'org' + '.size'.repeat(60)],
  ])('refuses what is %s than anybody could read', (_, text) => {
    expect(faultsOf(text)[0]?.code).toBe('expression-size');
  });

  it('says how many records an answer looks at, at most', () => {
    const text = 'penalties.size() + pledges.filter(r, r.kept).size() > penalties.sum(r, r.days)';
    const outcome = checkExpression(text, { world, expected: { kind: 'bool' } });
    expect(outcome).toMatchObject({ kind: 'checked', cost: 2200 });
  });
});

describe('write', () => {
  it.each([
    ['((total)) + (1 + 2)', 'total + (1 + 2)'],
    ['(total + 1) + 2', 'total + 1 + 2'],
    ['heavy && (org.licensed && true)', 'heavy && org.licensed && true'],
    ['heavy && (org.licensed || true)', 'heavy && (org.licensed || true)'],
    ['(heavy ? true : false) ? 1 : 2', '(heavy ? true : false) ? 1 : 2'],
    ['!(total == 3) == heavy', '!(total == 3) == heavy'],
    ['-(total + 1) * 2', '-(total + 1) * 2'],
    [
      'penalties.filter(x, x.quashed).filter(y, y.days > 3 || has(y.fine)).size()',
      'penalties.filter(r, r.quashed && (r.days > 3 || has(r.fine))).size()',
    ],
    ['within(org.founded, P2Y)', 'within(org.founded, P24M)'],
    ['org.arrears > money("CNY 5")', 'org.arrears > money("CNY 5.00")'],
  ])('writes %s as %s', (text, expected) => {
    const outcome = checkExpression(text, { world, expected: { kind: 'any' }, rules });
    if (outcome.kind === 'refused') throw new Error(outcome.faults[0].message);
    expect(write(outcome.expression, world)).toBe(expected);
  });
});
