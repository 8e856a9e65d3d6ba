import { findField } from './check-names.ts';
import { variableOf } from './check-records.ts';
import { wrongCount } from './check-time.ts';
import { anything, fault, inWords, truth, unknownName, want, type Scope } from './scope.ts';
import type { Syntax } from './syntax.ts';
import type { Expression } from './tree.ts';

type Call = Syntax & { readonly form: 'call'; readonly of: Syntax };

const MACROS = ['size', 'exists', 'all'] as const;

/** A macro over the codes of a field: `r.kinds.exists(k, k == warning)`. */
export function checkCodes(syntax: Call, scope: Scope): Expression | undefined {
  const { name, given, span } = syntax;
  const of = scope.check(syntax.of, scope, anything);
  if (of === undefined) return undefined;
  const { type } = of;
  if (type.kind !== 'codes') {
    return fault(scope, {
      code: 'expression-type',
      span: name.span,
      message: `${name.text}() asks records or several codes; this is ${inWords(type)}.`,
      found: name.text,
    });
  }
  const macro = MACROS.find((known) => known === name.text);
  if (macro === undefined) {
    const what = 'a question about several codes';
    return unknownName(scope, { span: name.span, found: name.text, what, known: MACROS });
  }
  if (macro === 'size') {
    if (given.length > 0) return wrongCount(name.span, 'size()', scope);
    const most = scope.world.codeLists.get(type.list)?.length ?? 0;
    return { op: 'codes-size', of, type: { kind: 'int', least: 0, most }, span };
  }
  const [first, condition] = given;
  if (condition === undefined || given.length !== 2) {
    return wrongCount(name.span, `${name.text}(k, ...)`, scope);
  }
  if (scope.member !== undefined) {
    return fault(scope, {
      code: 'expression-type',
      span,
      message: 'Codes are not gone through inside one another.',
      repair: 'Ask about them outside of the brackets, and join the two with &&.',
    });
  }
  const called = variableOf(first, scope);
  if (called === undefined) return undefined;
  const member = { name: called, list: type.list };
  const body = want(condition, { ...scope, member }, truth);
  const op = macro === 'exists' ? 'codes-some' : 'codes-every';
  return body && { op, of, body, type: { kind: 'bool' }, span };
}

/** `has(r.fine)`. */
export function checkHas(
  { given, span }: Syntax & { readonly form: 'call' },
  scope: Scope,
): Expression | undefined {
  const [first] = given;
  if (first === undefined || given.length !== 1) return wrongCount(span, 'has(r.field)', scope);
  const found = findField(first, scope);
  if (found === undefined) return undefined;
  const { of, name, field } = found;
  if (field.optional) {
    return { op: 'has', of, name, type: { kind: 'bool' }, span };
  }
  return fault(scope, {
    code: 'expression-type',
    span,
    message: `${name} is always there; asking whether it is says nothing.`,
    found: `has(${name})`,
    repair: 'Leave the question out.',
  });
}
