import { Day } from '@credence/pages';

import type { PageContext } from './page-context.ts';
import type { Validity } from './record-terms.ts';

/** First and last day of validity, equally large. */
export function ValidityStrip(props: {
  readonly context: PageContext;
  readonly validity: Validity;
}) {
  const { context, validity } = props;
  const { words, say } = context;
  return (
    <dl class="strip">
      <div>
        <dt>{words.t('record.begins')}</dt>
        <dd class="strip-date">
          <Day words={words} on={validity.from} />
        </dd>
        <dd class="quiet">{say.validFrom}</dd>
      </div>
      <div>
        <dt>{words.t('record.ends')}</dt>
        <dd class="strip-date">
          {validity.lastDay === 'none' ? (
            words.t('term.noEndDate')
          ) : (
            <Day words={words} on={validity.lastDay} />
          )}
        </dd>
        <dd class="quiet">{validity.lastDay === 'none' ? say.noEndStated : say.lastDay}</dd>
      </div>
    </dl>
  );
}
