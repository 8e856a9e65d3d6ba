import type { Language } from '@credence/domain';

import { en } from './en.ts';
import { zh } from './zh.ts';

export type PortalWords = typeof zh;

const words: Readonly<Record<Language, PortalWords>> = { zh, en };

/** The words of the portal's pages; interface words shared with other workspaces are in `pages`. */
export function portalWords(language: Language): PortalWords {
  return words[language];
}
