import type { CivilDate, PublicCreditRecord } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import type { FactView } from '../view/view.ts';
import { toFactView } from '../view/record-view.ts';

/** What a record states, field by field, as its own subject may see it. */
export function fieldsOfRecord(
  record: PublicCreditRecord,
  rulebook: Rulebook,
  today: CivilDate,
): readonly FactView[] {
  const takenUnder = rulebook.editions.find(({ code }) => code === record.edition);
  const edition = [rulebook.on(today), takenUnder].find((each) => each?.items.has(record.item));
  const item = edition?.items.get(record.item);
  if (edition === undefined || item === undefined) return [];
  return [...new Set([item.heading, ...item.shows])].flatMap(
    (field) => toFactView(edition, item, record, field) ?? [],
  );
}
