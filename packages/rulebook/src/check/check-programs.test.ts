import { describe, expect, it } from 'vitest';

import { findingsIn, type Edit } from '../guard/guard-cases.test-support.ts';

const risk = 'risk-classes/demo.inspection.yaml';
const list = 'lists/serious-violations.yaml';

/** Where a finding points: file, line, column, code and lint. */
function found(edits: readonly Edit[]): readonly string[] {
  return findingsIn(edits).map(({ file, line, column, code, alias, severity }) =>
    [`${file}:${line}:${column}`, code, alias ?? '-', severity ?? 'error'].join(' '),
  );
}

describe('programs of cards', () => {
  it('name a mistyped field at its very place', () => {
    expect(found([[risk, 'r.decided', 'r.decidde']])).toEqual([
      `${risk}:13:95 name-unknown - error`,
    ]);
  });

  it('refuse a row that no subject can reach (L13)', () => {
    const dead: Edit = [risk, 'then: b}\n', 'then: b}\n    - {when: "total >= 90", then: a}\n'];
    expect(found([dead])).toEqual([`${risk}:21:15 row-unreachable L13 error`]);
  });

  it('refuse a scale with a gap (L14)', () => {
    const open: Edit = [risk, '{when: otherwise, then: a}', '{when: "total < 40", then: a}'];
    expect(found([open]).join()).toMatch(/table-gap L14 error/);
  });

  it('refuse a code that no list has (L20)', () => {
    const code: Edit = [risk, 'within(r.decided, P24M)', 'has(r.severity) && r.severity == grave'];
    expect(found([code]).join()).toMatch(/code-unknown L20 error/);
  });

  it('warn of a cliff: one light record more, two classes worse (L12)', () => {
    const three: readonly Edit[] = [
      [risk, 'en: B}}', 'en: B}}\n  - {class: c, title: {zh: 丙, en: C}}'],
      [
        risk,
        '{when: "total >= 80", then: b}',
        '{when: "total >= 80", then: c}\n    - {when: "total >= 70", then: b}',
      ],
    ];
    expect(found(three)).toEqual([`${risk}:19:3 cliff L12 warning`]);
    const even: readonly Edit[] = [
      ...three.slice(0, 1),
      [
        risk,
        '{when: "total >= 80", then: b}',
        '{when: "total >= 80", then: c}\n    - {when: "total >= 40", then: b}',
      ],
    ];
    expect(found(even)).toEqual([]);
  });

  it('refuse two indicators of one name, and names that are taken', () => {
    const twice: Edit = [risk, 'indicator: recent', 'indicator: total'];
    expect(found([twice]).join()).toMatch(/name-taken/);
  });
});

describe('the condition of a list', () => {
  const sanction: Edit = [
    list,
    '  sanction:',
    '  when: "has(r.fine) && r.fine > money(\\"CNY 500.00\\")"\n  sanction:',
  ];

  it('may ask for an amount', () => {
    expect(found([sanction])).toEqual([]);
  });

  it('is refused at its place where a field is mistyped', () => {
    const typo: Edit = [list, 'r.fine > money', 'r.fien > money'];
    expect(found([sanction, typo]).join()).toMatch(new RegExp(`${list}:\\d+:\\d+ name-unknown`));
  });

  it('is refused where no record can meet it (L13)', () => {
    const never: Edit = [
      list,
      'r.fine > money(\\"CNY 500.00\\")',
      'r.fine < money(\\"CNY 0.00\\")',
    ];
    expect(found([sanction, never]).join()).toMatch(/row-unreachable L13 error/);
  });
});
