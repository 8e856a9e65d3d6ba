import {
  addDays,
  dayNumber,
  fromDayNumber,
  parseCivilDate,
  type CivilDate,
  type Localised,
} from '@credence/domain';
import {
  hashTrace,
  readWritten,
  type Action,
  type Edition,
  type SubjectFacts,
  type TraceValue,
  type WrittenSubject,
} from '@credence/rulebook';

import type { Answering } from '../view/answer-clock.ts';
import { toCardLine, toSummary } from '../view/view-rulebook.ts';
import { recordTitle } from './rule-cases.ts';
import { findProgram, writeBoth, writeResult, type ReadyProgram } from './rule-programs.ts';
import type {
  RulePlace,
  Trial,
  TrialAnswer,
  TrialChange,
  TrialOutcome,
  TrialStretch,
} from './rule-reading.ts';
import { trialActions } from './trial-actions.ts';
import { fieldsOfTrial, groupsOfTrial, toWritten } from './trial-facts.ts';

/** How far ahead of the day a trial looks: beyond the longest term of the shipped editions. */
const daysAhead = 3653;

/**
 * Answers for an invented organisation on a day: one of the card's own cases, with facts changed as
 * the reader likes. Nothing of it is read from the register.
 */
export function tryRule(
  { clock }: Answering,
  editions: readonly Edition[],
  asked: { readonly place: RulePlace; readonly trial: Trial },
): TrialOutcome {
  const { place, trial } = asked;
  const edition = editions.find(({ code }) => code === place.edition);
  const program = edition === undefined ? undefined : findProgram(edition, place);
  const cases = program?.card.cases ?? [];
  if (edition === undefined || program === undefined || cases.length === 0) {
    return { kind: 'not-found' };
  }
  const sample = cases[trial.sample - 1];
  if (sample === undefined) {
    const value = String(trial.sample);
    return { kind: 'refused', parameter: 'sample', value, accepted: `1-${String(cases.length)}` };
  }
  const fields = fieldsOfTrial(program, sample.given, trial.facts);
  const names = new Set(fields.map(({ name }) => name));
  const strange = Object.keys(trial.facts).find((name) => !names.has(name));
  if (strange !== undefined) {
    const accepted = [...names].slice(0, 12).join(', ');
    return { kind: 'refused', parameter: 'fact', value: strange, accepted };
  }
  const on = trial.on ?? firstDayOf(sample.expect) ?? clock.today;
  const horizon = addDays(on, daysAhead);
  const written = toWritten(program, sample.given, trial.facts);
  const reading = readWritten(program.evaluator.program, written, 'sample');
  const faults = reading.kind === 'refused' ? reading.faults : [];
  return {
    kind: 'found',
    view: {
      ...{ clock, edition: toSummary(edition), card: toCardLine(edition, place) },
      samples: cases.map(({ says }, index) => ({ place: index + 1, says })),
      trial: { ...trial, on },
      horizon,
      groups: groupsOfTrial(fields, faults),
      ...(reading.kind === 'refused'
        ? {}
        : {
            answer: {
              ...answerOf(program, reading.facts, {
                on,
                horizon,
                actions: trialActions(edition, written, on),
              }),
              ...(Object.keys(trial.facts).length === 0
                ? {}
                : { unchanged: resultOf(program, sample.given, on) }),
            },
          }),
    },
  };
}

function firstDayOf(expect: Readonly<Record<string, unknown>>): CivilDate | undefined {
  return Object.keys(expect)
    .sort()
    .flatMap((day) => parseCivilDate(day) ?? [])[0];
}

function resultOf(program: ReadyProgram, given: WrittenSubject, on: CivilDate): Localised {
  const { evaluator } = program;
  const reading = readWritten(evaluator.program, given, 'sample');
  if (reading.kind === 'refused') throw new RangeError('A shipped case has facts that do not fit.');
  return worded(program, evaluator.evaluate(reading.facts, dayNumber(on)).result);
}

/** The day, how far to look ahead, and what could be done. */
interface Asked {
  readonly on: CivilDate;
  readonly horizon: CivilDate;
  readonly actions: readonly Action[];
}

function answerOf(
  program: ReadyProgram,
  facts: SubjectFacts,
  { on, horizon, actions }: Asked,
): Omit<TrialAnswer, 'unchanged'> {
  const { evaluator, card, classes } = program;
  const exits = { actions, better: { kind: 'order', best: classes } } as const;
  const options = { knownAt: on, horizon: dayNumber(horizon), exits };
  const trace = evaluator.explainFully(facts, dayNumber(on), options);
  const begin = dayNumber(card.inForce.from);
  const changes = evaluator.changes(facts, begin, options.horizon);
  const first = evaluator.evaluate(facts, begin);
  return {
    trace,
    hash: hashTrace(trace),
    words: writeBoth(program, trace, (id) => titleOfRecord(program, id)),
    result: worded(program, trace.result),
    stretches: [{ day: begin, values: first }, ...changes].map(
      ({ day, values }, place): TrialStretch => {
        const next = changes[place];
        return {
          begins: fromDayNumber(day),
          ends: next === undefined ? 'none' : fromDayNumber(next.day),
          result: worded(program, values.result),
        };
      },
    ),
    changes: changes
      .filter(({ day }) => day > dayNumber(on))
      .map(({ day, values }): TrialChange => {
        const before = evaluator.evaluate(facts, day - 1);
        return {
          on: fromDayNumber(day),
          result: worded(program, values.result),
          because: evaluator.program.rules.flatMap((rule, at) => {
            const [from, to] = [before.rules[at], values.rules[at]];
            if (from === undefined || to === undefined || from === to) return [];
            if (rule.name === evaluator.program.result) return [];
            const { type } = rule.value;
            return [
              {
                title: rule.title,
                from: writeResult(program, from, type),
                to: writeResult(program, to, type),
              },
            ];
          }),
        };
      }),
  };
}

function worded(program: ReadyProgram, value: TraceValue): Localised {
  const { rules, result } = program.evaluator.program;
  const rule = rules.find(({ name }) => name === result);
  return writeResult(program, value, rule?.value.type ?? { kind: 'bool' });
}

/** Records of a sample are called by kind and place, as `readWritten` numbers them. */
function titleOfRecord(program: ReadyProgram, id: string): Localised {
  const dash = id.lastIndexOf('-');
  return recordTitle(program, id.slice(0, dash), Number(id.slice(dash + 1)) - 1);
}
