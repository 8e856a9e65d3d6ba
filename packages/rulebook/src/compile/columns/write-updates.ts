/** A condition about the record at hand, as JavaScript. */
export interface Condition {
  readonly text: string;
  /** Set where the condition is that an array has one constant here. */
  readonly equals?: { readonly read: string; readonly constant: number };
}

/** A statement that runs for records that meet every condition. */
export interface Update {
  readonly conditions: readonly Condition[];
  readonly text: string;
}

type Branch =
  | { readonly kind: 'always'; readonly text: string }
  | {
      readonly kind: 'if';
      readonly conditions: readonly string[];
      readonly then: readonly Update[];
    }
  | {
      readonly kind: 'switch';
      readonly read: string;
      readonly cases: ReadonlyMap<number, readonly Update[]>;
    };

/** Fewer equalities about one array are tested one by one. */
const switchMin = 3;

/**
 * The statements for one record. A condition that several updates share is tested once, those about
 * different constants of one array become a `switch`, and what is read twice is kept.
 */
export function writeUpdates(
  updates: readonly Update[],
  loaded: ReadonlySet<string> = new Set(),
): readonly string[] {
  const branches = toBranches(updates);
  const reads = branches.map(readsOf);
  const known = new Set(loaded);
  const lines: string[] = [];
  const load = (read: string): void => {
    if (known.has(read)) return;
    known.add(read);
    lines.push(`const ${localOf(read)} = ${read};`);
  };
  for (const read of new Set(reads.flatMap((each) => [...each]))) {
    if (reads.filter((each) => each.has(read)).length > 1) load(read);
  }
  for (const branch of branches) {
    switch (branch.kind) {
      case 'always':
        lines.push(withLocals(branch.text, known));
        break;
      case 'if': {
        const test = branch.conditions.join(' && ');
        const inside = readsIn(branch.then);
        for (const read of readsInText(test)) if (inside.has(read)) load(read);
        lines.push(`if (${withLocals(test, known)}) {`, ...writeUpdates(branch.then, known), '}');
        break;
      }
      case 'switch':
        lines.push(`switch (${withLocals(branch.read, known)}) {`);
        for (const [constant, then] of branch.cases) {
          lines.push(`case ${constant}: {`, ...writeUpdates(then, known), 'break; }');
        }
        lines.push('}');
        break;
    }
  }
  return lines;
}

/** The condition most updates share comes first; updates without it are left for the next branch. */
function toBranches(updates: readonly Update[]): readonly Branch[] {
  const branches = updates
    .filter(({ conditions }) => conditions.length === 0)
    .map(({ text }): Branch => ({ kind: 'always', text }));
  let rest = updates.filter(({ conditions }) => conditions.length > 0);
  while (rest.length > 0) {
    const shared = mostFrequent(rest.flatMap((update) => textsOf(update)));
    const read = mostFrequent(rest.flatMap(({ conditions }) => [...equalities(conditions).keys()]));
    const switched = rest.filter(({ conditions }) => equalities(conditions).has(read.item));
    const isSwitch = read.count >= switchMin && read.count >= shared.count;
    if (isSwitch && new Set(switched.map((each) => constantOf(each, read.item))).size > 1) {
      branches.push({ kind: 'switch', read: read.item, cases: casesOf(switched, read.item) });
      rest = rest.filter((update) => !switched.includes(update));
      continue;
    }
    const fitting = rest.filter((update) => textsOf(update).includes(shared.item));
    const [first = { conditions: [] }] = fitting;
    const common = textsOf(first).filter((text) =>
      fitting.every((update) => textsOf(update).includes(text)),
    );
    const then = fitting.map((update) => without(update, ({ text }) => common.includes(text)));
    branches.push({ kind: 'if', conditions: common, then });
    rest = rest.filter((update) => !fitting.includes(update));
  }
  return branches;
}

function casesOf(updates: readonly Update[], read: string): ReadonlyMap<number, readonly Update[]> {
  const cases = new Map<number, Update[]>();
  for (const update of updates) {
    const constant = constantOf(update, read);
    const rest = without(
      update,
      ({ equals }) => equals?.read === read && equals.constant === constant,
    );
    cases.set(constant, [...(cases.get(constant) ?? []), rest]);
  }
  return new Map([...cases].sort(([a], [b]) => a - b));
}

function equalities(conditions: readonly Condition[]): ReadonlyMap<string, number> {
  return new Map(
    conditions.flatMap(({ equals }) => (equals ? [[equals.read, equals.constant] as const] : [])),
  );
}

function constantOf({ conditions }: Update, read: string): number {
  return equalities(conditions).get(read) ?? 0;
}

function textsOf({ conditions }: Pick<Update, 'conditions'>): readonly string[] {
  return conditions.map(({ text }) => text);
}

function without(update: Update, leaveOut: (condition: Condition) => boolean): Update {
  return { ...update, conditions: update.conditions.filter((each) => !leaveOut(each)) };
}

/** The item that occurs most often; the first of several. */
function mostFrequent(items: readonly string[]): { readonly item: string; readonly count: number } {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  let best = { item: '', count: 0 };
  for (const [item, count] of counts) if (count > best.count) best = { item, count };
  return best;
}

function readsOf(branch: Branch): ReadonlySet<string> {
  switch (branch.kind) {
    case 'always':
      return readsInText(branch.text);
    case 'if':
      return new Set([...readsInText(branch.conditions.join(' ')), ...readsIn(branch.then)]);
    case 'switch':
      return new Set([
        branch.read,
        ...[...branch.cases.values()].flatMap((then) => [...readsIn(then)]),
      ]);
  }
}

function readsIn(updates: readonly Update[]): ReadonlySet<string> {
  return new Set(
    updates.flatMap((update) => [...readsInText([...textsOf(update), update.text].join(' '))]),
  );
}

/** Reads of the record at hand; generated code has no other spelling for them. */
function readsInText(text: string): ReadonlySet<string> {
  return new Set(text.match(/\bc\d+\[j\]/g) ?? []);
}

function withLocals(text: string, loaded: ReadonlySet<string>): string {
  return text.replaceAll(/\bc\d+\[j\]/g, (read) => (loaded.has(read) ? localOf(read) : read));
}

function localOf(read: string): string {
  return `x${read.slice(1, read.indexOf('['))}`;
}
