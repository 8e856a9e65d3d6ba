import type { Language } from '@credence/domain';
import { localise, type Localised } from '@credence/domain';
import { words as wordsOf, type Words } from '@credence/pages';

import type { ExperimentFile } from '../experiment/experiment-file.ts';
import type { Study } from '../study/study.ts';
import type { Conduct } from '../world/read-conducts.ts';
import type { Assets } from './http/assets.ts';
import type { RegimeShelf } from './state/regime-shelf.ts';
import type { RunShelf } from './state/run-shelf.ts';
import type { StoredValidation } from './stored-validation.ts';
import { english } from './words/en.ts';
import { chinese, type SiteWords } from './words/zh.ts';
import type { LabWork } from './work/job.ts';

/** What the pages of the Lab are made from. */
export interface LabSite {
  readonly assets: Assets;
  readonly shelf: RegimeShelf;
  readonly runs: RunShelf;
  readonly work: LabWork;
  readonly experiments: readonly ExperimentFile[];
  readonly studies: readonly Study[];
  readonly conducts: readonly Conduct[];
  readonly validation?: StoredValidation;
}

/** One request for a page: the site, and in which language it answers. */
export interface SiteContext {
  readonly site: LabSite;
  readonly language: Language;
  readonly words: Words;
  readonly say: SiteWords;
  /** Path and query as asked for. */
  readonly address: string;
  /** A path of this site in the language of the page. */
  readonly link: (path: string) => string;
  readonly text: (text: Localised) => string;
}

export function siteContext(site: LabSite, language: Language, url: string): SiteContext {
  const { pathname, search } = new URL(url);
  return {
    ...{ site, language, words: wordsOf(language), say: language === 'zh' ? chinese : english },
    address: `${pathname}${search}`,
    link: (path) => (language === 'zh' ? path : path === '/' ? '/en' : `/en${path}`),
    text: (text) => localise(text, language).text,
  };
}
