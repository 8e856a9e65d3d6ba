import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

describe('the embedded database', () => {
  // 0.5 answered a query over trigram and btree_gin indexes with wrong rows. Neither is used here,
  // and the register's test compares name search with a plain filter: run both before any upgrade.
  it('is PGlite 0.4.6 and nothing newer', () => {
    const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
    const manifest: unknown = JSON.parse(
      readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'),
    );
    expect(manifest).toMatchObject({ name: '@electric-sql/pglite', version: '0.4.6' });
  });
});
