import { sha256Hex } from '../hash/sha256.ts';
import type { InspectorLine } from './assign-inspectors.ts';
import {
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

/** A line of the list as anyone may see it: the leaf hides what it weighs. */
export type OpenLine = { readonly token: string; readonly leaf: string };

/** The list as it is public from the commitment on. */
export type DrawListFile = {
  readonly form: 'credence-draw-list@1';
  readonly terms: DrawTerms;
  readonly commitment: string;
  readonly lines: readonly OpenLine[];
};

/**
 * A finished draw in which classes weighed, as anyone may see it: everything but the weights and
 * the chances, which would say, beside the names and their regions, who is in which class.
 */
export type OpenDrawFile = {
  readonly form: 'credence-open-draw@1';
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
  readonly form: 'credence-draw-membership@1';
  readonly terms: DrawTerms;
  readonly commitment: string;
  readonly code: string;
  readonly tokenSalt: string;
  readonly line: DrawLine;
  readonly lineSalt: string;
  /** Place in the list, from 0. */
  readonly at: number;
  readonly path: readonly string[];
};

/** The token of an organisation: what it can make again from its code and the salt it is shown. */
export function tokenOf(tokenSalt: string, code: string): string {
  return sha256Hex(`credence-token@1/${tokenSalt}/${code}`);
}

export function openList(terms: DrawTerms, { salt, lines }: DrawLists): DrawListFile {
  return {
    ...{ form: 'credence-draw-list@1', terms, commitment: termsCommitment(terms) },
    lines: openLines(salt, lines),
  };
}

/** Whether all weigh the same in the whole list: then the whole file says nothing about anybody. */
export function isEvenDraw({ lines }: Pick<DrawLists, 'lines'>): boolean {
  return new Set(lines.map(({ weight }) => weight)).size <= 1;
}

export function openDraw(file: DrawFile): OpenDrawFile {
  const { terms, commitment, list, inspectors, seed, result } = file;
  return {
    ...{ form: 'credence-open-draw@1', terms, commitment, seed },
    list: openLines(list.salt, list.lines),
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
  own: { readonly token: string; readonly code: string; readonly tokenSalt: string },
): DrawMembership {
  const { code, tokenSalt } = own;
  const at = lines.findIndex(({ token }) => token === own.token);
  const line = lines[at];
  if (line === undefined) throw new RangeError('The token is in no line of the list.');
  return {
    ...{ form: 'credence-draw-membership@1', terms, commitment: termsCommitment(terms) },
    ...{ code, tokenSalt, line, lineSalt: lineSalt(salt, line.token), at },
    path: merklePath(listLeaves(salt, lines), at),
  };
}

function openLines(salt: string, lines: readonly DrawLine[]): readonly OpenLine[] {
  return lines.map((line) => {
    const { token } = line;
    return { token, leaf: leafOf(lineSalt(salt, token), line) };
  });
}
