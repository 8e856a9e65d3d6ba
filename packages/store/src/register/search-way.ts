import type { NameWay, PrefixKey } from '@credence/casework';

import type { Session, SqlValue } from '../connection/connection.ts';

/** The last character there is: every text that begins with a prefix sorts before prefix + this. */
export const LAST = '\u{10ffff}';

/**
 * Names that have the query's pairs are fetched and sorted up to this many; where there are more,
 * they are common enough to be met soon on a walk along the names from the shortest one. At a million
 * names both take about as long here.
 */
const SORTED_AT_MOST = 4_000;

/** How many texts the walk takes along at a time. */
const TEXTS_PER_WALK = 1_024;

export interface WayRow {
  readonly home: string;
  readonly name: string;
  /** Place of the way among those asked together. */
  readonly way: number;
}

interface Bounds {
  /** Day number. */
  readonly today: number;
  readonly limit: number;
}

type EqualWay = Extract<NameWay, { readonly how: 'equal' }>;
type PrefixWay = Extract<NameWay, { readonly how: 'prefix' }>;
type KeyWay = EqualWay | PrefixWay;

/**
 * A beginning of so many letters, or so many Chinese characters, is that of few names: to ask for it
 * together with its neighbours costs less than to come back for it. What is shorter is asked alone,
 * since it may find enough.
 */
const NARROW_LETTERS = 8;
const NARROW_HAN = 4;
const HAN = /\p{Script=Han}/u;

/** Ways that are asked in one statement: neighbours that look up keys, else a single one. */
export type Step = readonly [NameWay, ...KeyWay[]];

export function stepsOf(ways: readonly NameWay[]): readonly Step[] {
  const steps: [NameWay, ...KeyWay[]][] = [];
  for (const way of ways) {
    const last = steps.at(-1);
    if (isCheap(way) && last !== undefined && isCheap(last[0])) last.push(way);
    else steps.push([way]);
  }
  return steps;
}

function isCheap(way: NameWay): way is KeyWay {
  if (way.how === 'equal') return true;
  if (way.how !== 'prefix') return false;
  return [...way.text].length >= (HAN.test(way.text) ? NARROW_HAN : NARROW_LETTERS);
}

/** Whether a step reads the index of pairs, which yields nothing but a bitmap. */
export function readsPairs([way]: Step): boolean {
  return way.how === 'inside' || way.how === 'words';
}

/**
 * Visible names that satisfy a step, way by way: shorter ones first, then by key, then by folded
 * name. At most `limit` rows; fewer only if there are no more.
 */
export function findByStep(
  session: Session,
  step: Step,
  bounds: Bounds,
): Promise<readonly WayRow[]> {
  const [way] = step;
  switch (way.how) {
    case 'inside':
      return findInside(session, way, bounds);
    case 'words':
      return findByWords(session, way, bounds);
    case 'equal':
    case 'prefix':
      return findByKeys(session, step.filter(isKeyWay), bounds);
  }
}

function isKeyWay(way: NameWay): way is KeyWay {
  return way.how === 'equal' || way.how === 'prefix';
}

/**
 * A name that only ended records state is no name any more, and a subject that is neither registered
 * nor stated by a standing record is not there.
 */
const standing = `(n.visible_until is null or n.visible_until > $1::integer)
  and exists (select from subject s
    where s.home = n.home and (s.registered or s.visible_until > $1::integer))`;

const columns: Readonly<Record<PrefixKey, string>> = {
  folded: 'folded',
  canon: 'canon',
  core: 'core',
  pinyin: 'pinyin',
  initials: 'initials',
  corePinyin: 'core_pinyin',
  coreInitials: 'core_initials',
};

/** The lengths that names have, the shortest first. */
const lengthsFrom = (shortest: number): string =>
  `(select length from generate_series(${shortest},
    (select max(char_length(folded)) from subject_name)) length order by length) l`;

async function findByKeys(
  session: Session,
  ways: readonly KeyWay[],
  { today, limit }: Bounds,
): Promise<readonly WayRow[]> {
  const values: SqlValue[] = [today, limit];
  const parts = ways.map((way, index) => {
    const names = way.how === 'equal' ? namesEqual(way, values) : namesBegun(way, values);
    return `select ${index} as way, l.length, f.key, f.folded, f.home, f.name ${names}`;
  });
  return session.query<WayRow>(
    `select way, home, name from (${parts.join(' union all ')}) f
      order by way, length, key, folded, home, name limit $2::integer`,
    values,
  );
}

function namesEqual({ key, texts }: EqualWay, values: SqlValue[]): string {
  const column = columns[key];
  const parameter = `$${values.push(texts)}`;
  // How long a whole name is says itself.
  const lengths =
    key === 'folded'
      ? `(select char_length(t) as length from unnest(${parameter}::text[]) t) l`
      : lengthsFrom(1);
  return `from ${lengths} cross join lateral (
    select n.home, n.name, n.folded, n.${column} as key from subject_name n
    where char_length(n.folded) = l.length and n.${column} <> ''
      and n.${column} = any(${parameter}::text[]) and ${standing} offset 0
  ) f`;
}

/**
 * Length by length, each in the order of the index, so that nothing is read to be thrown away: ties
 * of the last key are all fetched and put in order afterwards.
 */
function namesBegun({ key, text, behind = [] }: PrefixWay, values: SqlValue[]): string {
  const column = columns[key];
  const [from, to] = [`$${values.push(text)}`, `$${values.push(text + LAST)}`];
  const also = behind.map((texts) => {
    const rest = `substr(n.${column}, ${[...text].length + 1})`;
    return `and exists (select from unnest($${values.push(texts)}::text[]) t
      where strpos(${rest}, t) > 0)`;
  });
  return `from ${lengthsFrom(key === 'folded' ? [...text].length : 1)} cross join lateral (
    select n.home, n.name, n.folded, n.${column} as key from subject_name n
    where char_length(n.folded) = l.length and n.${column} <> ''
      and n.${column} >= ${from} and n.${column} < ${to} ${also.join(' ')} and ${standing}
    order by n.${column} fetch first ($2::integer) rows with ties
  ) f`;
}

async function findInside(
  session: Session,
  way: { readonly text: string; readonly grams: readonly string[] },
  bounds: Bounds,
): Promise<readonly WayRow[]> {
  const few = await findFew(session, {
    ...bounds,
    grams: way.grams,
    also: 'strpos(n.folded, $4) > 0',
    values: [way.text],
  });
  return few ?? walkInside(session, way.text, bounds);
}

async function findByWords(
  session: Session,
  way: { readonly words: readonly string[]; readonly grams: readonly string[] },
  bounds: Bounds,
): Promise<readonly WayRow[]> {
  const also = `(select bool_and(strpos(' ' || n.canon, ' ' || w) > 0)
    from unnest($4::text[]) w)`;
  const few = await findFew(session, { ...bounds, grams: way.grams, also, values: [way.words] });
  if (few !== undefined) return few;
  return session.query<WayRow>(
    `select 0 as way, n.home, n.name from subject_name n
      where n.canon <> '' and ${standing} and ${also.replace('$4', '$3')}
      order by char_length(n.folded), n.folded, n.home, n.name limit $2::integer`,
    [bounds.today, bounds.limit, way.words],
  );
}

/**
 * By the index of pairs, which starts from the rarest pair and skips along the others. Undefined
 * where more names have them than are worth sorting.
 */
async function findFew(
  session: Session,
  search: Bounds & {
    readonly grams: readonly string[];
    /** What the pairs alone do not say; its values begin at $4. */
    readonly also: string;
    readonly values: readonly SqlValue[];
  },
): Promise<readonly WayRow[] | undefined> {
  // Counted in the index alone, so that a pair that every name has costs no look at the names.
  const [having] = await session.query<{ names: number }>(
    `select count(*)::integer as names from (
      select from subject_name n where n.grams @> $1::text[] limit $2::integer) t`,
    [search.grams, SORTED_AT_MOST + 1],
  );
  const names = having?.names ?? 0;
  if (names === 0) return [];
  if (names > SORTED_AT_MOST) return undefined;
  return session.query<WayRow>(
    `select 0 as way, n.home, n.name from subject_name n
      where n.grams @> $3::text[] and ${search.also} and ${standing}
      order by char_length(n.folded), n.folded, n.home, n.name limit $2::integer`,
    [search.today, search.limit, search.grams, ...search.values],
  );
}

/** Reads the texts from the index alone and the rows of those only that contain the query. */
async function walkInside(
  session: Session,
  text: string,
  { today, limit }: Bounds,
): Promise<readonly WayRow[]> {
  for (let texts = Math.max(limit, TEXTS_PER_WALK); ; texts *= 2) {
    const rows = await session.query<SeenRow>(
      `with met as materialized (
        select folded from subject_name where strpos(folded, $3) > 0
        order by char_length(folded), folded limit $4::integer
      )
      select (select count(*) from met)::integer as seen, f.home, f.name
      from (values (1)) one left join lateral (
        select n.home, n.name, n.folded from (select distinct folded from met) m
        join subject_name n
          on char_length(n.folded) = char_length(m.folded) and n.folded = m.folded
        where ${standing}
        order by char_length(n.folded), n.folded, n.home, n.name limit $2::integer
      ) f on true
      order by char_length(f.folded), f.folded, f.home, f.name`,
      [today, limit, text, texts],
    );
    const found = foundIn(rows);
    if (found.length >= limit || (rows[0]?.seen ?? 0) < texts) return found;
  }
}

/** A row of what was found beside how many were looked at; without a name where none was found. */
interface SeenRow {
  readonly seen: number;
  readonly home: string | null;
  readonly name: string;
}

function foundIn(rows: readonly SeenRow[]): readonly WayRow[] {
  return rows.flatMap(({ home, name }) => (home === null ? [] : [{ way: 0, home, name }]));
}
