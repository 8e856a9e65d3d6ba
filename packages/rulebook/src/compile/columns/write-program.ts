import type { Program, Rule } from '../../language/program.ts';
import { typeOfValue, type Parameter } from '../parameters.ts';
import type { Aggregate } from '../plan.ts';
import { fitsInt32 } from '../storage.ts';
import type { Code } from './code.ts';
import { noneOf } from './none-of.ts';
import { updateOf } from './write-aggregate.ts';
import { prelude } from './write-codes.ts';
import { writeExpression } from './write-expression.ts';
import { writeUpdates } from './write-updates.ts';

/** Statements for one subject: those of one loop over records, or those of some rules. */
interface Part {
  readonly lines: readonly string[];
  /** Numbers they make: `a3`, `r1`. */
  readonly makes: readonly string[];
}

/**
 * Engines optimise no function of any length: above so many aggregates or rules the work is divided
 * into functions that hand numbers on through arrays.
 */
const fusedMax = 300;
/** Aggregates or rules of one function of a divided program. */
const partMax = 120;

/** The text of the functions of a program, to be run one after the other over a block of subjects. */
export interface WrittenProgram {
  readonly text: string;
  /** How many functions the text yields. */
  readonly parts: number;
  /** Numbers handed on between functions: each is an array as long as a block. */
  readonly handedOn: number;
}

/** Writes a program; `kept` are the rules whose results are stored. */
export function writeProgram(
  code: Code,
  kept: readonly Rule[],
  limits = { fused: fusedMax, part: partMax },
): WrittenProgram {
  const { aggregates } = code.plan;
  const { rules } = code.program;
  const divided = Math.max(aggregates.length, rules.length) > limits.fused;
  const most = divided ? limits.part : Infinity;
  const parts = [...loopsOf(code, aggregates, most), ...rulesOf(code, rules, most)];
  const keep = new Map(kept.map(({ name }, place) => [code.ruleName(name), place]));
  const bodies = divided ? parts : [joined(parts)];
  const handedOn = divided ? numbersBetween(parts) : [];
  const truths = new Set(
    rules.flatMap(({ name, value }) => (value.type.kind === 'bool' ? [code.ruleName(name)] : [])),
  );
  // Written before this, the bodies have named every parameter they need.
  const narrow = new Set(
    code.parameters.list.flatMap((parameter, place) =>
      isNarrow(code.program, parameter) ? [`p${place}`] : [],
    ),
  );
  const around: Surroundings = { keep, handedOn, truths, narrow };
  const functions = bodies.map((part) => writeFunction(part, around));
  return {
    text: `"use strict";${prelude}return [${functions.join(',\n')}];`,
    parts: functions.length,
    handedOn: handedOn.length,
  };
}

/** One loop over each collection, or several where there are more aggregates than one may have. */
function loopsOf(code: Code, aggregates: readonly Aggregate[], most: number): readonly Part[] {
  const collections = new Set(aggregates.map(({ collection }) => collection));
  return [...collections].flatMap((collection) =>
    inGroups(
      aggregates.filter((aggregate) => aggregate.collection === collection),
      most,
    ).map((group): Part => {
      const offsets = code.arrayName({ collection, field: undefined, part: 'offsets' });
      return {
        makes: group.map(({ id }) => `a${id}`),
        lines: [
          ...group.map((aggregate) => `let a${aggregate.id} = ${noneOf(aggregate)};`),
          `for (let j = ${offsets}[i], end = ${offsets}[i + 1]; j < end; j++) {`,
          ...writeUpdates(group.map((aggregate) => updateOf(code, aggregate))),
          '}',
        ],
      };
    }),
  );
}

function rulesOf(code: Code, rules: readonly Rule[], most: number): readonly Part[] {
  return inGroups(rules, most).map((group): Part => ({
    makes: group.map(({ name }) => code.ruleName(name)),
    lines: group.map((rule) => `const ${code.ruleName(rule.name)} = ${writeRule(code, rule)};`),
  }));
}

function writeRule(code: Code, rule: Rule): string {
  const subject = { collection: undefined, depth: 0 };
  const value = rule.exceptions.reduceRight(
    (otherwise, exception) => {
      const when = writeExpression(code, exception.when, subject);
      return `(${when} ? ${writeExpression(code, exception.value, subject)} : ${otherwise})`;
    },
    writeExpression(code, rule.value, subject),
  );
  const { kind } = rule.value.type;
  // A rule that yields a code has no neutral result; the checker wants it in force on all days.
  if (kind === 'code') return value;
  const inForce = code.parameterName({ kind: 'in-force', rule: rule.name });
  return `(${inForce} === 1 ? ${value} : ${kind === 'bool' ? 'false' : '0'})`;
}

interface Surroundings {
  /** Rules to store, with the place of their array. */
  readonly keep: ReadonlyMap<string, number>;
  readonly handedOn: readonly string[];
  /** Rules that yield a truth value. */
  readonly truths: ReadonlySet<string>;
  /** Parameters that fit into 32 bits; an engine that knows computes faster with them. */
  readonly narrow: ReadonlySet<string>;
}

function writeFunction(part: Part, { keep, handedOn, truths, narrow }: Surroundings): string {
  const names = namesIn(part.lines);
  const declare = (letter: string, from: (place: string) => string): readonly string[] =>
    names
      .filter((name) => name.startsWith(letter))
      .map((name) => `const ${name} = ${from(name.slice(1))};`);
  const places = new Map(handedOn.map((name, place) => [name, place]));
  const taken = names.filter((name) => places.has(name) && !part.makes.includes(name));
  const given = part.makes.filter((name) => places.has(name));
  const stored = part.makes.filter((name) => keep.has(name));
  const asNumber = (name: string): string => (truths.has(name) ? `(${name} ? 1 : 0)` : name);
  return [
    'function (c, s, p, b, h, out, from, to) {',
    ...declare('c', (place) => `c[${place}]`),
    ...declare('s', (place) => `s[${place}]`),
    ...declare('p', (place) => `p[b + ${place}]${narrow.has(`p${place}`) ? ' | 0' : ''}`),
    ...[...taken, ...given].map((name) => `const h${name} = h[${places.get(name) ?? 0}];`),
    ...stored.map((name) => `const o${name} = out[${keep.get(name) ?? 0}];`),
    'for (let i = from; i < to; i++) {',
    ...taken.map(
      (name) => `const ${name} = h${name}[i - from]${truths.has(name) ? ' === 1' : ''};`,
    ),
    ...part.lines,
    ...given.map((name) => `h${name}[i - from] = ${asNumber(name)};`),
    ...stored.map((name) => `o${name}[i] = ${asNumber(name)};`),
    '}',
    '}',
  ].join('\n');
}

function isNarrow(program: Program, parameter: Parameter): boolean {
  return parameter.kind !== 'value' || fitsInt32(typeOfValue(program, parameter.name));
}

/** Numbers that one part makes and another reads. */
function numbersBetween(parts: readonly Part[]): readonly string[] {
  return parts.flatMap(({ makes }, place) => {
    const elsewhere = new Set(
      parts.flatMap(({ lines }, other) => (other === place ? [] : namesIn(lines))),
    );
    return makes.filter((name) => elsewhere.has(name));
  });
}

function joined(parts: readonly Part[]): Part {
  return {
    lines: parts.flatMap(({ lines }) => lines),
    makes: parts.flatMap(({ makes }) => makes),
  };
}

/** The numbered names in generated statements; nothing else there looks like one. */
function namesIn(lines: readonly string[]): readonly string[] {
  return [...new Set(lines.join('\n').match(/\b[acprs]\d+\b/g) ?? [])];
}

function inGroups<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  if (items.length <= most) return items.length === 0 ? [] : [items];
  return Array.from({ length: Math.ceil(items.length / most) }, (_, group) =>
    items.slice(group * most, (group + 1) * most),
  );
}
