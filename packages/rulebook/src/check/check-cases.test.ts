import { describe, expect, it } from 'vitest';

import { shippedEdition, shippedFiles } from '../examine/shipped-editions.test-support.ts';
import { checkEdition } from '../load/check-edition.ts';

const files = shippedFiles('cn-2026');
const options = { predecessor: shippedEdition('cn-2023') };

function findingsAfter(file: string, find: string, replace: string) {
  const text = files.get(file) ?? '';
  expect(text).toContain(find);
  const outcome = checkEdition(new Map([...files, [file, text.replace(find, replace)]]), options);
  const findings = outcome.kind === 'refused' ? outcome.findings : [];
  return findings.filter(({ severity }) => severity !== 'warning');
}

describe('the words of a case', () => {
  const evaluation = 'evaluations/cn.compliance.yaml';
  const penalty = 'items/administrative_penalty.yaml';

  it.each([
    ['a collection', evaluation, 'penalties: [', 'penaltiez: [', 'penalties'],
    ['a field of a record', evaluation, 'repaired: true', 'repairedx: true', 'repaired'],
    ['a code of a field', evaluation, 'severity: general}', 'severity: generol}', 'general'],
    ['an indicator', evaluation, '{general_penalties: 0', '{generel_penalties: 0', 'general_'],
    ['a class', evaluation, 'total: 100, result: a}', 'total: 100, result: x}', 'a'],
    ['a field of a file', penalty, 'served: 2026', 'serwed: 2026', 'served'],
    ['a step', 'clocks/repair.yaml', 'forward: 2026', 'forwart: 2026', 'forward'],
  ])('are known to its card: %s', (_, file, find, replace, meant) => {
    const found = findingsAfter(file, find, replace);
    expect(found.map((finding) => finding.file)).toEqual(found.map(() => file));
    expect(found[0]?.code).toMatch(/^(?:field|code)-unknown$/);
    expect(found[0]?.accepted).toContain(meant);
    expect(found[0]?.line).toBeGreaterThan(1);
  });
});
