import { fromHex } from '../encoding/hex.ts';
import { sha256Hex } from '../hash/sha256.ts';

const leafMark = new Uint8Array([0]);
const nodeMark = new Uint8Array([1]);

/** The hash of one text of a list, hexadecimal. */
export function merkleLeaf(text: string): string {
  return sha256Hex(leafMark, text);
}

/**
 * The root over a list of texts in their order (RFC 6962, section 2.1): leaves and nodes are hashed
 * under different marks, so that no node can pass for a leaf, and no two lists have one root.
 */
export function merkleRoot(leaves: readonly string[]): string {
  return rootOfLeaves(leaves.map(merkleLeaf));
}

/** The same root from the hashes of the leaves, for whoever may not read the texts. */
export function rootOfLeaves(hashes: readonly string[]): string {
  if (hashes.length === 0) return sha256Hex('');
  let level = hashes;
  while (level.length > 1) level = levelAbove(level);
  return level[0] ?? '';
}

function levelAbove(level: readonly string[]): readonly string[] {
  const above: string[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left = '', right] = level.slice(at, at + 2);
    above.push(right === undefined ? left : nodeOf(left, right));
  }
  return above;
}

function nodeOf(left: string, right: string): string {
  return sha256Hex(nodeMark, fromHex(left), fromHex(right));
}

/** The hashes that stand beside the way from one leaf up to the root. */
export function merklePath(hashes: readonly string[], at: number): readonly string[] {
  const path: string[] = [];
  let [level, place] = [hashes, at];
  while (level.length > 1) {
    const beside = level[place % 2 === 0 ? place + 1 : place - 1];
    if (beside !== undefined) path.push(beside);
    level = levelAbove(level);
    place = Math.floor(place / 2);
  }
  return path;
}

/** The root that a leaf at a place of a list of so many leads to along its path. */
export function rootAlong(
  leaf: string,
  { at, count }: { readonly at: number; readonly count: number },
  path: readonly string[],
): string | undefined {
  const waiting = [...path];
  let [hash, place, size] = [leaf, at, count];
  while (size > 1) {
    const isLeft = place % 2 === 0;
    if (!isLeft || place + 1 < size) {
      const beside = waiting.shift();
      if (beside === undefined) return undefined;
      hash = isLeft ? nodeOf(hash, beside) : nodeOf(beside, hash);
    }
    place = Math.floor(place / 2);
    size = Math.ceil(size / 2);
  }
  return waiting.length === 0 && at >= 0 && at < count ? hash : undefined;
}
