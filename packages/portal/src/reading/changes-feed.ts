import type { RuleChange, RuleChangesView } from '@credence/casework';
import { localise, type Language } from '@credence/domain';

import { tagId, writeAtom } from '../feed/atom.ts';
import { editionPath, inLanguage, paths } from '../request/paths.ts';
import { readingWords } from '../words/reading.ts';

/** The promulgations as a feed: one entry each, with what it changed in one sentence. */
export function changesFeed(
  view: RuleChangesView,
  given: { readonly origin: string; readonly name: string; readonly language: Language },
): string {
  const { origin, name, language } = given;
  const say = readingWords(language);
  const host = new URL(origin).host;
  const at = (path: string) => `${origin}${inLanguage(path, language)}`;
  // Ids must outlive everything, so their day is that of the first law here.
  const since = view.changes.at(-1)?.edition.inForceFrom ?? view.clock.today;
  return writeAtom({
    id: tagId(host, since, 'rules/changes'),
    title: `${name}: ${say.changesTitle}`,
    subtitle: say.changesLead,
    language,
    author: name,
    self: at(paths.changesFeed),
    page: at(paths.changes),
    updatedAt: view.changes[0]?.promulgatedAt ?? view.clock.timepoint,
    entries: view.changes.map((change) => ({
      id: tagId(host, since, `rules/${change.edition.code}`),
      title: localise(change.edition.title, language).text,
      updatedAt: change.promulgatedAt,
      publishedAt: change.promulgatedAt,
      link: at(editionPath(change.edition.code)),
      summary: summaryOf(change, language),
    })),
  });
}

function summaryOf(change: RuleChange, language: Language): string {
  const say = readingWords(language);
  if (change.since === undefined) return say.changesFirst;
  const { added, withdrawn, changed } = change;
  const joint = language === 'zh' ? '：' : ': ';
  const counts = say.changesSummary(added.length, withdrawn.length, changed.length);
  return `${say.changesSince(change.since)}${joint}${counts}`;
}
