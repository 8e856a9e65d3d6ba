import { AsGiven } from '@credence/pages';

import type { PageContext } from '../../page/page-context.ts';

/** Columns of a file in its own words, with their sheet where there are several. */
export function FileColumns(props: {
  readonly context: PageContext;
  readonly columns: readonly { readonly column: string; readonly sheet?: string }[];
}) {
  const { words } = props.context;
  return (
    <ul class="file-columns">
      {props.columns.map(({ column, sheet }) => (
        <li>
          <AsGiven words={words} text={column} />
          {sheet === undefined ? null : (
            <span class="quiet">
              {' '}
              <AsGiven words={words} text={sheet} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
