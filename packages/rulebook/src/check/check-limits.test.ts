import { describe, expect, it } from 'vitest';

import { allCardKinds } from '../card/card-kinds.ts';
import { limitsCard } from '../card/limits-card.ts';
import type { Edition } from '../edition/edition.ts';
import { goodEdition } from '../good-edition.test-support.ts';
import { checkEdition, type CheckOptions } from '../load/check-edition.ts';
import type { Finding } from '../load/finding.ts';

const file = 'limits/guards.yaml';
const list = 'lists/serious-violations.yaml';

function edited(...edits: readonly (readonly [string, string, string])[]): Map<string, string> {
  const files = goodEdition();
  for (const [path, find, replace] of edits) {
    const before = files.get(path) ?? '';
    expect(before).toContain(find);
    files.set(path, before.replace(find, replace));
  }
  return files;
}

function findingsOf(files: Map<string, string>, options: CheckOptions = {}): readonly Finding[] {
  const outcome = checkEdition(files, options);
  return outcome.kind === 'refused' ? outcome.findings : [];
}

function whole(): Edition {
  const outcome = checkEdition(goodEdition());
  if (outcome.kind === 'refused') throw new RangeError('The good edition is refused.');
  return outcome.edition;
}

/** A town over the good edition with a card of limits of its own. */
function townWith(find: string, replace: string): readonly Finding[] {
  const frame = (goodEdition().get('edition.yaml') ?? '')
    .replace('edition: demo-2023', 'edition: town-2024')
    .replace('parent: none', 'parent: demo-2023')
    .replace('territory: demo', 'territory: demo_town')
    .replace('from: 2023-05-01, until: 2026-04-01', 'from: 2024-01-01, until: 2026-04-01');
  const limits = goodEdition().get(file) ?? '';
  expect(limits).toContain(find);
  const files = new Map([
    ['edition.yaml', frame],
    [file, limits.replace(find, replace)],
  ]);
  return findingsOf(files, { parent: whole() });
}

describe('the limits of an edition', () => {
  it('are declared, or the edition does not load', () => {
    const files = goodEdition();
    files.delete(file);
    expect(findingsOf(files)).toMatchObject([
      { file: 'edition.yaml', code: 'card-unknown', accepted: file },
    ]);
    expect(allCardKinds).toContain('limits');
  });

  it('are declared whole', () => {
    const [finding] = findingsOf(edited([file, 'list-term: ', 'list-trem: ']));
    expect(finding?.code).toMatch(/^key-(?:missing|unknown)$/);
  });

  it('hold from the first day of the edition', () => {
    const late = 'comment-days: {at-least: 30, from: 2023-05-02';
    const found = findingsOf(edited([file, 'comment-days: {at-least: 30, from: 2023-05-01', late]));
    expect(found).toMatchObject([{ file, code: 'value-gap', found: '2023-05-02' }]);
  });

  it('name an article that exists, or the operator', () => {
    const by = 'list-term: {at-most: P36M, from: 2023-05-01, by: ';
    const cite = (at: string) =>
      findingsOf(edited([file, `${by}operator_policy`, `${by}{source: demo-act, at: ${at}}`]));
    expect(cite('art-1')).toEqual([]);
    expect(cite('art-77')).toMatchObject([{ file, code: 'article-unknown' }]);
  });

  it('decide what guards refuse, and say in the finding where they come from', () => {
    const stricter = edited([
      file,
      'list-term-by-law: {at-most: P60M',
      'list-term-by-law: {at-most: P35M',
    ]);
    const [first] = findingsOf(stricter);
    expect(first).toMatchObject({
      file: list,
      guard: 'G31',
      found: 'P36M',
      accepted: 'P35M',
      source: expect.stringMatching(
        /; limits:guards list-term-by-law: at most P35M, operator_policy, from 2023-05-01, unverified$/,
      ) as unknown,
    });
  });

  it.each([
    ['list-term: {at-most: P36M', 'list-term: {at-most: P24M', undefined],
    ['list-term: {at-most: P36M', 'list-term: {at-most: P37M', 'P37M'],
    ['look-hidden: {at-most: P90D', 'look-hidden: {at-most: P3M', undefined],
    ['queries-a-day: {at-most: 200', 'queries-a-day: {at-most: 201', '201'],
    ['cell-subjects: {at-least: 10', 'cell-subjects: {at-least: 11', undefined],
    ['cell-subjects: {at-least: 10', 'cell-subjects: {at-least: 9', '9'],
  ])('of a town are no looser than those above: %s, %s', (find, replace, refused) => {
    const found = townWith(find, replace).filter(({ code }) => code === 'layering');
    expect(found.map((finding) => finding.found)).toEqual(refused === undefined ? [] : [refused]);
  });

  it.each([
    ['notice-working-days: {at-least: 5', 'notice-working-days: {at-least: 4', '4', 'at least 5'],
    ['list-term: {at-most: P36M', 'list-term: {at-most: P37M', 'P37M', 'at most P36M'],
    ['look-hidden: {at-most: P90D', 'look-hidden: {at-most: P4M', 'P4M', 'at most P90D'],
    ['burden-together: {at-most: 18', 'burden-together: {at-most: 19', '19', 'at most 18'],
  ])('of a whole edition are no laxer than proposed: %s, %s', (find, replace, found, accepted) => {
    const laxer = findingsOf(edited([file, find, replace]));
    expect(laxer).toMatchObject([{ file, code: 'limit-laxer', found, accepted }]);
  });

  it('of a whole edition may all be stricter', () => {
    const stricter = edited(
      [file, 'comment-days: {at-least: 30', 'comment-days: {at-least: 31'],
      [file, 'queries-a-day: {at-most: 200', 'queries-a-day: {at-most: 199'],
    ).set(
      list,
      (goodEdition().get(list) ?? '').replace('comment: {days: 30}', 'comment: {days: 31}'),
    );
    expect(findingsOf(stricter)).toEqual([]);
  });

  it('no law sets laxer either, for no text was read that does', () => {
    const by = 'list-term-by-law: {at-most: P60M, from: 2023-05-01, by: operator_policy';
    const cited =
      'list-term-by-law: {at-most: P61M, from: 2023-05-01, by: {source: demo-act, at: art-1}';
    expect(findingsOf(edited([file, by, cited]))).toMatchObject([{ code: 'limit-laxer' }]);
  });

  it('are no other card than this one', () => {
    const text = goodEdition().get(file) ?? '';
    expect(limitsCard.safeParse({ limits: 'others' }).success).toBe(false);
    const files = goodEdition().set(
      'limits/others.yaml',
      text.replace('limits: guards', 'limits: others'),
    );
    expect(findingsOf(files).map((finding) => finding.file)).toContain('limits/others.yaml');
  });
});
