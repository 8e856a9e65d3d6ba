import { SideBlock } from '@credence/pages';

import { paths } from '../request/paths.ts';
import { linkTo, type PageContext } from './page-context.ts';

/** What can be found here, what finding nothing means, and that people are not to be found. */
export function SearchSide(props: {
  readonly context: PageContext;
  readonly registerSize?: number;
}) {
  const { context, registerSize } = props;
  const { words, say } = context;
  return (
    <>
      <SideBlock heading={words.t('search.coveredHeading')}>
        <p>
          {registerSize === undefined
            ? say.coveredWithoutNumber
            : words.t('search.covered', { count: registerSize })}
          {context.language === 'zh' ? '' : ' '}
          <span class="unbroken">
            {context.language === 'zh' ? '（' : '('}
            <a href={linkTo(context, `${paths.counted}#organisations`)}>
              {words.t('page.howCounted')}
            </a>
            {context.language === 'zh' ? '）' : ')'}
          </span>
        </p>
      </SideBlock>
      <SideBlock heading={words.t('search.noRecordHeading')}>
        <p>{words.t('search.noRecordMeaning')}</p>
      </SideBlock>
      <SideBlock heading={words.t('search.noPeopleHeading')}>
        <p>{words.t('search.noPeople')}</p>
      </SideBlock>
    </>
  );
}
