import type { AnswerClock } from '@credence/casework';
import type { Language, Localised } from '@credence/domain';
import { words, type Words } from '@credence/pages';

import { inLanguage, withQuery } from '../request/paths.ts';
import { portalWords, type PortalWords } from '../words/words.ts';

/** What stays the same for every page of one portal. */
export interface Site {
  readonly name: Localised;
  readonly stylesheetHref: string;
  readonly iconHref: string;
  /** The one script there is, on the one page that takes files. */
  readonly dropScript?: { readonly href: string; readonly integrity: string };
  /** Whom to write to, as text; absent while the operator has named nobody. */
  readonly contact?: Localised;
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
