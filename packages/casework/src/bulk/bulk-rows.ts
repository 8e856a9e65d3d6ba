import type { CivilDate, FactValue } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import type { BulkCell, BulkColumn, BulkRow, SubjectEntries } from '../port/bulk.ts';
import { fieldOf } from '../project/record-rows.ts';
import { foldSubject, type SubjectState } from '../state/subject-state.ts';
import { listPublicRecords, type PublicRecord } from '../state/visibility.ts';
import { fieldsOf, latePaymentsId, listDataSets, listingsId, type DataSet } from './data-sets.ts';
import { latePaymentRows } from './late-payment-rows.ts';
import { listingRows } from './listing-rows.ts';
import { lifeRows } from './life-rows.ts';
import { maskTrader } from './mask-owner-name.ts';
import { reportRows } from './report-rows.ts';
import { visitRows, type DrawsOfVisits } from './visit-rows.ts';

/** A public record as a row of its data set. */
export interface RowOfSet {
  readonly dataset: string;
  readonly record: string;
  readonly row: BulkRow;
  /** Of a listing, whose row does not say it: code of the agency that decides. */
  readonly agency?: string;
  /** First day on which it no longer stands. */
  readonly ends: CivilDate | 'none';
}

/**
 * The rows of one subject that are public on the day, by the same decision as every page. A row says
 * only what its own record states, so that no row changes because another record has ended.
 */
export function rowsOfSubject(
  subject: SubjectEntries,
  law: {
    readonly rulebook: Rulebook;
    readonly day: CivilDate;
    /** Draws as they were known; absent: no visit has a row. */
    readonly drawn?: DrawsOfVisits | undefined;
  },
): readonly RowOfSet[] {
  const { rulebook, day } = law;
  const state = stateOf(subject);
  if (state.records.length === 0) return [];
  const records = listPublicRecords(state, rulebook, { today: day, day }).map((found) => ({
    dataset: found.assessment.item.item,
    record: found.state.record.recordId,
    row: toRow(subject.home, found),
    ends: found.assessment.publicity.ends,
  }));
  const listings = listingRows(subject, state, law).map((row) => ({ dataset: listingsId, ...row }));
  const late = latePaymentRows(subject, state, law).map((row) => ({
    dataset: latePaymentsId,
    ...row,
  }));
  const more = [
    ...lifeRows(subject, state, law),
    ...reportRows(subject, state, law),
    ...visitRows(subject, state, law),
  ];
  return [...records, ...listings, ...late, ...more];
}

/** A comparison asks for the rows, the states and the rows again under the law as it was. */
const folded = new WeakMap<SubjectEntries, SubjectState>();

/** What the entries of a subject say; folded once. */
export function stateOf(subject: SubjectEntries): SubjectState {
  const known = folded.get(subject);
  if (known !== undefined) return known;
  const state = foldSubject(subject.home, subject.entries);
  folded.set(subject, state);
  return state;
}

function toRow(home: string, found: PublicRecord): BulkRow {
  const { assessment, state, edition } = found;
  const { record } = state;
  const { publicity, severity, item } = assessment;
  const [{ scheme, value }] = record.subject.identifiers;
  const set = dataSetOf(found);
  const cells: Record<string, BulkCell | undefined> = {
    organisation: home,
    record: record.recordId,
    name: record.subject.name,
    scheme,
    code: value,
    kind: record.subject.kind,
    document_number: record.document?.number,
    document_title: record.document?.title,
    decided: record.decidedOn,
    authority: record.authority?.name,
    authority_code: record.authority?.code,
    provider: record.provider.name,
    provider_code: record.provider.code,
    begins: publicity.begins,
    ends: publicity.ends === 'none' ? undefined : publicity.ends,
    disputed_since: state.disputedSince,
    severity: item.term === 'severity' ? severity?.code : undefined,
    basis: assessment.bases.map(({ citation }) => `${citation.source}#${citation.at}`),
  };
  for (const field of fieldsOf(item)) {
    const column = set.columns.find(({ name }) => name === field);
    const fact = fieldOf(record, field);
    if (column === undefined || fact === undefined) continue;
    cells[field] = toCell(fact, column, edition.currency);
  }
  const row = Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (cell === undefined ? [] : [[name, cell]])),
  );
  return record.subject.kind === 'sole_trader' ? maskTrader(row) : row;
}

/** Data sets are the same for every record under one edition. */
const known = new WeakMap<PublicRecord['edition'], ReadonlyMap<string, DataSet>>();

function dataSetOf({ edition, assessment }: PublicRecord): DataSet {
  const sets = known.get(edition) ?? new Map(listDataSets(edition).map((set) => [set.id, set]));
  known.set(edition, sets);
  const set = sets.get(assessment.item.item);
  if (set === undefined) throw new RangeError(`No data set for ${assessment.item.item}.`);
  return set;
}

/** A fact that an older schema kept in another form than the column's is left out. */
function toCell(fact: FactValue, column: BulkColumn, currency: string): BulkCell | undefined {
  switch (column.type) {
    case 'money': {
      const isMoney = typeof fact === 'object' && 'currency' in fact;
      return isMoney && fact.currency === currency ? fact.amount : undefined;
    }
    case 'codes':
      return Array.isArray(fact) ? fact.map(String) : typeof fact === 'string' ? [fact] : undefined;
    case 'integer':
      return typeof fact === 'number' && Number.isSafeInteger(fact) ? fact : undefined;
    case 'flag':
      return typeof fact === 'boolean' ? fact : undefined;
    case 'date':
    case 'text':
      return typeof fact === 'object' ? undefined : String(fact);
  }
}
