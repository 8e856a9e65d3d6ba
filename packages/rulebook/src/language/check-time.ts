import { parsePeriod } from '@credence/domain';

import { fault, unknownName, want, type Scope } from './scope.ts';
import type { Syntax } from './syntax.ts';
import type { Comparison, Expression, PeriodNode, Span } from './tree.ts';

type Call = Syntax & { readonly form: 'call' };

/** Whether something asks how long ago a day was. */
export function isAge(syntax: Syntax): syntax is Call {
  return syntax.form === 'call' && syntax.of === undefined && syntax.name.text === 'age';
}

/** `within(date, period)`. */
export function checkWithin({ given, span }: Call, scope: Scope): Expression | undefined {
  const [first, second] = given;
  if (first === undefined || second === undefined || given.length !== 2) {
    return wrongCount(span, 'within(date, period)', scope);
  }
  const date = want(first, scope, { kind: 'date' });
  const period = checkPeriod(second, scope);
  if (date === undefined || period === undefined) return undefined;
  return { op: 'within', date, period, type: { kind: 'bool' }, span };
}

/** `age(date) >= period`. */
export function checkAge(
  asked: {
    readonly how: Comparison;
    readonly left: Syntax;
    readonly right: Syntax;
    readonly span: Span;
    readonly at: Span;
  },
  scope: Scope,
): Expression | undefined {
  const { how, left, right, span, at } = asked;
  if (!isAge(left) || isAge(right)) {
    return fault(scope, {
      code: 'expression-syntax',
      span,
      message: 'age() stands on the left, a period on the right.',
      accepted: 'age(date) >= P24M',
    });
  }
  if (how === '==' || how === '!=') {
    return fault(scope, {
      code: 'expression-type',
      span: at,
      message: `${how} would hold on one day only, or on all but one.`,
      found: how,
      accepted: '<, <=, > or >=',
    });
  }
  const [first] = left.given;
  if (first === undefined || left.given.length !== 1) {
    return wrongCount(left.span, 'age(date)', scope);
  }
  const date = want(first, scope, { kind: 'date' });
  const period = checkPeriod(right, scope);
  if (date === undefined || period === undefined) return undefined;
  return { op: 'age', how, date, period, type: { kind: 'bool' }, span };
}

/** `activeAt(r)`. */
export function checkActive({ given, span }: Call, scope: Scope): Expression | undefined {
  const { record, world } = scope;
  const [first] = given;
  if (
    record === undefined ||
    given.length !== 1 ||
    first?.form !== 'name' ||
    first.name !== record.name
  ) {
    return fault(scope, {
      code: 'expression-syntax',
      span,
      message: 'activeAt() asks about the record at hand.',
      accepted:
        record === undefined ? 'a place where there is a record' : `activeAt(${record.name})`,
    });
  }
  if (world.collections.get(record.collection)?.active === undefined) {
    return fault(scope, {
      code: 'expression-type',
      span,
      message: `${record.collection} have no day on which they begin and end.`,
      found: `activeAt(${record.name})`,
      repair: 'Ask within() about one of their days.',
    });
  }
  return { op: 'active', type: { kind: 'bool' }, span };
}

const PERIODS = 'P24M, P2Y or P60D';

/** A period written out, or a value of the edition that is one. */
function checkPeriod(syntax: Syntax, scope: Scope): PeriodNode | undefined {
  const { span } = syntax;
  if (syntax.form === 'call' && syntax.of === undefined && syntax.name.text === 'value') {
    return checkPeriodValue(syntax, scope);
  }
  const written = syntax.form === 'name' ? syntax.name : undefined;
  const period = written === undefined ? undefined : parsePeriod(written);
  if (period === undefined || period.unit === 'working-days' || period.count === 0) {
    const inWorkingDays = period?.unit === 'working-days';
    fault(scope, {
      code: 'expression-type',
      span,
      message: inWorkingDays
        ? 'Working days belong to clocks, where a calendar stands beside them.'
        : 'A period is asked for here.',
      ...(written === undefined ? {} : { found: written }),
      accepted: `${PERIODS}, or value("...") of one`,
    });
    return undefined;
  }
  return { op: 'period', period, span };
}

function checkPeriodValue({ given, span }: Call, scope: Scope): PeriodNode | undefined {
  const [first] = given;
  if (first?.form !== 'text' || given.length !== 1) {
    wrongCount(span, 'value("name")', scope);
    return undefined;
  }
  const { values } = scope.world;
  const named = values.get(first.value);
  if (named === undefined) {
    const periods = [...values].filter(([, { type }]) => type.kind === 'period');
    const what = 'a period of the edition';
    const known = periods.map(([name]) => name);
    unknownName(scope, { span: first.span, found: first.value, what, known });
    return undefined;
  }
  if (named.type.kind === 'period') return { op: 'value', name: first.value, span };
  fault(scope, {
    code: 'expression-type',
    span,
    message: `${first.value} is no period.`,
    found: first.value,
    accepted: PERIODS,
  });
  return undefined;
}

/** Refuses a call with too few or too many parts, or parts of another form. */
export function wrongCount(span: Span, accepted: string, scope: Scope): Expression | undefined {
  return fault(scope, {
    code: 'expression-syntax',
    span,
    message: `${accepted.slice(0, accepted.indexOf('('))}() is written otherwise.`,
    accepted,
  });
}
