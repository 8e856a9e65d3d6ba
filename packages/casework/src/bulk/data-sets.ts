import { minorDigits, type Localised, type SubjectKind } from '@credence/domain';
import type { Edition, ItemCard, ListCard, SchemaColumn } from '@credence/rulebook';

import { confirmationCard } from '../case/effect/payment-effect.ts';
import type { BulkColumn, BulkType } from '../port/bulk.ts';
import { moreSets } from './more-sets.ts';
import {
  commonTitles,
  countsTitle,
  countTitles,
  kindTitles,
  latePaymentsTitle,
  latePaymentTitles,
  paymentGroundTitles,
  listingsTitle,
  listingTitles,
} from './column-titles.ts';

/**
 * One data set: the public records of one item of the catalogue, the listings, what public bodies are
 * late with, what else stands on the pages of organisations, or the counts.
 */
export interface DataSet {
  readonly id: string;
  readonly title: Localised;
  /** What it holds and what not, where its title does not say so. */
  readonly about?: Localised;
  /** Adverse records need a free key; everything else is open to everyone. */
  readonly access: 'open' | 'key';
  readonly columns: readonly BulkColumn[];
}

export const countsId = 'counts';
export const listingsId = 'listings';
export const latePaymentsId = 'late-payments';

/** The data sets that the law of a day has: its public items, who stands in its lists, the counts. */
export function listDataSets(edition: Edition): readonly DataSet[] {
  const items = [...edition.items.values()].filter(({ disclosure }) => disclosure === 'public');
  const lists = [...edition.lists.values()].filter(({ publicity }) =>
    publicity.channels.includes('open_data'),
  );
  return [
    ...items.map((item) => dataSetOf(item, edition)),
    ...(lists.length === 0 ? [] : [listingsOf(lists, edition)]),
    ...(confirmationCard(edition) === undefined ? [] : [latePaymentsOf(edition)]),
    ...moreSets(edition),
    countsOf(items, lists),
  ];
}

/** Never in bulk, whatever a catalogue shows on a page. Legal source: guards N10. */
const neverInBulk = new Set(['legal_representative', 'responsible_person', 'contact', 'phone']);

/** Fields that the common columns carry already. */
const carried = new Set([
  'subject_name',
  'subject_code',
  'subject_class',
  ...Object.keys(commonTitles),
]);

/** The fields of an item beyond the common ones: what its card shows, its heading first. */
export function fieldsOf(item: ItemCard): readonly string[] {
  const named = [...new Set([item.heading, ...item.shows])];
  return named.filter((field) => !carried.has(field) && !neverInBulk.has(field));
}

function dataSetOf(item: ItemCard, edition: Edition): DataSet {
  const common = Object.entries(commonTitles)
    .filter(([name]) => name !== 'severity' || item.term === 'severity')
    .map(([name, title]) => commonColumn(name, title, edition));
  return {
    id: item.item,
    title: item.title,
    access: item.effect === 'adverse' ? 'key' : 'open',
    columns: [...common, ...fieldsOf(item).map((field) => fieldColumn(field, item, edition))],
  };
}

function commonColumn(name: string, title: Localised, edition: Edition): BulkColumn {
  switch (name) {
    case 'decided':
    case 'begins':
    case 'ends':
    case 'disputed_since':
      return { name, type: 'date', title };
    case 'kind': {
      const kinds = Object.entries(kindTitles) as [SubjectKind, Localised][];
      return { name, type: 'text', title, codes: kinds.map(([code, of]) => ({ code, title: of })) };
    }
    case 'severity': {
      const codes = edition.severities.map((severity) => ({
        code: severity.code,
        title: severity.title,
      }));
      return { name, type: 'text', title, codes };
    }
    case 'basis':
      return { name, type: 'codes', title };
    default:
      return { name, type: 'text', title };
  }
}

const types: Readonly<Record<SchemaColumn['type'], BulkType>> = {
  text: 'text',
  identifier: 'text',
  code: 'text',
  codes: 'codes',
  date: 'date',
  integer: 'integer',
  flag: 'flag',
  money: 'money',
};

function fieldColumn(field: string, item: ItemCard, edition: Edition): BulkColumn {
  const schema = edition.schemas.get(item.fields);
  const column = schema?.columns.find((each) => each.field === field);
  if (column === undefined) return { name: field, type: 'text', title: { en: field } };
  const { currency } = edition;
  return {
    name: field,
    type: types[column.type],
    title: column.says,
    ...(column.codes.length === 0
      ? {}
      : { codes: column.codes.map(({ code, title }) => ({ code, title })) }),
    ...(column.type === 'money' ? { currency, places: minorDigits(currency) } : {}),
  };
}

/** Entries of lists by a procedure of this register: adverse, whatever the list. */
function listingsOf(lists: readonly ListCard[], edition: Edition): DataSet {
  const measures = [...edition.measures.values()];
  const codes = {
    list: lists.map(({ list, title }) => ({ code: list, title })),
    measures: measures.map(({ measure, title }) => ({ code: measure, title })),
  };
  return {
    id: listingsId,
    title: listingsTitle,
    access: 'key',
    columns: Object.entries(listingTitles).map(([name, title]): BulkColumn => {
      if (name === 'list') return { name, type: 'text', title, codes: codes.list };
      if (name === 'measures') return { name, type: 'codes', title, codes: codes.measures };
      if (name === 'confirm_by') return { name, type: 'date', title };
      return commonColumn(name, title, edition);
    }),
  };
}

/** What public bodies are late with: shown only as long as an official confirms that it is open. */
function latePaymentsOf(edition: Edition): DataSet {
  const { currency } = edition;
  const grounds = Object.entries(paymentGroundTitles);
  return {
    id: latePaymentsId,
    title: latePaymentsTitle,
    access: 'key',
    columns: Object.entries(latePaymentTitles).map(([name, title]): BulkColumn => {
      if (name === 'amount') {
        return { name, type: 'money', title, currency, places: minorDigits(currency) };
      }
      if (name === 'because') {
        const codes = grounds.map(([code, of]) => ({ code, title: of }));
        return { name, type: 'text', title, codes };
      }
      if (name === 'confirm_by') return { name, type: 'date', title };
      return commonColumn(name, title, edition);
    }),
  };
}

function countsOf(items: readonly ItemCard[], lists: readonly ListCard[]): DataSet {
  const codes = [
    ...items.map(({ item, title }) => ({ code: item, title })),
    ...lists.map(({ list, title }) => ({ code: list, title })),
  ];
  return {
    id: countsId,
    title: countsTitle,
    access: 'open',
    columns: [
      { name: 'item', type: 'text', title: countTitles.item, codes },
      { name: 'provider_code', type: 'text', title: countTitles.provider_code },
      { name: 'provider', type: 'text', title: countTitles.provider },
      { name: 'year', type: 'integer', title: countTitles.year },
      { name: 'records', type: 'integer', title: countTitles.records },
    ],
  };
}
