import type { PaymentSayings } from '@credence/casework';
import { TitleText } from '@credence/pages';

import { Article } from '../incentive/incentive-parts.tsx';
import type { PageContext } from '../page/page-context.ts';

/** Sentences of the law, each with its articles and how sure the edition is of them. */
export function Sayings(props: {
  readonly context: PageContext;
  readonly sayings: PaymentSayings['duties'];
}) {
  const { context, sayings } = props;
  const { words } = context;
  return (
    <ul class="plain-list">
      {sayings.map(({ says, basis }) => (
        <li>
          <TitleText words={words} text={says} />{' '}
          {words.richList(basis.map((each) => <Article context={context} basis={each} />))}
        </li>
      ))}
    </ul>
  );
}
