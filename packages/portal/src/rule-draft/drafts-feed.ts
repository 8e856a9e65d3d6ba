import type { RuleDraftLine } from '@credence/casework';
import { instantOf, localise, type CivilDate, type Instant, type Language } from '@credence/domain';

import { tagId, writeAtom } from '../feed/atom.ts';
import { draftPath, inLanguage, paths } from '../request/paths.ts';
import { ruleDraftWords } from '../words/rule-drafts.ts';

/** Drafts that were published, as a feed: one entry each, at the day of its publication. */
export function draftsFeed(
  drafts: readonly RuleDraftLine[],
  given: {
    readonly origin: string;
    readonly name: string;
    readonly language: Language;
    readonly timepoint: Instant;
  },
): string {
  const { origin, name, language, timepoint } = given;
  const say = ruleDraftWords(language);
  const host = new URL(origin).host;
  const at = (path: string) => `${origin}${inLanguage(path, language)}`;
  const dayOf = (draft: RuleDraftLine): Instant => beginOf(draft.published?.on) ?? timepoint;
  // Ids must outlive everything; no draft is older than the first that was published.
  const since = drafts.at(-1)?.published?.on ?? '2026-01-01';
  return writeAtom({
    id: tagId(host, since, 'rules/drafts'),
    title: `${name}: ${say.feedTitle}`,
    subtitle: say.lead,
    language,
    author: name,
    self: at(paths.draftsFeed),
    page: at(paths.drafts),
    updatedAt: drafts[0] === undefined ? timepoint : dayOf(drafts[0]),
    entries: drafts.map((draft) => ({
      id: `urn:sha256:${draft.hash}`,
      title: localise(draft.title, language).text,
      updatedAt: dayOf(draft),
      publishedAt: dayOf(draft),
      link: at(draftPath(draft.hash)),
      summary: say.states[draft.state],
    })),
  });
}

function beginOf(day: CivilDate | undefined): Instant | undefined {
  return day === undefined ? undefined : instantOf(`${day}T00:00:00.000Z`);
}
