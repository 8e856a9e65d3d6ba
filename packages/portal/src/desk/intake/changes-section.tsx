import type { ImportReport } from '@credence/casework';
import { Section } from '@credence/pages';

import { MixedText } from '../../page/mixed-text.tsx';
import type { PageContext } from '../../page/page-context.ts';
import { eventWord } from '../../words/life.ts';
import { wordsOf } from './desk-page.tsx';

const changesShown = 50;

/** What a registration file changes about its organisations, row by row. */
export function ChangesSection(props: {
  readonly context: PageContext;
  readonly report: Pick<ImportReport, 'changes'>;
}) {
  const { context, report } = props;
  const { words } = context;
  const say = wordsOf(context);
  if (report.changes.length === 0) return null;
  return (
    <Section heading={say.changesTitle} id="changes">
      <ul class="notes">
        {report.changes.slice(0, changesShown).map(({ row, event, before, after, effectiveOn }) => {
          const values = [before, after].filter((value) => value !== undefined).join(' → ');
          const what = [eventWord(words.language, event), values].filter((text) => text !== '');
          return (
            <li>
              <MixedText
                words={words}
                text={say.changeIn(words.number(row), what.join(' '), effectiveOn)}
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
