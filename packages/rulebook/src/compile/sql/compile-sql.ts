import type { Program, Rule } from '../../language/program.ts';
import type { Expression } from '../../language/tree.ts';
import { partsOf } from '../../language/parts-of.ts';
import { createParameters, parametersOn } from '../parameters.ts';
import { planProgram, type Aggregate } from '../plan.ts';
import { typeOfRule } from '../type-of-rule.ts';
import { quoted, type SqlLayout } from './layout.ts';
import { caseOf, parameterOf, writeSql, type SqlCode, type SqlPlace } from './write-expression.ts';

/** A program as one statement. */
export interface SqlProgram {
  /**
   * One row for each subject: `id`, and `r0`, `r1` ... for the rules in their order; truth values as
   * boolean, everything else as a double precision number that is whole, codes as their index.
   */
  readonly text: string;
  /** What `$1`, `$2` ... are on a day (days since 1970-01-01): whole numbers only. */
  parametersOn(asOf: number): readonly number[];
}

const atSubject: SqlPlace = { collection: undefined, depth: 0 };

/**
 * Compiles a program to one statement for PostgreSQL and PGlite. It compares whole numbers only: no
 * calendar of a database has a part in it. The results are those of `compileClosures`.
 */
export function compileSql(program: Program, layout: SqlLayout): SqlProgram {
  const levels = levelsOf(program);
  const plan = planProgram(program);
  const places = new Map(program.rules.map(({ name }, place) => [name, place]));
  const parameters = createParameters();
  const code: SqlCode = {
    ...{ program, layout, plan, parameters },
    ruleColumn: (name) => `l${levels.get(name) ?? 0}.r${places.get(name) ?? 0}`,
  };
  const { subjects } = layout;
  const text = [
    `SELECT s.${quoted(subjects.id)} AS id`,
    ...program.rules.map((rule, place) => {
      const column = code.ruleColumn(rule.name);
      return `, ${column}${typeOfRule(rule).kind === 'bool' ? '' : '::float8'} AS r${place}`;
    }),
    `FROM ${quoted(subjects.table)} AS s`,
    ...joinsOf(code),
    ...lateralsOf(code, levels),
    `ORDER BY s.${quoted(subjects.id)}`,
  ].join('\n');
  return { text, parametersOn: (asOf) => parametersOn(program, parameters.list, asOf) };
}

/** For each collection one row a subject with every aggregate over its records. */
function joinsOf(code: SqlCode): readonly string[] {
  const { plan, layout } = code;
  const { subjects } = layout;
  const collections = [...new Set(plan.aggregates.map(({ collection }) => collection))];
  return collections.map((collection, place) => {
    const records = layout.collections.get(collection);
    if (records === undefined) throw new RangeError(`The layout has no "${collection}".`);
    const own = plan.aggregates.filter((aggregate) => aggregate.collection === collection);
    const subject = `r.${quoted(records.subject)}`;
    const readsSubject = own.some(({ where, body }) =>
      [...where, ...(body === undefined ? [] : [body])].some(hasSubjectFact),
    );
    return [
      `LEFT JOIN (SELECT ${subject} AS subject`,
      ...own.map((aggregate) => `, ${writeAggregate(code, aggregate)} AS a${aggregate.id}`),
      `FROM ${quoted(records.table)} AS r`,
      ...(readsSubject
        ? [`JOIN ${quoted(subjects.table)} AS s ON s.${quoted(subjects.id)} = ${subject}`]
        : []),
      `GROUP BY ${subject}) AS g${place} ON g${place}.subject = s.${quoted(subjects.id)}`,
    ].join('\n');
  });
}

function writeAggregate(code: SqlCode, { kind, collection, where, body }: Aggregate): string {
  const place: SqlPlace = { collection, depth: 0 };
  const all = where.map((part) => writeSql(code, part, place)).join(' AND ');
  const filter = all === '' ? '' : ` FILTER (WHERE ${all})`;
  if (body === undefined) return `COUNT(*)${filter}`;
  const name = { count: 'COUNT', some: 'COUNT', sum: 'SUM', least: 'MIN', most: 'MAX' }[kind];
  return `${name}(${writeSql(code, body, place)})${filter}`;
}

/**
 * Rules that need no other, then rules that need only those, and so on. OFFSET 0 keeps the planner
 * from copying a rule into every rule that names it, which could double the statement at each level.
 */
function lateralsOf(code: SqlCode, levels: ReadonlyMap<string, number>): readonly string[] {
  const { rules } = code.program;
  return Array.from({ length: Math.max(-1, ...levels.values()) + 1 }, (_, level) => {
    const columns = rules.flatMap((rule, place) =>
      levels.get(rule.name) === level ? [`${writeRule(code, rule)} AS r${place}`] : [],
    );
    return `CROSS JOIN LATERAL (SELECT ${columns.join(',\n')} OFFSET 0) AS l${level}`;
  });
}

function writeRule(code: SqlCode, rule: Rule): string {
  const write = (part: Expression): string => writeSql(code, part, atSubject);
  const value = caseOf(
    rule.exceptions.map((exception) => [write(exception.when), write(exception.value)]),
    write(rule.value),
  );
  const { kind } = rule.value.type;
  if (kind === 'code') return value;
  const inForce = parameterOf(code, { kind: 'in-force', rule: rule.name });
  return caseOf([[`${inForce} = 1`, value]], kind === 'bool' ? 'FALSE' : '0::bigint');
}

/** How many rules stand one behind the other before a rule can be computed. */
function levelsOf({ rules }: Program): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { name, value, exceptions } of rules) {
    const parts = [value, ...exceptions.flatMap((exception) => [exception.when, exception.value])];
    const needed = parts.flatMap(rulesIn).map((rule) => levels.get(rule) ?? 0);
    levels.set(name, Math.max(-1, ...needed) + 1);
  }
  return levels;
}

function rulesIn(node: Expression): readonly string[] {
  return node.op === 'rule' ? [node.name] : partsOf(node).flatMap(rulesIn);
}

function hasSubjectFact(node: Expression): boolean {
  if ((node.op === 'field' || node.op === 'has') && node.of === 'subject') return true;
  return partsOf(node).some(hasSubjectFact);
}
