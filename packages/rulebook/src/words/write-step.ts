import { conjunctsOf } from '../evaluate/conjuncts.ts';
import { notedNodes } from '../evaluate/noted-nodes.ts';
import type {
  ExcludedRecord,
  RecordsTrace,
  RuleStep,
  TraceValue,
} from '../evaluate/program-trace.ts';
import type { Program, Rule } from '../language/program.ts';
import type { Expression } from '../language/tree.ts';
import type { Type } from '../language/type.ts';
import { fillWords } from './fill-words.ts';
import { nameOf } from './labels.ts';
import { reasonWords, traceWords } from './trace-words.ts';
import { writeCondition, writeTyped, type Wording } from './write-condition.ts';
import { writeDate, writeList } from './write-value.ts';

/** What one rule yielded, in words: a headline, and the reasons below it. */
export interface WrittenStep {
  readonly rule: string;
  /** The headline, and its two halves: what was asked and what came of it. */
  readonly head: string;
  readonly title: string;
  readonly value: string;
  readonly lines: readonly string[];
}

interface Given {
  readonly program: Program;
  readonly wording: Wording;
}

/** Puts one step of a trace into words. */
export function writeStep(step: RuleStep, given: Given): WrittenStep {
  const { wording, program } = given;
  const { language } = wording;
  const rule = program.rules.find(({ name }) => name === step.rule);
  if (rule === undefined) throw new RangeError(`The program has no rule "${step.rule}".`);
  const title = nameOf(step.title, step.rule, language);
  const value = writeTraceValue(wording, step.value, rule.value.type);
  const lines = [
    ...stateLines(step, rule, wording),
    ...exceptionLines(step, wording),
    ...step.records.flatMap((records) => recordLines(records, rule, wording)),
    ...step.caps
      .filter(({ applied }) => applied)
      .map(({ raw, limit }) =>
        fillWords(traceWords.cap, language, { raw: String(raw), limit: String(limit) }),
      ),
  ];
  if (isByNumber(rule)) lines.push(...writeRow(step, rule, wording));
  const law = lawOf(step.basis, wording);
  if (law !== '') lines.push(fillWords(traceWords.law, language, { law }));
  const head = fillWords(traceWords.step, language, { title, value });
  return { rule: step.rule, head, title, value, lines };
}

/** A table over what other rules came to: the row says from which number on its value is given. */
function isByNumber({ value }: Rule): boolean {
  return (
    value.op === 'table' &&
    value.rows.some(({ when }) => when.op === 'compare' && when.left.op === 'rule')
  );
}

/** The row of the last table that fitted: what the value comes from. */
export function writeRow(
  step: Pick<RuleStep, 'choices'> | undefined,
  rule: Rule,
  wording: Wording,
): string[] {
  const { language } = wording;
  const [first] = step?.choices ?? [];
  const node = first === undefined ? undefined : notedNodes(rule)[first.node]?.expression;
  if (first === undefined || node?.op !== 'table') return [];
  const row = node.rows[first.row];
  if (row === undefined) return [];
  if (row.when.op === 'literal') return [fillWords(traceWords['answer-otherwise'], language, {})];
  const condition = writeCondition(wording, row.when);
  return [fillWords(traceWords['answer-row'], language, { condition })];
}

function stateLines({ state }: RuleStep, { inForce }: Rule, { language }: Wording): string[] {
  if (state === 'not-yet-in-force') {
    const day = writeDate(inForce.from, language);
    return [fillWords(traceWords['not-yet'], language, { day })];
  }
  if (state === 'no-longer-in-force' && inForce.until !== 'none') {
    const day = writeDate(inForce.until, language);
    return [fillWords(traceWords['no-longer'], language, { day })];
  }
  return [];
}

function exceptionLines({ exception }: RuleStep, wording: Wording): string[] {
  if (exception === undefined) return [];
  const { language } = wording;
  const title = nameOf(exception.title, exception.name, language);
  const law = lawOf(exception.basis, wording);
  return [fillWords(traceWords.exception, language, { title, law })];
}

function lawOf(basis: RuleStep['basis'], { labels, language }: Wording): string {
  const titles = basis.map((citation) =>
    nameOf(labels.citation(citation), `${citation.source} ${citation.at}`, language),
  );
  // Two places of a text that is not told apart by articles read the same.
  return [...new Set(titles)].join(language === 'zh' ? '；' : '; ');
}

function recordLines(records: RecordsTrace, rule: Rule, wording: Wording): string[] {
  const { language, labels } = wording;
  const expression = notedNodes(rule)[records.node]?.expression;
  if (expression === undefined || !('records' in expression)) {
    throw new RangeError(`Rule "${rule.name}" has no records at node ${records.node}.`);
  }
  const conditions = conjunctsOf(expression);
  const record = (id: string): string => nameOf(labels.record(id), id, language);
  const counted = records.counted.map(({ record: id, until, part }) => {
    const line =
      part === undefined
        ? fillWords(traceWords.counted, language, { record: record(id) })
        : fillWords(traceWords['counted-part'], language, {
            record: record(id),
            part: writeTraceValue(wording, part, bodyType(expression)),
          });
    if (until === undefined) return line;
    const day = writeDate(until, language);
    return joined(line, fillWords(traceWords['counted-until'], language, { day }), language);
  });
  const concerned = records.excluded.filter(({ because }) => because !== 'differs');
  const excluded = concerned.map((each) => {
    const reason = reasonOf(each, conditions, { wording, collection: records.collection });
    return fillWords(traceWords.excluded, language, { record: record(each.record), reason });
  });
  const others = records.excluded.length - concerned.length;
  if (others === 0) return [...counted, ...excluded];
  const count = String(others);
  const line = fillWords(traceWords[others === 1 ? 'one-other' : 'others'], language, { count });
  return [...counted, ...excluded, line];
}

function bodyType(expression: Expression): Type {
  return 'body' in expression ? expression.body.type : expression.type;
}

function joined(first: string, second: string, language: Wording['language']): string {
  return language === 'zh' ? first + second : `${first} ${second}`;
}

function reasonOf(
  { because, conjunct, field, found, since, until }: ExcludedRecord,
  conditions: readonly Expression[],
  { wording, collection }: { readonly wording: Wording; readonly collection: string },
): string {
  const { language, labels } = wording;
  const condition = conditions[conjunct];
  if (condition === undefined) throw new RangeError(`There is no condition ${conjunct}.`);
  const on = since ?? until;
  const known = Object.hasOwn(reasonWords, because) ? because : 'condition';
  const words = reasonWords[known as keyof typeof reasonWords];
  const typeOf = (name = ''): Type =>
    wording.world.collections.get(collection)?.fields.get(name)?.type ??
    wording.world.subject.get(name)?.type ?? { kind: 'bool' };
  const needsDay = words.zh.includes('{day}');
  const names = {
    day: on === undefined ? '' : writeDate(on, language),
    field: field === undefined ? '' : nameOf(labels.field(collection, field), field, language),
    found: found === undefined ? '' : writeTraceValue(wording, found, typeOf(field)),
    condition: writeCondition(wording, condition, collection),
  };
  return fillWords(needsDay && on === undefined ? reasonWords.undated : words, language, names);
}

function writeTraceValue(wording: Wording, value: TraceValue, type: Type): string {
  if (value === null) return '';
  return typeof value === 'object'
    ? writeList(value, wording.language)
    : writeTyped(wording, value, type);
}
