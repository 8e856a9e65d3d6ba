import { either, isSafe, sumOf } from './amounts.ts';
import { notCounted } from './check-operators.ts';
import { SUBJECT } from './check-names.ts';
import { wrongCount } from './check-time.ts';
import { knownAfter } from './known-facts.ts';
import { anything, fault, isOf, truth, unknownName, want, type Scope } from './scope.ts';
import type { Syntax } from './syntax.ts';
import type { Expression, RecordsNode, Span } from './tree.ts';

type Call = Syntax & { readonly form: 'call' };

const MACROS = ['filter', 'size', 'exists', 'all', 'sum', 'min', 'max'] as const;

/** The collection that `penalties.filter(...).filter(...)` starts from, where it is one. */
export function collectionOf(syntax: Syntax, scope: Scope): string | undefined {
  let start = syntax;
  while (start.form === 'call' && start.of !== undefined) start = start.of;
  return start.form === 'name' && scope.world.collections.has(start.name) ? start.name : undefined;
}

/** A macro over records: `penalties.filter(r, ...).size()`. */
export function checkRecords(
  syntax: Call & { readonly of: Syntax },
  scope: Scope,
): Expression | undefined {
  const { name, given, of, span } = syntax;
  const macro = MACROS.find((known) => known === name.text);
  if (macro === undefined) {
    const what = 'a question about records';
    return unknownName(scope, { span: name.span, found: name.text, what, known: MACROS });
  }
  if (macro === 'filter') {
    return fault(scope, {
      code: 'expression-type',
      span,
      message: 'These are records, not a value.',
      repair: 'Count them with .size(), or ask .exists(r, ...).',
    });
  }
  const selection = select(of, scope);
  if (selection === undefined) return undefined;
  const { records, inner, most } = selection;
  switch (macro) {
    case 'size':
      if (given.length > 0) return wrongCount(name.span, 'size()', scope);
      return { op: 'count', records, type: { kind: 'int', least: 0, most }, span };
    case 'exists':
    case 'all': {
      const body = bodyOf(syntax, inner, (condition, at) => want(condition, at, truth));
      const op = macro === 'exists' ? 'some' : 'every';
      return body && { op, records, body, type: { kind: 'bool' }, span };
    }
    case 'sum': {
      const body = bodyOf(syntax, inner, (amount, at) => scope.check(amount, at, anything));
      if (body === undefined) return undefined;
      if (body.type.kind !== 'int' && body.type.kind !== 'money') return notCounted(body, scope);
      const bounds = sumOf(body.type, most);
      if (!isSafe(scope, bounds, span)) return undefined;
      return { op: 'sum', records, body, type: { kind: body.type.kind, ...bounds }, span };
    }
    case 'min':
    case 'max':
      return checkExtreme(syntax, macro === 'min' ? 'least' : 'most', selection, scope);
  }
}

interface Selection {
  readonly records: RecordsNode;
  /** What is known inside the brackets that follow. */
  readonly inner: (variable: string) => Scope;
  readonly most: number;
}

/** The records that a chain of filters leaves. */
function select(syntax: Syntax, scope: Scope): Selection | undefined {
  if (syntax.form === 'name') return start(syntax, scope);
  if (syntax.form !== 'call' || syntax.of === undefined) return undefined;
  if (syntax.name.text !== 'filter') {
    fault(scope, {
      code: 'expression-syntax',
      span: syntax.name.span,
      message: `${syntax.name.text}() gives one value, about which nothing more can be asked.`,
      found: syntax.name.text,
      accepted: 'filter',
    });
    return undefined;
  }
  const before = select(syntax.of, scope);
  if (before === undefined) return undefined;
  let known: Scope['known'] = 'unsure';
  const condition = bodyOf(syntax, before.inner, (text, at) => {
    const checked = want(text, at, truth);
    known = knownAfter(at.known, checked, 'true');
    return checked;
  });
  if (condition === undefined) return undefined;
  const { collection, where } = before.records;
  const parts = condition.op === 'and' ? condition.parts : [condition];
  return {
    ...before,
    records: { collection, where: [...where, ...parts], span: syntax.span },
    inner: (variable) => ({ ...before.inner(variable), known }),
  };
}

function start(
  { name, span }: Syntax & { readonly form: 'name' },
  scope: Scope,
): Selection | undefined {
  const { world, record, known } = scope;
  if (record?.of === 'macro' || scope.member !== undefined) {
    fault(scope, {
      code: 'expression-type',
      span,
      message: 'Records are not gone through inside one another.',
      found: name,
      repair: 'Ask about them outside of the brackets, and join the two with &&.',
    });
    return undefined;
  }
  // What was asked about another record says nothing about these.
  const ofSubject: Scope['known'] =
    known === 'unsure' ? known : new Set([...known].filter((fact) => fact.startsWith('subject.')));
  return {
    records: { collection: name, where: [], span },
    inner: (variable) => ({
      ...scope,
      record: { collection: name, name: variable, of: 'macro' },
      known: ofSubject,
    }),
    most: world.collections.get(name)?.most ?? 0,
  };
}

function bodyOf(
  { name, given }: Call,
  inner: Selection['inner'],
  check: (body: Syntax, scope: Scope) => Expression | undefined,
): Expression | undefined {
  const [variable, body] = given;
  // The name does not matter for the fault; any scope of the chain reports to the same list.
  if (body === undefined || given.length !== 2) {
    return wrongCount(name.span, `${name.text}(r, ...)`, inner('r'));
  }
  const called = variableOf(variable, inner('r'));
  return called === undefined ? undefined : check(body, inner(called));
}

/** The name that a macro gives to what it goes through. */
export function variableOf(syntax: Syntax | undefined, scope: Scope): string | undefined {
  if (syntax === undefined) return undefined;
  const { world, rules } = scope;
  const name = syntax.form === 'name' ? syntax.name : undefined;
  const isTaken =
    name === SUBJECT || (name !== undefined && (world.collections.has(name) || rules.has(name)));
  if (name !== undefined && !isTaken) return name;
  fault(scope, {
    code: 'expression-syntax',
    span: syntax.span,
    message: isTaken
      ? `${name} already has a meaning.`
      : 'First comes the name by which each one is called.',
    ...(name === undefined ? {} : { found: name }),
    accepted: 'a name such as r',
  });
  return undefined;
}

function checkExtreme(
  { name, given, span }: Call,
  op: 'least' | 'most',
  { records, inner }: Selection,
  scope: Scope,
): Expression | undefined {
  const [variable, text, otherwiseText] = given;
  if (text === undefined || otherwiseText === undefined || given.length !== 3) {
    return wrongCount(name.span, `${name.text}(r, ..., value where there is no record)`, scope);
  }
  const called = variableOf(variable, scope);
  const body = called === undefined ? undefined : scope.check(text, inner(called), anything);
  const otherwise = scope.check(otherwiseText, scope, anything);
  if (body === undefined || otherwise === undefined) return undefined;
  const { type } = body;
  if (type.kind !== 'date' && type.kind !== 'int' && type.kind !== 'money') {
    return notCounted(body, scope);
  }
  if (!isOf(otherwise.type, type)) return notAlike(otherwise.span, scope, body);
  const other = otherwise.type;
  const bounds =
    'least' in type && 'least' in other ? { kind: type.kind, ...either(type, other) } : type;
  return { op, records, body, otherwise, type: bounds, span };
}

function notAlike(span: Span, scope: Scope, { type }: Expression): Expression | undefined {
  return fault(scope, {
    code: 'expression-type',
    span,
    message: 'The value for no record is of another type than those of the records.',
    accepted: type.kind,
  });
}
