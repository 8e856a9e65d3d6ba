import { Refusal } from '@credence/pages';

import type { SiteContext } from '../site.ts';
import { labPage } from './lab-page.tsx';

/** What cannot be done, why, and what can be done instead; it looks like any page. */
export function refusalPage(
  context: SiteContext,
  { title, why }: { readonly title: string; readonly why: string },
): string {
  const { say, words, link } = context;
  return labPage(context, {
    title,
    children: (
      <Refusal
        words={words}
        level={1}
        heading={title}
        rule={why}
        saves={false}
        instead={[
          { href: link('/'), label: say.home },
          { href: link('/regimes'), label: say.regimesTitle },
          { href: link('/runs'), label: say.runsTitle },
        ]}
      />
    ),
  });
}
