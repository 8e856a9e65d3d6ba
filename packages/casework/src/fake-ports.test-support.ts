import { instant, type Identifier, type Instant } from '@credence/domain';

import type { Staging, StagedRow, StagingFindings } from './port/intake.ts';
import type { Command, Entry, Journal, NewEntry, Receipt } from './port/journal.ts';
import type { BatchRow, HomeRows, NameKeys, NameRow, Register } from './port/register.ts';
import { distinctNames } from './project/project-home.ts';

/** The tables of the store, in memory: small enough to see that nothing is hidden in them. */
export class FakeStore {
  readonly entries: Entry[] = [];
  readonly rows: Map<string, HomeRows> = new Map();
  /** Set by the composition, as in the real one. */
  project: (entries: readonly Entry[]) => HomeRows = () => noRows;
  now: Instant = instant(Date.UTC(2026, 4, 4, 4, 0));
  #ids = 0;
  readonly #stagings: Map<string, StagedRow[]> = new Map();
  readonly #homes: Map<string, string> = new Map();
  readonly #lengths: Map<string, number> = new Map();

  readonly uuid = (): string => {
    this.#ids += 1;
    return `00000000-0000-7000-8000-${this.#ids.toString(16).padStart(12, '0')}`;
  };
  readonly salt = (): string => 'AAAAAAAAAAAAAAAAAAAAAA';

  get stagings(): number {
    return this.#stagings.size;
  }

  readonly journal: Journal = {
    head: () => Promise.resolve({ position: this.entries.length, recordedAt: this.now }),
    entriesOf: (home) => Promise.resolve(this.entriesOf(home)),
    entriesOfMany: (homes) =>
      Promise.resolve(new Map(homes.map((home) => [home, this.entriesOf(home)]))),
    positionAt: () => Promise.resolve(this.entries.length),
    record: (command, entries) => {
      for (const entry of entries) this.append(entry, command);
      for (const home of new Set(entries.map((entry) => entry.home))) {
        this.#setRows(home, this.project(this.entriesOf(home)));
      }
      return Promise.resolve({ kind: 'recorded', receipt: this.#receipt() });
    },
    readWithAccess: (_, home) => Promise.resolve(this.entriesOf(home)),
    accessesTo: () => Promise.resolve([]),
  };

  readonly register: Register = {
    findByIdentifier: (identifier) => Promise.resolve(this.#homeOf(identifier)),
    findByIdentifiers: (identifiers) => {
      const found = identifiers.flatMap((given): [string, string][] => {
        const home = this.#homeOf(given);
        return home === undefined ? [] : [[`${given.scheme}:${given.value}`, home]];
      });
      return Promise.resolve(new Map(found));
    },
    searchNames: (query, page) => {
      const visible = [...this.rows.values()].filter(
        ({ subject }) => subject?.registered === true || (subject?.visibleUntil ?? '') > page.today,
      );
      const rank = (folded: string) =>
        folded === query.folded ? 1 : folded.startsWith(query.folded) ? 2 : 3;
      const order = (a: NameRow, b: NameRow) =>
        rank(a.folded) - rank(b.folded) || (a.folded < b.folded ? -1 : 1);
      const hits = visible.flatMap(({ names }) => {
        const [best] = names
          .filter(({ visibleUntil = '9999-12-31' }) => visibleUntil > page.today)
          .filter(({ folded }) => folded.includes(query.folded))
          .sort(order);
        return best === undefined ? [] : [{ ...best, match: 'name' as const }];
      });
      const ordered = hits.sort(order);
      const { offset, limit } = page;
      return Promise.resolve({
        total: hits.length,
        hits: ordered.slice(offset, offset + limit).map(({ home, name, match }) => ({
          home,
          name,
          match,
        })),
      });
    },
    agencies: () => Promise.resolve([...this.rows.values()].flatMap(({ agency }) => agency ?? [])),
    editions: () =>
      Promise.resolve([...this.rows.values()].flatMap(({ edition }) => edition ?? [])),
    countSubjects: (today) =>
      Promise.resolve(
        [...this.rows.values()].filter(
          ({ subject }) => subject?.registered === true || (subject?.visibleUntil ?? '') > today,
        ).length,
      ),
  };

  readonly staging: Staging = {
    findBatch: (wanted) => Promise.resolve(this.#findBatch(wanted)),
    open: () => {
      const staging = this.uuid();
      this.#stagings.set(staging, []);
      return Promise.resolve(staging);
    },
    stage: (staging, rows) => {
      this.#stagings.get(staging)?.push(...rows);
      return Promise.resolve();
    },
    inspect: (staging) => Promise.resolve(this.#classify(staging).findings),
    drop: (staging, rows) => {
      const kept = this.#stagings.get(staging)?.filter(({ row }) => !rows.includes(row)) ?? [];
      this.#stagings.set(staging, kept);
      return Promise.resolve();
    },
    discard: (staging) => {
      this.#stagings.delete(staging);
      return Promise.resolve();
    },
    accept: (staging, command, batch) => {
      const { fresh } = this.#classify(staging);
      for (const row of fresh) this.#acceptRow(row, command);
      this.append(batch.entry, command);
      const { home } = batch.row;
      const before = this.rows.get(home) ?? noRows;
      this.rows.set(home, { ...before, batches: [...before.batches, batch.row] });
      this.#stagings.delete(staging);
      const receipt = this.#receipt();
      return Promise.resolve({ receipt, batchId: batch.row.batchId, recorded: fresh.length });
    },
  };

  entriesOf(home: string): readonly Entry[] {
    return this.entries.filter((entry) => entry.home === home);
  }

  append(entry: NewEntry, command: Command): void {
    const { actor, purpose, basis } = command;
    const { id, home, stream, kind, payload, commitment } = entry;
    const place = `${home} ${stream}`;
    const seq = (this.#lengths.get(place) ?? 0) + 1;
    this.#lengths.set(place, seq);
    const position = this.entries.length + 1;
    const said = { id, home, stream, kind, payload, commitment, actor, purpose, basis };
    this.entries.push({ ...said, seq, position, recordedAt: this.now });
  }

  /** Adds what one row brings, as the store does by SQL: nothing is projected. */
  #acceptRow(row: StagedRow, command: Command): void {
    const home = this.#homeOf(row.identifier) ?? this.uuid();
    this.append({ ...row.entry, home }, command);
    const before = this.rows.get(home) ?? noRows;
    const ends = [before.subject?.visibleUntil, row.visibleUntil].filter(
      (end) => end !== undefined,
    );
    const visibleUntil = ends.sort().at(-1);
    const names = row.names.map((name): NameRow => ({ home, ...name }));
    const identifiers = [row.identifier, ...row.identifiers];
    this.#setRows(home, {
      ...before,
      subject: {
        home,
        registered: (before.subject?.registered ?? false) || row.registered,
        ...(visibleUntil === undefined ? {} : { visibleUntil: visibleUntil as never }),
      },
      names: distinctNames([...before.names, ...names]),
      identifiers: [
        ...new Map(
          [...before.identifiers, ...identifiers].map((each) => [keyOf(each), each]),
        ).values(),
      ],
      recordKeys: [...before.recordKeys, { home, ...row.recordKey }],
    });
  }

  #classify(staging: string): { readonly fresh: StagedRow[]; readonly findings: StagingFindings } {
    const fresh: StagedRow[] = [];
    const conflicts: StagingFindings['conflicts'][number][] = [];
    const seen = new Map<string, StagedRow>();
    let known = 0;
    for (const row of this.#stagings.get(staging) ?? []) {
      const { item, key, contentHash } = row.recordKey;
      const home = this.#homeOf(row.identifier);
      const held = (home === undefined ? undefined : this.rows.get(home))?.recordKeys.find(
        (record) => record.item === item && record.key === key,
      );
      const place = `${home ?? keyOf(row.identifier)} ${item} ${key}`;
      const first = seen.get(place);
      if (held?.contentHash === contentHash) known += 1;
      else if (held !== undefined) conflicts.push({ row: row.row, key, with: 'register' });
      else if (first === undefined) fresh.push(row);
      else if (first.recordKey.contentHash === contentHash) known += 1;
      else conflicts.push({ row: row.row, key, with: 'file', otherRow: first.row });
      if (first === undefined) seen.set(place, row);
    }
    return { fresh, findings: { fresh: fresh.length, known, conflicts } };
  }

  #findBatch(
    wanted: Pick<BatchRow, 'fileHash' | 'source' | 'item' | 'mapping'>,
  ): BatchRow | undefined {
    return [...this.rows.values()]
      .flatMap(({ batches }) => batches)
      .find(
        (batch) =>
          batch.fileHash === wanted.fileHash &&
          batch.source === wanted.source &&
          batch.item === wanted.item &&
          batch.mapping === wanted.mapping,
      );
  }

  #homeOf(identifier: Identifier): string | undefined {
    return this.#homes.get(keyOf(identifier));
  }

  #setRows(home: string, rows: HomeRows): void {
    this.rows.set(home, rows);
    for (const identifier of rows.identifiers) this.#homes.set(keyOf(identifier), home);
  }

  #receipt(): Receipt {
    return { position: this.entries.length, recordedAt: this.now, replayed: false };
  }
}

const noRows: HomeRows = { identifiers: [], names: [], recordKeys: [], batches: [] };

function keyOf({ scheme, value }: Identifier): string {
  return `${scheme}:${value}`;
}

/** Names folded to lower case without blanks; no pinyin. */
export const fakeNameKeys: NameKeys = {
  fold: (name) => ({ ...foldOf(name), pinyin: '', initials: '' }),
  foldQuery: (text) => foldOf(text),
};

function foldOf(text: string): { readonly folded: string; readonly grams: readonly string[] } {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return { folded, grams: [] };
}
