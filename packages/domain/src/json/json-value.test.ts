import { expect, it } from 'vitest';

import type { PublicCreditRecord } from '../record/record.ts';
import { civilDate } from '../time/civil-date.ts';
import type { JsonValue } from './json-value.ts';

it('takes a record as it is: the payload of an entry needs no conversion', () => {
  const record: PublicCreditRecord = {
    recordId: '01890000-0000-7000-8000-000000000000',
    item: 'administrative_penalty',
    edition: 'test-2026',
    takenInOn: civilDate('2026-04-11'),
    batchId: 'batch',
    row: 2,
    subject: { kind: 'organisation', identifiers: [{ scheme: 'uscc', value: 'X' }] },
    provider: { code: 'test', name: 'Test' },
    decidedOn: civilDate('2026-04-10'),
    service: { kind: 'stated', by: ['one', 'two'] },
    facts: { fine: { amount: 1, currency: 'CNY' }, kinds: ['fine'] },
  };
  const payload: JsonValue = record;
  expect(JSON.parse(JSON.stringify(payload))).toEqual(record);
});
