import { describe, expect, it } from 'vitest';

import { goodEdition } from '../good-edition.test-support.ts';
import { checkEdition } from '../load/check-edition.ts';
import type { GuardId } from '../load/finding.ts';

const first = 'lists/serious-violations.yaml';
const second = 'lists/second.yaml';
const kinds = '  kinds: {any: [revocation]}\n';

interface Change {
  /** Further condition of each list, in place of the kinds of penalty. */
  readonly when?: readonly [first: string, second: string];
  /** What the second list says otherwise. */
  readonly second?: readonly (readonly [find: string, replace: string])[];
}

/** The good edition with a second list on the same item, which brings a second measure as heavy. */
function withSecond({ when, second: edits = [] }: Change): Map<string, string> {
  const files = goodEdition();
  const text = (file: string): string => files.get(file) ?? '';
  const change = (from: string, [find, replace]: readonly [string, string]): string => {
    expect(from).toContain(find);
    return from.replaceAll(find, replace);
  };
  const list = text(first);
  const other = [
    ['list: serious-violations', 'list: second'] as const,
    ['measures: [tender_exclusion]', 'measures: [grant_exclusion]'] as const,
    ...edits,
  ].reduce(change, list);
  const only = (from: string, condition: string | undefined): string =>
    condition === undefined ? from : change(from, [kinds, `  when: "${condition}"\n`]);
  files.set(first, only(list, when?.[0])).set(second, only(other, when?.[1]));
  const measure = text('measures/tender_exclusion.yaml');
  files.set(
    'measures/grant_exclusion.yaml',
    measure.replaceAll('tender_exclusion', 'grant_exclusion'),
  );
  const act = text('sources/demo-act.yaml');
  files.set(
    'sources/demo-act.yaml',
    change(act, ['[tender_exclusion]', '[tender_exclusion, grant_exclusion]']),
  );
  return files;
}

function found(guard: GuardId, change: Change): readonly string[] {
  const outcome = checkEdition(withSecond(change));
  const findings = outcome.kind === 'refused' ? outcome.findings : [];
  expect(findings.filter((finding) => finding.guard !== guard)).toEqual([]);
  return findings.map(({ file, field, found: what }) => `${file} ${field ?? ''} ${what ?? ''}`);
}

const tooMuch = [`${second} effect.measures 24 points`, `${first} effect.measures 24 points`];

describe('burdens of two lists that one record starts', () => {
  it('are added up, and each list is named', () => {
    expect(found('G19', {})).toEqual(tooMuch);
  });

  it('are added up where conditions that differ can hold together', () => {
    const when = ['has(r.fine) && r.fine > money(\\"CNY 5.00\\")', 'r.kinds.size() > 1'] as const;
    expect(found('G19', { when })).toEqual(tooMuch);
  });

  it('are not added up where the conditions exclude each other', () => {
    const procedure = (word: string): string => `has(r.procedure) && r.procedure == ${word}`;
    expect(found('G19', { when: [procedure('summary'), procedure('ordinary')] })).toEqual([]);
  });

  it('are added up whatever class of breach and gravity the lists state', () => {
    const change = [
      ['breach: [market_order]', 'breach: [health_safety]'],
      ['  gravity: serious\n', ''],
    ] as const;
    expect(found('G19', { second: change })).toEqual(tooMuch);
  });

  it.each([
    [
      'in force one after the other',
      'in-force: {from: 2023-05-01, until: none}',
      'in-force: {from: 2023-05-01, until: 2023-06-01}',
    ],
  ])('are added up only where both are law: %s', (_, find, replace) => {
    const files = withSecond({ second: [[find, replace]] });
    files.set(
      first,
      (files.get(first) ?? '').replace(find, 'in-force: {from: 2023-06-01, until: none}'),
    );
    const outcome = checkEdition(files);
    const findings = outcome.kind === 'refused' ? outcome.findings : [];
    expect(findings.filter(({ code }) => code === 'disproportion')).toEqual([]);
  });

  it('count a measure that both name once', () => {
    expect(found('G19', { second: [['[grant_exclusion]', '[tender_exclusion]']] })).toEqual([]);
  });
});

describe('one measure of two lists that one record starts', () => {
  const shared = ['[grant_exclusion]', '[tender_exclusion]'] as const;

  it('is brought twice where a list does not merge by decision, measure and subject', () => {
    const keys = ['once-by: [document, measure, subject]', 'once-by: [document, subject]'] as const;
    expect(found('G16', { second: [shared, keys] })).toEqual([
      `${second} effect.once-by [document, subject]`,
      `${second} effect.once-by serious-violations`,
    ]);
  });

  it('is brought once where both merge', () => {
    expect(found('G16', { second: [shared] })).toEqual([]);
  });
});

describe('lists whose entries become records', () => {
  const item = 'items/administrative_penalty.yaml';
  const feeds = (lists: string): Map<string, string> => {
    const files = withSecond({ second: [['[grant_exclusion]', '[tender_exclusion]']] });
    const text = files.get(item) ?? '';
    const own = text.replace(
      'collection: penalties',
      `collection: penalties\nentries-of: ${lists}`,
    );
    return files.set(item, own.replace('effective_decision', 'listing_decision'));
  };
  const guards = (files: Map<string, string>) => {
    const outcome = checkEdition(files);
    const findings = outcome.kind === 'refused' ? outcome.findings : [];
    return findings.map(({ guard, field }) => `${guard ?? ''} ${field ?? ''}`);
  };

  it('are no cycle where a record is the very decision of the entry', () => {
    expect(guards(feeds('[serious-violations]'))).not.toContain('G16 trigger.item');
  });

  it('are a cycle where two lists of one domain feed each other', () => {
    const found = guards(feeds('[serious-violations, second]'));
    expect(found.filter((each) => each === 'G16 trigger.item')).toHaveLength(2);
  });

  it('are none where the domains differ', () => {
    const files = feeds('[serious-violations, second]');
    const text = files.get(second) ?? '';
    files.set(second, text.replace('  domains: [procurement]', '  domains: [culture]'));
    expect(guards(files)).not.toContain('G16 trigger.item');
  });
});
