import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { stylesheetUrls } from '@credence/pages';

/** A file that every page needs. */
interface Asset {
  /** Carries the hash of the text, so that it can be kept for ever. */
  readonly path: string;
  readonly mediaType: string;
  readonly text: string;
}

type Script = Asset & { readonly integrity: string };

export interface Assets {
  readonly stylesheet: Asset;
  readonly icon: Asset;
  /** The scripts there are, on desks alone: they only add. */
  readonly dropScript: Script;
  readonly keysScript: Script;
  readonly visitScript: Script;
}

/** Reads what pages need at start; a missing part stops the start and not a page. */
export function readAssets(): Assets {
  const own = ['portal', 'intake', 'case'].map(
    (name) => new URL(`../../style/${name}.css`, import.meta.url),
  );
  const urls = [...stylesheetUrls, ...own];
  const css = urls.map((url) => readFileSync(url, 'utf8')).join('\n');
  return {
    dropScript: scriptCalled('drop-file'),
    keysScript: scriptCalled('desk-keys'),
    visitScript: scriptCalled('visit-draft'),
    stylesheet: asset('style', 'css', { mediaType: 'text/css', text: css }),
    icon: asset('icon', 'svg', { mediaType: 'image/svg+xml', text: wordmark }),
  };
}

function scriptCalled(name: string): Script {
  const text = readFileSync(new URL(`../../script/${name}.js`, import.meta.url), 'utf8');
  const integrity = `sha384-${createHash('sha384').update(text).digest('base64')}`;
  return { ...asset(name, 'js', { mediaType: 'text/javascript', text }), integrity };
}

function asset(name: string, ending: string, given: Pick<Asset, 'mediaType' | 'text'>): Asset {
  const hash = createHash('sha256').update(given.text).digest('hex').slice(0, 16);
  return { ...given, path: `/${name}.${hash}.${ending}` };
}

/** The term bar in small: elapsed, to come, and an end. */
const wordmark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="currentColor">
<path d="M1 13h15v6H1z"/><path d="M16 13h11v6H16z" opacity=".5"/><path d="M27 5h4v22h-4z"/></svg>
`;
