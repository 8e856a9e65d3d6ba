import {
  formatAmount,
  formatPeriod,
  fromDayNumber,
  type Language,
  type Localised,
} from '@credence/domain';

import type { Expression, PeriodNode, RecordsNode } from '../language/tree.ts';
import type { Type } from '../language/type.ts';
import type { World } from '../language/world.ts';
import { conditionWords } from './condition-words.ts';
import { fillWords } from './fill-words.ts';
import { nameOf, type Labels } from './labels.ts';
import { writeDate, writeList, writePeriod } from './write-value.ts';

/** For whom, and in whose words, an expression is written. */
export interface Wording {
  readonly world: World;
  readonly labels: Labels;
  readonly language: Language;
}

type Node<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

/**
 * What an expression says, in plain words: a condition as half a sentence, a number as what is
 * counted. `collection` is that of the record at hand.
 */
export function writeCondition(
  wording: Wording,
  expression: Expression,
  collection = wording.world.record ?? '',
): string {
  return new ConditionWriter(wording, collection).write(expression);
}

/** A value of a type in words: a code by its title, a sum with its currency, a day as a day. */
export function writeTyped(
  { world, labels, language }: Wording,
  value: boolean | number | string,
  type: Type,
): string {
  if (typeof value === 'boolean') return conditionWords[value ? 'yes' : 'no'][language];
  if (typeof value === 'string') {
    if (type.kind === 'date') return writeDate(value, language);
    return type.kind === 'code' || type.kind === 'codes'
      ? `“${nameOf(labels.code(type.list, value), value, language)}”`
      : value;
  }
  switch (type.kind) {
    case 'date':
      return writeDate(fromDayNumber(value), language);
    case 'money': {
      const { currency } = world;
      const amount = formatAmount({ amount: value, currency });
      return language === 'zh' && currency === 'CNY' ? `${amount} 元` : `${currency} ${amount}`;
    }
    default:
      return String(value);
  }
}

class ConditionWriter {
  readonly #wording: Wording;
  readonly #collection: string;

  constructor(wording: Wording, collection: string) {
    this.#wording = wording;
    this.#collection = collection;
  }

  write(expression: Expression): string {
    switch (expression.op) {
      case 'literal':
        return writeTyped(this.#wording, expression.value, expression.type);
      case 'value':
        return this.#name(this.#wording.labels.value(expression.name), expression.name);
      case 'rule':
        return expression.type.kind === 'bool'
          ? this.#say('applies', { name: this.#rule(expression) })
          : `“${this.#rule(expression)}”`;
      case 'field':
        return expression.type.kind === 'bool'
          ? this.#say('is', { name: this.#field(expression) })
          : this.#field(expression);
      case 'has':
        return this.#say('has', { name: this.#field(expression) });
      case 'member':
        return this.#say('member', {});
      case 'not':
        return this.#not(expression.of);
      case 'negate':
        return `-${this.write(expression.of)}`;
      case 'and':
      case 'or':
        return this.#join(expression.parts, expression.op);
      case 'compare':
        return this.#compare(expression);
      case 'in':
        return this.#say('in', {
          left: this.write(expression.of),
          right: this.#members(expression),
        });
      case 'arithmetic':
        return `${this.write(expression.left)} ${signs[expression.how]} ${this.write(expression.right)}`;
      case 'choose':
        return this.#say('choose', {
          test: this.write(expression.test),
          yes: this.write(expression.yes),
          no: this.write(expression.no),
        });
      case 'table':
        return expression.rows
          .map(({ when, then }) =>
            this.#say('row', { when: this.write(when), then: this.write(then) }),
          )
          .join(conditionWords.rows[this.#wording.language]);
      case 'cap':
        return this.#say('cap', {
          of: this.write(expression.of),
          limit: this.write(expression.limit),
        });
      case 'codes-size':
        return this.#say('codes-size', { of: this.write(expression.of) });
      case 'codes-some':
      case 'codes-every':
        return this.#codes(expression);
      case 'within':
        return this.#window('within', expression);
      case 'age':
        return this.#window(`age${expression.how}`, expression);
      case 'active':
        return this.#say('active', {});
      default:
        return this.#records(expression);
    }
  }

  #say(words: keyof typeof conditionWords, names: Readonly<Record<string, string>>): string {
    return fillWords(conditionWords[words], this.#wording.language, names);
  }

  #name(label: Localised | undefined, code: string): string {
    return nameOf(label, code, this.#wording.language);
  }

  #rule({ name }: Node<'rule'>): string {
    return this.#name(this.#wording.labels.rule(name), name);
  }

  #field({ of, name }: Node<'field' | 'has'>): string {
    const place = of === 'subject' ? 'org' : this.#collection;
    return this.#name(this.#wording.labels.field(place, name), name);
  }

  #join(parts: readonly Expression[], how: 'and' | 'or'): string {
    const join = conditionWords[how][this.#wording.language];
    const said = how === 'and' ? parts.filter((part) => !isImplied(part, parts)) : parts;
    return said.map((part) => this.write(part)).join(join);
  }

  /** Saying what is so is plainer than denying what is not, where there are words for it. */
  #not(of: Expression): string {
    switch (of.op) {
      case 'field':
        return this.#say('is-not', { name: this.#field(of) });
      case 'rule':
        return this.#say('applies-not', { name: this.#rule(of) });
      case 'has':
        return this.#say('has-not', { name: this.#field(of) });
      case 'in':
        return this.#say('not-in', { left: this.write(of.of), right: this.#members(of) });
      case 'within':
        return this.#window('not-within', of);
      case 'active':
        return this.#say('not-active', {});
      default:
        return this.#say('not', { condition: this.write(of) });
    }
  }

  #compare({ how, left, right }: Node<'compare'>): string {
    const names = { left: this.write(left), right: this.write(right) };
    const isDate = left.type.kind === 'date' && how !== '==' && how !== '!=';
    return this.#say(isDate ? `date${how}` : how, names);
  }

  #members({ of, members }: Node<'in'>): string {
    const { labels, language } = this.#wording;
    const { type } = of;
    return writeList(
      members.map((member) =>
        type.kind === 'code' && typeof member === 'string'
          ? nameOf(labels.code(type.list, member), member, language)
          : String(member),
      ),
      language,
    );
  }

  #window(
    words: 'within' | 'not-within' | `age${Node<'age'>['how']}`,
    { date, period }: Node<'within' | 'age'>,
  ): string {
    return this.#say(words, { date: this.write(date), period: this.#period(period) });
  }

  #period(node: PeriodNode): string {
    const { labels, language } = this.#wording;
    if (node.op === 'value') return `“${nameOf(labels.value(node.name), node.name, language)}”`;
    return writePeriod(formatPeriod(node.period), language);
  }

  #codes({ op, of, body }: Node<'codes-some' | 'codes-every'>): string {
    const written = this.write(of);
    const isSome = op === 'codes-some';
    const list = this.#listedIn(body);
    if (list !== undefined) {
      return this.#say(isSome ? 'some-codes' : 'every-code', { of: written, list });
    }
    const words = isSome ? 'some-codes-such' : 'every-code-such';
    return this.#say(words, { of: written, condition: this.write(body) });
  }

  /** The codes that a condition about the code at hand asks for, where that is all it asks. */
  #listedIn(body: Expression): string | undefined {
    if (body.op === 'in' && body.of.op === 'member') return this.#members(body);
    if (body.op !== 'compare' || body.how !== '==' || body.left.op !== 'member') return undefined;
    return this.write(body.right);
  }

  #records(node: Node<'count' | 'some' | 'every' | 'sum' | 'least' | 'most'>): string {
    const records = this.#filtered(node.records);
    if (node.op === 'count') return this.#say('count', { records });
    const inner = new ConditionWriter(this.#wording, node.records.collection);
    return this.#say(node.op, { records, body: inner.write(node.body) });
  }

  #filtered({ collection, where }: RecordsNode): string {
    const name = this.#name(this.#wording.labels.collection(collection), collection);
    if (where.length === 0) return name;
    const inner = new ConditionWriter(this.#wording, collection);
    const join = conditionWords.and[this.#wording.language];
    return this.#say('records', {
      name,
      conditions: where
        .filter((part) => !isImplied(part, where))
        .map((each) => inner.write(each))
        .join(join),
    });
  }
}

/**
 * That a field is stated, or a list not empty, is said by the next condition about it as well; it is
 * asked apart only because the language wants it asked.
 */
function isImplied(part: Expression, parts: readonly Expression[]): boolean {
  const asked = part.op === 'has' ? part : sizeAsked(part);
  return (
    asked !== undefined &&
    parts.some((other) => other !== part && !isDenial(other) && speaksOf(other, asked))
  );
}

/** The codes that a condition asks to be at least one. */
function sizeAsked(part: Expression): Node<'field'> | undefined {
  if (part.op !== 'compare' || part.how !== '>' || part.left.op !== 'codes-size') return undefined;
  const { left, right } = part;
  if (right.op !== 'literal' || right.value !== 0) return undefined;
  return left.of.op === 'field' ? left.of : undefined;
}

/** What is not so is not so where nothing is stated either: there it has to be said. */
function isDenial(part: Expression): boolean {
  return part.op === 'not' || (part.op === 'compare' && part.how === '!=');
}

function speaksOf(other: Expression, { of, name }: Node<'field' | 'has'>): boolean {
  const said = subjectOf(other);
  return said.op === 'field' && said.of === of && said.name === name;
}

/** What a condition speaks of first. */
function subjectOf(condition: Expression): Expression {
  switch (condition.op) {
    case 'compare':
      return condition.left;
    case 'in':
    case 'codes-some':
    case 'codes-every':
      return condition.of;
    case 'within':
    case 'age':
      return condition.date;
    default:
      return condition;
  }
}

const signs = { '+': '+', '-': '-', '*': '×', '/': '÷' } as const;
