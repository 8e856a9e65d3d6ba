import type { SpelledName } from '@credence/casework';

import { packRows, type PackedRows } from './pack-rows.ts';

/** What stands before the grams of a name: the name, and its keys. */
const cellsBefore = 8;

/** Names on their way to another thread, packed as rows are: a name, its keys, and its grams. */
export function packNames(names: readonly SpelledName[]): PackedRows {
  return packRows(
    names.map(({ name, keys }, row) => {
      const { folded, canon, core, pinyin, initials, corePinyin, coreInitials, grams } = keys;
      const one = [folded, canon, core, pinyin, initials, corePinyin, coreInitials];
      return { row, cells: [name, ...one, ...grams] };
    }),
  );
}

/**
 * The same names again. Each is told once, by the first row that states it, so its keys are cut out of
 * the text when they are asked for: cut beforehand they would all be alive until the last row.
 */
export function* unpackNames({ text, ends, rows }: PackedRows): Generator<SpelledName> {
  let first = 0;
  for (let at = 1; at < rows.length; at += 2) {
    const next = first + (rows[at] ?? 0);
    const keys = new PackedKeys(text, ends, { first, next });
    yield { name: keys.cell(0), keys };
    first = next;
  }
}

type Keys = SpelledName['keys'];

class PackedKeys implements Keys {
  readonly #text: string;
  readonly #ends: Uint32Array;
  readonly #first: number;
  readonly #next: number;

  constructor(
    text: string,
    ends: Uint32Array,
    { first, next }: { readonly first: number; readonly next: number },
  ) {
    this.#text = text;
    this.#ends = ends;
    this.#first = first;
    this.#next = next;
  }

  get folded(): string {
    return this.cell(1);
  }
  get canon(): string {
    return this.cell(2);
  }
  get core(): string {
    return this.cell(3);
  }
  get pinyin(): string {
    return this.cell(4);
  }
  get initials(): string {
    return this.cell(5);
  }
  get corePinyin(): string {
    return this.cell(6);
  }
  get coreInitials(): string {
    return this.cell(7);
  }
  get grams(): readonly string[] {
    const grams: string[] = [];
    for (let at = cellsBefore; at < this.#next - this.#first; at += 1) grams.push(this.cell(at));
    return grams;
  }

  /** A cell by its place among those of the name. */
  cell(place: number): string {
    const at = this.#first + place;
    return this.#text.slice(this.#ends[at - 1] ?? 0, this.#ends[at]);
  }
}
