import { describe, expect, it } from 'vitest';

import { readCheckModules } from './check-modules.ts';

describe('the check of a draw as a browser loads it', () => {
  // Empty where the packages were not built: then the page names the command alone.
  const modules = readCheckModules();

  it('is complete: every address that is imported is served, and no package is named', () => {
    const served = new Set(modules.map(({ path }) => path));
    for (const { text } of modules) {
      for (const [, name = ''] of text.matchAll(
        /^(?:import|export|\}) .*?\bfrom ["'](.+?)["']/gm,
      )) {
        expect(served).toContain(name);
      }
    }
  });

  it('gives each file an address of its own and a fingerprint', () => {
    expect(new Set(modules.map(({ path }) => path)).size).toBe(modules.length);
    expect(modules.every(({ integrity }) => integrity.startsWith('sha384-'))).toBe(true);
  });
});
