import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { stylesheetUrls } from '@credence/pages';

/** A file that pages need; its path carries the hash of its text, so that it can be kept for ever. */
export interface Asset {
  readonly path: string;
  readonly mediaType: string;
  readonly text: string;
}

export interface Assets {
  readonly stylesheet: Asset;
  readonly icon: Asset;
  /** Follows a run without a reload; pages work without it. */
  readonly watchScript: Asset & { readonly integrity: string };
}

/** Reads what pages need at start; a missing part stops the start and not a page. */
export function readAssets(): Assets {
  const own = ['lab', 'lab-site'].map(
    (name) => new URL(`../../../style/${name}.css`, import.meta.url),
  );
  const css = [...stylesheetUrls, ...own].map((url) => readFileSync(url, 'utf8')).join('\n');
  const script = readFileSync(new URL('../../../script/watch-run.js', import.meta.url), 'utf8');
  const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  return {
    stylesheet: asset('lab', 'css', 'text/css', css),
    icon: asset('icon', 'svg', 'image/svg+xml', mark),
    watchScript: { ...asset('watch-run', 'js', 'text/javascript', script), integrity },
  };
}

function asset(name: string, ending: string, mediaType: string, text: string): Asset {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { path: `/${name}.${hash}.${ending}`, mediaType, text };
}

/** The term bar with its parts open: nothing here has begun or ended. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2">
<path d="M2 12h13v8H2zM15 12h12v8H15z" stroke-dasharray="3 2"/><path d="M28 5v22"/></svg>
`;
