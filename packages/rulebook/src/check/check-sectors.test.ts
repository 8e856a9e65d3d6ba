import { describe, expect, it } from 'vitest';

import { shippedEdition, shippedFiles } from '../examine/shipped-editions.test-support.ts';
import { checkEdition } from '../load/check-edition.ts';

const files = shippedFiles('cn-2026');
const predecessor = shippedEdition('cn-2023');

/** What is found wrong after changes of the shipped cards: file, what it says, what it says then. */
function foundAfter(...changes: readonly (readonly [file: string, from: string, to: string])[]) {
  const changed = new Map(files);
  for (const [file, from, to] of changes) {
    const text = changed.get(file) ?? '';
    if (!text.includes(from)) throw new RangeError(`${file} has no "${from}".`);
    changed.set(file, text.replace(from, to));
  }
  const outcome = checkEdition(changed, { predecessor });
  const findings = outcome.kind === 'loaded' ? outcome.warnings : outcome.findings;
  return findings
    .filter(({ severity }) => severity !== 'warning')
    .map(({ file, code, guard, alias, found }) => [file, code, guard ?? alias, found].join(' '));
}

const food = 'sectors/cn.food.yaml';
const safety = 'sectors/cn.safety.yaml';

describe('profiles of sectors', () => {
  it('name lines of business that are registered, each once, and severities of the class', () => {
    const found = foundAfter(
      [food, 'code: c13, severity: raised', 'code: c99, severity: raised'],
      [food, 'code: c14, severity: raised', 'code: c15, severity: dire'],
      [safety, 'fact: sector', 'fact: trade'],
    );
    expect(found).toEqual(
      expect.arrayContaining([
        `${food} code-unknown L20 c99`,
        `${food} code-unknown L20 dire`,
        `${food} table-overlap L14 c15`,
        `${safety} code-unknown L20 trade`,
      ]),
    );
  });

  it('give one line of business one severity', () => {
    expect(foundAfter([safety, 'code: b07,', 'code: c13,'])).toEqual([
      `${safety} table-overlap L14 c13`,
    ]);
  });

  it('choose items and checklists that exist, and leave no checklist unasked', () => {
    const found = foundAfter(
      [food, 'item: inspection_result', 'item: donations'],
      [food, 'checklist: cn.food,', 'checklist: cn.fod,'],
    );
    expect(found).toEqual(
      expect.arrayContaining([
        `${food} card-unknown  donations`,
        `${food} card-unknown  cn.fod`,
        'checklists/cn.food.yaml row-unreachable L13 cn.food',
      ]),
    );
  });

  it('are one for whoever no other concerns, and no question has the code of another list', () => {
    const whole = files.get(food)?.match(/subjects:[\s\S]*?(?=items:)/)?.[0] ?? '';
    expect(foundAfter([food, whole, 'subjects: others\n']).join('\n')).toContain(
      'table-overlap L14 others',
    );
    expect(
      foundAfter(['checklists/cn.drugs.yaml', 'question: release_tests', 'question: storage']),
    ).toEqual(['checklists/cn.food.yaml name-taken  storage']);
  });

  it('add nothing: no measure, no list, no period, no weight of their own', () => {
    for (const line of ['measures: [food_licence_bar]', 'lists: [gac.customs]', 'term: P3Y']) {
      const found = foundAfter([food, 'leads-to: []', `leads-to: []\n${line}`]);
      expect(found.join('\n'), line).toContain('key-unknown');
    }
  });
});
