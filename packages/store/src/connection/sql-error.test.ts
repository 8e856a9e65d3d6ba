import { describe, expect, it } from 'vitest';

import { sqlFaultOf } from './sql-error.ts';

function errorWith(code: string): Error {
  return Object.assign(new Error('said'), { code });
}

describe('an error of the database', () => {
  it.each(['23505', '40P01', '53100', '58030', 'XX001', 'P0001', 'HV000'])('is %s', (code) => {
    expect(sqlFaultOf(errorWith(code))?.sqlState).toBe(code);
  });

  it.each(['EPIPE', 'EBUSY', 'EPERM', 'ECONNRESET', 'store-full', ''])(
    'is not %j: that is the system or the program speaking',
    (code) => {
      expect(sqlFaultOf(errorWith(code))).toBeUndefined();
    },
  );
});
