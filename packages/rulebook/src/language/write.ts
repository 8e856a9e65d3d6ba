import { formatAmount, formatPeriod, fromDayNumber } from '@credence/domain';

import type { Expression, PeriodNode, RecordsNode } from './tree.ts';
import type { World } from './world.ts';

/** How tightly the outermost sign of a text binds; 6 and more needs no brackets anywhere. */
interface Written {
  readonly text: string;
  readonly strength: number;
}

const CHOICE = 0;
const OR = 1;
const AND = 2;
const RELATION = 3;
const UNARY = 6;
const WHOLE = 7;

const strengths = { '+': 4, '-': 4, '*': 5, '/': 5 } as const;

/**
 * The text of an expression in one settled spelling: `r` is the record at hand, `k` the code at hand,
 * filters stand together, brackets only where they change something. Reading it again gives the same
 * expression. A decision table is written as choices, the last row as the rest.
 *
 * @param currency - the currency of the edition, in which its money is written
 */
export function write(expression: Expression, { currency }: Pick<World, 'currency'>): string {
  return new Writer(currency).write(expression).text;
}

class Writer {
  readonly #currency: string;

  constructor(currency: string) {
    this.#currency = currency;
  }

  write(expression: Expression): Written {
    switch (expression.op) {
      case 'literal':
        return { text: this.#literal(expression.value, expression.type.kind), strength: WHOLE };
      case 'value':
        return { text: `value("${expression.name}")`, strength: WHOLE };
      case 'rule':
        return { text: expression.name, strength: WHOLE };
      case 'field':
        return { text: ownerOf(expression), strength: WHOLE };
      case 'has':
        return { text: `has(${ownerOf(expression)})`, strength: WHOLE };
      case 'member':
        return { text: 'k', strength: WHOLE };
      case 'active':
        return { text: 'activeAt(r)', strength: WHOLE };
      case 'not':
        return { text: `!${this.#at(expression.of, UNARY)}`, strength: UNARY };
      case 'negate':
        return { text: `-${this.#at(expression.of, UNARY)}`, strength: UNARY };
      case 'within': {
        const date = this.write(expression.date).text;
        return { text: `within(${date}, ${writePeriod(expression.period)})`, strength: WHOLE };
      }
      case 'cap': {
        const [of, limit] = [this.write(expression.of), this.write(expression.limit)];
        return { text: `cap(${of.text}, ${limit.text})`, strength: WHOLE };
      }
      case 'codes-size':
        return { text: `${this.#at(expression.of, WHOLE)}.size()`, strength: WHOLE };
      case 'codes-some':
      case 'codes-every': {
        const word = expression.op === 'codes-some' ? 'exists' : 'all';
        const [of, body] = [this.#at(expression.of, WHOLE), this.write(expression.body).text];
        return { text: `${of}.${word}(k, ${body})`, strength: WHOLE };
      }
      case 'count':
      case 'some':
      case 'every':
      case 'sum':
      case 'least':
      case 'most':
        return { text: this.#aggregate(expression), strength: WHOLE };
      default:
        return this.#signs(expression);
    }
  }

  #signs(
    expression: Extract<
      Expression,
      { op: 'and' | 'or' | 'compare' | 'in' | 'arithmetic' | 'choose' | 'table' | 'age' }
    >,
  ): Written {
    switch (expression.op) {
      case 'and':
      case 'or': {
        const isAnd = expression.op === 'and';
        const parts = expression.parts.map((part) => this.#at(part, isAnd ? AND + 1 : OR + 1));
        return { text: parts.join(isAnd ? ' && ' : ' || '), strength: isAnd ? AND : OR };
      }
      case 'compare': {
        const left = this.#at(expression.left, RELATION + 1);
        const right = this.#at(expression.right, RELATION + 1);
        return { text: `${left} ${expression.how} ${right}`, strength: RELATION };
      }
      case 'in': {
        const members = expression.members.join(', ');
        const of = this.#at(expression.of, RELATION + 1);
        return { text: `${of} in [${members}]`, strength: RELATION };
      }
      case 'age': {
        const date = this.write(expression.date).text;
        const text = `age(${date}) ${expression.how} ${writePeriod(expression.period)}`;
        return { text, strength: RELATION };
      }
      case 'arithmetic': {
        const strength = strengths[expression.how];
        const left = this.#at(expression.left, strength);
        const right = this.#at(expression.right, strength + 1);
        return { text: `${left} ${expression.how} ${right}`, strength };
      }
      case 'choose': {
        const test = this.#at(expression.test, OR);
        const [yes, no] = [this.write(expression.yes).text, this.write(expression.no).text];
        return { text: `${test} ? ${yes} : ${no}`, strength: CHOICE };
      }
      case 'table':
        return { text: this.#rows(expression.rows), strength: CHOICE };
    }
  }

  #rows(rows: Extract<Expression, { op: 'table' }>['rows']): string {
    return rows
      .map(({ when, then }, index) => {
        const text = this.write(then).text;
        return index === rows.length - 1 ? text : `${this.#at(when, OR)} ? ${text} : `;
      })
      .join('');
  }

  #aggregate(
    expression: Extract<Expression, { op: 'count' | 'some' | 'every' | 'sum' | 'least' | 'most' }>,
  ): string {
    const records = this.#records(expression.records);
    switch (expression.op) {
      case 'count':
        return `${records}.size()`;
      case 'some':
        return `${records}.exists(r, ${this.write(expression.body).text})`;
      case 'every':
        return `${records}.all(r, ${this.write(expression.body).text})`;
      case 'sum':
        return `${records}.sum(r, ${this.write(expression.body).text})`;
      case 'least':
      case 'most': {
        const word = expression.op === 'least' ? 'min' : 'max';
        const [body, otherwise] = [this.write(expression.body), this.write(expression.otherwise)];
        return `${records}.${word}(r, ${body.text}, ${otherwise.text})`;
      }
    }
  }

  #records({ collection, where }: RecordsNode): string {
    const [only, ...others] = where;
    if (only === undefined) return collection;
    const text =
      others.length === 0
        ? this.write(only).text
        : where.map((part) => this.#at(part, AND + 1)).join(' && ');
    return `${collection}.filter(r, ${text})`;
  }

  /** A part in brackets where its own sign is weaker than what stands around it. */
  #at(expression: Expression, strength: number): string {
    const written = this.write(expression);
    return written.strength < strength ? `(${written.text})` : written.text;
  }

  #literal(value: boolean | number | string, kind: Expression['type']['kind']): string {
    if (kind === 'date') return `date("${fromDayNumber(Number(value))}")`;
    if (kind !== 'money') return String(value);
    const currency = this.#currency;
    return `money("${currency} ${formatAmount({ amount: Number(value), currency })}")`;
  }
}

function ownerOf({ of, name }: { of: 'subject' | 'record'; name: string }): string {
  return `${of === 'subject' ? 'org' : 'r'}.${name}`;
}

/** A period as expressions write it. */
export function writePeriod(period: PeriodNode): string {
  return period.op === 'period' ? formatPeriod(period.period) : `value("${period.name}")`;
}
