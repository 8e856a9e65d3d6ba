import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { stylesheetUrls } from '@credence/pages';

export interface Stylesheet {
  readonly text: string;
  /** Carries the hash of the text, so that it can be kept for ever. */
  readonly path: string;
}

/** Reads the one stylesheet at start; a missing part stops the start and not a page. */
export function readStylesheet(): Stylesheet {
  const urls = [...stylesheetUrls, new URL('../../style/portal.css', import.meta.url)];
  const text = urls.map((url) => readFileSync(url, 'utf8')).join('\n');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { text, path: `/style.${hash}.css` };
}
