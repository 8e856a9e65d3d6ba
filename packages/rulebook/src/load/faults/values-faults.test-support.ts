import type { Fault } from './fault.test-support.ts';

const general = 'values/publicity.general.yaml';
const serious = 'values/publicity.serious.yaml';

/** Faults of dated values. */
export const valuesFaults: readonly Fault[] = [
  {
    name: 'two rows from the same day',
    file: serious,
    replace: 'from: 2020-01-01',
    by: 'from: 2023-05-01',
    at: '2023-05-01, min: P1Y, max: P3Y',
    code: 'value-overlap',
  },
  {
    name: 'a row that ends after the next begins',
    file: serious,
    replace: 'from: 2020-01-01,',
    by: 'from: 2020-01-01, until: 2023-05-02,',
    at: '2023-05-01, min: P1Y, max: P3Y',
    code: 'value-overlap',
  },
  {
    name: 'a row that ends before the next begins',
    file: serious,
    replace: 'from: 2020-01-01,',
    by: 'from: 2020-01-01, until: 2023-04-30,',
    at: '2023-05-01, min: P1Y, max: P3Y',
    code: 'value-gap',
  },
  {
    name: 'a first row after the edition begins',
    file: general,
    replace: 'from: 2023-05-01',
    by: 'from: ⟦2023-05-02',
    code: 'value-gap',
  },
  {
    name: 'a last row that ends before the edition does',
    file: general,
    replace: 'from: 2023-05-01,',
    by: 'from: 2023-05-01, until: ⟦2026-03-31,',
    code: 'value-gap',
  },
  {
    name: 'a minimum longer than the maximum',
    file: general,
    replace: 'min: P3M',
    by: 'min: ⟦P37M',
    code: 'value-row',
  },
  {
    name: 'a row with a period and none',
    file: general,
    replace: '- {from: 2023-05-01, min',
    by: '- ⟦{from: 2023-05-01, publish: none, min',
    code: 'value-row',
  },
  {
    name: 'a period counted from no day',
    file: general,
    replace: 'clock-from: decided\n',
    by: '',
    code: 'key-missing',
    message: /clock-from/,
  },
  {
    name: 'a row that ends before it begins',
    file: general,
    replace: 'from: 2023-05-01,',
    by: 'from: 2023-05-01, until: ⟦2023-05-01,',
    code: 'interval-empty',
  },
  {
    name: 'an amount that is no text',
    file: 'values/floor.yaml',
    by: `value: floor\ntitle: {zh: 起点, en: Floor}\nunit: amount\nreview-by: 2027-12-31\nvalues:\n  - {from: 2023-05-01, is: ⟦50000, basis: [{source: demo-act, at: art-1}], confidence: verified}\n`,
    code: 'value-row',
    message: /quotes/,
  },
  {
    name: 'working days in quotes',
    file: 'values/supply.yaml',
    by: `value: supply\ntitle: {zh: 报送, en: Supply}\nunit: working_days\nreview-by: 2027-12-31\nvalues:\n  - {from: 2023-05-01, is: ⟦"7", basis: [{source: demo-act, at: art-1}], confidence: verified}\n`,
    code: 'value-row',
  },
  {
    name: 'a number of working days counted from a day',
    file: 'values/supply.yaml',
    by: `value: supply\ntitle: {zh: 报送, en: Supply}\nunit: working_days\nclock-from: ⟦decided\nreview-by: 2027-12-31\nvalues:\n  - {from: 2023-05-01, is: 7, basis: [{source: demo-act, at: art-1}], confidence: verified}\n`,
    code: 'value-row',
  },
];
