import type { Visit } from '@credence/domain';

import type { VisitForm, VisitRow, VisitTable } from './visit-table.ts';

/** The plain form of visits, for any register: see docs/how-to/foresee-inspections.md. */
export const credenceForm: VisitForm = {
  needed: ['row_id', 'establishment', 'day'],
  optional: [
    ...['district', 'kind', 'tier', 'licence_years', 'licences', 'confirmed_complaints'],
    ...['inspector_group', 'found', 'critical', 'serious', 'minor', 'outcome'],
  ],
  ignored: [],
};

/** One row of the plain form. */
export function readCredenceVisit(row: VisitRow, table: VisitTable): Visit {
  const [district, kind, tier] = [row.text('district'), row.text('kind'), row.text('tier')];
  const licenceYears = row.number('licence_years');
  const complaints = row.number('confirmed_complaints');
  const group = row.text('inspector_group');
  return {
    id: row.needed('row_id'),
    establishment: row.needed('establishment'),
    day: row.day('day'),
    place: {
      ...(kind !== '' && { kind }),
      ...(tier !== '' && { tier }),
      ...(licenceYears !== undefined && { licenceYears }),
      ...(table.has('licences') && { licences: row.text('licences').split(' ').filter(Boolean) }),
      ...(complaints !== undefined && { confirmedComplaints: complaints }),
    },
    ...(district !== '' && { district }),
    ...(group !== '' && { inspectorGroup: group }),
    ...(table.has('found') && { result: resultOf(row) }),
  };
}

function resultOf(row: VisitRow): NonNullable<Visit['result']> {
  const outcome =
    row.text('outcome') === ''
      ? undefined
      : row.oneOf('outcome', ['passed', 'with-conditions', 'failed']);
  const counted = (column: 'critical' | 'serious' | 'minor') =>
    row.text(column) === '' ? {} : { [column]: row.count(column) };
  return {
    found: row.oneOf('found', ['0', '1']) === '1',
    ...counted('critical'),
    ...counted('serious'),
    ...counted('minor'),
    ...(outcome !== undefined && { outcome }),
  };
}
