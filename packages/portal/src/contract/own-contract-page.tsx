import type { ContractActKind, OwnContractView } from '@credence/casework';
import { AsGiven, BasisLine, Section, Summary } from '@credence/pages';

import { OwnFrame } from '../own/own-frame.tsx';
import type { PageContext } from '../page/page-context.ts';
import { toBasis } from '../page/record-terms.ts';
import { ownContractPath, paths, withQuery } from '../request/paths.ts';
import { clauseWord, contractActWord, contractWords } from '../words/contract/contracts.ts';
import { ownWords } from '../words/own.ts';
import { actFields, retaliationFields } from './act-fields.ts';
import { choicesIn } from './choices.ts';
import { Changes, Milestones } from './own-contract-parts.tsx';
import { Delivery } from './own-delivery.tsx';
import { FormFaults, SaidForm } from './said-form.tsx';
import type { RefusedForm } from './say-faults.ts';
import { Sayings } from './sayings.tsx';

/** One contract with its clocks, its arithmetic, and what this side may do. */
export function OwnContractPage(props: {
  readonly context: PageContext;
  readonly view: OwnContractView;
  readonly refused?: RefusedForm;
}) {
  const { context, refused } = props;
  const { subject, view, seat, open, clock } = props.view;
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
        say.ownSigned(words.date(contract.signedOn)),
        <span class="figure">{say.ownSum(words.money(view.amount))}</span>,
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
      <FormFaults {...{ context, refused }} />
      <Summary>{summaryOf(context, view)}</Summary>
      {view.reached ? null : <p>{say.notProtected}</p>}
      <RefusedClauses {...{ context, view }} />
      {view.deliveries.map((delivery) => (
        <Delivery {...{ context, delivery, view }} />
      ))}
      <Milestones {...{ context, view }} today={clock.today} />
      <Changes {...{ context, view }} />
      <Section id="steps" heading={say.steps}>
        <p class="quiet">{say.stepsLead}</p>
        {open.map((kind) => (
          <Step {...{ context, kind, path, whole: props.view, refused }} />
        ))}
      </Section>
      {seat === 'supplier' ? (
        <RetaliationForm {...{ context, path, view: props.view, refused }} />
      ) : null}
      <Section id="duties" heading={say.duties}>
        <Sayings context={context} sayings={view.law.duties} />
      </Section>
      <Section id="consequences" heading={say.whatFollows}>
        <p class="quiet">{say.whatFollowsLead}</p>
        <Sayings context={context} sayings={view.law.consequences} />
      </Section>
    </OwnFrame>
  );
}

/** What is owed, in one sentence. */
function summaryOf(context: PageContext, { contract, deliveries }: OwnContractView['view']) {
  const { words, language } = context;
  const say = contractWords(language);
  const money = (amount: number): string => words.money({ amount, currency: contract.currency });
  const sum = (of: (each: (typeof deliveries)[number]) => number): number =>
    deliveries.reduce((total, each) => total + of(each), 0);
  if (deliveries.length === 0) return say.ownNoDelivery;
  const overdue = sum((each) => each.overdue);
  if (overdue > 0) return say.ownOverdue(money(overdue), money(sum((each) => each.interest)));
  const balance = sum((each) => each.balance);
  if (balance <= 0) return say.ownPaid;
  const days = deliveries
    .flatMap(({ tranches }) => tranches)
    .flatMap(({ balance: open, dueOn }) => (open > 0 && dueOn !== undefined ? [dueOn] : []));
  const [first] = days.toSorted();
  return first === undefined
    ? say.ownHeld(money(balance))
    : say.ownOpen(money(balance), words.date(first));
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

/** What a supplier reports that it was made to suffer for asking to be paid. */
function RetaliationForm(props: {
  readonly context: PageContext;
  readonly path: string;
  readonly view: OwnContractView;
  readonly refused: RefusedForm | undefined;
}) {
  const { context, path, view, refused } = props;
  const say = contractWords(context.language);
  const told = view.view.law.duties.filter(({ code }) => code === 'no_retaliation');
  return (
    <Section id="retaliation" heading={say.retaliation}>
      <Sayings context={context} sayings={told} />
      <SaidForm
        {...{ context, prefix: 'retaliation', subject: view.subject.id, refused }}
        fields={retaliationFields}
        lead={say.retaliationLead}
        button={say.retaliation}
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
  readonly refused: RefusedForm | undefined;
}) {
  const { context, kind, path, whole, refused } = props;
  const { language } = context;
  const says = contractActWord(kind, language);
  return (
    <details class="case-act" id={`act-${kind}`} open={refused?.form === kind}>
      <summary>{says}</summary>
      <SaidForm
        {...{ context, prefix: kind, subject: whole.subject.id, fields: actFields[kind], refused }}
        choices={choicesIn(whole, kind, language)}
        lead={<Lead {...{ context, kind, whole }} />}
        button={says}
        action={`${path}/${kind}`}
      />
    </details>
  );
}

/** What one has to know before a step, in the words of the law where it has some. */
function Lead(props: {
  readonly context: PageContext;
  readonly kind: ContractActKind;
  readonly whole: OwnContractView;
}) {
  const { context, kind, whole } = props;
  const say = contractWords(context.language);
  const duty = { delivered: 'test_delayed', disputed: 'undisputed_part', asked: 'receivable' };
  const code = kind === 'delivered' || kind === 'disputed' || kind === 'asked' ? duty[kind] : '';
  const told = whole.view.law.duties.filter((each) => each.code === code);
  if (told.length > 0) return <Sayings context={context} sayings={told} />;
  if (kind === 'proposed') return <p>{say.proposeLead}</p>;
  if (kind === 'breach-claimed') return <p>{say.breachLead}</p>;
  return kind === 'advanced' ? <p>{say.advanceLead}</p> : null;
}
