import type { OwnContractsView } from '@credence/casework';
import { AsGiven, Day, Section } from '@credence/pages';

import { OwnFrame } from '../own/own-frame.tsx';
import type { PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { contractWords } from '../words/contract/contracts.ts';
import { ownWords } from '../words/own.ts';
import { buyerContractFields, contractFields, milestoneFields } from './act-fields.ts';
import { sidesIn } from './choices.ts';
import { OwnBodyWord } from './own-body-word.tsx';
import { OwnContractTable } from './own-contract-table.tsx';
import { FormFaults, SaidForm } from './said-form.tsx';
import type { RefusedForm } from './say-faults.ts';

/** Contracts of an organisation, on whichever side it stands. */
export function OwnContractsPage(props: {
  readonly context: PageContext;
  readonly view: OwnContractsView;
  readonly refused?: RefusedForm;
}) {
  const { context, view, refused } = props;
  const { words, language } = context;
  const say = contractWords(language);
  const { subject } = view;
  return (
    <OwnFrame
      context={context}
      title={say.ownTitle}
      facts={[<AsGiven words={words} text={subject.name ?? subject.id} />]}
      behind={[{ label: ownWords(language).title, path: paths.deskOwn }]}
    >
      <FormFaults {...{ context, refused }} />
      <Section id="contracts" heading={say.contracts}>
        <OwnContractTable {...{ context, view }} />
      </Section>
      <Retaliations {...{ context, view }} />
      <RegisterForms {...{ context, subject: subject.id, refused }} />
      {view.isPublicBody ? <OwnBodyWord {...{ context, view, refused }} /> : null}
    </OwnFrame>
  );
}

/** What the organisation reported of retaliation, and what came of each report. */
function Retaliations(props: { readonly context: PageContext; readonly view: OwnContractsView }) {
  const { context, view } = props;
  const { words } = context;
  const say = contractWords(context.language);
  if (view.retaliations.length === 0) return null;
  return (
    <Section id="retaliation" heading={say.retaliation}>
      <ul class="plain-list">
        {view.retaliations.map(({ report, answer, late }) => (
          <li>
            <Day words={words} on={report.on} />{' '}
            <AsGiven words={words} text={`${report.body.name}: ${report.text}`} />{' '}
            <b>
              {answer === undefined
                ? late
                  ? say.retaliationLate
                  : say.retaliationSent
                : say[answer.outcome]}
            </b>{' '}
            {answer === undefined ? null : <AsGiven words={words} text={answer.reason} />}
            {report.noSuperior === true ? ` ${say.noSuperior}` : ''}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A contract put on the register, by the side that the organisation stands on. */
function RegisterForms(props: {
  readonly context: PageContext;
  readonly subject: string;
  readonly refused: RefusedForm | undefined;
}) {
  const { context, subject, refused } = props;
  const { language } = context;
  const say = contractWords(language);
  return (
    <Section id="register" heading={say.register}>
      <p class="quiet">{say.registerLead}</p>
      {(
        [
          ['contract', say.asSupplier, contractFields],
          ['bought', say.asBuyer, buyerContractFields],
        ] as const
      ).map(([prefix, says, fields]) => (
        <details class="case-act" open={refused?.form === prefix}>
          <summary>{says}</summary>
          <SaidForm
            {...{ context, prefix, fields, subject, refused }}
            button={say.registerGo}
            choices={sidesIn(language)}
            more={{ says: say.milestones, fields: milestoneFields }}
            action={paths.ownContracts}
          />
        </details>
      ))}
    </Section>
  );
}
