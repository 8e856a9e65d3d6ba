import type { Span } from './tree.ts';

/** Signs that stand between two expressions. */
export type BinarySign =
  '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/';

/** A name as it was written, with its place. */
export interface WrittenName {
  readonly text: string;
  readonly span: Span;
}

interface Placed {
  readonly span: Span;
}

/** What an expression says before anybody knows what its names mean. */
export type Syntax = Placed &
  (
    | { readonly form: 'number'; readonly value: number }
    | { readonly form: 'text'; readonly value: string }
    | { readonly form: 'truth'; readonly value: boolean }
    | { readonly form: 'name'; readonly name: string }
    /** `a.b` */
    | { readonly form: 'member'; readonly of: Syntax; readonly name: WrittenName }
    /** `f(x)`, or with `of` `a.f(x)` */
    | {
        readonly form: 'call';
        readonly of: Syntax | undefined;
        readonly name: WrittenName;
        readonly given: readonly Syntax[];
      }
    | { readonly form: 'list'; readonly members: readonly Syntax[] }
    | { readonly form: 'unary'; readonly sign: '!' | '-'; readonly of: Syntax }
    | {
        readonly form: 'binary';
        readonly sign: BinarySign;
        readonly left: Syntax;
        readonly right: Syntax;
        /** Place of the sign itself. */
        readonly at: Span;
      }
    | {
        readonly form: 'choose';
        readonly test: Syntax;
        readonly yes: Syntax;
        readonly no: Syntax;
      }
  );
