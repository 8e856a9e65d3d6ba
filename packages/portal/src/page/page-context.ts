import type { AnswerClock } from '@credence/casework';
import type { Language, Localised } from '@credence/domain';
import { words, type Words } from '@credence/pages';

import { inLanguage, withQuery } from '../request/paths.ts';
import { portalWords, type PortalWords } from '../words/words.ts';

/** A script of our own; a browser that finds another text at its address does not run it. */
interface SiteScript {
  readonly href: string;
  readonly integrity: string;
}

/** What stays the same for every page of one portal. */
export interface Site {
  readonly name: Localised;
  readonly stylesheetHref: string;
  readonly iconHref: string;
  /** On the one page that takes whole files. */
  readonly dropScript?: SiteScript;
  /** Code that draws again in a browser, the file to load first; empty where nothing was built. */
  readonly checkModules?: readonly { readonly path: string; readonly integrity: string }[];
  /** Keeps what was entered at a visit, on the one page of it. */
  readonly visitScript?: SiteScript;
  /** Keys, on the pages of desks. */
  readonly keysScript?: SiteScript;
  /** Whom to write to, as text; absent while the operator has named nobody. */
  readonly contact?: Localised;
  /** The full name of a region by the code that organisations bear; absent where nobody knows it. */
  readonly regionName?: (code: string) => string | undefined;
}

/** What every template of a page is given beside its view. */
export interface PageContext {
  readonly site: Site;
  readonly language: Language;
  /** Words shared by all workspaces. */
  readonly words: Words;
  /** Words of the portal's own pages. */
  readonly say: PortalWords;
  /** Absent where the register could not say its time. */
  readonly clock: AnswerClock | undefined;
  /** Path (without the language) and query that the language switch and "another day" keep. */
  readonly address: string;
}

export function pageContext(
  given: Pick<PageContext, 'site' | 'language' | 'clock' | 'address'>,
): PageContext {
  return { ...given, words: words(given.language), say: portalWords(given.language) };
}

/** A link in the language of the page. */
export function linkTo(context: PageContext, path: string): string {
  return inLanguage(path, context.language);
}

/** A link that stays on the day the reader looks at. */
export function dayLink(
  context: PageContext,
  path: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  return withQuery(linkTo(context, path), { ...query, day: pastDay(context) });
}

/** The day looked at when it is not today. */
export function pastDay({ clock }: PageContext): string | undefined {
  return clock === undefined || clock.day === clock.today ? undefined : clock.day;
}
