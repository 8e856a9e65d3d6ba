import { factName } from './known-facts.ts';
import { fault, unknownName, type Expected, type Scope } from './scope.ts';
import type { Syntax, WrittenName } from './syntax.ts';
import type { Expression, Span } from './tree.ts';
import type { Field } from './world.ts';

/** The name of the subject in every expression. */
export const SUBJECT = 'org';

type Name = Syntax & { readonly form: 'name' };
type Member = Syntax & { readonly form: 'member' };

/** Whether a bare name has a meaning of its own, without a list of codes to look in. */
export function standsAlone(syntax: Syntax, scope: Scope): boolean {
  if (syntax.form !== 'name') return true;
  return syntax.name === scope.member?.name || scope.rules.has(syntax.name);
}

/** A bare name: the code at hand, the result of a rule, or a code of the list asked for. */
export function checkName(
  { name, span }: Name,
  scope: Scope,
  expected: Expected,
): Expression | undefined {
  if (name === scope.member?.name) {
    return { op: 'member', type: { kind: 'code', list: scope.member.list }, span };
  }
  const list = expected.kind === 'code' ? expected.list : undefined;
  const codes = list === undefined ? [] : (scope.world.codeLists.get(list) ?? []);
  const rule = scope.rules.get(name);
  if (list !== undefined && codes.includes(name)) {
    if (rule === undefined)
      return { op: 'literal', value: name, type: { kind: 'code', list }, span };
    return fault(scope, {
      code: 'name-unknown',
      span,
      message: `${name} is a code of ${list} and a rule as well; nobody can tell which is meant.`,
      found: name,
      repair: 'Give the rule another name.',
    });
  }
  if (rule !== undefined) {
    if (scope.record?.of !== 'macro') return { op: 'rule', name, type: rule, span };
    return fault(scope, {
      code: 'name-unknown',
      span,
      message: `${name} is a rule; what it gives cannot be asked while records are gone through.`,
      found: name,
      repair: 'Compare with it outside of the brackets.',
    });
  }
  const hint = meaningOf(name, scope);
  if (hint !== undefined) return fault(scope, { code: 'name-unknown', span, found: name, ...hint });
  if (list !== undefined) {
    const what = `a code of ${list}`;
    return unknownName(scope, { span, found: name, what, known: codes, code: 'code-unknown' });
  }
  const known = [...scope.rules.keys(), ...scope.world.collections.keys()];
  return unknownName(scope, { span, found: name, what: 'a name known here', known });
}

/** What somebody may have meant by a name that means nothing by itself. */
function meaningOf(
  name: string,
  { world, record }: Scope,
): { readonly message: string; readonly repair: string } | undefined {
  if (world.collections.has(name)) {
    return {
      message: `${name} are records, not a value.`,
      repair: `Count them with ${name}.size(), or ask ${name}.exists(r, ...).`,
    };
  }
  if (/^P\d/.test(name)) {
    return {
      message: `${name} is a period; periods stand in within() and against age().`,
      repair: `Write within(r.decided, ${name}) or age(r.decided) >= ${name}.`,
    };
  }
  if (name === SUBJECT || name === record?.name) {
    const example = `${name}.${[...fieldsOf(world, name === SUBJECT ? undefined : record).keys()][0] ?? 'field'}`;
    return { message: `${name} is no value; its fields are.`, repair: `Write ${example}.` };
  }
  const fields = record === undefined ? undefined : fieldsOf(world, record);
  if (record !== undefined && fields?.has(name) === true) {
    return {
      message: `${name} is a field of the record.`,
      repair: `Write ${record.name}.${name}.`,
    };
  }
  if (world.subject.has(name)) {
    return { message: `${name} is a field of the subject.`, repair: `Write ${SUBJECT}.${name}.` };
  }
  return undefined;
}

function fieldsOf(world: Scope['world'], record: Scope['record']): ReadonlyMap<string, Field> {
  if (record === undefined) return world.subject;
  return world.collections.get(record.collection)?.fields ?? new Map();
}

/** A field of the subject or of the record at hand, before anybody asked whether it is there. */
export interface FoundField {
  readonly of: 'subject' | 'record';
  readonly name: string;
  readonly field: Field;
  readonly span: Span;
}

/** Looks a field up: `org.size`, `r.fine`. */
export function findField(syntax: Syntax, scope: Scope): FoundField | undefined {
  if (syntax.form !== 'member' || syntax.of.form !== 'name') {
    fault(scope, {
      code: 'expression-syntax',
      span: syntax.span,
      message: 'This is no field.',
      accepted: `${SUBJECT}.field${scope.record === undefined ? '' : `, ${scope.record.name}.field`}`,
    });
    return undefined;
  }
  const owner = syntax.of.name;
  if (owner === scope.record?.name) return fieldOf('record', syntax, scope);
  if (owner === SUBJECT) return fieldOf('subject', syntax, scope);
  const { collections } = scope.world;
  if (collections.has(owner)) {
    fault(scope, {
      code: 'name-unknown',
      span: syntax.span,
      message: `${owner} are many records; none of them is meant by ${owner}.${syntax.name.text}.`,
      found: `${owner}.${syntax.name.text}`,
      repair: `Ask ${owner}.exists(r, r.${syntax.name.text} ...) or sum them.`,
    });
    return undefined;
  }
  unknownName(scope, {
    span: syntax.of.span,
    found: owner,
    what: scope.record === undefined ? 'the subject' : 'the subject or the record at hand',
    known: [SUBJECT, ...(scope.record === undefined ? [] : [scope.record.name])],
  });
  return undefined;
}

function fieldOf(of: 'subject' | 'record', syntax: Member, scope: Scope): FoundField | undefined {
  const { name, span }: { name: WrittenName; span: Span } = syntax;
  const record = of === 'record' ? scope.record : undefined;
  const fields = fieldsOf(scope.world, record);
  const field = fields.get(name.text);
  if (field !== undefined) return { of, name: name.text, field, span };
  const what = `a field of ${record?.collection ?? SUBJECT}`;
  unknownName(scope, { span: name.span, found: name.text, what, known: fields.keys() });
  return undefined;
}

/** Reads a field; one that may be absent only where `has()` has found it. */
export function checkMember(syntax: Member, scope: Scope): Expression | undefined {
  const found = findField(syntax, scope);
  if (found === undefined) return undefined;
  const { of, name, field, span } = found;
  if (!isThere(found, scope)) {
    const written = `${of === 'subject' ? SUBJECT : (scope.record?.name ?? 'r')}.${name}`;
    return fault(scope, {
      code: 'absence-unasked',
      span,
      message: `${written} may be absent, and nothing has asked before whether it is there.`,
      found: written,
      accepted: `has(${written}) && ... ${written} ...`,
      repair: `Ask has(${written}) first.`,
    });
  }
  return { op: 'field', of, name, type: field.type, span };
}

/** Whether a field is known to be there. */
function isThere({ of, name, field }: Omit<FoundField, 'span'>, scope: Scope): boolean {
  if (!field.optional || scope.known === 'unsure') return true;
  return scope.known.has(factName(of, name));
}
