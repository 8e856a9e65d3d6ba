import type { Period } from '@credence/domain';

import type { Type } from './type.ts';

/** Where in the text of an expression something stands: offsets in UTF-16 units, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A period written out, or the name of a value of the edition that is one. */
export type PeriodNode =
  | { readonly op: 'period'; readonly period: Period; readonly span: Span }
  | { readonly op: 'value'; readonly name: string; readonly span: Span };

interface Typed {
  readonly type: Type;
  readonly span: Span;
}

/** How two values are compared. Codes and truth values know `==` and `!=` only. */
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** Records of one collection, after any number of filters. */
export interface RecordsNode {
  readonly collection: string;
  /** All must hold; a chain of `filter` is flattened, as are `&&` inside one. */
  readonly where: readonly Expression[];
  readonly span: Span;
}

/**
 * A checked expression. Inside `where` and `body` of records the innermost record is the one that
 * `field` with `of: 'record'` reads; records do not nest. Every node has its type and its place.
 */
export type Expression = Typed &
  (
    | { readonly op: 'literal'; readonly value: boolean | number | string }
    /** A named value of the edition on the day asked about. */
    | { readonly op: 'value'; readonly name: string }
    /** The result of another rule, which stands earlier in the program. */
    | { readonly op: 'rule'; readonly name: string }
    | { readonly op: 'field'; readonly of: 'subject' | 'record'; readonly name: string }
    | { readonly op: 'has'; readonly of: 'subject' | 'record'; readonly name: string }
    /** The code at hand inside `codes-some` and `codes-every`. */
    | { readonly op: 'member' }
    | { readonly op: 'not'; readonly of: Expression }
    | { readonly op: 'negate'; readonly of: Expression }
    | { readonly op: 'and' | 'or'; readonly parts: readonly Expression[] }
    | {
        readonly op: 'compare';
        readonly how: Comparison;
        readonly left: Expression;
        readonly right: Expression;
      }
    /** `x in [a, b]`, with codes or whole numbers written out. */
    | { readonly op: 'in'; readonly of: Expression; readonly members: readonly (string | number)[] }
    | {
        readonly op: 'arithmetic';
        readonly how: '+' | '-' | '*' | '/';
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly op: 'choose';
        readonly test: Expression;
        readonly yes: Expression;
        readonly no: Expression;
      }
    /** A decision table: the row that fits decides; the checker has proved that one does. */
    | {
        readonly op: 'table';
        readonly hit: 'first' | 'unique';
        readonly rows: readonly { readonly when: Expression; readonly then: Expression }[];
      }
    | { readonly op: 'count'; readonly records: RecordsNode }
    | { readonly op: 'some' | 'every'; readonly records: RecordsNode; readonly body: Expression }
    | { readonly op: 'sum'; readonly records: RecordsNode; readonly body: Expression }
    /** `otherwise` is the answer for no record. */
    | {
        readonly op: 'least' | 'most';
        readonly records: RecordsNode;
        readonly body: Expression;
        readonly otherwise: Expression;
      }
    /** The smaller of the two; the trace says when the limit was reached. */
    | { readonly op: 'cap'; readonly of: Expression; readonly limit: Expression }
    | { readonly op: 'codes-size'; readonly of: Expression }
    | {
        readonly op: 'codes-some' | 'codes-every';
        readonly of: Expression;
        readonly body: Expression;
      }
    /** From `date` on, until (and without) the day that lies `period` after it. */
    | { readonly op: 'within'; readonly date: Expression; readonly period: PeriodNode }
    /** Whether the record at hand is active, see `Collection.active`. */
    | { readonly op: 'active' }
    /**
     * How long ago `date` was, against a period; with `+` for the day that lies the period after it:
     * `>=` holds from `date + period` on, `>` from the day after, `<` and `<=` are their opposites.
     */
    | {
        readonly op: 'age';
        readonly how: '<' | '<=' | '>' | '>=';
        readonly date: Expression;
        readonly period: PeriodNode;
      }
  );
