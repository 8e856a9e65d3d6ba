import type { Edition } from '@credence/rulebook';

import type { Preset } from './read-preset.ts';
import type { UnknownName } from './regime-grades.ts';
import type { KnownConducts, RegimeRow } from './regime-law.ts';

/** Rows of the mapping, which of them each form falls under, and names the edition does not have. */
export interface ConductMapping {
  readonly rows: readonly RegimeRow[];
  /** By form; -1 where nothing is recorded. */
  readonly rowOfForm: Int16Array;
  readonly unknown: readonly UnknownName[];
}

/** Lays the mapping of a preset over the conducts and levels of the society. */
export function mapConducts(
  preset: Preset,
  edition: Edition | undefined,
  { conducts, amounts }: KnownConducts,
): ConductMapping {
  const rows: RegimeRow[] = [];
  const rowOfForm = new Int16Array(conducts.length * amounts.length).fill(-1);
  const unknown: UnknownName[] = [];
  conducts.forEach(({ id, subjects }, conduct) => {
    const stated = preset.conducts[id] ?? [];
    const first = rows.length;
    for (const row of stated) {
      rows.push({ conduct, subjects, row });
      unknown.push(...unknownOfRow(edition, id, row));
    }
    amounts.forEach((amount, level) => {
      const at = stated.findLastIndex((row) => amount >= (row['at-least'] ?? 0));
      if (at >= 0) rowOfForm[conduct * amounts.length + level] = first + at;
    });
  });
  return { rows, rowOfForm, unknown };
}

function unknownOfRow(
  edition: Edition | undefined,
  conduct: string,
  { item: id, facts = {}, amount, entry }: RegimeRow['row'],
): UnknownName[] {
  const at = ['conducts', conduct];
  if (edition === undefined) return [];
  if (entry !== undefined) {
    const entries = [...edition.points.values()].flatMap((card) => card.entries);
    const accepted = entries.map((each) => each.entry);
    return accepted.includes(entry) ? [] : [{ at, found: entry, accepted }];
  }
  const item = id === undefined ? undefined : edition.items.get(id);
  if (item === undefined) return [{ at, found: id ?? 'none', accepted: [...edition.items.keys()] }];
  const columns = edition.schemas.get(item.fields)?.columns ?? [];
  const fields = columns.map(({ field }) => field);
  const named = [...Object.keys(facts), ...(amount === undefined ? [] : [amount])];
  const strangeFields = named.filter((field) => !fields.includes(field));
  const strangeCodes = Object.entries(facts).flatMap(([field, fact]) => {
    const column = columns.find((each) => each.field === field);
    const codes = column?.codes.map(({ code }) => code) ?? [];
    if (codes.length === 0) return [];
    const given = typeof fact === 'object' ? fact : [String(fact)];
    return given
      .filter((code) => !codes.includes(code))
      .map((found) => ({ at, found, accepted: codes }));
  });
  return [...strangeFields.map((found) => ({ at, found, accepted: fields })), ...strangeCodes];
}
