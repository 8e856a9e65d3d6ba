import { isBefore, type Language } from '@credence/domain';

import { notedNodes, type NotedNode } from '../evaluate/noted-nodes.ts';
import type { ProgramTrace, RuleStep } from '../evaluate/program-trace.ts';
import type { Program, Rule } from '../language/program.ts';
import { fillWords } from './fill-words.ts';
import { nameOf, type Labels } from './labels.ts';
import { traceWords } from './trace-words.ts';
import { writeRow, writeStep, type WrittenStep } from './write-step.ts';
import type { Wording } from './write-condition.ts';
import { OutlookWriter } from './write-outlook.ts';
import { writeDate } from './write-value.ts';

/** A trace in plain words, in the order in which it is read. */
export interface WrittenTrace {
  /** The answer in a sentence, what it comes from, and which knowledge it rests on. */
  readonly answer: readonly string[];
  /** The result alone; absent on a day on which the program gives none. */
  readonly result?: string;
  /** Rules that yielded something or that looked at records. */
  readonly steps: readonly WrittenStep[];
  /** Rules that had nothing to look at, in a sentence for each kind; none where there are none. */
  readonly nothing: readonly string[];
  /** When it changes by itself. */
  readonly outlook: readonly string[];
  /** What can be done. */
  readonly exits: readonly string[];
  readonly warnings: readonly string[];
}

/** What a trace is written with. */
export interface TraceWording {
  /** The program the trace was made by, see `ProgramTrace.lawAt`. */
  readonly program: Program;
  readonly labels: Labels;
  readonly language: Language;
  /** The best result there is, where the results have an order. */
  readonly best?: string | undefined;
}

/** Puts a trace into words for whoever it is about. */
export function writeTrace(trace: ProgramTrace, given: TraceWording): WrittenTrace {
  const { program, language } = given;
  const labels = withRules(given);
  const wording: Wording = { world: program.world, labels, language };
  const result = program.rules.find(({ name }) => name === program.result);
  if (result === undefined) throw new RangeError('A program without a result has no trace.');
  const idle = writeIdle(trace, result, language);
  if (idle !== undefined) {
    return { answer: [idle], steps: [], nothing: [], outlook: [], exits: [], warnings: [] };
  }
  const writer = new OutlookWriter({ ...given, labels }, wording, result.value.type);
  const told = trace.steps.filter(isTold);
  const silent = trace.steps.filter((step) => !isTold(step));
  const outcome = writer.result(trace.result);
  return {
    // It stands alone, where nothing has to be set off by quotes.
    result: outcome.replace(/^“(.*)”$/, '$1'),
    answer: [
      fillWords(traceWords.answer, language, {
        day: writeDate(trace.asOf, language),
        title: nameOf(result.title, result.name, language),
        result: outcome,
      }),
      ...writeRow(stepOf(trace, result), result, wording),
      fillWords(traceWords.known, language, { known: writeKnown(trace.knownAt, language) }),
    ],
    steps: told
      .filter(({ rule }) => rule !== program.result)
      .map((step) => writeStep(step, { program, wording })),
    nothing: writeSilent(silent, program, language),
    outlook: writer.outlook(trace),
    exits: writer.exits(trace),
    warnings: writer.warnings(trace),
  };
}

/** On a day on which the program is no law, whatever it would compute is no result. */
function writeIdle({ asOf }: ProgramTrace, result: Rule, language: Language): string | undefined {
  const { from, until } = result.inForce;
  const day = writeDate(asOf, language);
  const title = nameOf(result.title, result.name, language);
  if (isBefore(asOf, from)) {
    const names = { title, day, from: writeDate(from, language) };
    return fillWords(traceWords['answer-before'], language, names);
  }
  if (until === 'none' || isBefore(asOf, until)) return undefined;
  const names = { title, day, until: writeDate(until, language) };
  return fillWords(traceWords['answer-after'], language, names);
}

function stepOf({ steps }: ProgramTrace, result: Rule): RuleStep | undefined {
  return steps.find(({ rule }) => rule === result.name);
}

/** Rules that had nothing to tell: no record to look at, something that is not so, a plain 0. */
function writeSilent(silent: readonly RuleStep[], program: Program, language: Language): string[] {
  const heads = { records: 'no-records', facts: 'not-so', numbers: 'zero' } as const;
  const titled = silent.map((step) => {
    const rule = program.rules.find(({ name }) => name === step.rule);
    const looks = rule !== undefined && notedNodes(rule).some(asksRecords);
    const what = looks ? 'records' : step.value === false ? 'facts' : 'numbers';
    return { what, title: nameOf(step.title, step.rule, language) } as const;
  });
  return (['records', 'facts', 'numbers'] as const).flatMap((what) => {
    const titles = titled.filter((each) => each.what === what).map(({ title }) => title);
    if (titles.length === 0) return [];
    const names = { titles: titles.join(language === 'zh' ? '、' : ', ') };
    return [fillWords(traceWords[heads[what]], language, names)];
  });
}

function asksRecords({ expression }: NotedNode): boolean {
  return 'records' in expression;
}

/** A trace as one text, a sentence a line. */
export function writeTraceText(trace: ProgramTrace, given: TraceWording): string {
  const { answer, steps, nothing, outlook, exits, warnings } = writeTrace(trace, given);
  const lines = [
    ...answer,
    ...steps.flatMap(({ head, lines: below }) => [head, ...below.map((line) => `  ${line}`)]),
    ...nothing,
    ...outlook,
    ...exits,
    ...warnings,
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether a rule has anything to tell: it yielded something, or a record might have counted. */
function isTold({ value, records, exception }: RuleStep): boolean {
  const looked = records.some(
    ({ counted, excluded }) =>
      counted.length > 0 || excluded.some(({ because }) => because !== 'differs'),
  );
  return looked || exception !== undefined || (value !== 0 && value !== false);
}

/** The labels, with the titles of the program's own rules. */
function withRules({ program, labels }: TraceWording): Labels {
  const titles = new Map(program.rules.map(({ name, title }) => [name, title]));
  return { ...labels, rule: (name) => titles.get(name) ?? labels.rule(name) };
}

/** A moment as its day; what is no moment as it stands. */
function writeKnown(knownAt: string, language: Language): string {
  return writeDate(knownAt.slice(0, 10), language);
}
