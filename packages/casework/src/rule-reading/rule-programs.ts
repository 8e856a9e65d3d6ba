import { formatAmount, fromDayNumber, type Language, type Localised } from '@credence/domain';
import {
  createEvaluator,
  labelsOfEdition,
  programsOfEdition,
  writeTrace,
  type Edition,
  type EditionProgram,
  type Evaluator,
  type Labels,
  type ProgramTrace,
  type TraceValue,
  type Type,
  type WrittenTrace,
} from '@credence/rulebook';

import type { CardKind } from '../view/view.ts';

/** A program card that computes, ready to be asked. */
export interface ReadyProgram {
  readonly card: EditionProgram['card'];
  readonly evaluator: Evaluator;
  readonly labels: Labels;
  /** From the best to the worst. */
  readonly classes: readonly string[];
}

const known = new WeakMap<Edition, ReadonlyMap<string, EditionProgram>>();
const ready = new WeakMap<EditionProgram, ReadyProgram>();

/** The program of a card; undefined where the card computes nothing. An edition never changes. */
export function findProgram(
  edition: Edition,
  place: { readonly kind: CardKind; readonly id: string },
): ReadyProgram | undefined {
  const found = programsOf(edition).get(`${place.kind}:${place.id}`);
  if (found?.making.kind !== 'made') return undefined;
  const kept = ready.get(found);
  if (kept !== undefined) return kept;
  const { card, making } = found;
  const titles = new Map(making.program.rules.map(({ name, title }) => [name, title]));
  const labels: Labels = {
    ...labelsOfEdition(edition, card),
    rule: (name) => titles.get(name),
  };
  const { program, classes } = making;
  const made = { card, evaluator: createEvaluator(program), labels, classes };
  ready.set(found, made);
  return made;
}

function programsOf(edition: Edition): ReadonlyMap<string, EditionProgram> {
  const kept = known.get(edition);
  if (kept !== undefined) return kept;
  const made = new Map(programsOfEdition(edition).map((each) => [`${each.kind}:${each.id}`, each]));
  known.set(edition, made);
  return made;
}

/** The same sentence in both languages. */
export function inBoth(say: (language: Language) => string): Localised {
  return { zh: say('zh'), en: say('en') };
}

/** A trace in both languages; records are called by their titles. */
export function writeBoth(
  { evaluator, labels, classes: [best] }: ReadyProgram,
  trace: ProgramTrace,
  record: Labels['record'],
): { readonly zh: WrittenTrace; readonly en: WrittenTrace } {
  const given = { program: evaluator.program, labels: { ...labels, record }, best };
  return {
    zh: writeTrace(trace, { ...given, language: 'zh' }),
    en: writeTrace(trace, { ...given, language: 'en' }),
  };
}

const yesNo = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  none: { zh: '没有', en: 'not known' },
} as const;

/** A value of a program in words: a code by its title, money with its currency. */
export function writeResult(
  { evaluator, labels }: ReadyProgram,
  value: TraceValue,
  type: Type,
): Localised {
  if (value === null) return yesNo.none;
  if (typeof value === 'boolean') return value ? yesNo.yes : yesNo.no;
  if (typeof value === 'object') {
    const members = value.map((code) => codeTitle(labels, type, code));
    return {
      zh: members.map(({ zh, en }) => zh ?? en ?? '').join('、'),
      en: members.map(({ zh, en }) => en ?? zh ?? '').join(', '),
    };
  }
  if (typeof value === 'string') return codeTitle(labels, type, value);
  const text = writeNumber(evaluator.program.world.currency, value, type);
  return { zh: text, en: text };
}

function writeNumber(currency: string, value: number, type: Type): string {
  if (type.kind === 'date') return fromDayNumber(value);
  if (type.kind === 'money') return `${currency} ${formatAmount({ amount: value, currency })}`;
  return String(value);
}

function codeTitle(labels: Labels, type: Type, code: string): Localised {
  const title =
    type.kind === 'code' || type.kind === 'codes' ? labels.code(type.list, code) : undefined;
  return title ?? { zh: code, en: code };
}
