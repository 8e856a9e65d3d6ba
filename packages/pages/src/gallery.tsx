import type { Language } from '@credence/domain';

import { renderPage } from './components/page.tsx';
import { ComponentSheet } from './gallery/component-sheet.tsx';
import { OrganisationPage } from './gallery/organisation-page.tsx';
import { RecordPage } from './gallery/record-page.tsx';
import { SearchPage } from './gallery/search-page.tsx';
import { words as wordsOf } from './words/words.ts';

/** Sample pages of a fictional city, as HTML: every component, in the language asked for. */
export function gallery(language: Language, stylesheetHref: string): ReadonlyMap<string, string> {
  const words = wordsOf(language);
  const shared = { words, stylesheetHref };
  return new Map([
    ['components', renderPage(<ComponentSheet {...shared} />)],
    ['search', renderPage(<SearchPage {...shared} />)],
    ['organisation', renderPage(<OrganisationPage {...shared} />)],
    ['past-day', renderPage(<OrganisationPage {...shared} past />)],
    ['record', renderPage(<RecordPage {...shared} />)],
  ]);
}
