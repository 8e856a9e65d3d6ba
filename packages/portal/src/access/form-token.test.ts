import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '..');
const forms = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .flatMap((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    return [...text.matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g)].map(([form]) => ({
      path,
      form,
    }));
  });

describe('a form that posts', () => {
  it('is found in the pages at all', () => {
    expect(forms.length).toBeGreaterThan(8);
  });

  it.each(forms)('of $path carries the token of the session', ({ form }) => {
    // Without it nobody who is signed in can send the form; the page of anyone else has no token.
    expect(form).toMatch(/<CsrfField|<FormToken|\{(?:props\.)?token\}/);
  });
});
