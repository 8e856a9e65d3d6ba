import type { OwnRecordLine } from '@credence/casework';
import { localise } from '@credence/domain';
import { AsGiven } from '@credence/pages';

import { FactValue } from '../page/fact-value.tsx';
import type { PageContext } from '../page/page-context.ts';

/** A record by what it is about and the number of its document. */
export function RecordName(props: {
  readonly context: PageContext;
  readonly record: OwnRecordLine;
}) {
  const { context, record } = props;
  return (
    <span>
      {localise(record.item, context.language).text}
      {record.heading === undefined ? null : (
        <>
          {context.language === 'zh' ? '：' : ': '}
          <FactValue words={context.words} fact={record.heading} />
        </>
      )}
      {record.number === undefined ? null : (
        <>
          {' '}
          <AsGiven words={context.words} text={record.number} class="quiet" />
        </>
      )}
    </span>
  );
}
