import type { CivilDate, PublicCreditRecord } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';

import { foldSubject } from '../state/subject-state.ts';
import { listPublicRecords } from '../state/visibility.ts';
import type { ExportParts, OpenExport } from './open-export.ts';
import type { SentRecord } from './fold-exports.ts';
import { cellsOf, emptyCells } from './write-cells.ts';

/** Homes whose entries are in memory at a time. */
const homesPerLook = 500;

/** A record as it is to be sent today. */
export interface StandingRecord {
  readonly home: string;
  readonly recordId: string;
  readonly record: PublicCreditRecord;
  readonly cells: readonly string[];
  readonly hash: string;
}

/** The records of an agency and item that stand in public today: only these may be reported. */
export async function* findStanding(
  parts: ExportParts,
  { rulebook, today, item, sheet }: OpenExport,
  source: string,
): AsyncGenerator<StandingRecord> {
  for await (const homes of homesWithLines(parts, { item: item.item, source, today })) {
    const entries = await parts.journal.entriesOfMany(homes);
    for (const home of homes) {
      const state = foldSubject(home, entries.get(home) ?? []);
      for (const { state: shown } of listPublicRecords(state, rulebook, { today, day: today })) {
        const { record } = shown;
        if (record.item !== item.item || record.provider.code !== source) continue;
        const cells = cellsOf(sheet, record);
        yield { home, recordId: record.recordId, record, cells, hash: hashOf(cells) };
      }
    }
  }
}

/** A record that is to be withdrawn, as far as the register still knows what it said. */
export async function withdrawnCells(
  parts: ExportParts,
  { sheet }: OpenExport,
  records: readonly SentRecord[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const cells = new Map<string, readonly string[]>();
  for (let from = 0; from < records.length; from += homesPerLook) {
    const some = records.slice(from, from + homesPerLook);
    const homes = [...new Set(some.map(({ home }) => home))];
    const entries = await parts.journal.entriesOfMany(homes);
    const states = homes.flatMap((home) => foldSubject(home, entries.get(home) ?? []).records);
    const known = new Map(states.map(({ record }) => [record.recordId, record]));
    for (const { recordId } of some) {
      const record = known.get(recordId);
      cells.set(recordId, record === undefined ? emptyCells(sheet) : cellsOf(sheet, record));
    }
  }
  return cells;
}

export function hashOf(cells: readonly string[]): string {
  return sha256Hex(canonicalJson(cells));
}

async function* homesWithLines(
  parts: ExportParts,
  shown: { readonly item: string; readonly source: string; readonly today: CivilDate },
): AsyncGenerator<readonly string[]> {
  const seen = new Set<string>();
  for (let offset = 0; ; offset += homesPerLook) {
    const { lines } = await parts.register.lines.list(
      { ...shown, day: shown.today },
      { order: 'decided', limit: homesPerLook, offset },
    );
    const homes = [...new Set(lines.map(({ home }) => home))].filter((home) => !seen.has(home));
    for (const home of homes) seen.add(home);
    if (homes.length > 0) yield homes;
    if (lines.length < homesPerLook) return;
  }
}
