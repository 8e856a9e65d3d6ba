import type { NameKeys, NameSearchKeys } from '../port/register.ts';
import type { ToldName } from '../port/row-workshop.ts';
import { apart } from './text-apart.ts';

/**
 * Names kept of one file. Spelling a name is the dearest thing that is done with a row, and one
 * organisation stands in many rows of a file; beyond so many names it is spelt again.
 */
export const namesMax = 100_000;

/** The two keys that every row asks for. */
interface Remembered {
  readonly folded: string;
  readonly pinyin: string;
}

/** Keys that remember, and may be told. */
export interface RememberedNames extends NameKeys {
  /** Takes over names that were spelled elsewhere. */
  learn(names: readonly ToldName[]): void;
}

/**
 * The same keys, with those that every row asks for kept: the others, by which only the register
 * searches, are found again should anybody ask for them a second time.
 */
export function rememberNames(nameKeys: NameKeys): RememberedNames {
  const known = new Map<string, Remembered>();
  const remember = (name: string, { folded, pinyin }: NameSearchKeys): void => {
    if (known.size < namesMax) {
      const own = apart(name);
      // Most names are folded already, and kept once.
      known.set(own, { folded: folded === own ? own : apart(folded), pinyin: apart(pinyin) });
    }
  };
  return {
    ...nameKeys,
    fold(name) {
      const before = known.get(name);
      if (before !== undefined) return new RememberedKeys(name, before, nameKeys);
      const keys = nameKeys.fold(name);
      remember(name, keys);
      return keys;
    },
    learn(names) {
      for (const { name, folded, pinyin } of names) {
        if (known.size < namesMax) known.set(name, { folded, pinyin });
      }
    },
  };
}

class RememberedKeys implements NameSearchKeys {
  readonly folded: string;
  readonly pinyin: string;
  readonly #name: string;
  readonly #nameKeys: NameKeys;
  #all: NameSearchKeys | undefined;

  constructor(name: string, { folded, pinyin }: Remembered, nameKeys: NameKeys) {
    this.folded = folded;
    this.pinyin = pinyin;
    this.#name = name;
    this.#nameKeys = nameKeys;
  }

  get grams(): readonly string[] {
    return this.#keys.grams;
  }
  get canon(): string {
    return this.#keys.canon;
  }
  get core(): string {
    return this.#keys.core;
  }
  get initials(): string {
    return this.#keys.initials;
  }
  get corePinyin(): string {
    return this.#keys.corePinyin;
  }
  get coreInitials(): string {
    return this.#keys.coreInitials;
  }

  get #keys(): NameSearchKeys {
    this.#all ??= this.#nameKeys.fold(this.#name);
    return this.#all;
  }
}
