import type { PublicDuty } from '@credence/casework';
import { Day, Section, TitleText } from '@credence/pages';

import { Article } from '../incentive/incentive-parts.tsx';
import type { PageContext } from '../page/page-context.ts';
import { dutyWords } from '../words/duties.ts';
import { FiledFields, filingName } from './filed-fields.tsx';

/** What an organisation reports of itself: its newest word, and no word on what is missing or late. */
export function ReportsSection(props: {
  readonly context: PageContext;
  readonly reports: readonly PublicDuty[];
}) {
  const { context, reports } = props;
  if (reports.length === 0) return null;
  const { words, language } = context;
  const say = dutyWords(language);
  return (
    <Section id="reports" heading={say.section}>
      <p class="quiet">{say.sectionLead}</p>
      {reports.map(({ title, filings, basis }) => (
        <>
          <h3>
            <TitleText words={words} text={title} />
          </h3>
          {filings.map((filing, at) => (
            <details open={at === filings.length - 1}>
              <summary>
                {filingName(context, filing)}
                {filing.filedOn === undefined ? null : (
                  <span class="quiet">
                    {' · '}
                    <Day words={words} on={filing.filedOn} />
                  </span>
                )}
              </summary>
              <FiledFields context={context} fields={filing.fields} />
            </details>
          ))}
          <p class="quiet">
            {words.richList(basis.map((each) => <Article context={context} basis={each} />))}
          </p>
        </>
      ))}
    </Section>
  );
}
