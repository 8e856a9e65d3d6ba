import { describe, expect, it } from 'vitest';

import { protect } from './security-headers.ts';

function policyOf(path: string, type = 'text/html; charset=UTF-8'): string {
  const headers = new Headers({ 'content-type': type });
  protect(headers, path);
  return headers.get('content-security-policy') ?? '';
}

describe('the policy of an answer', () => {
  it.each(['/', '/en', '/search', '/organisations/desk', '/en/desks', '/deskline', '/inspections'])(
    'lets no script into %s',
    (path) => {
      expect(policyOf(path)).not.toContain('script-src');
    },
  );

  it.each(['/desk', '/en/desk', '/desk/intake', '/en/desk/intake/batches'])(
    'lets a script of our own, and nothing inline, into %s',
    (path) => {
      expect(policyOf(path)).toContain("script-src 'self'");
      expect(policyOf(path)).not.toContain('unsafe');
    },
  );

  it.each(['/inspections/a1', '/en/inspections/a1'])(
    'lets the check of a draw run in %s, and ask nobody but us',
    (path) => {
      expect(policyOf(path)).toContain("script-src 'self'; connect-src 'self'");
      expect(policyOf(path)).not.toContain('unsafe');
    },
  );

  it('lets nothing at all into data', () => {
    expect(policyOf('/desk/intake', 'application/json')).toBe(
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
  });
});
