import { dayNumber, parseAmount, parseCivilDate } from '@credence/domain';

import { boundsOf } from './amounts.ts';
import { checkCodes, checkHas } from './check-codes.ts';
import { notCounted } from './check-operators.ts';
import { checkRecords, collectionOf } from './check-records.ts';
import { checkActive, checkWithin, wrongCount } from './check-time.ts';
import { anything, fault, inWords, isOf, unknownName, type Scope } from './scope.ts';
import type { Syntax } from './syntax.ts';
import type { Expression } from './tree.ts';

type Call = Syntax & { readonly form: 'call' };

const FUNCTIONS = ['has', 'cap', 'within', 'activeAt', 'age', 'money', 'date', 'value'] as const;

/** Every word with brackets. */
export function checkCall(syntax: Call, scope: Scope): Expression | undefined {
  const { name, of } = syntax;
  if (of !== undefined) {
    const asked = { ...syntax, of };
    return collectionOf(of, scope) === undefined
      ? checkCodes(asked, scope)
      : checkRecords(asked, scope);
  }
  const known = FUNCTIONS.find((word) => word === name.text);
  switch (known) {
    case 'has':
      return checkHas(syntax, scope);
    case 'cap':
      return checkCap(syntax, scope);
    case 'within':
      return checkWithin(syntax, scope);
    case 'activeAt':
      return checkActive(syntax, scope);
    case 'age':
      return fault(scope, {
        code: 'expression-type',
        span: syntax.span,
        message: 'age() is compared with a period at once.',
        accepted: 'age(date) >= P24M',
      });
    case 'money':
      return checkMoney(syntax, scope);
    case 'date':
      return checkDate(syntax, scope);
    case 'value':
      return checkValue(syntax, scope);
    case undefined: {
      const what = 'a word of the language';
      const given = { span: name.span, found: name.text, what, known: FUNCTIONS };
      return unknownName(scope, given);
    }
  }
}

function checkCap({ given, span }: Call, scope: Scope): Expression | undefined {
  const [first, second] = given;
  if (first === undefined || second === undefined || given.length !== 2) {
    return wrongCount(span, 'cap(amount, limit)', scope);
  }
  const of = scope.check(first, scope, anything);
  const limit = scope.check(second, scope, anything);
  if (of === undefined || limit === undefined) return undefined;
  const [a, b] = [of.type, limit.type];
  if (a.kind !== 'int' && a.kind !== 'money') return notCounted(of, scope);
  if ((b.kind !== 'int' && b.kind !== 'money') || !isOf(b, a)) {
    return fault(scope, {
      code: 'expression-type',
      span: limit.span,
      message: `The limit is ${inWords(b)}; what it limits is ${inWords(a)}.`,
      found: inWords(b),
      accepted: inWords(a),
    });
  }
  const bounds = boundsOf([Math.min(a.least, b.least), Math.min(a.most, b.most)]);
  return { op: 'cap', of, limit, type: { kind: a.kind, ...bounds }, span };
}

/** The text of `money("...")`, `date("...")`, `value("...")`. */
function textOf({ name, given, span }: Call, scope: Scope): string | undefined {
  const [first] = given;
  if (first?.form === 'text' && given.length === 1) return first.value;
  wrongCount(span, `${name.text}("...")`, scope);
  return undefined;
}

function checkMoney(syntax: Call, scope: Scope): Expression | undefined {
  const text = textOf(syntax, scope);
  if (text === undefined) return undefined;
  const { currency } = scope.world;
  const amount = text.startsWith(`${currency} `) ? text.slice(currency.length + 1) : '';
  const read = parseAmount(amount, { currency, unit: 'base' });
  if (read.kind === 'refused') {
    return fault(scope, {
      code: 'expression-type',
      span: syntax.span,
      message: `"${text}" is no sum of money of this edition.`,
      found: text,
      accepted: `"${currency} 50000.00"`,
    });
  }
  const value = read.money.amount;
  const type = { kind: 'money', least: value, most: value } as const;
  return { op: 'literal', value, type, span: syntax.span };
}

function checkDate(syntax: Call, scope: Scope): Expression | undefined {
  const text = textOf(syntax, scope);
  if (text === undefined) return undefined;
  const day = parseCivilDate(text);
  if (day !== undefined) {
    return { op: 'literal', value: dayNumber(day), type: { kind: 'date' }, span: syntax.span };
  }
  return fault(scope, {
    code: 'expression-type',
    span: syntax.span,
    message: `"${text}" is no day of the calendar.`,
    found: text,
    accepted: '"2026-04-01"',
  });
}

function checkValue(syntax: Call, scope: Scope): Expression | undefined {
  const name = textOf(syntax, scope);
  if (name === undefined) return undefined;
  const { values } = scope.world;
  const named = values.get(name);
  const { span } = syntax;
  if (named === undefined) {
    const known = [...values].filter(([, { type }]) => type.kind !== 'period').map(([id]) => id);
    return unknownName(scope, { span, found: name, what: 'a value of the edition', known });
  }
  if (named.type.kind !== 'period') return { op: 'value', name, type: named.type, span };
  return fault(scope, {
    code: 'expression-type',
    span,
    message: `${name} is a period; periods stand in within() and against age().`,
    found: name,
    repair: `Write within(r.decided, value("${name}")).`,
  });
}
