import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', 'packages');

/** A pattern of the product, and where it stands. */
interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

/** Every regular expression written in the source of a live package. */
function patternsOfTheProduct(): readonly Pattern[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\/src\//.test(path) && !/\.(test|test-support)\.tsx?$|\/dist\//.test(path))
    .flatMap(patternsIn);
}

function patternsIn(path: string): readonly Pattern[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
        place: `${path.slice(root.length + 1)}:${line + 1}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Characters and short words that the pattern itself speaks of, which is where it may go round. */
function lettersOf(source: string): readonly string[] {
  const plain = source.replace(/\\[dws]|\\p\{\w+\}|[\\^$.*+?()[\]{}|]/g, ' ');
  const letters = [...new Set(plain.replace(/\s/g, ''))].slice(0, 6);
  return [...letters, 'a', '0', ' ', '-', '望', 'a ', '0-', '.'];
}

/** Texts that send a pattern with nested repetition round and round: many of a kind, then another. */
function hostileTexts(source: string, length: number): readonly string[] {
  return lettersOf(source).flatMap((letter) => {
    const run = letter.repeat(Math.ceil(length / letter.length));
    return [`${run}\u0000`, `!${run}!`, `${run}\n${run}\u0001`];
  });
}

const length = 4_000;
/** What a stall of the event loop may be (R20), many times over, so that a busy machine passes. */
const mostMs = 2_000;

function slowest({ source, flags }: Pattern): number {
  let most = 0;
  for (const text of hostileTexts(source, length)) {
    const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
    const from = performance.now();
    pattern.test(text);
    most = Math.max(most, performance.now() - from);
    if (most > mostMs) return most;
  }
  return most;
}

describe('the patterns of the product', () => {
  const patterns = patternsOfTheProduct();

  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(100);
  });

  it('answer hostile texts in time, every one of them', { timeout: 300_000 }, () => {
    const slow = patterns
      .map((pattern) => ({ ...pattern, ms: Math.round(slowest(pattern)) }))
      .filter(({ ms }) => ms > mostMs)
      .map(({ place, source, ms }) => `${place} /${source}/ took ${ms} ms`);
    expect(slow).toEqual([]);
  });

  it('are nowhere a repetition inside a repetition of the same, which no bound would save', () => {
    const nested = /\((?:\?:)?(?:\[[^\]]*\]|\\?[\w.])[+*]\)[+*]/;
    expect('(a+)+').toMatch(nested);
    expect('(?:\\s*)*').toMatch(nested);
    expect(patterns.filter(({ source }) => nested.test(source))).toEqual([]);
  });
});

describe('the check of patterns', () => {
  it('finds one that goes round and round', { timeout: 60_000 }, () => {
    // Each further letter doubles the time; twenty-two are enough to see it.
    const bad = new RegExp('^(a|a)*$');
    const from = performance.now();
    bad.test(`${'a'.repeat(22)}!`);
    expect(performance.now() - from).toBeGreaterThan(5);
  });
});
