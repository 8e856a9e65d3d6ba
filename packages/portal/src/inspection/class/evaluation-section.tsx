import type { EvaluationView, ReceiptView } from '@credence/casework';
import { Day, FactList, Section, StatusChip, TitleText } from '@credence/pages';

import { doorPath } from '../../own/own-paths.ts';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { receiptWords } from '../../words/class/receipt.ts';
import { classTitle, Steps } from './receipt-section.tsx';

/** The yearly evaluation as it was made: shown to its subject, and never public. */
export function Evaluation(props: {
  readonly context: PageContext;
  readonly kept: EvaluationView;
  /** The same rules on today's records. */
  readonly today: ReceiptView;
  readonly home: string;
}) {
  const { context, kept, home, today } = props;
  const { words, language } = context;
  const say = receiptWords(language);
  const { evaluation, title, before, disputedSince, nextOn, receipt } = kept;
  const named = (result: string): string => classTitle({ context, receipt: today }, result);
  const { evaluationId } = evaluation;
  const door = doorPath({ kind: 'evaluation', evaluationId }, { subject: home, choice: 'wrong' });
  return (
    <Section id="kept" heading={say.kept}>
      <p class="quiet">
        <TitleText words={words} text={title} />
      </p>
      <p class="prose">{say.keptLead}</p>
      {disputedSince === undefined ? null : (
        <p>
          <StatusChip words={words} state="disputed" /> {say.disputed(words.date(disputedSince))}
        </p>
      )}
      <FactList
        facts={[
          { label: say.keptResult, value: <strong>{named(evaluation.result)}</strong> },
          { label: say.keptOn, value: <Day words={words} on={evaluation.on} /> },
          { label: say.keptWhy, value: say.causes[evaluation.because] },
          ...(nextOn === undefined
            ? []
            : [{ label: say.nextOn, value: <Day words={words} on={nextOn} /> }]),
          ...before.map((each) => ({
            label: say.keptBefore,
            value: (
              <>
                <Day words={words} on={each.on} /> {named(each.result)}
              </>
            ),
          })),
          {
            label: say.keptInputs,
            value: <code class="hash wraps">{evaluation.inputs}</code>,
          },
        ]}
      />
      <p class="after-table">
        <a href={linkTo(context, door)}>{say.object}</a>
      </p>
      {receipt === undefined ? (
        <p>{say.keptErased}</p>
      ) : (
        <details>
          <summary>{say.keptSteps}</summary>
          <Steps {...{ context, receipt, home }} />
        </details>
      )}
      <details>
        <summary>
          {say.today(classTitle({ context, receipt: today }, today.signed.receipt.trace.result))}
        </summary>
        <Steps {...{ context, receipt: today, home }} />
      </details>
    </Section>
  );
}
