import { isBefore, type CivilDate, type Instant } from '@credence/domain';

import type { BulkReader, BulkRow, DownloadManifest, DownloadShelf } from '../port/bulk.ts';
import type { Entry } from '../port/journal.ts';
import type { HomeRows } from '../port/register.ts';

/** What the fake store offers for reading in bulk. */
interface Source {
  readonly entries: readonly Entry[];
  readonly rows: ReadonlyMap<string, HomeRows>;
}

/** Reads in bulk over entries in memory, by the words of the port. */
export function fakeBulk(store: Source): BulkReader {
  const homes = (): readonly string[] =>
    [...store.rows].flatMap(([home, { subject }]) => (subject ? [home] : [])).sort();
  const read = (home: string, upTo: number) => ({
    home,
    entries: store.entries.filter((entry) => entry.home === home && entry.position <= upTo),
  });
  return {
    readSubjects: ({ upTo, after = '', limit }) =>
      Promise.resolve(
        homes()
          .filter((home) => home > after)
          .slice(0, limit)
          .map((home) => read(home, upTo)),
      ),
    readHomes: (asked, upTo) => Promise.resolve(asked.map((home) => read(home, upTo))),
    listTouched: ({ after = '', limit, ...asked }) =>
      Promise.resolve(
        homes()
          .filter((home) => home > after)
          .filter((home) => isTouched(store, home, asked))
          .slice(0, limit),
      ),
    hasEndsSince: (moment: Instant, item) =>
      Promise.resolve(
        store.entries.some(({ home, stream, kind, recordedAt, supersedes }) => {
          const { recordKeys } = store.rows.get(home) ?? noLines;
          return (
            recordedAt > moment &&
            (kind.startsWith('record-ended@') || supersedes !== undefined) &&
            recordKeys.some((key) => key.item === item && key.recordId === stream)
          );
        }),
      ),
    listListedSince: (moment, limit) =>
      Promise.resolve(
        homes()
          .filter((home) => store.rows.get(home)?.cases?.some(({ kind }) => isPublicKind(kind)))
          .filter((home) =>
            store.entries.some((entry) => entry.home === home && entry.recordedAt > moment),
          )
          .slice(0, limit),
      ),
    listActedSince: (moment, what, limit) =>
      Promise.resolve(
        homes()
          .filter((home) => isActed(store, home, { moment, ...what }))
          .slice(0, limit),
      ),
    listReaders: () =>
      Promise.resolve(
        [...store.rows]
          .filter(([, { accounts = [] }]) => accounts.some(({ kind }) => kind === 'reader'))
          .map(([home]) => home)
          .sort(),
      ),
  };
}

/** Whether something that can end what stood of the home was recorded after a moment. */
function isActed(
  { entries, rows }: Source,
  home: string,
  {
    moment,
    streams,
    kind,
  }: Parameters<BulkReader['listActedSince']>[1] & { readonly moment: Instant },
): boolean {
  const isOfKind =
    kind === undefined || rows.get(home)?.cases?.some((each) => each.kind === kind) === true;
  const isEnding = (entry: Entry): boolean =>
    streams.some((begin) => entry.stream.startsWith(begin)) ||
    entry.kind.startsWith('record-ended@') ||
    entry.supersedes !== undefined;
  return (
    isOfKind &&
    entries.some((each) => each.home === home && each.recordedAt > moment && isEnding(each))
  );
}

/** Whether an entry or a day since then changes what is told of the home. */
function isTouched(
  store: Source,
  home: string,
  asked: Omit<Parameters<BulkReader['listTouched']>[0], 'after' | 'limit'>,
): boolean {
  const { since, day, until, items, streams = [] } = asked;
  const { recordLines = [], recordKeys, cases = [] } = store.rows.get(home) ?? noLines;
  const concerns = (item: string): boolean => items === undefined || items.includes(item);
  const stated = store.entries.some(
    (entry) =>
      entry.home === home &&
      entry.recordedAt > since &&
      (items === undefined ||
        streams.some((begin) => entry.stream.startsWith(begin)) ||
        recordKeys.some((key) => key.recordId === entry.stream && concerns(key.item))),
  );
  const turns = (on: CivilDate | undefined): boolean =>
    on !== undefined && isBefore(day, on) && !isBefore(until, on);
  return (
    stated ||
    (items === undefined &&
      cases.some(
        ({ kind, effect }) =>
          kind === 'payment-complaint' || turns(effect?.from) || turns(effect?.until),
      )) ||
    recordLines.some(
      (line) => concerns(line.item) && (turns(line.shownFrom) || turns(line.shownUntil)),
    )
  );
}

function isPublicKind(kind: string): boolean {
  return kind === 'listing' || kind === 'payment-complaint';
}

const noLines = { recordLines: [], recordKeys: [], cases: [] } as const;

/** A shelf in memory, whose files are lines of JSON. */
export class FakeShelf implements DownloadShelf {
  readonly cuts: Map<string, { manifest: DownloadManifest; rows: readonly BulkRow[] }> = new Map();

  begin(after: string) {
    const tables = new Map<string, BulkRow[]>();
    const manifests: DownloadManifest[] = [];
    return Promise.resolve({
      open: (dataset: string) => {
        const rows: BulkRow[] = [];
        tables.set(dataset, rows);
        return Promise.resolve({
          write: (row: BulkRow) => {
            rows.push(row);
            return Promise.resolve();
          },
          close: () =>
            Promise.resolve([
              {
                name: `${dataset}.jsonl.gz`,
                format: 'jsonl' as const,
                bytes: rows.length,
                sha256: '0'.repeat(64),
              },
            ]),
        });
      },
      describe: (manifest: DownloadManifest) => {
        manifests.push(manifest);
        return Promise.resolve();
      },
      commit: () => {
        for (const manifest of manifests) {
          const rows = tables.get(manifest.dataset) ?? [];
          this.cuts.set(`${after} ${manifest.dataset}`, { manifest, rows });
        }
        return Promise.resolve();
      },
      discard: () => Promise.resolve(),
    });
  }

  list(): Promise<readonly DownloadManifest[]> {
    const manifests = [...this.cuts.values()].map(({ manifest }) => manifest);
    return Promise.resolve(
      manifests.sort((a, b) => (a.timepoint + a.day < b.timepoint + b.day ? 1 : -1)),
    );
  }

  read({ after, dataset }: { readonly after: string; readonly dataset: string }) {
    const cut = this.cuts.get(`${after} ${dataset}`);
    if (cut === undefined) return Promise.resolve(undefined);
    return Promise.resolve(piecesOf(cut.rows.map((row) => JSON.stringify(row)).join('\n')));
  }

  remove({ after, dataset }: { readonly after: string; readonly dataset: string }): Promise<void> {
    this.cuts.delete(`${after} ${dataset}`);
    return Promise.resolve();
  }
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new TextEncoder().encode(text);
}
