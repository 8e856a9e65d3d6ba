import type { LatePaymentView } from '@credence/casework';
import { AsGiven, DataTable, Day, Section } from '@credence/pages';

import { groundWord, latePaymentWords } from '../words/late-payments.ts';
import type { PageContext } from './page-context.ts';

/** What a public body owes and has not paid in time, each without more than the law lets be said. */
export function LatePayments(props: {
  readonly context: PageContext;
  readonly payments: readonly LatePaymentView[];
}) {
  const { context, payments } = props;
  if (payments.length === 0) return null;
  const { words, language } = context;
  const say = latePaymentWords(language);
  return (
    <Section id="late-payments" heading={say.heading}>
      <p class="quiet">{say.lead}</p>
      <DataTable
        caption={say.heading}
        captionHidden
        columns={[
          { key: 'creditor', label: say.creditor, heads: true },
          { key: 'amount', label: say.amount },
          { key: 'because', label: say.because },
          { key: 'begins', label: say.begins },
          { key: 'check', label: say.check },
          { key: 'ends', label: say.ends },
        ]}
        rows={payments.map(({ creditor, amount, because, begins, confirmBy, ends, ...rest }) => ({
          creditor:
            creditor === undefined ? say.unnamed : <AsGiven words={words} text={creditor} />,
          amount: <span class="figure">{words.money(amount)}</span>,
          because: (
            <span>
              {groundWord(language, because)}
              {rest.disputedSince === undefined ? null : (
                <>
                  <br />
                  <b class="due">{say.disputed}</b>
                </>
              )}
            </span>
          ),
          begins: <Day words={words} on={begins} />,
          check: <Day words={words} on={confirmBy} />,
          ends: <Day words={words} on={ends} />,
        }))}
      />
    </Section>
  );
}
