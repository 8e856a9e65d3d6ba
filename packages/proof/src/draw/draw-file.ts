import { canonicalJson } from '../canonical/canonical-json.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { fromHex, toHex } from '../encoding/hex.ts';
import { sha256Hex } from '../hash/sha256.ts';
import { assignInspectors, type InspectorLine } from './assign-inspectors.ts';
import type { BeaconChain, BeaconRound } from './beacon.ts';
import { merkleLeaf, merkleRoot, rootOfLeaves } from './merkle.ts';
import { drawStratum, type DrawArm, type DrawLine, type DrawStratum } from './sample.ts';
import { vrfVerify } from './vrf.ts';

/** What a line stands for: an organisation, or one licensed place of an individual business. */
export type DrawUnit = 'organisation' | 'licensed_premises';

/** What is fixed and published before anybody can know the seed. */
export type DrawTerms = {
  /**
   * The second form says in `rules` what a line stands for, and its leaves bind the tokens that
   * anyone sees; under the first each line is an organisation, and a leaf hides its token.
   */
  readonly form: 'credence-draw-terms@1' | 'credence-draw-terms@2';
  /** Code of the agency that inspects. */
  readonly agency: string;
  readonly plan: {
    /** Id of the card, and the edition it stands in. */
    readonly card: string;
    readonly edition: string;
    readonly editionHash: string;
    /** First and last day of the visits. */
    readonly from: string;
    readonly until: string;
  };
  readonly rules: {
    /** Of every thousand draws, those that look at no class. */
    readonly randomArm: number;
    /** Limits of every chance, per thousand. */
    readonly least: number;
    readonly most: number;
    readonly strata: readonly DrawStratum[];
    readonly inspectorsPerVisit: number;
    readonly units?: readonly DrawUnit[];
  };
  readonly list: { readonly count: number; readonly root: string };
  readonly inspectors: { readonly count: number; readonly root: string };
  readonly beacon: { readonly chain: BeaconChain; readonly round: number };
  /** The key of the verifiable random function, hexadecimal. */
  readonly vrfKey: string;
  /** UTC milliseconds; before the round of the beacon. */
  readonly committedAt: number;
};

/** What was drawn, with the chance it had. */
export type DrawResult = {
  readonly token: string;
  readonly stratum: string;
  readonly arm: DrawArm;
  /** Numerator and denominator in decimal digits: they may be longer than a number can be. */
  readonly chance: readonly [string, string];
  readonly inspectors: readonly string[];
};

/** A finished draw with all that is needed to make it again. Without names, codes and classes. */
export type DrawFile = {
  readonly form: 'credence-draw@1';
  readonly terms: DrawTerms;
  /** SHA-256 of the terms: what was published before the draw. */
  readonly commitment: string;
  readonly list: { readonly salt: string; readonly lines: readonly DrawLine[] };
  readonly inspectors: readonly InspectorLine[];
  readonly seed: {
    readonly round: BeaconRound;
    /** Proof of the verifiable random function, hexadecimal. */
    readonly proof: string;
    readonly value: string;
  };
  readonly result: readonly DrawResult[];
};

/** The two lists of a draw, as their roots are taken. */
export interface DrawLists {
  readonly salt: string;
  readonly lines: readonly DrawLine[];
  readonly inspectors: readonly InspectorLine[];
}

/**
 * The root over the eligible: every line is hashed with a salt of its own, so that no class can be
 * guessed from a leaf, and a line can be shown to the one it is about without opening another.
 */
export function listRoot(by: DrawTerms['form'], salt: string, lines: readonly DrawLine[]): string {
  return rootOfLeaves(listLeaves(by, salt, lines));
}

/** The leaves of the list, in its order. */
export function listLeaves(
  by: DrawTerms['form'],
  salt: string,
  lines: readonly DrawLine[],
): readonly string[] {
  return lines.map((line) => leafOf(by, lineSalt(salt, line.token), line));
}

export function leafOf(by: DrawTerms['form'], salt: string, line: DrawLine): string {
  if (by === 'credence-draw-terms@1') return merkleLeaf(`${salt}/${canonicalJson(line)}`);
  return boundLeaf(line.token, closedOf(salt, line));
}

/** What hides a line: with its token it gives the leaf, and alone it says nothing. */
export function closedOf(salt: string, line: DrawLine): string {
  return sha256Hex(`credence-closed@1/${salt}/${canonicalJson(line)}`);
}

/** A leaf that anyone makes from what is public, so that no token is changed after the commitment. */
export function boundLeaf(token: string, closed: string): string {
  return merkleLeaf(`${token}/${closed}`);
}

/** What one line is hashed with; from it neither the salt of the list nor another's follows. */
export function lineSalt(salt: string, token: string): string {
  return sha256Hex(`credence-line@1/${salt}/${token}`);
}

/** What inspectors are hashed with: it can be published without opening the list. */
export function inspectorsSalt(salt: string): string {
  return sha256Hex(`credence-inspectors@1/${salt}`);
}

/** The root over inspectors, under their own salt. */
export function inspectorsRoot(salt: string, inspectors: readonly InspectorLine[]): string {
  return merkleRoot(inspectors.map((line) => `${salt}/${canonicalJson(line as JsonValue)}`));
}

export function termsCommitment(terms: DrawTerms): string {
  return sha256Hex(canonicalJson(terms));
}

/** What the verifiable random function is asked about: the commitment and the beacon's number. */
export function drawAlpha(commitment: string, round: BeaconRound): Uint8Array {
  return fromHex(sha256Hex(`credence-draw@1/${commitment}/${round.randomness}`));
}

/** The seed: of the beacon, the register's own proof and the commitment, none alone settles it. */
export function seedOf(given: {
  readonly commitment: string;
  readonly randomness: string;
  readonly output: Uint8Array;
}): string {
  const { commitment, randomness, output } = given;
  return sha256Hex(`credence-seed@1/${commitment}/${randomness}/${toHex(output)}`);
}

/** The result that follows from terms, lists and seed, and from nothing else. */
export function resultOf(
  { rules }: DrawTerms,
  { lines, inspectors }: Omit<DrawLists, 'salt'>,
  seed: string,
): readonly DrawResult[] {
  const drawn = rules.strata.flatMap((stratum) =>
    drawStratum(
      seed,
      stratum,
      lines.filter((line) => line.stratum === stratum.id),
      rules.randomArm,
    ),
  );
  const visits = assignInspectors(
    seed,
    drawn.map(({ token }) => token),
    inspectors,
    rules.inspectorsPerVisit,
  );
  return drawn.map(({ token, stratum, arm, chance }, at) => ({
    ...{ token, stratum, arm, inspectors: visits[at]?.inspectors ?? [] },
    chance: [String(chance.of), String(chance.in)],
  }));
}

/**
 * Carries out a draw whose terms were committed.
 *
 * @param means - the round of the beacon, and the proof by the key that the terms name
 * @throws RangeError when the key is another than the terms name
 */
export function makeDraw(
  terms: DrawTerms,
  lists: DrawLists,
  means: {
    readonly round: BeaconRound;
    readonly prove: (alpha: Uint8Array) => Uint8Array;
  },
): DrawFile {
  const { round } = means;
  const commitment = termsCommitment(terms);
  const alpha = drawAlpha(commitment, round);
  const proof = means.prove(alpha);
  const output = vrfVerify(fromHex(terms.vrfKey), alpha, proof);
  if (output === undefined) throw new RangeError('The key is not the one that the terms name.');
  const value = seedOf({ commitment, randomness: round.randomness, output });
  return {
    ...{ form: 'credence-draw@1', terms, commitment },
    list: { salt: lists.salt, lines: lists.lines },
    inspectors: lists.inspectors,
    seed: { round, proof: toHex(proof), value },
    result: resultOf(terms, lists, value),
  };
}

/** The one spelling of a draw file. */
export function writeDraw(file: JsonValue): string {
  return canonicalJson(file);
}
