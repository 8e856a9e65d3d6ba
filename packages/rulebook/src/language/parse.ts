import type { Fault, Faults } from './fault.ts';
import { lex, type Token } from './lex.ts';
import type { BinarySign, Syntax } from './syntax.ts';
import type { Span } from './tree.ts';

/** An expression before its names are looked up, or why the text is none. */
export type Parsing =
  | { readonly kind: 'parsed'; readonly syntax: Syntax }
  | { readonly kind: 'refused'; readonly faults: Faults };

/** Characters of an expression; a list of a hundred codes has half as many. */
const LONGEST = 4_000;

/** Brackets, calls and branches inside one another; the deepest that anybody reads has ten. */
const DEEPEST = 40;

/** Signs in a row without brackets. */
const LONGEST_CHAIN = 200;

/** How tightly each sign binds; signs of one row are read from left to right. */
const BINDING: ReadonlyMap<string, readonly [sign: BinarySign, strength: number]> = new Map(
  (
    [
      ['||'],
      ['&&'],
      ['==', '!=', '<', '<=', '>', '>=', 'in'],
      ['+', '-'],
      ['*', '/'],
    ] as const satisfies readonly (readonly BinarySign[])[]
  ).flatMap((row, index) => row.map((sign) => [sign, [sign, index + 1]] as const)),
);

/** Words that tools for CEL keep for themselves. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'as break const continue else for function if import let loop package namespace return var ' +
    'void while null'
  ).split(' '),
);

/**
 * Reads one expression: the syntax of CEL without fractions, null, maps and indexing. The first place
 * that fits no expression is the fault; what comes after it would be guesswork.
 */
export function parse(text: string): Parsing {
  if (text.length > LONGEST) {
    return refused({
      code: 'expression-size',
      span: { start: 0, end: text.length },
      message: 'The expression is longer than anybody could read.',
      found: `${String(text.length)} characters`,
      accepted: `at most ${String(LONGEST)} characters`,
      repair: 'Name its parts and put them together by name.',
    });
  }
  const lexing = lex(text);
  if (lexing.kind === 'refused') return refused(lexing.fault);
  try {
    return { kind: 'parsed', syntax: new Parser(lexing.tokens).whole() };
  } catch (error) {
    if (error instanceof Stop) return refused(error.fault);
    throw error;
  }
}

function refused(fault: Fault): Parsing {
  return { kind: 'refused', faults: [fault] };
}

/** Leaves the parser at the first fault; never leaves `parse`. */
class Stop extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Syntax {
    const syntax = this.#choice();
    if (this.#token.kind !== 'end') throw this.#unexpected('a sign such as && or +, or the end');
    return syntax;
  }

  get #token(): Token {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new RangeError('The end of an expression was passed.');
    return token;
  }

  #take(): Token {
    const token = this.#token;
    if (token.kind !== 'end') this.#next += 1;
    return token;
  }

  #isSign(text: string): boolean {
    return this.#token.kind === 'sign' && this.#token.text === text;
  }

  #expect(sign: string): Token {
    if (!this.#isSign(sign)) throw this.#unexpected(sign);
    return this.#take();
  }

  #unexpected(accepted: string): Stop {
    const { text, span, kind } = this.#token;
    const found = kind === 'end' ? 'the end' : text;
    const message = `${found} stands where ${accepted} is asked for.`;
    return new Stop({ code: 'expression-syntax', span, message, found, accepted });
  }

  /** Everything that nests goes through here, so that no text can exhaust the stack. */
  #deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw tooDeep(this.#token.span);
    const made = read();
    this.#depth -= 1;
    return made;
  }

  /** `test ? yes : no`, the weakest of all. */
  #choice(): Syntax {
    const test = this.#chain(0);
    if (!this.#isSign('?')) return test;
    this.#take();
    const yes = this.#deeper(() => this.#choice());
    this.#expect(':');
    const no = this.#deeper(() => this.#choice());
    return { form: 'choose', test, yes, no, span: around(test, no) };
  }

  #chain(weakest: number): Syntax {
    let left = this.#unary();
    for (let length = 1; ; length += 1) {
      const { text, span: at } = this.#token;
      const [sign, strength] = this.#token.kind === 'text' ? [] : (BINDING.get(text) ?? []);
      if (sign === undefined || strength === undefined || strength <= weakest) return left;
      if (length > LONGEST_CHAIN) throw tooDeep(at);
      this.#take();
      const right = this.#chain(strength);
      left = { form: 'binary', sign, left, right, at, span: around(left, right) };
    }
  }

  #unary(): Syntax {
    if (!this.#isSign('!') && !this.#isSign('-')) return this.#postfix();
    const { text, span } = this.#take();
    const of = this.#deeper(() => this.#unary());
    const whole = { start: span.start, end: of.span.end };
    return { form: 'unary', sign: text === '!' ? '!' : '-', of, span: whole };
  }

  #postfix(): Syntax {
    let syntax = this.#primary();
    for (let length = 1; this.#isSign('.'); length += 1) {
      if (length > DEEPEST) throw tooDeep(this.#token.span);
      this.#take();
      const { text, span } = this.#name('the name of a field');
      const name = { text, span };
      if (this.#isSign('(')) {
        const given = this.#list('(', ')');
        const whole = { start: syntax.span.start, end: given.end };
        syntax = { form: 'call', of: syntax, name, given: given.members, span: whole };
      } else {
        const whole = { start: syntax.span.start, end: span.end };
        syntax = { form: 'member', of: syntax, name, span: whole };
      }
    }
    if (this.#isSign('[')) throw this.#unexpected('a sign such as && or +, or the end');
    return syntax;
  }

  #primary(): Syntax {
    const { kind, span } = this.#token;
    if (kind === 'number') return { form: 'number', value: Number(this.#take().text), span };
    if (kind === 'text') return { form: 'text', value: this.#take().text, span };
    if (kind === 'name') return this.#word();
    if (this.#isSign('[')) {
      const { members, end } = this.#list('[', ']');
      return { form: 'list', members, span: { start: span.start, end } };
    }
    if (!this.#isSign('(')) throw this.#unexpected('a value, a name or a bracket');
    this.#take();
    const inside = this.#deeper(() => this.#choice());
    const { end } = this.#expect(')').span;
    return { ...inside, span: { start: span.start, end } };
  }

  #word(): Syntax {
    const { text, span } = this.#name('a value or a name');
    if (text === 'true' || text === 'false') return { form: 'truth', value: text === 'true', span };
    if (!this.#isSign('(')) return { form: 'name', name: text, span };
    const { members, end } = this.#list('(', ')');
    const whole = { start: span.start, end };
    return { form: 'call', of: undefined, name: { text, span }, given: members, span: whole };
  }

  #name(accepted: string): Token {
    const { kind, text, span } = this.#token;
    if (kind !== 'name' || text === 'in') throw this.#unexpected(accepted);
    if (!RESERVED.has(text)) return this.#take();
    throw new Stop({
      code: 'expression-syntax',
      span,
      message:
        text === 'null'
          ? 'There is no null; has() asks whether something is there.'
          : `${text} is a word that CEL keeps for itself.`,
      found: text,
      accepted: 'another name',
    });
  }

  #list(
    open: string,
    close: string,
  ): { readonly members: readonly Syntax[]; readonly end: number } {
    this.#expect(open);
    const members: Syntax[] = [];
    while (!this.#isSign(close)) {
      if (members.length > 0) this.#expect(',');
      members.push(this.#deeper(() => this.#choice()));
      if (!this.#isSign(',') && !this.#isSign(close)) throw this.#unexpected(`, or ${close}`);
    }
    return { members, end: this.#take().span.end };
  }
}

function tooDeep(span: Span): Stop {
  return new Stop({
    code: 'expression-size',
    span,
    message: 'The expression nests deeper, or goes on longer, than anybody could read.',
    accepted: `at most ${String(DEEPEST)} levels and ${String(LONGEST_CHAIN)} signs in a row`,
    repair: 'Name its parts and put them together by name.',
  });
}

function around(first: Syntax, last: Syntax): Span {
  return { start: first.span.start, end: last.span.end };
}
