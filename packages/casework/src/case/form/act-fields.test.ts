import { describe, expect, it } from 'vitest';

import { caseTables } from '../table/case-tables.ts';
import { fieldsOfAct, fieldsOfMatter } from './act-fields.ts';

describe('what an action asks for', () => {
  it('is read from the form of its payload, without what nobody states of himself', () => {
    expect(fieldsOfAct('served')).toEqual([
      expect.objectContaining({ name: 'paper', kind: 'choice', required: true }),
      { name: 'mode', kind: 'text', required: true },
      { name: 'servedOn', kind: 'day', required: true },
      { name: 'proof', kind: 'text', required: true },
      { name: 'postedOn', kind: 'day', required: false },
    ]);
    expect(fieldsOfAct('drafted')).toContainEqual({ name: 'until', kind: 'day', required: false });
    expect(fieldsOfAct('stated')[0]).toMatchObject({ name: 'points', kind: 'points' });
    expect(fieldsOfAct('answered')).toContainEqual(
      expect.objectContaining({ name: 'answers', kind: 'answers' }),
    );
  });

  it('can be asked for every action and every opening there is', () => {
    for (const { table } of Object.values(caseTables)) {
      for (const row of Object.values<Readonly<Record<string, unknown>>>(table)) {
        for (const act of Object.keys(row)) expect(() => fieldsOfAct(act as never)).not.toThrow();
      }
    }
    expect(fieldsOfMatter('listing').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['list', 'recordId', 'document', 'conductOn', 'reason', 'measures']),
    );
  });
});
