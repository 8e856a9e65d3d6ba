import type { SubjectFacts } from '../language/facts.ts';
import type { Program } from '../language/program.ts';
import type { Type } from '../language/type.ts';
import { compileClosures, type Closures } from './compile-closures.ts';
import { findExits, type ExitSearch } from './exits.ts';
import { createExplainer, type Explainer } from './explain.ts';
import { createForecast, type Change, type Forecast } from './next-change.ts';
import type { ChangeCause, ExitsTrace, ProgramTrace, RuleStep } from './program-trace.ts';
import { writeValue } from './trace-value.ts';
import { writeDay } from './write-day.ts';

/** Everything one program can say about single subjects. */
export interface Evaluator extends Closures, Explainer, Forecast {
  /** The answer with its reasons, its next change and ways to a better one, as far as asked for. */
  readonly explainFully: (
    facts: SubjectFacts,
    asOf: number,
    options: ExplainOptions,
  ) => ProgramTrace;
}

/** What a full explanation is to contain. */
export interface ExplainOptions {
  /** Which knowledge the facts stand for; the trace carries it. */
  readonly knownAt: string;
  /** The last day that is looked at for the next change. */
  readonly horizon: number;
  readonly exits?: Omit<ExitSearch, 'horizon'>;
}

/** Makes a program ready for questions about single subjects. */
export function createEvaluator(program: Program): Evaluator {
  const closures = compileClosures(program);
  const explainer = createExplainer(closures);
  const forecast = createForecast(closures);
  const tools = { ...closures, ...explainer, ...forecast };
  return {
    ...tools,
    explainFully: (facts, asOf, options) => {
      const trace = explainer.explain(facts, asOf, options);
      const lapses = lapseOf(closures);
      const horizon = Math.min(options.horizon, lapses - 1);
      // The next change and the day on which time helps are looked for on the same days.
      const changes = remember(forecast.changesFrom(facts, asOf, horizon));
      const ends = options.horizon < lapses ? undefined : lapses;
      const question = { facts, asOf, horizon, ends, changes };
      const nextChange = nextChangeOf(tools, question);
      const { exits } = options;
      return exits === undefined
        ? { ...trace, nextChange }
        : { ...trace, nextChange, exits: exitsOf(tools, question, exits) };
    },
  };
}

/** The first day on which the program is law no longer: what it would still compute is no answer. */
function lapseOf({ rules, resultAt }: Closures): number {
  return rules[resultAt]?.until ?? Number.POSITIVE_INFINITY;
}

/** Goes through what comes one after the other as often as asked, making each but once. */
function remember<Item>(items: Iterable<Item>): Iterable<Item> {
  const source = items[Symbol.iterator]();
  const known: Item[] = [];
  return {
    *[Symbol.iterator]() {
      for (let place = 0; ; place += 1) {
        const item = known[place];
        if (item !== undefined) {
          yield item;
          continue;
        }
        const next = source.next();
        if (next.done === true) return;
        known.push(next.value);
        yield next.value;
      }
    },
  };
}

interface Question {
  readonly facts: SubjectFacts;
  readonly asOf: number;
  /** The last day that is looked at: the one asked for, or the last one on which the program is law. */
  readonly horizon: number;
  /** The first day on which it is law no longer, where that day would have been looked at. */
  readonly ends: number | undefined;
  readonly changes: Iterable<Change>;
}

type Tools = Closures & Explainer & Forecast;

function nextChangeOf(
  tools: Tools,
  { facts, asOf, horizon, ends, changes }: Question,
): NonNullable<ProgramTrace['nextChange']> {
  const [change] = changes;
  if (change === undefined) {
    const noneUntil = writeDay(Math.max(asOf, horizon));
    return ends === undefined ? { noneUntil } : { noneUntil, lapses: writeDay(ends) };
  }
  const { day, values } = change;
  const earlier = tools.evaluate(facts, day - 1).rules;
  const changed = values.rules.flatMap((value, place) => (value === earlier[place] ? [] : [place]));
  const before = tools.explainRules(facts, day - 1, changed);
  const because = tools
    .explainRules(facts, day, changed)
    .flatMap((after, place) => findCause(before[place], after));
  return { on: writeDay(day), result: writeValue(values.result, resultType(tools)), because };
}

/** What made a rule yield something else from one day to the next. */
function findCause(before: RuleStep | undefined, after: RuleStep): ChangeCause[] {
  if (before === undefined) return [];
  const [earlier, later] = [countedIn(before), countedIn(after)];
  const state = before.state === after.state ? undefined : stateOf(after);
  return [
    {
      rule: after.rule,
      title: after.title,
      from: before.value,
      to: after.value,
      ...(state === undefined ? {} : { state }),
      begins: [...later].filter((record) => !earlier.has(record)),
      ends: [...earlier].filter((record) => !later.has(record)),
    },
  ];
}

function stateOf(after: RuleStep): 'begins' | 'ends' {
  return after.state === 'in-force' ? 'begins' : 'ends';
}

function countedIn({ records }: RuleStep): ReadonlySet<string> {
  return new Set(records.flatMap(({ counted }) => counted.map(({ record }) => record)));
}

function resultType({ rules, resultAt }: Closures): Type {
  return rules[resultAt]?.rule.value.type ?? { kind: 'bool' };
}

function exitsOf(
  tools: Tools,
  { facts, asOf, horizon, changes }: Question,
  exits: Omit<ExitSearch, 'horizon'>,
): ExitsTrace {
  const search = { ...exits, horizon };
  const found = findExits(tools, { facts, asOf, changes }, search);
  const type = resultType(tools);
  const { byTime } = found;
  return {
    ...(byTime === undefined
      ? {}
      : { byTime: { on: writeDay(byTime.day), result: writeValue(byTime.result, type) } }),
    byAction: found.byAction.map(({ actions, day, result }) => ({
      actions: actions.map(({ code, record, earliest }) => ({
        action: code,
        ...(record === undefined ? {} : { record: record.id }),
        earliest: writeDay(earliest),
      })),
      on: writeDay(day),
      result: writeValue(result, type),
    })),
    searched: found.searched,
  };
}
