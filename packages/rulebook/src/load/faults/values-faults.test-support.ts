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
];
