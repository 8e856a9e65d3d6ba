import type { JsonValue } from '@credence/domain';

import type { CardKind } from '../card/card-kinds.ts';
import { findNearest } from '../load/nearest.ts';
import type { Path } from '../load/place.ts';
import { areTwins } from './are-twins.ts';
import type { CardPlace, Check, Draft, Report } from './draft.ts';
import { wordFields, type WordField } from './word-fields.ts';

/** A code where a card writes it. */
interface Use {
  readonly code: string;
  readonly place: CardPlace;
}

/**
 * Codes that no other card declares are still written the same way everywhere: a word of a closed list
 * is one of it, and a code that differs by one letter from a more usual one is a slip of the pen.
 */
export const checkWords: Check = (draft, report) => {
  for (const field of wordFields) {
    const uses = field.at.flatMap(([kind, path]) => usesOf(draft, kind, path.split('.')));
    if (field.closed) checkClosed(field, uses, report);
    else checkTwins(field, uses, report);
  }
};

function checkClosed({ known }: WordField, uses: readonly Use[], report: Report): void {
  for (const { code, place } of uses) {
    if (known.includes(code)) continue;
    const nearest = findNearest(code, known);
    report(place, {
      code: 'code-unknown',
      message:
        `${code} is not a word of this field.` +
        (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
      found: code,
      accepted: known.join(', '),
      repair: nearest === undefined ? 'Write one of them.' : `Write ${nearest}.`,
    });
  }
}

function checkTwins({ known }: WordField, uses: readonly Use[], report: Report): void {
  const counts = new Map<string, number>();
  for (const { code } of uses) counts.set(code, (counts.get(code) ?? 0) + 1);
  const weight = (code: string): number =>
    known.includes(code) ? Number.MAX_SAFE_INTEGER : (counts.get(code) ?? 0);
  const words = [...new Set([...known, ...counts.keys()])];
  const twins = new Map<string, string>();
  for (const code of counts.keys()) {
    const twin = words.find((word) => areTwins(code, word) && weight(word) >= weight(code));
    if (twin !== undefined) twins.set(code, twin);
  }
  for (const { code, place } of uses) {
    const twin = twins.get(code);
    if (twin === undefined) continue;
    report(place, {
      code: 'code-unknown',
      message: `${code} differs by one letter from ${twin}. Did you mean ${twin}?`,
      found: code,
      accepted: twin,
      repair: `Write ${twin}, or choose a code that cannot be taken for it.`,
    });
  }
}

function usesOf(draft: Draft, kind: CardKind, path: readonly string[]): Use[] {
  return Object.entries(draft.document.cards[kind]).flatMap(([id, card]) =>
    textsAt(card, path, []).map((found) => ({
      code: found.text,
      place: { kind, id, path: found.path },
    })),
  );
}

interface Found {
  readonly text: string;
  readonly path: Path;
}

/** Texts at a path; lists are entered, and `*` is every entry of a table. */
function textsAt(value: JsonValue | undefined, steps: readonly string[], path: Path): Found[] {
  if (isList(value)) {
    return value.flatMap((entry, index) => textsAt(entry, steps, [...path, index]));
  }
  const [step, ...rest] = steps;
  if (step === undefined) {
    return typeof value === 'string' ? [{ text: value, path }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (step !== '*') return textsAt(value[step], rest, [...path, step]);
  return Object.entries(value).flatMap(([key, entry]) => textsAt(entry, rest, [...path, key]));
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
