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

  it('sends mail only with a server, a sender and encryption, or on this machine', () => {
    const server = { CREDENCE_SMTP_HOST: 'mail.example.org', CREDENCE_SMTP_FROM: 'a@example.org' };
    const read = (more: Readonly<Record<string, string>>) => {
      const outcome = readEnvironment(more);
      return outcome.kind === 'read' ? outcome.environment.mail : outcome.faults.join();
    };
    expect(read({})).toBeUndefined();
    expect(read(server)).toEqual({
      ...{ host: 'mail.example.org', port: 587, security: 'starttls', from: 'a@example.org' },
    });
    expect(read({ CREDENCE_SMTP_HOST: 'mail.example.org' })).toContain('CREDENCE_SMTP_FROM');
    expect(read({ ...server, CREDENCE_SMTP_SECURITY: 'none' })).toContain('on this machine');
    expect(
      read({ ...server, CREDENCE_SMTP_HOST: '127.0.0.1', CREDENCE_SMTP_SECURITY: 'none' }),
    ).toMatchObject({ port: 25 });
    expect(read({ ...server, CREDENCE_SMTP_USER: 'a' })).toContain('both or neither');
  });

  it('moves today by CREDENCE_CLOCK', () => {
    const outcome = readEnvironment({ CREDENCE_CLOCK: '2017-06-30' });
    expect(outcome).toMatchObject({ environment: { today: '2017-06-30' } });
  });
});
