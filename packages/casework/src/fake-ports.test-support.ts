import { instant, type Identifier, type Instant } from '@credence/domain';

import type { Staging, StagedRow, StagingFindings } from './port/intake.ts';
import type { Access, Command, Entry, Journal, NewEntry, Receipt } from './port/journal.ts';
import type { BatchRow, HomeRows, NameKeys, Register } from './port/register.ts';
import { FakeShelf } from './bulk/fake-bulk.test-support.ts';
import { fakeDesks } from './fake-desks.test-support.ts';
import { fakeLooks } from './fake-looks.test-support.ts';
import { fakeRecordLines } from './fake-record-lines.test-support.ts';
import { findContradictions } from './fake-contradictions.test-support.ts';
import { distinctNames, nameRows } from './project/project-home.ts';
import { byRank, countedMatches, matchKeys } from './view/match-name.ts';

/** The tables of the store, in memory: small enough to see that nothing is hidden in them. */
export class FakeStore {
  readonly entries: Entry[] = [];
  /** The same entries as they were handed in, with the day of their erasure. */
  readonly appended: NewEntry[] = [];
  readonly rows: Map<string, HomeRows> = new Map();
  readonly accesses: (Access & { readonly home: string; readonly at: Instant })[] = [];
  /** Set by the composition, as in the real one. */
  project: (entries: readonly Entry[]) => HomeRows = () => noRows;
  /** Files for download. */
  readonly shelf: FakeShelf = new FakeShelf();
  now: Instant = instant(Date.UTC(2026, 4, 4, 4, 0));
  #ids = 0;
  readonly #stagings: Map<string, StagedRow[]> = new Map();
  readonly #homes: Map<string, string> = new Map();
  readonly #lengths: Map<string, number> = new Map();
  readonly #keys: Set<string> = new Set();

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
    entriesOf: (home, { stream, streams = '' } = {}) =>
      Promise.resolve(
        this.entriesOf(home).filter(
          (entry) =>
            (stream === undefined || entry.stream === stream) && entry.stream.startsWith(streams),
        ),
      ),
    entriesWithHead: async (home) => ({
      head: await this.journal.head(),
      entries: this.entriesOf(home),
    }),
    entriesOfMany: (homes) =>
      Promise.resolve(new Map(homes.map((home) => [home, this.entriesOf(home)]))),
    positionAt: (moment) =>
      Promise.resolve(this.entries.filter(({ recordedAt }) => recordedAt <= moment).length),
    record: (command, entries, { expect = [], access = [] } = {}) => {
      const places = entries.map(({ home }) => `${home} ${command.idempotencyKey ?? ''}`);
      if (command.idempotencyKey !== undefined) {
        if (places.some((place) => this.#keys.has(place))) {
          return Promise.resolve({
            kind: 'recorded',
            receipt: { ...this.#receipt(), replayed: true },
          });
        }
        for (const place of places) this.#keys.add(place);
      }
      const stale = expect.find(
        ({ home, stream, seq }) => (this.#lengths.get(`${home} ${stream}`) ?? 0) !== seq,
      );
      if (stale !== undefined) return Promise.resolve({ kind: 'conflict', ...stale });
      for (const entry of entries) this.append(entry, command);
      this.accesses.push(...access.map((each) => ({ ...each, at: this.now })));
      for (const home of new Set(entries.map((entry) => entry.home))) {
        this.#setRows(home, this.project(this.entriesOf(home)));
      }
      return Promise.resolve({ kind: 'recorded', receipt: this.#receipt() });
    },
    readWithAccess: (access, home) => {
      this.accesses.push({ ...access, home, at: this.now });
      return Promise.resolve(this.entriesOf(home));
    },
    accessesTo: (home) => Promise.resolve(this.accesses.filter((each) => each.home === home)),
    findAccesses: (home, { from, until, offices, offset, limit }) => {
      const all = this.accesses.filter((each) => each.home === home);
      const within = all
        .filter(({ reader }) => offices === undefined || reader.agency !== '')
        .filter(({ at }) => (from ?? at) <= at && (until === undefined || at < until))
        .reverse();
      const first = all[0]?.at;
      return Promise.resolve({
        accesses: within.slice(offset, offset + limit),
        total: within.length,
        ...(first === undefined ? {} : { first }),
      });
    },
    ...fakeLooks(() => this.accesses),
    readWithinBudget: (access, home, { since, perReader, perAgency }) => {
      const recent = this.accesses.filter(
        ({ at, reader, fields }) =>
          at >= since &&
          reader.agency === access.reader.agency &&
          !['case', 'tender', 'at-machine'].some((each) => fields.includes(each)),
      );
      const homesOf = (accesses: typeof recent) =>
        new Set([...accesses.map((each) => each.home), home]).size;
      const own = recent.filter(({ reader }) => reader.official === access.reader.official);
      if (homesOf(own) > perReader) {
        return Promise.resolve({ kind: 'spent', by: 'reader', limit: perReader });
      }
      if (homesOf(recent) > perAgency) {
        return Promise.resolve({ kind: 'spent', by: 'agency', limit: perAgency });
      }
      this.accesses.push({ ...access, home, at: this.now });
      return Promise.resolve({ kind: 'read', entries: this.entriesOf(home) });
    },
    readManyWithinBudget: async (access, homes, budget) => {
      const before = this.accesses.length;
      const read = new Map<string, readonly Entry[]>();
      for (const home of homes) {
        const one = await this.journal.readWithinBudget(access, home, budget);
        if (one.kind === 'spent') {
          this.accesses.length = before;
          return one;
        }
        read.set(home, one.entries);
      }
      return { kind: 'read', homes: read };
    },
  };

  readonly register: Register = {
    lines: fakeRecordLines(() =>
      [...this.rows.values()].flatMap(({ recordLines = [] }) => recordLines),
    ),
    findByIdentifier: (identifier) => Promise.resolve(this.#homeOf(identifier)),
    findByIdentifiers: (identifiers) => {
      const found = identifiers.flatMap((given): [string, string][] => {
        const home = this.#homeOf(given);
        return home === undefined ? [] : [[`${given.scheme}:${given.value}`, home]];
      });
      return Promise.resolve(new Map(found));
    },
    findByIdentifierStart: (start, { schemes, limit }) =>
      Promise.resolve(
        [...this.rows.entries()]
          .flatMap(([home, { identifiers }]) => identifiers.map((each) => ({ home, ...each })))
          .filter(({ scheme, value }) => schemes.includes(scheme) && value.startsWith(start))
          .sort((a, b) => (a.value < b.value ? -1 : 1))
          .slice(0, limit),
      ),
    searchNames: (query, page) => {
      const visible = [...this.rows.values()].filter(
        ({ subject }) => subject?.registered === true || (subject?.visibleUntil ?? '') > page.today,
      );
      const hits = visible.flatMap(({ names }) => {
        const [best] = names
          .filter(({ visibleUntil = '9999-12-31' }) => visibleUntil > page.today)
          .flatMap((row) => {
            const match = matchKeys(row.name, row, query);
            return match === undefined ? [] : [{ home: row.home, ...match }];
          })
          .sort(byRank);
        return best === undefined ? [] : [best];
      });
      const counted = hits.sort(byRank).slice(0, countedMatches);
      return Promise.resolve({
        total: counted.length,
        more: hits.length > counted.length,
        hits: counted
          .slice(page.offset, page.offset + page.limit)
          .map(({ home, name, match }) => ({ home, name, match })),
      });
    },
    agencies: () => Promise.resolve([...this.rows.values()].flatMap(({ agency }) => agency ?? [])),
    editions: () =>
      Promise.resolve([...this.rows.values()].flatMap(({ edition }) => edition ?? [])),
    ruleDrafts: (limit) =>
      Promise.resolve(
        [...this.rows.values()].flatMap(({ ruleDraft }) => ruleDraft ?? []).slice(0, limit),
      ),
    countSubjects: (today) =>
      Promise.resolve(
        [...this.rows.values()].filter(
          ({ subject }) => subject?.registered === true || (subject?.visibleUntil ?? '') > today,
        ).length,
      ),
    accountsOf: (signIn) =>
      Promise.resolve(
        this.#accounts().filter(
          ({ issuer, subject }) => issuer === signIn.issuer && subject === signIn.subject,
        ),
      ),
    accountsIn: (home) => Promise.resolve(this.#accounts().filter((row) => row.home === home)),
    accountByKey: (keyHash) =>
      Promise.resolve(this.#accounts().find((row) => row.keyHash === keyHash)),
    ...fakeDesks(this.rows),
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
    stageEncoded: () => Promise.reject(new Error('The fake store has no encoder.')),
    inspect: (staging, options) => {
      const { fresh, findings } = this.#classify(staging);
      const identity = findContradictions(fresh, {
        homeOf: (identifier) => this.#homeOf(identifier),
        subjects: this.rows,
        nameSchemes: options?.nameSchemes,
      });
      return Promise.resolve({ ...findings, identity });
    },
    read: (staging, rows) =>
      Promise.resolve(this.#stagings.get(staging)?.filter(({ row }) => rows.includes(row)) ?? []),
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
    this.appended.push(entry);
    const { actor, purpose, basis } = command;
    const { id, home, stream, kind, payload, commitment, supersedes } = entry;
    const place = `${home} ${stream}`;
    const seq = (this.#lengths.get(place) ?? 0) + 1;
    this.#lengths.set(place, seq);
    const position = this.entries.length + 1;
    const said = { id, home, stream, kind, payload, commitment, actor, purpose, basis };
    const old = supersedes === undefined ? {} : { supersedes };
    this.entries.push({ ...said, ...old, seq, position, recordedAt: this.now });
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
    const names = nameRows(home, row.names);
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
      recordLines: [
        ...(before.recordLines ?? []),
        ...(row.lines ?? []).map((line) => ({ home, ...line })),
      ],
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
    for (const identifier of rows.identifiers) {
      // Of two holders the elder one answers, as in the real register.
      const elder = this.#homes.get(keyOf(identifier)) ?? home;
      this.#homes.set(keyOf(identifier), elder < home ? elder : home);
    }
  }

  #accounts() {
    return [...this.rows.values()].flatMap(({ accounts = [] }) => accounts);
  }

  #receipt(): Receipt {
    return { position: this.entries.length, recordedAt: this.now, replayed: false };
  }
}

const noRows: HomeRows = { identifiers: [], names: [], recordKeys: [], batches: [] };

function keyOf({ scheme, value }: Identifier): string {
  return `${scheme}:${value}`;
}

/** Names folded to lower case without blanks; no pinyin; a name is its trade name. */
export const fakeNameKeys: NameKeys = {
  fold: (name) => {
    const folded = foldOf(name);
    const none = { core: '', pinyin: '', initials: '', corePinyin: '', coreInitials: '' };
    return { folded, grams: [], canon: folded, ...none };
  },
  foldQuery: (text) => {
    const folded = foldOf(text);
    const name = { match: 'name', key: 'folded' } as const;
    return {
      ways: [
        { ...name, how: 'equal', texts: [folded] },
        { ...name, how: 'prefix', text: folded },
        { ...name, how: 'inside', text: folded, grams: [] },
      ],
    };
  },
  parentName: (name) => (name.endsWith('分公司') ? name.slice(0, -3) : undefined),
  compare: (a, b) => {
    const isEqual = foldOf(a) === foldOf(b);
    const relation = isEqual ? 'equal' : 'contradictory';
    return {
      verdict: isEqual ? 'same' : 'different',
      components: [{ component: 'trade-name', relation, a, b }],
    };
  },
};

function foldOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}
