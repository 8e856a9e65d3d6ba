import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { readVisits } from './read-visits.ts';

const folder = mkdtempSync(join(tmpdir(), 'credence-visits-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string, name = 'visits.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('a file of visits', () => {
  it('is read in the plain form', () => {
    const path = file(
      'row_id,establishment,day,tier,licences,confirmed_complaints,inspector_group,found,minor\n' +
        '1,P1,2026-03-02,high,food drink,2,red,1,3\n2,P2,2026-03-03,,,,,0,\n',
    );

    expect(readVisits(path, { adapter: 'credence', role: 'history' })).toEqual({
      kind: 'read',
      ignored: [],
      visits: [
        {
          ...{ id: '1', establishment: 'P1', day: '2026-03-02', inspectorGroup: 'red' },
          place: { tier: 'high', licences: ['food', 'drink'], confirmedComplaints: 2 },
          result: { found: true, minor: 3 },
        },
        {
          ...{ id: '2', establishment: 'P2', day: '2026-03-03' },
          ...{ place: { licences: [] }, result: { found: false } },
        },
      ],
    });
  });

  it('is refused with every row and column that is wrong', () => {
    const path = file('row_id,establishment,day,found\n1,P1,2026-02-30,1\n1,,2026-03-02,maybe\n');
    const refused = readVisits(path, { adapter: 'credence', role: 'history' });

    expect(refused.kind === 'refused' ? refused.faults : []).toMatchObject([
      { file: 'visits.csv', row: 2, column: 'day', found: '2026-02-30', accepted: 'YYYY-MM-DD' },
      { row: 3, column: 'establishment', found: '', accepted: 'not empty' },
      { row: 3, column: 'found', found: 'maybe', accepted: '0, 1' },
      { row: 3, column: 'row_id', kind: 'repeated' },
    ]);
  });

  it.each([
    [
      'a column nobody knows',
      'row_id,establishment,day,found,street\n',
      'column-unknown',
      'street',
    ],
    ['no column of results', 'row_id,establishment,day\n', 'column-missing', 'found'],
    ['no column of days', 'row_id,establishment,found\n', 'column-missing', 'day'],
  ])('is refused with %s', (_, text, kind, column) => {
    expect(readVisits(file(text), { adapter: 'credence', role: 'history' })).toMatchObject({
      kind: 'refused',
      faults: [{ kind, column }],
    });
  });

  it('of Chicago gives no weather, no postal code and nothing known only on the day', () => {
    const path = file(
      'row_id,establishment,inspection_date,risk,facility,zip,tobacco,heat_burglary,humidity,' +
        'pastFail,critical,serious,minor,result,violations\n' +
        '7,E1,2014-01-02,1,Restaurant,60601,1,12.5,0.5,0,1,0,2,Fail,3 32\n',
    );
    const read = readVisits(path, { adapter: 'chicago', role: 'history' });

    expect(read).toMatchObject({ kind: 'read', visits: [{ place: { licences: ['tobacco'] } }] });
    const text = JSON.stringify(read.kind === 'read' ? read.visits : '');
    for (const value of ['60601', '12.5', '0.5']) expect(text).not.toContain(value);
    expect(read.kind === 'read' && read.ignored.map(({ column }) => column)).toEqual([
      ...['zip', 'heat_burglary', 'humidity', 'pastFail'],
    ]);
  });

  it('of San Francisco takes findings from the file beside it, each once', () => {
    file(
      'business_id,date,violation,corrected_on\n9,2016-05-13,Dirt,\n9,2016-05-13,Dirt,\n' +
        '9,2016-05-13,Mice,2016-06-01\n',
      'violations.csv',
    );
    const path = file('row_id,business_id,inspection_date,type,score\n1,9,2016-05-13,routine,80\n');

    expect(readVisits(path, { adapter: 'san-francisco', role: 'history' })).toMatchObject({
      visits: [
        {
          result: {
            ...{ found: true, mark: 80 },
            findings: [{ kind: 'Dirt' }, { kind: 'Mice', correctedOn: '2016-06-01' }],
          },
        },
      ],
    });
  });
});
