import type { SubjectFacts } from '../language/facts.ts';
import { openFrame, valueAt, type Closures } from './compile-closures.ts';
import { findException, isInForce, runRule, type CompiledRule } from './compile-rule.ts';
import { orderFacts } from './order-facts.ts';
import { traceSchema, type ProgramTrace, type RuleStep, type TraceValue } from './program-trace.ts';
import { createNoteWriter, type NoteWriter } from './trace-notes.ts';
import { writeFact, writeValue } from './trace-value.ts';
import { warningsOf } from './trace-warnings.ts';
import { writeDay } from './write-day.ts';
import type { Frame, Note, Value } from './value.ts';

/** Makes traces of one program. */
export interface Explainer {
  /**
   * The answer with its reasons. `knownAt` says which knowledge the facts stand for; the trace
   * carries it, so that the same question can be asked again.
   */
  readonly explain: (
    facts: SubjectFacts,
    asOf: number,
    options: { readonly knownAt: string },
  ) => ProgramTrace;
  /** The steps of the rules at these places alone; the others are evaluated and not written down. */
  readonly explainRules: (
    facts: SubjectFacts,
    asOf: number,
    places: readonly number[],
  ) => readonly RuleStep[];
}

/** An explainer of a compiled program. */
export function createExplainer(closures: Closures): Explainer {
  const { program, frame, rules, resultAt } = closures;
  const steps = rules.map((rule) => createStepWriter(rule));
  const asked = [...program.world.subject];

  const explain: Explainer['explain'] = (given, asOf, { knownAt }) => {
    const facts = orderFacts(given);
    openFrame(frame, facts, asOf);
    const values: Value[] = [];
    frame.rules = values;
    const written = steps.map((step) => step(frame, values));
    const result = rules[resultAt];
    if (result === undefined) throw new RangeError('A program without rules has no answer.');
    const known: Record<string, TraceValue> = {};
    for (const [name, { type }] of asked) known[name] = writeFact(facts.facts[name], type);
    return {
      schema: traceSchema,
      program: program.card,
      lawAt: program.edition,
      subject: facts.id,
      asOf: writeDay(asOf),
      knownAt,
      result: writeValue(valueAt(values, resultAt), result.rule.value.type),
      facts: known,
      steps: written,
      warnings: warningsOf(program, asOf),
    };
  };

  const explainRules: Explainer['explainRules'] = (given, asOf, places) => {
    openFrame(frame, orderFacts(given), asOf);
    const values: Value[] = [];
    frame.rules = values;
    const written: RuleStep[] = [];
    rules.forEach((rule, place) => {
      const step = places.includes(place) ? steps[place] : undefined;
      if (step === undefined) values.push(runRule(rule, frame));
      else written.push(step(frame, values));
    });
    return written;
  };
  return { explain, explainRules };
}

type StepWriter = (frame: Frame, values: Value[]) => RuleStep;

const nothing: readonly [] = [];

/** Evaluates a rule as `runRule` does, and writes down what happened. */
function createStepWriter(compiled: CompiledRule): StepWriter {
  const { rule } = compiled;
  const { name, title, basis, confidence, text } = rule;
  const { type } = rule.value;
  const writeNotes: NoteWriter = createNoteWriter(rule);
  const exceptions = new Map(
    rule.exceptions.map((each) => [
      each,
      { name: each.name, title: each.title, basis: each.basis, confidence: each.confidence },
    ]),
  );
  // Steps are written out, so that all have one shape: they are most of the work of a trace.
  return (frame, values) => {
    if (!isInForce(compiled, frame.asOf)) {
      const neutral = compiled.neutral ?? 0;
      values.push(neutral);
      return {
        rule: name,
        title,
        basis,
        confidence,
        text,
        state: frame.asOf < compiled.from ? 'not-yet-in-force' : 'no-longer-in-force',
        value: writeValue(neutral, type),
        exception: undefined,
        records: nothing,
        caps: nothing,
        choices: nothing,
      };
    }
    const notes: Note[] = [];
    frame.notes = notes;
    const exception = findException(compiled, frame);
    const value = (exception ?? compiled).value(frame);
    frame.notes = undefined;
    values.push(value);
    const { records, caps, choices } = writeNotes(notes);
    return {
      rule: name,
      title,
      basis,
      confidence,
      text,
      state: 'in-force',
      value: writeValue(value, type),
      exception: exception === undefined ? undefined : exceptions.get(exception.exception),
      records,
      caps,
      choices,
    };
  };
}
