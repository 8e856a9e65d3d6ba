import { civilDate, later, type CivilDate, type Identifier } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import { isEditionDraft, isEditionPublished } from '../entry/edition-payload.ts';
import { isAgency, isBatch, isEdition } from '../entry/house-payload.ts';
import { readerRows } from '../bulk/reader-state.ts';
import { ownEvents } from '../life/fold-life.ts';
import { lifeIdentifiers, lifeNames } from '../life/life-names.ts';
import type { StagedName } from '../port/intake.ts';
import type { Entry } from '../port/journal.ts';
import type { HomeRows, NameKeys, NameRow } from '../port/register.ts';
import { codeIn } from '../promulgate/edition-frame.ts';
import { openPromulgated } from '../promulgate/open-promulgated.ts';
import { foldSubject } from '../state/subject-state.ts';
import { accountRows } from './account-rows.ts';
import { caseRows } from './case-rows.ts';
import { matterRows } from './matter-rows.ts';
import { recordRows } from './record-rows.ts';

/**
 * The rows of one home, from its entries alone: what the register looks up across homes. Projections
 * are caches of this function, and a rebuild must give the very rows that stand in the tables.
 */
export function projectHome(
  entries: readonly Entry[],
  rulebook: Rulebook,
  nameKeys: NameKeys,
): HomeRows {
  const [first] = entries;
  if (first === undefined) return empty;
  const { home } = first;
  return {
    ...empty,
    ...projectSubject(home, entries, { rulebook, nameKeys }),
    ...projectAgency(home, entries),
    ...projectEdition(home, entries),
    ...projectDraft(home, entries),
    ...matterRows(home, entries),
    ...projectCases(home, entries, rulebook),
    accounts: [...accountRows(home, entries), ...readerRows(home, entries)],
  };
}

/** Every code that was entered leads here; an event is never entered before its day. */
const farFuture = civilDate('9999-12-31');

const empty: HomeRows = { identifiers: [], names: [], recordKeys: [], batches: [] };

function projectSubject(
  home: string,
  entries: readonly Entry[],
  means: { readonly rulebook: Rulebook; readonly nameKeys: NameKeys },
): Partial<HomeRows> {
  const { records, events = [] } = foldSubject(home, entries);
  if (records.length === 0) return {};
  const rows = records.map((state) => recordRows(state, means.rulebook, means));
  const own = ownEvents(events);
  const isPublic = rows.some(({ registered }) => registered);
  // Whoever is not registered is known from its records alone, and by no name that ends with them.
  const changed = isPublic ? lifeNames(own) : [];
  const visibleUntil = rows
    .flatMap((row) => row.visibleUntil ?? [])
    .reduce<CivilDate | undefined>((a, b) => (a === undefined ? b : later(a, b)), undefined);
  return {
    subject: {
      home,
      registered: isPublic,
      ...(visibleUntil === undefined ? {} : { visibleUntil }),
    },
    identifiers: distinctIdentifiers([
      ...rows.flatMap(({ identifiers }) => identifiers),
      ...lifeIdentifiers(own, farFuture),
    ]),
    names: distinctNames([
      ...rows.flatMap(({ names }) => nameRows(home, names)),
      ...nameRows(
        home,
        changed.map((name) => ({ name, keys: means.nameKeys.fold(name) })),
      ),
    ]),
    recordKeys: rows.map(({ recordKey }) => ({ home, ...recordKey })),
    recordLines: rows.flatMap(({ lines }) => lines.map((line) => ({ home, ...line }))),
  };
}

function projectCases(
  home: string,
  entries: readonly Entry[],
  rulebook: Rulebook,
): Partial<HomeRows> {
  const cases = caseRows(home, entries, rulebook);
  return cases.length === 0 ? {} : { cases };
}

function projectAgency(home: string, entries: readonly Entry[]): Partial<HomeRows> {
  const agency = payloadsOf(entries, 'agency@1', isAgency).at(-1);
  if (agency === undefined) return {};
  const { code, name } = agency;
  return {
    agency: { home, code, name },
    batches: payloadsOf(entries, 'batch@1', isBatch).map(
      ({ batchId, item, fileHash, mapping }) => ({
        home,
        batchId,
        source: code,
        item,
        fileHash,
        mapping,
      }),
    ),
  };
}

function projectEdition(home: string, entries: readonly Entry[]): Partial<HomeRows> {
  const payload = payloadsOf(entries, 'edition@1', isEdition).at(-1);
  if (payload === undefined) return {};
  const { code, hash } = openPromulgated(home, payload.edition);
  return { edition: { home, code, hash } };
}

function projectDraft(home: string, entries: readonly Entry[]): Partial<HomeRows> {
  const draft = payloadsOf(entries, 'edition-draft@1', isEditionDraft).at(0);
  if (draft === undefined) return {};
  const published = payloadsOf(entries, 'edition-published@1', isEditionPublished).at(0);
  return {
    ruleDraft: {
      ...{ home, hash: draft.hash, code: codeIn(draft.edition) },
      ...(published === undefined ? {} : { publishedOn: published.on }),
    },
  };
}

function payloadsOf<Payload>(
  entries: readonly Entry[],
  kind: string,
  is: (payload: unknown) => payload is Payload,
): readonly Payload[] {
  return entries
    .filter((entry) => entry.kind === kind)
    .map(({ payload }): unknown => payload)
    .filter(is);
}

function distinctIdentifiers(identifiers: readonly Identifier[]): readonly Identifier[] {
  const byKey = new Map(identifiers.map((given) => [`${given.scheme}:${given.value}`, given]));
  return [...byKey.values()];
}

/** Names as rows of their home. */
export function nameRows(home: string, names: readonly StagedName[]): readonly NameRow[] {
  return names.map(({ keys, ...name }) => ({ home, ...name, ...keys }));
}

/** Each name once, for as long as one of the records that state it is public. */
export function distinctNames(names: readonly NameRow[]): readonly NameRow[] {
  const byName = new Map<string, NameRow>();
  for (const row of names) {
    const known = byName.get(row.name);
    byName.set(row.name, known === undefined ? row : longerVisible(known, row));
  }
  return [...byName.values()];
}

function longerVisible(one: NameRow, other: NameRow): NameRow {
  if (one.visibleUntil === undefined) return one;
  if (other.visibleUntil === undefined) return other;
  return later(one.visibleUntil, other.visibleUntil) === one.visibleUntil ? one : other;
}
