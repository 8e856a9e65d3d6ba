import { isBefore, parseCivilDate, parsePeriod, type JsonValue } from '@credence/domain';

import type { CardDocument, Edition, EditionDocument } from '../edition/edition.ts';
import { compareEditions, writePath, type CardName } from './compare-editions.ts';
import { changesBetween, isList } from './field-changes.ts';
import { isLonger } from './heavier.ts';

/** What a change of a value means, as far as its form says so. */
export type Meaning =
  | 'shorter'
  | 'longer'
  | 'earlier'
  | 'later'
  | 'less'
  | 'more'
  | 'gains'
  | 'loses'
  | 'other-members'
  /** A condition or a formula. */
  | 'expression'
  /** How sure the edition is. */
  | 'mark'
  | 'added'
  | 'removed'
  | 'text';

/** One field that differs, with what the difference means. */
export interface FieldDifference {
  /** Keys as the files write them, places in a list from 1. */
  readonly path: string;
  readonly meaning: Meaning;
  readonly old?: JsonValue;
  readonly new?: JsonValue;
}

/** Everything a newer edition says otherwise than an older one. */
export interface EditionDiff {
  readonly schema: 'credence-edition-diff/1';
  readonly from: { readonly code: string; readonly hash: string };
  readonly to: { readonly code: string; readonly hash: string };
  readonly frame: readonly FieldDifference[];
  readonly added: readonly (CardName & { readonly card: CardDocument })[];
  readonly withdrawn: readonly CardName[];
  readonly changed: readonly (CardName & { readonly fields: readonly FieldDifference[] })[];
}

/**
 * Compares two editions: the frame, the cards that came and went, and in every other card the fields
 * that differ, each with its meaning (a period shorter or longer, a list that gains members, another
 * expression). Nothing that differs is left out.
 */
export function diffEditions(older: Edition, newer: Edition): EditionDiff {
  const [before, after] = [older.document, newer.document];
  const { added, withdrawn, changed } = compareEditions(before, after);
  return {
    schema: 'credence-edition-diff/1',
    from: { code: older.code, hash: older.hash },
    to: { code: newer.code, hash: newer.hash },
    frame: differencesOf(before.edition, after.edition),
    added: added.map((name) => ({ ...name, card: cardOf(after, name) })),
    withdrawn,
    changed: changed.map(({ kind, id }) => ({
      kind,
      id,
      fields: differencesOf(cardOf(before, { kind, id }), cardOf(after, { kind, id })),
    })),
  };
}

function cardOf(document: EditionDocument, { kind, id }: CardName): CardDocument {
  return document.cards[kind][id] ?? {};
}

function differencesOf(older: CardDocument, newer: CardDocument): readonly FieldDifference[] {
  return [...changesBetween(older, newer)].map((change) => {
    const { at, ...sides } = change;
    return { path: writePath(at), meaning: meaningOf(at, sides), ...sides };
  });
}

/** Fields that hold expressions, whatever the kind of card. */
const expressions = ['when', 'then', 'value', 'where'];

function meaningOf(
  at: readonly (string | number)[],
  sides: { readonly old?: JsonValue; readonly new?: JsonValue },
): Meaning {
  const { old, new: now } = sides;
  if (old === undefined) return 'added';
  if (now === undefined) return 'removed';
  const key = at.at(-1);
  if (key === 'confidence') return 'mark';
  if (typeof old === 'number' && typeof now === 'number') return now < old ? 'less' : 'more';
  if (isList(old) && isList(now)) return meaningOfMembers(old, now);
  if (typeof old !== 'string' || typeof now !== 'string') return 'text';
  if (parsePeriod(old) !== undefined && parsePeriod(now) !== undefined) {
    if (isLonger(now, old)) return 'longer';
    return isLonger(old, now) ? 'shorter' : 'text';
  }
  const [day, other] = [parseCivilDate(old), parseCivilDate(now)];
  if (day !== undefined && other !== undefined) return isBefore(other, day) ? 'earlier' : 'later';
  const named = expressions.some((word) => word === key) || at.includes('where');
  return named ? 'expression' : 'text';
}

function meaningOfMembers(old: readonly JsonValue[], now: readonly JsonValue[]): Meaning {
  const [before, after] = [old, now].map((members) => new Set(members.map(memberText)));
  const gains = [...(after ?? [])].some((member) => before?.has(member) !== true);
  const loses = [...(before ?? [])].some((member) => after?.has(member) !== true);
  if (gains && loses) return 'other-members';
  if (gains) return 'gains';
  return loses ? 'loses' : 'text';
}

function memberText(member: JsonValue): string {
  return JSON.stringify(member);
}
