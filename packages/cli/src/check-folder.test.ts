import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { checkFolder, checkFolderInTurns } from './check-folder.ts';
import { shippedRulebooks } from './rulebook-folder.ts';
import { CommandRefusal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'credence-check-folder-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const shipped = checkFolder(shippedRulebooks);

describe('checking a folder of editions', () => {
  it('gives each edition after those it builds on', () => {
    const codes = shipped.editions.map(({ code }) => code);
    expect(codes).toContain('shanghai-2017');
    expect(codes.indexOf('cn-2023')).toBeLessThan(codes.indexOf('cn-2026'));
    expect(codes.indexOf('cn-2026')).toBeLessThan(codes.indexOf('henan-2019'));
    expect(shipped.findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  });

  it('checks one folder alone with what stands beside it, and gives that one alone', () => {
    const { editions } = checkFolder(join(shippedRulebooks, 'shanghai-2017'));
    const [only] = editions;
    expect(editions.map(({ code }) => code)).toEqual(['shanghai-2017']);
    expect(only?.hash).toBe(shipped.editions.find(({ code }) => code === only?.code)?.hash);
  });

  it('lets everybody else have a turn after each edition, and finds the same', async () => {
    let turns = 0;
    let done = false;
    const count = (): void => {
      turns += 1;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    const { editions } = await checkFolderInTurns(shippedRulebooks);
    done = true;
    expect(editions.map(({ hash }) => hash)).toEqual(shipped.editions.map(({ hash }) => hash));
    expect(turns).toBeGreaterThanOrEqual(editions.length);
  });

  it('finds a shipped edition for one that lies elsewhere', () => {
    cpSync(join(shippedRulebooks, 'henan-2019'), join(folder, 'henan-2019'), { recursive: true });
    const { editions, findings } = checkFolder(folder);
    expect(editions.map(({ code }) => code)).toEqual(['henan-2019']);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('says what a folder without editions holds', () => {
    expect(() => checkFolder(join(shippedRulebooks, 'cn-2023', 'lists'))).toThrow(CommandRefusal);
  });
});
