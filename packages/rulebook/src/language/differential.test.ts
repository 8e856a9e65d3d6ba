import {
  celEnv,
  celFunc,
  CelScalar,
  isCelError,
  parse as parseBuf,
  plan,
  type CelInput,
} from '@bufbuild/cel';
import { civilDate, dayNumber } from '@credence/domain';
import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compileClosures } from '../evaluate/compile-closures.ts';
import { programOfExpression } from './program-of-expression.test-support.ts';
import { checkExpression } from './check-expression.ts';
import type { Fact, SubjectFacts } from './facts.ts';
import { randomFacts, sharedTexts } from './random-texts.test-support.ts';
import type { Expression } from './tree.ts';
import { world } from './worlds.test-support.ts';
import { write } from './write.ts';

const runs = process.env['CREDENCE_LONG'] === '1' ? 20_000 : 150;
/** Long runs take minutes, and a busy machine is no fault. */
const timeout = runs > 1_000 ? 900_000 : 30_000;

/** Minor units of `money("CNY 5.25")`, by a way of its own. */
function minor(text: string): bigint {
  return BigInt(text.replace('CNY ', '').replace('.', ''));
}

function epochDay(text: string): bigint {
  return BigInt(dayNumber(civilDate(text)));
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

const names = [...new Set([...world.codeLists.values()].flat())];

const marcbachmann = new Environment({ unlistedVariablesAreDyn: true })
  .registerFunction('cap(int, int): int', lesser)
  .registerFunction('money(string): int', minor)
  .registerFunction('date(string): int', epochDay);

const bufbuild = celEnv({
  funcs: [
    celFunc('cap', [CelScalar.INT, CelScalar.INT], CelScalar.INT, lesser),
    celFunc('money', [CelScalar.STRING], CelScalar.INT, minor),
    celFunc('date', [CelScalar.STRING], CelScalar.INT, epochDay),
  ],
});

/** A fact as CEL takes it: whole numbers as its 64-bit integers, codes as texts. */
function toCel(fact: NonNullable<Fact>): CelInput {
  if (typeof fact === 'number') return BigInt(fact);
  return typeof fact === 'object' ? [...fact] : fact;
}

function mapOf(facts: Readonly<Record<string, Fact>>): Record<string, CelInput> {
  const there = Object.entries(facts).flatMap(([name, fact]) =>
    fact === undefined ? [] : [[name, toCel(fact)] as const],
  );
  return Object.fromEntries(there);
}

/** The facts with every code as a name for itself, so that both read the very same text. */
function bindingsOf({ facts, records }: SubjectFacts) {
  return {
    org: mapOf(facts),
    penalties: (records['penalties'] ?? []).map((record) => mapOf(record.facts)),
    pledges: (records['pledges'] ?? []).map((record) => mapOf(record.facts)),
    ...Object.fromEntries(names.map((name) => [name, name])),
  };
}

function checked(text: string): Expression | undefined {
  const outcome = checkExpression(text, { world, expected: { kind: 'any' } });
  if (outcome.kind === 'checked') return outcome.expression;
  // The generator knows types, not bounds; nothing but their size may be wrong with its texts.
  const others = outcome.faults.filter(({ code }) => code !== 'overflow');
  expect(others.filter(({ code }) => code !== 'expression-size')).toEqual([]);
  return undefined;
}

/** The answer of the language, as CEL gives it. */
function ownAnswer(expression: Expression, facts: SubjectFacts): unknown {
  const { result } = compileClosures(programOfExpression(expression, world)).evaluate(
    facts,
    20_000,
  );
  return typeof result === 'number' ? BigInt(result) : result;
}

describe('the part of the language that CEL has', () => {
  it('means what both CEL packages say, for any expression and any facts', { timeout }, () => {
    let compared = 0;
    fc.assert(
      fc.property(
        sharedTexts(),
        fc.array(randomFacts(), { minLength: 3, maxLength: 3 }),
        (text, all) => {
          const expression = checked(text);
          if (expression === undefined) return;
          const ask = marcbachmann.parse(text);
          const run = plan(bufbuild, parseBuf(text));
          for (const facts of all) {
            const own = ownAnswer(expression, facts);
            const bindings = bindingsOf(facts);
            expect(ask(bindings), `@marcbachmann/cel-js: ${text}`).toBe(own);
            const answer = run(bindings);
            expect(isCelError(answer) ? answer.message : answer, `@bufbuild/cel: ${text}`).toBe(
              own,
            );
            compared += 1;
          }
        },
      ),
      { numRuns: runs },
    );
    expect(compared).toBeGreaterThan(runs * 2);
  });

  it('means the same after it was written in its settled spelling', { timeout }, () => {
    fc.assert(
      fc.property(sharedTexts(), (text) => {
        const expression = checked(text);
        if (expression === undefined) return;
        const again = checked(write(expression, world));
        expect(withoutPlaces(again)).toEqual(withoutPlaces(expression));
      }),
      { numRuns: runs },
    );
  });
});

/** The tree without spans, which a settled spelling moves. */
function withoutPlaces(node: unknown): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === 'span' ? undefined : value)),
  );
}
