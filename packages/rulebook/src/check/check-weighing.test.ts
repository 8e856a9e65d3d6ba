import { describe, expect, it } from 'vitest';

import { shippedEdition, shippedFiles } from '../examine/shipped-editions.test-support.ts';
import { checkEdition } from '../load/check-edition.ts';

const card = 'risk-classes/cn.inspection.yaml';
const files = shippedFiles('cn-2026');
const predecessor = shippedEdition('cn-2023');

/** What is found wrong with the shipped card after some changes of its text. */
function foundAfter(...changes: readonly (readonly [from: string, to: string])[]) {
  const text = changes.reduce(
    (before, [from, to]) => {
      if (!before.includes(from)) throw new RangeError(`The card has no "${from}".`);
      return before.replace(from, to);
    },
    files.get(card) ?? '',
  );
  const outcome = checkEdition(new Map([...files, [card, text]]), { predecessor });
  const findings = outcome.kind === 'loaded' ? outcome.warnings : outcome.findings;
  return findings
    .filter(({ file, severity }) => file === card && severity !== 'warning')
    .map(({ code, guard, alias, found }) => [code, guard ?? alias, found].join(' '));
}

describe('likelihood x severity', () => {
  it('refuses a matrix that leaves a case open, or decides one twice', () => {
    const cell = '    - {likelihood: possible, severity: raised, class: b}\n';
    expect(foundAfter([cell, '']).join()).toContain('table-gap L14');
    expect(foundAfter([cell, cell + cell]).join()).toContain('table-overlap L14');
  });

  it('refuses a fact that no registration states, and one by which no profile gives a severity', () => {
    expect(foundAfter(['  by: sector\n', '  by: trade\n']).join()).toContain(
      'code-unknown L20 trade',
    );
    const other = foundAfter(['  by: sector\n', '  by: subject_class\n']).join();
    expect(other).toContain('table-gap L14 subject_class');
  });

  it('refuses a class that gets better as a breach gets likelier or graver (G40)', () => {
    const cell = 'likelier, severity: grave, class: ';
    expect(foundAfter([`${cell}d`, `${cell}a`]).join()).toContain('inspection-unfair G40');
  });
});
