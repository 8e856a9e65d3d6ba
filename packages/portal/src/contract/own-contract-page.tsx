import type { ContractActKind, OwnContractView } from '@credence/casework';
import { AsGiven, BasisLine, Day, Section } from '@credence/pages';

import { OwnFrame } from '../own/own-frame.tsx';
import type { PageContext } from '../page/page-context.ts';
import { toBasis } from '../page/record-terms.ts';
import { ownContractPath, paths, withQuery } from '../request/paths.ts';
import { clauseWord, contractActWord, contractWords } from '../words/contract/contracts.ts';
import { ownWords } from '../words/own.ts';
import { actFields } from './act-fields.ts';
import { choicesIn } from './choices.ts';
import { Delivery } from './own-delivery.tsx';
import { Faults, SaidForm, type Refused } from './said-form.tsx';

/** One contract with its clocks, its arithmetic, and what this side may do. */
export function OwnContractPage(props: {
  readonly context: PageContext;
  readonly view: OwnContractView;
  readonly refused?: Refused;
}) {
  const { context, refused } = props;
  const { subject, view, seat, open } = props.view;
  const { words, language } = context;
  const say = contractWords(language);
  const { contract } = view;
  const path = ownContractPath(contract.contractId);
  return (
    <OwnFrame
      context={context}
      title={contract.title}
      facts={[
        <AsGiven words={words} text={contract.number} />,
        <span class="figure">{words.money(view.amount)}</span>,
        <>
          {say.buyer}: <AsGiven words={words} text={contract.buyer.name} />
        </>,
        <>
          {say.supplier}: <AsGiven words={words} text={contract.supplier.name} />
        </>,
      ]}
      behind={[
        { label: ownWords(language).title, path: paths.deskOwn },
        { label: say.ownTitle, path: withQuery(paths.ownContracts, { subject: subject.id }) },
      ]}
    >
      <Faults refused={refused} />
      <RefusedClauses {...{ context, view }} />
      {view.deliveries.map((delivery) => (
        <Delivery {...{ context, delivery, view }} />
      ))}
      <Milestones {...{ context, view }} />
      <Matters {...{ context, view }} />
      <Section id="steps" heading={say.steps}>
        {open.map((kind) => (
          <Step {...{ context, kind, path, whole: props.view }} />
        ))}
      </Section>
      {seat === 'supplier' ? <RetaliationForm {...{ context, path, subject: subject.id }} /> : null}
    </OwnFrame>
  );
}

/** Clauses the law does not let stand, and where it says so. */
function RefusedClauses(props: {
  readonly context: PageContext;
  readonly view: OwnContractView['view'];
}) {
  const { context, view } = props;
  const { words, language } = context;
  const say = contractWords(language);
  if (view.refused.length === 0) return null;
  return (
    <Section id="refused" heading={say.refused}>
      <ul class="plain-list">
        {view.refused.map(({ clause, basis }) => (
          <li>
            {clauseWord(clause, language)}
            <BasisLine words={words} bases={basis.map((each) => toBasis(context, each))} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was to be done by when, and what of it was met. */
function Milestones(props: {
  readonly context: PageContext;
  readonly view: OwnContractView['view'];
}) {
  const { context, view } = props;
  const { words } = context;
  const say = contractWords(context.language);
  if (view.milestones.length === 0) return null;
  return (
    <Section id="milestones" heading={say.milestones}>
      <ul class="plain-list">
        {view.milestones.map(({ milestone, title, by, dueOn, met }) => (
          <li>
            <AsGiven words={words} text={`${milestone} · ${title}`} /> ({say[`by_${by}`]},{' '}
            <Day words={words} on={dueOn} />)
            {met === undefined ? null : (
              <>
                : {say.milestone_met} <Day words={words} on={met.on} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Changes proposed and breaches claimed, with what the other side made of them. */
function Matters(props: { readonly context: PageContext; readonly view: OwnContractView['view'] }) {
  const { context, view } = props;
  const { words, language } = context;
  const say = contractWords(language);
  if ([...view.proposals, ...view.breaches].length === 0) return null;
  return (
    <Section id="matters" heading={say.place}>
      <ul class="plain-list">
        {view.proposals.map(({ place, said, agreedOn }) => (
          <li>
            {place}. <AsGiven words={words} text={said.reason} />{' '}
            {agreedOn === undefined ? null : contractActWord('agreed', language)}
          </li>
        ))}
        {view.breaches.map(({ place, text, of, admittedOn }) => (
          <li>
            {place}. {say[`by_${of}`]}: <AsGiven words={words} text={text} />{' '}
            {admittedOn === undefined ? null : say.admitted}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What a supplier reports that it was made to suffer for asking to be paid. */
function RetaliationForm(props: {
  readonly context: PageContext;
  readonly path: string;
  readonly subject: string;
}) {
  const { context, path, subject } = props;
  const say = contractWords(context.language);
  return (
    <Section id="retaliation" heading={say.retaliation}>
      <p class="quiet">{say.retaliationLead}</p>
      <SaidForm
        {...{ context, prefix: 'retaliation', subject }}
        fields={[
          { name: 'text', kind: 'text', label: 'retaliationText' },
          { name: 'since', kind: 'day', label: 'since' },
        ]}
        action={`${path}/retaliation`}
      />
    </Section>
  );
}

function Step(props: {
  readonly context: PageContext;
  readonly kind: ContractActKind;
  readonly path: string;
  readonly whole: OwnContractView;
}) {
  const { context, kind, path, whole } = props;
  return (
    <details>
      <summary>{contractActWord(kind, context.language)}</summary>
      <SaidForm
        {...{ context, prefix: kind, subject: whole.subject.id, fields: actFields[kind] }}
        choices={choicesIn(whole, kind, context.language)}
        action={`${path}/${kind}`}
      />
    </details>
  );
}
