import { PageHeading, SearchBox, Section } from '@credence/pages';

import { editionPath, paths } from '../request/paths.ts';
import { Frame } from './frame.tsx';
import { linkTo, pastDay, type PageContext } from './page-context.ts';
import { SearchSide } from './side-blocks.tsx';

/** The first page: one field, and what this register is. */
export function HomePage({ context }: { readonly context: PageContext }) {
  const { words, say, clock } = context;
  const day = pastDay(context);
  return (
    <Frame
      context={context}
      title={words.t('search.heading')}
      area="find"
      heading={<PageHeading title={words.t('search.heading')} />}
      side={<SearchSide context={context} />}
    >
      <SearchBox
        words={words}
        action={linkTo(context, paths.search)}
        keep={day === undefined ? {} : { day }}
      />
      <Section heading={say.whatIsHere}>
        <ul class="prose">
          {say.whatIsHerePoints.map((point) => (
            <li>{point}</li>
          ))}
        </ul>
        <p class="link-row after-block">
          {clock === undefined ? null : (
            <a href={linkTo(context, editionPath(clock.edition.code))}>{say.rulesNow}</a>
          )}
          <a href={linkTo(context, paths.counted)}>{say.countedTitle}</a>
          <a href={linkTo(context, paths.data)}>{words.t('page.apiDocs')}</a>
        </p>
      </Section>
    </Frame>
  );
}
