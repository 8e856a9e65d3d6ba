import type { Comparison } from './tree.ts';

/** One of the few values of a thing that conditions tell apart; undefined where it is absent. */
export type Case = boolean | number | string | readonly number[] | undefined;

/**
 * A thing that conditions ask about, with everything they ask of it. Values that all of them treat
 * alike stand for one another, which keeps their number small and the answer exact.
 */
export interface Domain {
  /** How many cases there are; known before any is made. */
  size(): number;
  cases(): readonly Case[];
}

/** Something that holds or not, and about which nothing more is known. */
export class TruthDomain implements Domain {
  size(): number {
    return 2;
  }

  cases(): readonly Case[] {
    return [false, true];
  }
}

/** How two amounts lie to each other, where neither is written out. */
export class OrderDomain implements Domain {
  size(): number {
    return 3;
  }

  cases(): readonly Case[] {
    return [-1, 0, 1];
  }
}

/** A whole number, a sum of money or a day, between bounds. */
export class AmountDomain implements Domain {
  readonly #least: number;
  readonly #most: number;
  readonly #optional: boolean;
  /** The first amounts above a border. */
  readonly #borders = new Set<number>();

  constructor(given: {
    readonly least: number;
    readonly most: number;
    readonly optional: boolean;
  }) {
    this.#least = given.least;
    this.#most = given.most;
    this.#optional = given.optional;
  }

  /** Takes note of a comparison, so that the cases tell its outcomes apart. */
  ask(how: Comparison, bound: number): void {
    if (how !== '>' && how !== '<=') this.#border(bound);
    if (how !== '>=' && how !== '<') this.#border(bound + 1);
  }

  #border(first: number): void {
    if (first > this.#least && first <= this.#most) this.#borders.add(first);
  }

  size(): number {
    return this.#borders.size + (this.#optional ? 2 : 1);
  }

  cases(): readonly Case[] {
    const present = [this.#least, ...this.#borders].sort((a, b) => a - b);
    return this.#optional ? [undefined, ...present] : present;
  }
}

/** Members of a list, grouped by how every question answers for them. */
function classesOf(
  list: readonly string[],
  questions: readonly ReadonlySet<string>[],
): readonly { readonly first: string; readonly count: number }[] {
  const classes = new Map<string, { first: string; count: number }>();
  for (const member of list) {
    const answers = questions.map((question) => (question.has(member) ? '1' : '0')).join('');
    const known = classes.get(answers);
    if (known === undefined) classes.set(answers, { first: member, count: 1 });
    else known.count += 1;
  }
  return [...classes.values()];
}

/** One code of a closed list. */
export class CodeDomain implements Domain {
  readonly #list: readonly string[];
  readonly #optional: boolean;
  readonly #questions: ReadonlySet<string>[] = [];

  constructor(list: readonly string[], optional: boolean) {
    this.#list = list;
    this.#optional = optional;
  }

  ask(codes: ReadonlySet<string>): void {
    this.#questions.push(codes);
  }

  size(): number {
    return this.cases().length;
  }

  cases(): readonly Case[] {
    const present = classesOf(this.#list, this.#questions).map(({ first }) => first);
    return this.#optional ? [undefined, ...present] : present;
  }
}

/** Several codes of a closed list: a case says how many of each group are there. */
export class CodesDomain implements Domain {
  readonly #list: readonly string[];
  readonly #optional: boolean;
  readonly #questions: ReadonlySet<string>[] = [];
  #classes: ReturnType<typeof classesOf> | undefined;
  #counted = false;

  constructor(list: readonly string[], optional: boolean) {
    this.#list = list;
    this.#optional = optional;
  }

  /** Asks whether some or all of the codes are among these. */
  ask(codes: ReadonlySet<string>): void {
    this.#questions.push(codes);
    this.#classes = undefined;
  }

  /** Asks how many there are. */
  count(): void {
    this.#counted = true;
  }

  /** The first code of each group, in the order in which cases count them, and how many it has. */
  groups(): ReturnType<typeof classesOf> {
    this.#classes ??= classesOf(this.#list, this.#questions);
    return this.#classes;
  }

  #choices(): readonly number[] {
    return this.groups().map(({ count }) => (this.#counted ? count + 1 : 2));
  }

  size(): number {
    const present = this.#choices().reduce((product, each) => product * each, 1);
    return present + (this.#optional ? 1 : 0);
  }

  cases(): readonly Case[] {
    const present = this.#choices().reduce<readonly (readonly number[])[]>(
      (before, choice) =>
        before.flatMap((counts) => Array.from({ length: choice }, (_, each) => [...counts, each])),
      [[]],
    );
    return this.#optional ? [undefined, ...present] : present;
  }
}

/**
 * Where the day asked about lies, seen from a day of the record: -1 before it, 0 from it on, then for
 * each period, shortest first, one case for the very day it ends and one for the time after.
 */
export class TimeDomain implements Domain {
  readonly #periods = new Set<number>();

  /** @param count - months, or days, or 0 where a value of the edition is the period */
  ask(count: number): void {
    this.#periods.add(count);
  }

  /** The case of the very day on which a period ends. */
  endOf(count: number): number {
    return [...this.#periods].filter((other) => other < count).length * 2 + 1;
  }

  size(): number {
    return this.#periods.size * 2 + 2;
  }

  cases(): readonly Case[] {
    return Array.from({ length: this.size() }, (_, index) => index - 1);
  }
}
