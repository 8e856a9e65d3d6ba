import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { stylesheetUrls } from '@credence/pages';

import type { StatementLook } from './statement-page.tsx';

/** The look of all pages, and what the Lab adds to it. */
const urls: readonly URL[] = [...stylesheetUrls, new URL('../../style/lab.css', import.meta.url)];

/** The one style sheet that stands in a statement, with its hash. */
export function readLook(): StatementLook {
  const stylesheet = urls.map((url) => readFileSync(url, 'utf8')).join('\n');
  return { stylesheet, stylesheetHash: createHash('sha256').update(stylesheet).digest('base64') };
}
