import { describe, expect, it } from 'vitest';

import { readEnvironment } from './environment.ts';

describe('readEnvironment', () => {
  it('needs nothing: every setting has a default', () => {
    const outcome = readEnvironment({});
    expect(outcome).toMatchObject({ kind: 'read', environment: { port: 8080 } });
  });

  it('reads an empty variable as an absent one', () => {
    const outcome = readEnvironment({ CREDENCE_CLOCK: '', DATABASE_URL: '' });
    expect(outcome.kind).toBe('read');
  });

  it.each([
    ['CREDENCE_PORT', 'many'],
    ['CREDENCE_PORT', '70000'],
    ['CREDENCE_CLOCK', '2026-02-30'],
    ['DATABASE_URL', 'mysql://x'],
  ])('refuses %s=%s and names both', (name, value) => {
    const outcome = readEnvironment({ [name]: value });
    expect(outcome.kind).toBe('refused');
    if (outcome.kind === 'refused') {
      expect(outcome.faults.join('\n')).toContain(`${name} is "${value}"`);
    }
  });

  it('moves today by CREDENCE_CLOCK', () => {
    const outcome = readEnvironment({ CREDENCE_CLOCK: '2017-06-30' });
    expect(outcome).toMatchObject({ environment: { today: '2017-06-30' } });
  });
});
