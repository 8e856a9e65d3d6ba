import type { Language } from '@credence/domain';

import type {
  ChangeCause,
  ProgramTrace,
  TraceValue,
  TraceWarning,
} from '../evaluate/program-trace.ts';
import type { Program } from '../language/program.ts';
import type { Type } from '../language/type.ts';
import { fillWords } from './fill-words.ts';
import { nameOf, type Labels } from './labels.ts';
import { outlookWords, warningWords } from './trace-words.ts';
import { writeTyped, type Wording } from './write-condition.ts';
import { writeDate, writeList } from './write-value.ts';

interface OutlookWording {
  readonly program: Program;
  readonly labels: Labels;
  readonly language: Language;
  readonly best?: string | undefined;
}

/** Writes what comes after the answer: when it changes, what can be done, how sure the law is. */
export class OutlookWriter {
  readonly #given: OutlookWording;
  readonly #wording: Wording;
  readonly #type: Type;

  constructor(given: OutlookWording, wording: Wording, type: Type) {
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
      const { noneUntil, lapses } = nextChange;
      const words = outlookWords[lapses === undefined ? 'no-change' : 'lapses'];
      return [fillWords(words, language, { day: writeDate(lapses ?? noneUntil, language) })];
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

  exits({ exits, result, nextChange }: ProgramTrace): readonly string[] {
    const { language, best } = this.#given;
    // Nobody who has the best result there is looks for a way to a better one.
    if (exits === undefined || (best !== undefined && result === best)) return [];
    const { byTime, byAction, searched } = exits;
    const lines: string[] = [];
    // The next change says so already, where it is the one that helps.
    const said = nextChange !== undefined && 'on' in nextChange ? nextChange.on : undefined;
    if (byTime !== undefined && byTime.on !== said) {
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
    const overdue = warnings.flatMap((warning) => {
      if (warning.kind !== 'review-overdue') return [];
      const title = nameOf(labels.rule(warning.rule), warning.rule, language);
      const day = writeDate(warning.since, language);
      return [fillWords(warningWords[warning.kind], language, { day, title })];
    });
    return [...new Set(overdue), ...this.#unsure(warnings, 'secondary'), ...this.#unsure(warnings)];
  }

  /** Everything that is as unsure as that in one sentence; a title that stands twice once. */
  #unsure(warnings: readonly TraceWarning[], which?: 'secondary'): readonly string[] {
    const { language, labels } = this.#given;
    const titles = warnings.flatMap((warning) => {
      if (warning.kind === 'review-overdue') return [];
      if ((warning.confidence === 'secondary') !== (which === 'secondary')) return [];
      return [
        warning.kind === 'unconfirmed'
          ? nameOf(labels.rule(warning.rule), warning.rule, language)
          : nameOf(labels.value(warning.value), warning.value, language),
      ];
    });
    if (titles.length === 0) return [];
    const listed = writeList([...new Set(titles)], language, 'and');
    return [fillWords(warningWords[which ?? 'unverified'], language, { titles: listed })];
  }

  #cause({ rule, title, from, to, state, begins, ends }: ChangeCause): readonly string[] {
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
