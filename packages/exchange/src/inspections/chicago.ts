import type { Visit } from '@credence/domain';

import type { IgnoredColumn } from './visit-file.ts';
import type { VisitForm, VisitRow, VisitTable } from './visit-table.ts';

const licences = [
  ...['consumption_on_premises', 'tobacco', 'package_goods', 'outdoor_patio'],
  ...['public_amusement', 'limited_business', 'childrens_facility', 'tavern'],
  ...['regulated_business', 'filling_station', 'caterers_liquor', 'mobile_food'],
];
const results = ['result', 'critical', 'serious', 'minor', 'violations'];
const outcomes = {
  Pass: 'passed',
  'Pass w/ Conditions': 'with-conditions',
  Fail: 'failed',
} as const;

/** What the city's file says that a schedule may not know, or that is worked out anew here. */
export const chicagoIgnored: readonly IgnoredColumn[] = [
  { column: 'zip', why: 'finer-than-a-district' },
  ...['heat_burglary', 'heat_garbage', 'heat_sanitation'].map((column): IgnoredColumn => ({
    column,
    why: 'finer-than-a-district',
  })),
  ...['precipIntensity', 'temperatureMax', 'windSpeed', 'humidity'].map(
    (column): IgnoredColumn => ({ column, why: 'known-only-on-the-day' }),
  ),
  ...['pastSerious', 'pastCritical', 'pastMinor', 'pastFail', 'timeSinceLast', 'firstRecord'].map(
    (column): IgnoredColumn => ({ column, why: 'worked-out-anew' }),
  ),
  { column: 'set', why: 'not-needed' },
];

/** Food inspections as the City of Chicago published them with its own evaluation. */
export const chicagoForm: VisitForm = {
  needed: ['row_id', 'establishment', 'inspection_date', 'risk', 'facility'],
  optional: ['ageAtInspection', 'inspector_group', ...licences, ...results],
  ignored: chicagoIgnored.map(({ column }) => column),
};

/** One row; the outcome is whether there was a critical finding. */
export function readChicago(row: VisitRow, table: VisitTable): Visit {
  const licenceYears = row.number('ageAtInspection');
  const group = row.text('inspector_group');
  const known = licences.filter((each) => row.text(each) !== '');
  const held = known.filter((each) => row.oneOf(each, ['0', '1']) === '1');
  return {
    id: row.needed('row_id'),
    establishment: row.needed('establishment'),
    day: row.day('inspection_date'),
    place: {
      ...{ kind: row.needed('facility'), tier: row.needed('risk') },
      ...(licenceYears !== undefined && { licenceYears }),
      ...(known.length > 0 && { licences: held }),
    },
    ...(group !== '' && { inspectorGroup: group }),
    ...(table.has('critical') && { result: resultOf(row) }),
  };
}

function resultOf(row: VisitRow): NonNullable<Visit['result']> {
  const critical = row.count('critical');
  const result = row.oneOf('result', ['Pass', 'Pass w/ Conditions', 'Fail']);
  return {
    ...{ found: critical > 0, critical, serious: row.count('serious'), minor: row.count('minor') },
    ...(result !== undefined && { outcome: outcomes[result] }),
    findings: row
      .text('violations')
      .split(' ')
      .flatMap((kind) => (kind === '' ? [] : { kind })),
  };
}
