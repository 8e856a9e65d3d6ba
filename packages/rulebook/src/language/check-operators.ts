import { combine, either, isSafe } from './amounts.ts';
import { standsAlone } from './check-names.ts';
import { checkAge, isAge } from './check-time.ts';
import { knownAfter } from './known-facts.ts';
import { anything, fault, inWords, isOf, truth, want, type Expected, type Scope } from './scope.ts';
import type { Syntax } from './syntax.ts';
import type { Comparison, Expression, Span } from './tree.ts';
import type { Type } from './type.ts';

type Binary = Syntax & { readonly form: 'binary' };
type Choose = Syntax & { readonly form: 'choose' };
type Unary = Syntax & { readonly form: 'unary' };

/** `!a`, `-a`. */
export function checkUnary({ sign, of, span }: Unary, scope: Scope): Expression | undefined {
  if (sign === '!') {
    const inside = want(of, scope, truth);
    return inside && { op: 'not', of: inside, type: { kind: 'bool' }, span };
  }
  const inside = scope.check(of, scope, anything);
  if (inside === undefined) return undefined;
  const { type } = inside;
  if (type.kind !== 'int' && type.kind !== 'money') return notCounted(inside, scope);
  const bounds = combine('-', { least: 0, most: 0 }, type);
  return { op: 'negate', of: inside, type: { kind: type.kind, ...bounds }, span };
}

/** Every sign between two parts. */
export function checkBinary(syntax: Binary, scope: Scope): Expression | undefined {
  const { sign } = syntax;
  switch (sign) {
    case '&&':
    case '||':
      return checkChain(syntax, sign, scope);
    case 'in':
      return checkIn(syntax, scope);
    case '+':
    case '-':
    case '*':
    case '/':
      return checkArithmetic(syntax, sign, scope);
    default:
      return checkComparison(syntax, sign, scope);
  }
}

/** `a && b && c`, flattened; each part knows what those before it have settled. */
function checkChain(syntax: Binary, sign: '&&' | '||', scope: Scope): Expression | undefined {
  const outcome = sign === '&&' ? 'true' : 'false';
  const parts: (Expression | undefined)[] = [];
  let inner = scope;
  for (const part of chainOf(syntax, sign)) {
    const checked = want(part, inner, truth);
    parts.push(checked);
    inner = { ...inner, known: knownAfter(inner.known, checked, outcome) };
  }
  const op = sign === '&&' ? 'and' : 'or';
  const whole = parts.filter((part) => part !== undefined);
  if (whole.length < parts.length) return undefined;
  const flat = whole.flatMap((part) => (part.op === op ? part.parts : [part]));
  return { op, parts: flat, type: { kind: 'bool' }, span: syntax.span };
}

/** The parts of a chain from left to right; chains lean to the left and may be long. */
function chainOf(syntax: Syntax, sign: '&&' | '||'): readonly Syntax[] {
  const parts: Syntax[] = [];
  let left = syntax;
  while (left.form === 'binary' && left.sign === sign) {
    parts.push(left.right);
    left = left.left;
  }
  return [...parts, left].reverse();
}

/** Two sides that have to be of one type; a bare code takes its list from the other side. */
function checkSides(
  left: Syntax,
  right: Syntax,
  scope: Scope,
  expected: Expected = anything,
): readonly [Expression, Expression] | undefined {
  const leftFirst =
    expected.kind === 'code' || standsAlone(left, scope) || !standsAlone(right, scope);
  const first = scope.check(leftFirst ? left : right, scope, expected);
  const hint: Expected = first?.type.kind === 'code' ? first.type : expected;
  // Without the type of the other side a bare code would be called unknown.
  const other = leftFirst ? right : left;
  if (first === undefined && !standsAlone(other, scope)) return undefined;
  const second = scope.check(other, scope, hint);
  if (first === undefined || second === undefined) return undefined;
  return leftFirst ? [first, second] : [second, first];
}

function checkComparison(syntax: Binary, how: Comparison, scope: Scope): Expression | undefined {
  const { left, right, span, at } = syntax;
  if (isAge(left) || isAge(right)) return checkAge({ how, left, right, span, at }, scope);
  const sides = checkSides(left, right, scope);
  if (sides === undefined) return undefined;
  const [a, b] = sides;
  if (a.type.kind === 'codes' || b.type.kind === 'codes') {
    return fault(scope, {
      code: 'expression-type',
      span: a.type.kind === 'codes' ? a.span : b.span,
      message: 'These are several codes; they are not compared as a whole.',
      found: inWords(a.type.kind === 'codes' ? a.type : b.type),
      repair: 'Ask .exists(k, k == ...), .all(k, ...) or .size().',
    });
  }
  if (!comparable(a, b, scope)) return undefined;
  const ordered = a.type.kind !== 'bool' && a.type.kind !== 'code';
  if (!ordered && how !== '==' && how !== '!=') {
    return fault(scope, {
      code: 'expression-type',
      span: at,
      message: `${how} compares amounts and dates; ${inWords(a.type)} is none.`,
      found: how,
      accepted: '== or !=',
    });
  }
  return { op: 'compare', how, left: a, right: b, type: { kind: 'bool' }, span };
}

/** Whether two sides are of one type; the fault stands at the side that is written out. */
function comparable(a: Expression, b: Expression, scope: Scope): boolean {
  const expected: Expected = a.type.kind === 'codes' ? anything : a.type;
  if (isOf(b.type, expected)) return true;
  const [blamed, other] = a.op === 'literal' ? [a, b] : [b, a];
  const repair = repairOf(blamed, other.type, scope);
  fault(scope, {
    code: 'expression-type',
    span: blamed.span,
    message: `This is ${inWords(blamed.type)}; the other side is ${inWords(other.type)}.`,
    found: inWords(blamed.type),
    accepted: inWords(other.type),
    ...(repair === undefined ? {} : { repair }),
  });
  return false;
}

function repairOf(blamed: Expression, wanted: Type, { world }: Scope): string | undefined {
  if (blamed.op !== 'literal' || wanted.kind !== 'money') return undefined;
  return `Write money("${world.currency} ${String(blamed.value)}").`;
}

/** `x in [a, b]`. */
function checkIn({ left, right, span }: Binary, scope: Scope): Expression | undefined {
  const of = scope.check(left, scope, anything);
  if (right.form !== 'list') {
    return fault(scope, {
      code: 'expression-type',
      span: right.span,
      message: 'in asks a list that is written out.',
      accepted: '[first, second, ...]',
      repair: 'Several codes of a record are asked with .exists(k, k == ...).',
    });
  }
  if (of === undefined) return undefined;
  if (of.type.kind !== 'code' && of.type.kind !== 'int') {
    return fault(scope, {
      code: 'expression-type',
      span: of.span,
      message: `in asks codes and whole numbers; this is ${inWords(of.type)}.`,
      found: inWords(of.type),
      accepted: 'a code or a whole number',
    });
  }
  const members = checkMembers(right, of.type, scope);
  return members && { op: 'in', of, members, type: { kind: 'bool' }, span };
}

function checkMembers(
  list: Syntax & { readonly form: 'list' },
  type: Type,
  scope: Scope,
): readonly (string | number)[] | undefined {
  const before = scope.faults.length;
  const members: (string | number)[] = [];
  if (list.members.length === 0) {
    fault(scope, {
      code: 'expression-syntax',
      span: list.span,
      message: 'Nothing is in an empty list.',
      accepted: 'at least one member',
    });
  }
  for (const member of list.members) {
    // A member is written out: a rule or a field in its place would make it another question.
    const rules: Scope['rules'] = type.kind === 'code' ? new Map() : scope.rules;
    const checked = want(member, { ...scope, rules, member: undefined }, wanted(type));
    if (checked === undefined) continue;
    const value = writtenOut(checked);
    if (value === undefined) notWrittenOut(checked.span, scope);
    else if (members.includes(value)) {
      const message = `${String(value)} stands here a second time.`;
      fault(scope, { code: 'expression-syntax', span: member.span, message, found: String(value) });
    } else members.push(value);
  }
  return scope.faults.length === before ? members : undefined;
}

function wanted(type: Type): Expected {
  return type.kind === 'code' ? type : { kind: 'int' };
}

function writtenOut(member: Expression): string | number | undefined {
  if (member.op === 'negate' && member.of.op === 'literal') return -Number(member.of.value) + 0;
  if (member.op !== 'literal' || typeof member.value === 'boolean') return undefined;
  return member.value;
}

function notWrittenOut(span: Span, scope: Scope): Expression | undefined {
  return fault(scope, {
    code: 'expression-type',
    span,
    message: 'Members of a list are written out.',
    accepted: 'codes or whole numbers',
    repair: 'Compare with == and put the parts together with ||.',
  });
}

type Sign = '+' | '-' | '*' | '/';

function checkArithmetic(syntax: Binary, how: Sign, scope: Scope): Expression | undefined {
  const left = scope.check(syntax.left, scope, anything);
  const right = scope.check(syntax.right, scope, anything);
  if (left === undefined || right === undefined) return undefined;
  const [a, b] = [left.type, right.type];
  if (a.kind !== 'int' && a.kind !== 'money') return notCounted(left, scope);
  if (b.kind !== 'int' && b.kind !== 'money') return notCounted(right, scope);
  const kind = kindOf(how, a.kind, b.kind);
  if (kind === undefined) {
    return fault(scope, {
      code: 'expression-type',
      span: syntax.span,
      message: `${inWords(a)} ${how} ${inWords(b)} has no meaning.`,
      found: inWords(b),
      accepted: how === '*' || how === '/' ? 'a whole number' : inWords(a),
    });
  }
  if (how === '/' && b.least <= 0 && b.most >= 0) {
    return fault(scope, {
      code: 'zero-divisor',
      span: right.span,
      message: 'The divisor can be 0.',
      found: `between ${String(b.least)} and ${String(b.most)}`,
      accepted: 'a divisor that is never 0, whatever stands beside it',
      repair: 'Divide by a number that is written out, or by one whose bounds leave 0 out.',
    });
  }
  const bounds = combine(how, a, b);
  if (!isSafe(scope, bounds, syntax.span)) return undefined;
  return { op: 'arithmetic', how, left, right, type: { kind, ...bounds }, span: syntax.span };
}

type Counted = 'int' | 'money';

function kindOf(how: Sign, a: Counted, b: Counted): Counted | undefined {
  if (how === '+' || how === '-') return a === b ? a : undefined;
  if (how === '*') return a === 'money' && b === 'money' ? undefined : a === 'money' ? a : b;
  if (b === 'int') return a;
  return a === 'money' ? 'int' : undefined;
}

/** Refuses what is neither a whole number nor money. */
export function notCounted({ type, span }: Expression, scope: Scope): Expression | undefined {
  return fault(scope, {
    code: 'expression-type',
    span,
    message: `This is ${inWords(type)}; only whole numbers and money are counted with.`,
    found: inWords(type),
    accepted: 'a whole number or money',
    ...(type.kind === 'date' ? { repair: 'Ask within() or age() how long ago a day was.' } : {}),
  });
}

/** `test ? yes : no`. */
export function checkChoose(
  syntax: Choose,
  scope: Scope,
  expected: Expected,
): Expression | undefined {
  const test = want(syntax.test, scope, truth);
  const yesScope = { ...scope, known: knownAfter(scope.known, test, 'true') };
  const noScope = { ...scope, known: knownAfter(scope.known, test, 'false') };
  const bare = !standsAlone(syntax.yes, scope) && expected.kind !== 'code';
  const no = bare ? scope.check(syntax.no, noScope, expected) : undefined;
  if (bare && no === undefined) return undefined;
  const hint: Expected = no?.type.kind === 'code' ? no.type : expected;
  const yes = scope.check(syntax.yes, yesScope, hint);
  const hintNo: Expected = yes?.type.kind === 'code' ? yes.type : expected;
  const other = bare ? no : scope.check(syntax.no, noScope, hintNo);
  if (test === undefined || yes === undefined || other === undefined) return undefined;
  const type = unite(yes, other, scope);
  return type && { op: 'choose', test, yes, no: other, type, span: syntax.span };
}

/** The type of whichever of two comes: they are of one kind, and its bounds are around both. */
export function unite(a: Expression, b: Expression, scope: Scope): Type | undefined {
  if (a.type.kind === 'codes') {
    fault(scope, {
      code: 'expression-type',
      span: a.span,
      message: 'Several codes cannot be chosen as a whole.',
      found: inWords(a.type),
    });
    return undefined;
  }
  if (!comparable(a, b, scope)) return undefined;
  if (a.type.kind === 'int' || a.type.kind === 'money') {
    if (b.type.kind === 'int' || b.type.kind === 'money') {
      return { kind: a.type.kind, ...either(a.type, b.type) };
    }
  }
  return a.type;
}
