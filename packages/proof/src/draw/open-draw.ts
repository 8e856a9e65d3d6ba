import { canonicalJson } from '../canonical/canonical-json.ts';
import { sha256Hex } from '../hash/sha256.ts';
import type { InspectorLine } from './assign-inspectors.ts';
import {
  boundLeaf,
  closedOf,
  inspectorsSalt,
  leafOf,
  lineSalt,
  listLeaves,
  termsCommitment,
  type DrawFile,
  type DrawLists,
  type DrawTerms,
} from './draw-file.ts';
import { merklePath } from './merkle.ts';
import type { DrawLine } from './sample.ts';

/**
 * A line of the list as anyone may see it: what it weighs is hidden. Under the first form of the terms
 * it is the leaf itself, to which nothing ties the token; under the second the leaf follows from both.
 */
export type OpenLine =
  | { readonly token: string; readonly leaf: string }
  | { readonly token: string; readonly closed: string };

/** The list as it is public from the commitment on. */
export type DrawListFile = {
  readonly form: 'credence-draw-list@1' | 'credence-draw-list@2';
  readonly terms: DrawTerms;
  readonly commitment: string;
  readonly lines: readonly OpenLine[];
};

/**
 * A finished draw in which classes weighed, as anyone may see it: everything but the weights and
 * the chances, which would say, beside the names and their regions, who is in which class.
 */
export type OpenDrawFile = {
  readonly form: 'credence-open-draw@1' | 'credence-open-draw@2';
  readonly terms: DrawTerms;
  readonly commitment: string;
  readonly list: readonly OpenLine[];
  readonly inspectors: { readonly salt: string; readonly lines: readonly InspectorLine[] };
  readonly seed: DrawFile['seed'];
  readonly result: readonly {
    readonly token: string;
    readonly stratum: string;
    readonly inspectors: readonly string[];
  }[];
};

/** What one organisation is given: its own line, and the way from it to the published root. */
export type DrawMembership = {
  /** The second form is of licensed premises. */
  readonly form: 'credence-draw-membership@1' | 'credence-draw-membership@2';
  readonly terms: DrawTerms;
  readonly commitment: string;
  readonly code: string;
  /** Of premises: the licence by which they are told from others of the same business. */
  readonly licence?: string;
  readonly tokenSalt: string;
  readonly line: DrawLine;
  readonly lineSalt: string;
  /** Place in the list, from 0. */
  readonly at: number;
  readonly path: readonly string[];
};

/**
 * The token of an organisation, or of licensed premises: what it can make again from its code, the
 * licence and the salt it is shown.
 */
export function tokenOf(tokenSalt: string, code: string, licence?: string): string {
  if (licence === undefined) return sha256Hex(`credence-token@1/${tokenSalt}/${code}`);
  // As a list, so that no part of the code can pass for the beginning of a licence.
  return sha256Hex(`credence-token@2/${tokenSalt}/${canonicalJson([code, licence])}`);
}

export function openList(terms: DrawTerms, { salt, lines }: DrawLists): DrawListFile {
  return {
    form: isBound(terms) ? 'credence-draw-list@2' : 'credence-draw-list@1',
    ...{ terms, commitment: termsCommitment(terms) },
    lines: openLines(terms, salt, lines),
  };
}

/**
 * Whether no class weighed, so that the whole file says nothing about anybody. Where all weigh more
 * than one and the same, a class did: that of everybody in the list.
 */
export function isEvenDraw({ lines }: Pick<DrawLists, 'lines'>): boolean {
  return lines.every(({ weight }) => weight === 1);
}

export function openDraw(file: DrawFile): OpenDrawFile {
  const { terms, commitment, list, inspectors, seed, result } = file;
  return {
    form: isBound(terms) ? 'credence-open-draw@2' : 'credence-open-draw@1',
    ...{ terms, commitment, seed },
    list: openLines(terms, list.salt, list.lines),
    inspectors: { salt: inspectorsSalt(list.salt), lines: inspectors },
    result: result.map((each) => {
      const { token, stratum, inspectors: visitors } = each;
      return { token, stratum, inspectors: visitors };
    }),
  };
}

/** @throws RangeError when the token is in no line */
export function membershipOf(
  terms: DrawTerms,
  { salt, lines }: DrawLists,
  own: {
    readonly token: string;
    readonly code: string;
    readonly licence?: string;
    readonly tokenSalt: string;
  },
): DrawMembership {
  const { code, licence, tokenSalt } = own;
  const at = lines.findIndex(({ token }) => token === own.token);
  const line = lines[at];
  if (line === undefined) throw new RangeError('The token is in no line of the list.');
  return {
    form: licence === undefined ? 'credence-draw-membership@1' : 'credence-draw-membership@2',
    ...{ terms, commitment: termsCommitment(terms) },
    ...(licence === undefined ? {} : { licence }),
    ...{ code, tokenSalt, line, lineSalt: lineSalt(salt, line.token), at },
    path: merklePath(listLeaves(terms.form, salt, lines), at),
  };
}

function openLines(
  terms: DrawTerms,
  salt: string,
  lines: readonly DrawLine[],
): readonly OpenLine[] {
  return lines.map((line) => {
    const { token } = line;
    const own = lineSalt(salt, token);
    if (isBound(terms)) return { token, closed: closedOf(own, line) };
    return { token, leaf: leafOf(terms.form, own, line) };
  });
}

/** The leaf of a line as anyone has it. */
export function leafOfOpen(line: OpenLine): string {
  return 'leaf' in line ? line.leaf : boundLeaf(line.token, line.closed);
}

function isBound({ form }: DrawTerms): boolean {
  return form !== 'credence-draw-terms@1';
}
