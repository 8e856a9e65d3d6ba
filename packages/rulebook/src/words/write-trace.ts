import type { Language } from '@credence/domain';

import type { ProgramTrace, RuleStep, TraceValue } from '../evaluate/program-trace.ts';
import type { Program } from '../language/program.ts';
import type { Type } from '../language/type.ts';
import { fillWords } from './fill-words.ts';
import { nameOf, type Labels } from './labels.ts';
import { outlookWords, traceWords, warningWords } from './trace-words.ts';
import { writeStep, type WrittenStep } from './write-step.ts';
import { writeTyped, type Wording } from './write-condition.ts';
import { writeDate, writeList } from './write-value.ts';

/** A trace in plain words, in the order in which it is read. */
export interface WrittenTrace {
  /** The answer, and which knowledge it rests on. */
  readonly answer: readonly string[];
  /** Rules that yielded something or that looked at records. */
  readonly steps: readonly WrittenStep[];
  /** Rules that had nothing to look at, in one sentence; absent where there are none. */
  readonly nothing?: string;
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
}

/** Puts a trace into words for whoever it is about. */
export function writeTrace(trace: ProgramTrace, given: TraceWording): WrittenTrace {
  const { program, language } = given;
  const labels = withRules(given);
  const wording: Wording = { world: program.world, labels, language };
  const result = program.rules.find(({ name }) => name === program.result);
  if (result === undefined) throw new RangeError('A program without a result has no trace.');
  const writer = new OutlookWriter({ ...given, labels }, wording, result.value.type);
  const told = trace.steps.filter(isTold);
  const silent = trace.steps.filter((step) => !isTold(step));
  const titles = silent.map(({ title, rule }) => nameOf(title, rule, language));
  return {
    answer: [
      fillWords(traceWords.answer, language, {
        day: writeDate(trace.asOf, language),
        title: nameOf(result.title, result.name, language),
        result: writer.result(trace.result),
      }),
      fillWords(traceWords.known, language, { known: writeKnown(trace.knownAt, language) }),
    ],
    steps: told
      .filter(({ rule }) => rule !== program.result)
      .map((step) => writeStep(step, { program, wording })),
    ...(titles.length === 0
      ? {}
      : {
          nothing: fillWords(traceWords.nothing, language, {
            titles: titles.join(language === 'zh' ? '、' : ', '),
          }),
        }),
    outlook: writer.outlook(trace),
    exits: writer.exits(trace),
    warnings: writer.warnings(trace),
  };
}

/** A trace as one text, a sentence a line. */
export function writeTraceText(trace: ProgramTrace, given: TraceWording): string {
  const { answer, steps, nothing, outlook, exits, warnings } = writeTrace(trace, given);
  const lines = [
    ...answer,
    ...steps.flatMap(({ head, lines: below }) => [head, ...below.map((line) => `  ${line}`)]),
    ...(nothing === undefined ? [] : [nothing]),
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

class OutlookWriter {
  readonly #given: TraceWording;
  readonly #wording: Wording;
  readonly #type: Type;

  constructor(given: TraceWording, wording: Wording, type: Type) {
    this.#given = given;
    this.#wording = wording;
    this.#type = type;
  }

  result(value: TraceValue): string {
    return this.#value(value, this.#type);
  }

  outlook({ nextChange }: ProgramTrace): readonly string[] {
    const { language } = this.#given;
    if (nextChange === undefined) return [];
    if (!('on' in nextChange)) {
      const day = writeDate(nextChange.noneUntil, language);
      return [fillWords(outlookWords['no-change'], language, { day })];
    }
    const day = writeDate(nextChange.on, language);
    const result = this.result(nextChange.result);
    // The result itself is in the first sentence; here stand the rules that make it.
    const causes = nextChange.because.filter(({ rule }) => rule !== this.#given.program.result);
    return [
      fillWords(outlookWords.change, language, { day, result }),
      ...causes.flatMap((cause) => this.#cause(cause)),
    ];
  }

  exits({ exits }: ProgramTrace): readonly string[] {
    const { language } = this.#given;
    if (exits === undefined) return [];
    const { byTime, byAction, searched } = exits;
    const lines: string[] = [];
    if (byTime !== undefined) {
      const day = writeDate(byTime.on, language);
      lines.push(
        fillWords(outlookWords.wait, language, { day, result: this.result(byTime.result) }),
      );
    }
    for (const { actions, on, result } of byAction) {
      const listed = actions
        .map((each) => this.#action(each))
        .join(language === 'zh' ? '、' : ', ');
      const day = writeDate(on, language);
      const names = { actions: listed, day, result: this.result(result) };
      lines.push(fillWords(outlookWords.exit, language, names));
    }
    if (byAction.length === 0) lines.push(fillWords(outlookWords['no-exit'], language, {}));
    if (!searched.complete) {
      const size = String(searched.size);
      lines.push(fillWords(outlookWords['search-stopped'], language, { size }));
    }
    return lines;
  }

  warnings({ warnings }: ProgramTrace): readonly string[] {
    const { language, labels } = this.#given;
    return warnings.map((warning) => {
      switch (warning.kind) {
        case 'review-overdue': {
          const day = writeDate(warning.since, language);
          return fillWords(warningWords[warning.kind], language, {
            day,
            title: nameOf(labels.rule(warning.rule), warning.rule, language),
          });
        }
        case 'unconfirmed':
          return fillWords(this.#unsure(warning.confidence), language, {
            title: nameOf(labels.rule(warning.rule), warning.rule, language),
          });
        case 'value-unconfirmed':
          return fillWords(this.#unsure(warning.confidence), language, {
            title: nameOf(labels.value(warning.value), warning.value, language),
          });
      }
    });
  }

  #unsure(confidence: string): (typeof warningWords)['secondary' | 'unverified'] {
    return warningWords[confidence === 'secondary' ? 'secondary' : 'unverified'];
  }

  #cause({
    rule,
    title,
    from,
    to,
    state,
    begins,
    ends,
  }: Extract<ProgramTrace['nextChange'], { on: unknown }>['because'][number]): readonly string[] {
    const { language, program } = this.#given;
    const type = program.rules.find(({ name }) => name === rule)?.value.type ?? this.#type;
    const lines = [
      fillWords(outlookWords.cause, language, {
        title: nameOf(title, rule, language),
        from: this.#value(from, type),
        to: this.#value(to, type),
      }),
    ];
    if (state !== undefined) lines.push(fillWords(outlookWords[`rule-${state}`], language, {}));
    const both = { ends, begins } as const;
    for (const which of ['ends', 'begins'] as const) {
      if (both[which].length === 0) continue;
      const records = both[which]
        .map((id) => this.#record(id))
        .join(language === 'zh' ? '、' : ', ');
      lines.push(fillWords(outlookWords[which], language, { records }));
    }
    return lines;
  }

  #action({ action, record }: { action: string; record?: string }): string {
    const { language, labels } = this.#given;
    const name = nameOf(labels.action(action), action, language);
    if (record === undefined) return name;
    const names = { action: name, record: this.#record(record) };
    return fillWords(outlookWords['exit-action'], language, names);
  }

  #record(id: string): string {
    return nameOf(this.#given.labels.record(id), id, this.#given.language);
  }

  #value(value: TraceValue, type: Type): string {
    if (value === null) return '';
    return typeof value === 'object'
      ? writeList(value, this.#given.language)
      : writeTyped(this.#wording, value, type);
  }
}
