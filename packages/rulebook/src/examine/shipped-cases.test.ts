import { describe, expect, it } from 'vitest';

import { runEditionCases } from './edition-cases.ts';
import { runItemMutants } from './mutate-item.ts';
import { shippedCodes, shippedEdition, shippedFiles } from './shipped-editions.test-support.ts';

describe.each(shippedCodes)('%s', (code) => {
  const edition = shippedEdition(code);
  const files = shippedFiles(code);
  const tried = runEditionCases(edition, files);
  const hasCases = new Set(tried.map(({ file }) => file));

  it('does what the cases beside its cards say', () => {
    const failures = tried.flatMap(({ file, failures: failed }) =>
      failed.map(({ line, place, said }) => `${file}:${line} case ${place}: ${said}`),
    );
    expect(failures).toEqual([]);
  });

  it('has cases beside every list, every value and every item with a severity table', () => {
    const due = [...files.keys()].filter((file) => {
      const [folder = '', name = ''] = file.split('/');
      if (folder === 'lists' || folder === 'values') return true;
      const item = edition.items.get(name.replace('.yaml', ''));
      return folder === 'items' && item?.severity !== undefined;
    });
    expect(due.filter((file) => !hasCases.has(file))).toEqual([]);
  });

  const items = [...edition.items.values()].filter(
    ({ item, severity }) => severity !== undefined && files.has(`items/${item}.yaml`),
  );

  it.each(items.map((item) => [item.item, item] as const))(
    '%s has a case against every small mistake, or says why not',
    (_, item) => {
      const report = runItemMutants(edition, item);
      expect(report.survived).toEqual([]);
      expect(report.needless).toEqual([]);
      expect(report.killed).toBeGreaterThan(0);
    },
  );
});
