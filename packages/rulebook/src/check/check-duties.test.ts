import { describe, expect, it } from 'vitest';

import { goodEdition } from '../good-edition.test-support.ts';
import { checkEdition } from '../load/check-edition.ts';

const card = `duty: yearly
title: {zh: 年报, en: Yearly report}
basis: [{source: demo-act, at: art-1}]
in-force: {from: 2023-05-01, until: none}
review-by: 2027-12-31
confidence: verified
subjects: [organisation]
authority: civil_affairs
collected: here
period: {kind: yearly, first-year: 2025, opens: "01-01"}
owed-by:
  - {code-begins: ["53"], last-day: "03-31", basis: [{source: demo-act, at: art-1}], confidence: verified}
reminders: [10]
contents:
  - {field: income, title: {zh: 收入, en: Income}, kind: money, required: true, disclosure: public}
  - {field: begins, title: {zh: 开始, en: Begins}, kind: day, required: true, disclosure: public}
lack: none
`;

const campaign =
  '{kind: campaign, begins-in: begins, ends-in: income, longer-than: P6M, every: P3M, after-end: P3M}';

function found(...changes: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const text = changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, card);
  const outcome = checkEdition(goodEdition().set('duties/yearly.yaml', text));
  return outcome.kind === 'loaded'
    ? []
    : outcome.findings.map(({ code, message }) => `${code}: ${message}`);
}

describe('a duty to report', () => {
  it('that says who owes what until when loads', () => {
    expect(found()).toEqual([]);
  });

  it('asks a field once', () => {
    expect(found(['field: begins', 'field: income'])).toEqual([
      'column-conflict: income is asked twice.',
    ]);
  });

  it('has a last day where it is yearly, behind its first day, and no other has one', () => {
    const wrong = 'A yearly filing has a last day behind its first one, and no other has one.';
    expect(found([', last-day: "03-31"', ''])).toEqual([`key-missing: ${wrong}`]);
    expect(found(['opens: "01-01"', 'opens: "04-01"'])).toEqual([`value-wrong: ${wrong}`]);
    expect(found(['{kind: yearly, first-year: 2025, opens: "01-01"}', '{kind: standing}'])).toEqual(
      [`value-wrong: ${wrong}`],
    );
  });

  it('says once for each code until when', () => {
    expect(found(['["53"]', '["53", "53"]'])).toEqual([
      'column-conflict: Two rows say until when 53 files.',
    ]);
  });

  it('of a campaign names days of its own filing', () => {
    const changes = [
      ['{kind: yearly, first-year: 2025, opens: "01-01"}', campaign],
      [', last-day: "03-31"', ''],
    ] as const;
    expect(found(...changes)).toEqual(['field-unknown: income is not a day of this filing.']);
  });

  it('leads to no list that is not there, and to none where it is filed elsewhere', () => {
    const lack =
      'lack: {list: nowhere, basis: [{source: demo-act, at: art-1}], confidence: verified}';
    expect(found(['lack: none', lack])).toEqual([
      'card-unknown: There is no such list in this edition.',
    ]);
    expect(found(['lack: none', lack], ['collected: here', 'collected: elsewhere'])).toHaveLength(
      2,
    );
  });
});
