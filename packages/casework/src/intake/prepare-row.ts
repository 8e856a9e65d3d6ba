import { problem } from '@credence/domain';
import {
  createRulebook,
  schemesOf,
  type Edition,
  type ItemCard,
  type Rulebook,
} from '@credence/rulebook';

import type { StagedRow } from '../port/intake.ts';
import type { SourceRow } from '../port/reader.ts';
import type { NameKeys } from '../port/register.ts';
import type { PreparationOrder, ToldName } from '../port/row-workshop.ts';
import type { ImportWarning } from './import-report.ts';
import { holdsPersonData } from './person-scan.ts';
import { readRow } from './read-row.ts';
import { rememberNames } from './remember-names.ts';
import type { RowContext } from './row-context.ts';
import { toStagedNumber } from './row-place.ts';
import type { RowTally } from './row-tally.ts';
import { stageRecord, type StageContext } from './stage-record.ts';
import type { TableOrder } from './table-order.ts';

/** All that a row needs to be prepared, beside its table. */
export interface Preparation {
  readonly rows: RowContext;
  readonly context: StageContext;
  /** Takes over names of the rows to come that were spelled elsewhere. */
  learnNames(names: readonly ToldName[]): void;
}

/** What no order can carry: it is made anew wherever rows are prepared. */
export interface PreparationMeans {
  readonly nameKeys: NameKeys;
  readonly uuid: () => string;
  readonly salt: () => string;
  readonly regions?: ReadonlySet<string>;
}

/**
 * The preparation an order describes.
 *
 * @param rulebook - the one of the order's editions, where it is at hand: what was compiled for it
 * serves again
 * @throws RangeError when its editions do not hold what it names
 */
export function openPreparation(
  order: PreparationOrder,
  means: PreparationMeans,
  rulebook: Rulebook = createRulebook(order.editions),
): Preparation {
  const { today, provider, batchId, backlog, serviceStatement } = order;
  const { uuid, salt, regions } = means;
  const { edition, item } = lawOf(order, rulebook);
  const nameKeys = rememberNames(means.nameKeys);
  return {
    learnNames: (names) => {
      nameKeys.learn(names);
    },
    rows: {
      ...{ today, item, provider },
      currency: edition.currency,
      schemes: schemesOf(edition, regions === undefined ? {} : { regions }),
      ...(serviceStatement === undefined ? {} : { serviceStatement }),
    },
    context: {
      ...{ edition, rulebook, today, batchId, backlog, uuid, salt },
      nameKeys,
    },
  };
}

/** @throws RangeError when the rulebook does not hold what the order names */
export function lawOf(
  order: Pick<PreparationOrder, 'edition' | 'item'>,
  rulebook: Rulebook,
): { readonly edition: Edition; readonly item: ItemCard } {
  const edition = rulebook.editions.find(({ code }) => code === order.edition);
  const item = edition?.items.get(order.item);
  if (edition === undefined || item === undefined) {
    throw new RangeError(`No item ${order.item} of the edition ${order.edition} is at hand.`);
  }
  return { edition, item };
}

/** Prepares one row: what is valid comes back, everything else goes into the tally. */
export function prepareRow(
  row: SourceRow,
  table: TableOrder,
  { rows, context }: Preparation,
  tally: RowTally,
): StagedRow | undefined {
  const staged = toStagedNumber({ table: table.table, row: row.row });
  if (row.cells.length > table.width) {
    const counts = { expected: table.width, found: row.cells.length };
    tally.refused += 1;
    tally.problems.push({ staged, problem: problem('row-malformed', counts) });
    return undefined;
  }
  seeUnread(row.cells, table.unread, tally);
  const outcome = readRow(row.cells, table.layout, rows);
  switch (outcome.kind) {
    case 'set-aside':
      tally.setAside += 1;
      return undefined;
    case 'refused':
      tally.refused += 1;
      for (const found of outcome.problems) tally.problems.push({ staged, ...found });
      return undefined;
    case 'valid':
      break;
  }
  const result = stageRecord(outcome.content, { row: row.row, staged }, context);
  if (result.kind === 'expired') {
    tally.expired += 1;
    return undefined;
  }
  if (outcome.masked.length > 0) warn(tally, 'person-data-masked');
  if (outcome.regionUnknown) warn(tally, 'region-unknown');
  if (result.sealed) warn(tally, 'sealed');
  if (outcome.content.service.kind === 'not-shown') warn(tally, 'service-not-shown');
  return result.row;
}

function warn({ warnings }: RowTally, code: ImportWarning['code']): void {
  warnings.set(code, (warnings.get(code) ?? 0) + 1);
}

/** A cell with text is counted; its text is looked at for a person's numbers and forgotten. */
function seeUnread(cells: readonly string[], unread: readonly number[], tally: RowTally): void {
  for (let index = 0; index < unread.length; index += 1) {
    const text = cells[unread[index] ?? -1]?.trim() ?? '';
    const seen = tally.unread[index];
    if (text === '' || seen === undefined) continue;
    seen.cells += 1;
    seen.holdsPersonData ||= holdsPersonData(text);
  }
}
