import { addDays, earlier, isOnOrAfter, type CivilDate } from '@credence/domain';
import { canonicalJson } from '@credence/proof';
import type { Edition } from '@credence/rulebook';

import { bodyHomes } from '../contract/contract-entries.ts';
import { readDrawsAt } from '../inspection/plan/draw-state.ts';
import type {
  BulkReader,
  CutSink,
  DownloadFile,
  DownloadManifest,
  DownloadShelf,
  TableSink,
} from '../port/bulk.ts';
import type { Register } from '../port/register.ts';
import type { Signer } from '../port/signer.ts';
import { startAnswer, type TimeParts } from '../view/answer-clock.ts';
import { rowsOfSubject, type RowOfSet } from './bulk-rows.ts';
import { createCounts } from './count-records.ts';
import { countsId, latePaymentsId, listDataSets, listingsId, type DataSet } from './data-sets.ts';
import { rulebookAt } from './law-changes.ts';
import { inheritedId, lifeId, reportsId, visitsId } from './more-sets.ts';
import { licenceText } from './licence.ts';
import { bulkSettings } from './settings.ts';
import { cutAt, cutNow, readTimepoint, timeOf, writeTimepoint, type Cut } from './timepoint.ts';

export interface PublishParts extends TimeParts {
  readonly bulk: BulkReader;
  readonly register: Register;
  readonly shelf: DownloadShelf;
  readonly signer?: Signer;
}

export type PublishOutcome =
  | { readonly kind: 'published'; readonly manifests: readonly DownloadManifest[] }
  /** The newest files hold this very state already. */
  | { readonly kind: 'known'; readonly manifests: readonly DownloadManifest[] };

const subjectsPerRead = 500;

interface OpenSet {
  readonly set: DataSet;
  readonly sink: TableSink;
  rows: number;
  firstEnd: CivilDate | undefined;
}

/**
 * Writes every data set, all cut at one moment and one day. Nothing of it is to be seen before all
 * of it is whole. Memory does not grow with the register: subjects pass by in pages.
 */
export async function publishDownloads(
  parts: PublishParts,
  onProgress: (subjects: number) => void = () => undefined,
): Promise<PublishOutcome> {
  const { clock, rulebook, edition } = await startAnswer(parts);
  const cut = await cutNow(parts.journal, clock.today);
  const after = writeTimepoint(cut);
  const manifests = (await parts.shelf.list()).filter((manifest) => manifest.after === after);
  if (manifests.length === listDataSets(edition).length) return { kind: 'known', manifests };

  const sink = await parts.shelf.begin(after);
  try {
    const open = await openSets(sink, edition);
    const counts = createCounts(await namesOfAgencies(parts));
    const [drawn] = await readDrawsAt(parts, cut.position);
    let subjects = 0;
    for await (const page of pagesOf(parts.bulk, cut)) {
      for (const subject of page) {
        const rows = rowsOfSubject(subject, { rulebook, day: cut.day, drawn });
        for (const row of rows) {
          await writeRow(open, row);
          counts.add(row);
        }
      }
      subjects += page.length;
      onProgress(subjects);
    }
    const ofCounts = open.get(countsId);
    for (const row of counts.rows()) {
      await ofCounts?.sink.write(row);
      if (ofCounts !== undefined) ofCounts.rows += 1;
    }
    const made = await describe(parts, { sink, open, cut, edition });
    await sink.commit();
    return { kind: 'published', manifests: made };
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

/** Names as records state them: in the language of the register first. */
async function namesOfAgencies({ register }: PublishParts): Promise<ReadonlyMap<string, string>> {
  const agencies = await register.agencies();
  return new Map(agencies.map(({ code, name }) => [code, name.zh ?? name.en ?? code]));
}

async function openSets(sink: CutSink, edition: Edition): Promise<Map<string, OpenSet>> {
  const open = new Map<string, OpenSet>();
  for (const set of listDataSets(edition)) {
    const table = await sink.open(set.id, set.columns);
    open.set(set.id, { set, sink: table, rows: 0, firstEnd: undefined });
  }
  return open;
}

async function* pagesOf(bulk: BulkReader, cut: Cut) {
  for (let after: string | undefined; ;) {
    const page = await bulk.readSubjects({
      upTo: cut.position,
      limit: subjectsPerRead,
      ...(after === undefined ? {} : { after }),
    });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.home;
  }
}

async function writeRow(
  open: ReadonlyMap<string, OpenSet>,
  { dataset, row, ends }: RowOfSet,
): Promise<void> {
  const target = open.get(dataset);
  if (target === undefined) throw new RangeError(`No file was opened for ${dataset}.`);
  await target.sink.write(row);
  target.rows += 1;
  if (ends === 'none') return;
  target.firstEnd = target.firstEnd === undefined ? ends : earlier(target.firstEnd, ends);
}

async function describe(
  parts: PublishParts,
  made: {
    readonly sink: CutSink;
    readonly open: ReadonlyMap<string, OpenSet>;
    readonly cut: Cut;
    readonly edition: Edition;
  },
): Promise<readonly DownloadManifest[]> {
  const manifests: DownloadManifest[] = [];
  for (const open of made.open.values()) {
    const files = await open.sink.close();
    const manifest = sign(manifestOf(open, files, made), parts.signer);
    await made.sink.describe(manifest);
    manifests.push(manifest);
  }
  return manifests;
}

function manifestOf(
  { set, rows, firstEnd }: OpenSet,
  files: readonly DownloadFile[],
  { cut, edition }: { readonly cut: Cut; readonly edition: Edition },
): DownloadManifest {
  const { id, title, about, access, columns } = set;
  const days = access === 'key' ? bulkSettings.keyedCopyDays : bulkSettings.openCopyDays;
  const validUntil = addDays(cut.day, days);
  return {
    form: 'credence-download@1',
    dataset: id,
    title,
    ...(about === undefined ? {} : { about }),
    access,
    timepoint: timeOf(cut),
    after: writeTimepoint(cut),
    day: cut.day,
    zone: edition.zone,
    edition: { code: edition.code, hash: edition.hash },
    validUntil,
    servedUntil: servedUntil(set, { day: cut.day, firstEnd, validUntil }),
    rows,
    columns,
    files,
    licence: licenceText(access, validUntil),
  };
}

/**
 * A file leaves the server on the first day on which anything in it has ended; counts, which change
 * every day, and what cases, contracts and events say, which lateness puts off or ends, on the next. What has ended
 * is in no file that anyone may still fetch.
 */
function servedUntil(
  { id }: DataSet,
  given: {
    readonly day: CivilDate;
    readonly firstEnd: CivilDate | undefined;
    readonly validUntil: CivilDate;
  },
): CivilDate {
  const { day, firstEnd, validUntil } = given;
  if (id === countsId || isOfCases(id)) return addDays(day, 1);
  return firstEnd === undefined ? validUntil : earlier(firstEnd, validUntil);
}

/** The bytes that the register signs: the canonical JSON of the manifest without its signature. */
function sign(manifest: DownloadManifest, signer: Signer | undefined): DownloadManifest {
  if (signer === undefined) return manifest;
  const bytes = new TextEncoder().encode(canonicalJson(manifest));
  return { ...manifest, signature: signer.sign(bytes) };
}

/** Manifests of the newest cut of each data set that may still be handed out. */
export async function listServed(
  parts: PublishParts,
  today: CivilDate,
): Promise<readonly DownloadManifest[]> {
  const served: DownloadManifest[] = [];
  const seen = new Set<string>();
  for (const manifest of await parts.shelf.list()) {
    if (seen.has(manifest.dataset)) continue;
    seen.add(manifest.dataset);
    if (await isServed(parts, manifest, today)) served.push(manifest);
  }
  return served;
}

/** Whether nothing in a file has ended, by time or by decision. */
async function isServed(
  parts: PublishParts,
  manifest: DownloadManifest,
  today: CivilDate,
): Promise<boolean> {
  if (isOnOrAfter(today, manifest.servedUntil)) return false;
  const cut = readTimepoint(manifest.after);
  if (cut === undefined) return false;
  // Counts are aggregates: what ends is out of the next day's.
  if (manifest.dataset === countsId) return true;
  if (isOfCases(manifest.dataset)) return !(await hasStoodEnded(parts, cut, manifest.dataset));
  return !(await parts.bulk.hasEndsSince(cut.moment, manifest.dataset));
}

/** Whether what stands in it is made by acts and events, not by records alone. */
function isOfCases(dataset: string): boolean {
  return dataset === listingsId || dataset === latePaymentsId || dataset in streamsOf;
}

/** Streams whose entries can end what stands in a data set. */
const streamsOf: Readonly<Record<string, Parameters<BulkReader['listActedSince']>[1]>> = {
  [lifeId]: { streams: ['life/'] },
  [inheritedId]: { streams: ['life/'] },
  [reportsId]: { streams: ['duty/'] },
  [visitsId]: { streams: ['case/'], kind: 'inspection' },
};

/** Subjects looked at again; where more were touched, something is taken to have ended. */
const listedLookedAt = 100;

/**
 * Whether anything that stood at a cut does not stand now: removed, repaired, paid, annulled, undone,
 * stayed, doubted, or fallen with its record. Which acts end it is decided where every page decides
 * it.
 */
async function hasStoodEnded(
  parts: PublishParts,
  cut: Pick<Cut, 'moment' | 'day'>,
  dataset: string,
): Promise<boolean> {
  const { bulk, journal } = parts;
  const streams = streamsOf[dataset];
  const concerned =
    streams === undefined
      ? await bulk.listListedSince(cut.moment, listedLookedAt + 1)
      : await bulk.listActedSince(cut.moment, streams, listedLookedAt + 1);
  if (concerned.length > listedLookedAt) return true;
  // Few pay under contracts, and a payment is no act in a case.
  const payers = dataset === latePaymentsId ? await bodyHomes(parts) : [];
  const homes = [...new Set([...concerned, ...payers])];
  if (homes.length === 0) return false;
  const { clock, rulebook } = await startAnswer(parts);
  const [then, now] = [await cutAt(journal, cut), await cutNow(journal, clock.today)];
  const before = await rulebookAt(parts, rulebook, then.position);
  const [drawn] = await readDrawsAt(parts, now.position);
  return (await bulk.readHomes(homes, now.position)).some(({ home, entries }) => {
    const known = entries.filter(({ position }) => position <= then.position);
    const stood = idsOf(
      rowsOfSubject({ home, entries: known }, { rulebook: before, day: cut.day, drawn }),
      dataset,
    );
    const nowRows = rowsOfSubject({ home, entries }, { rulebook, day: now.day, drawn });
    const stands = new Set(idsOf(nowRows, dataset));
    return stood.some((id) => !stands.has(id));
  });
}

function idsOf(rows: readonly RowOfSet[], of: string): readonly string[] {
  return rows.flatMap(({ dataset, record }) => (dataset === of ? [record] : []));
}

/** Removes what may no longer be handed out, and every cut that a newer one has taken over from. */
export async function sweepDownloads(parts: PublishParts, today: CivilDate): Promise<number> {
  const served = await listServed(parts, today);
  const kept = new Set(served.map(({ after, dataset }) => `${after} ${dataset}`));
  let removed = 0;
  for (const manifest of await parts.shelf.list()) {
    if (kept.has(`${manifest.after} ${manifest.dataset}`)) continue;
    await parts.shelf.remove(manifest);
    removed += 1;
  }
  return removed;
}
