import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { compileClosures } from '../evaluate/compile-closures.ts';
import { checkExpression } from './check-expression.ts';
import { programOfExpression } from './program-of-expression.test-support.ts';
import type { World } from './world.ts';

const shared = process.env['CREDENCE_SHARED'];
const folder = join(shared ?? '', 'data/conformance/cel/tests/simple/testdata');

/** A vector of the CEL specification, as far as it matters here. */
interface Vector {
  readonly name: string;
  readonly text: string;
  /** Undefined where the vector expects an error or a value of a type this language does not have. */
  readonly value: boolean | number | undefined;
  readonly isError: boolean;
  readonly hasBindings: boolean;
}

const empty: World = {
  codeLists: new Map(),
  subject: new Map(),
  collections: new Map(),
  record: undefined,
  values: new Map(),
  currency: 'CNY',
};

function vectorsOf(file: string): readonly Vector[] {
  const blocks = readFileSync(join(folder, file), 'utf8')
    .split(/\n  test:? \{\n/)
    .slice(1);
  return blocks.flatMap((block): readonly Vector[] => {
    const body = block.split('\n  }')[0] ?? '';
    const text = /^ {4}expr:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*$/m.exec(body);
    const value = /value:? \{\s*(bool|int64)_value: (-?\w+)/.exec(body);
    if (text === null) return [];
    const [, double, single] = text;
    return [
      {
        name: `${file} ${/name: "(.*)"/.exec(body)?.[1] ?? ''}`,
        text: (double ?? single ?? '').replace(/\\(["'\\])/g, '$1'),
        value:
          value === null ? undefined : value[1] === 'bool' ? value[2] === 'true' : Number(value[2]),
        isError: body.includes('eval_error'),
        hasBindings: body.includes('bindings'),
      },
    ];
  });
}

/**
 * Inside are the vectors whose text has nothing but decimal whole numbers, true and false, the signs
 * of the language, round brackets, and lists after `in`; which need no facts; and which expect a
 * truth value, a whole number or an error.
 */
function isInside({ text, value, isError, hasBindings }: Vector): boolean {
  const words = text.match(/[A-Za-z_]\w*|\d[\w.]*/g) ?? [];
  const plain = words.every((word) => /^(?:true|false|in|\d+)$/.test(word));
  const signs = /^[\w\s+\-*/()<>=!&|?:,[\]]*$/.test(text);
  const lists = text.replace(/\bin\s*\[[^\]]*\]/g, '');
  return plain && signs && !/[[\]]/.test(lists) && !hasBindings && (isError || value !== undefined);
}

/** Where the language is stricter than CEL on purpose, its refusal is the right answer. */
const stricter = ['overflow', 'zero-divisor', 'expression-type', 'expression-syntax'];

describe.skipIf(shared === undefined)('the vectors of CEL [reference data]', () => {
  it('inside the language have the answers that the specification gives', () => {
    const all = readdirSync(folder)
      .filter((name) => name.endsWith('.textproto'))
      .flatMap(vectorsOf);
    const inside = all.filter(isInside);
    let refused = 0;
    let answered = 0;
    for (const vector of inside) {
      const outcome = checkExpression(vector.text, { world: empty, expected: { kind: 'any' } });
      if (outcome.kind === 'refused') {
        const [{ code }] = outcome.faults;
        expect(stricter, vector.name).toContain(code);
        refused += 1;
        continue;
      }
      const program = programOfExpression(outcome.expression, empty);
      const { result } = compileClosures(program).evaluate({ id: 'x', facts: {}, records: {} }, 0);
      // What CEL finds out only when it runs, this language refuses when it reads.
      expect(vector.isError, `${vector.name}: ${vector.text}`).toBe(false);
      expect(result, `${vector.name}: ${vector.text}`).toBe(vector.value);
      answered += 1;
    }
    console.info(
      `CEL vectors: ${all.length}, inside the language: ${inside.length}, answered alike: ${answered}, ` +
        `refused by stricter typing: ${refused}.`,
    );
    // Integers beyond the safe ones, an order of truth values, other types than signs take, a divisor
    // of nought and an empty list are refused; everything else is answered.
    expect({ inside: inside.length, answered }).toEqual({ inside: 109, answered: 70 });
  });
});
