import type { PublicContractsView } from '@credence/casework';
import { AsGiven, DataTable, Day } from '@credence/pages';

import type { PageContext } from '../page/page-context.ts';
import { contractWords } from '../words/contract/contracts.ts';

/** What a public body has under contract, as the public sees it. */
export function BodyContractTable(props: {
  readonly context: PageContext;
  readonly contracts: PublicContractsView['contracts'];
}) {
  const { context, contracts } = props;
  const { words } = context;
  const say = contractWords(context.language);
  if (contracts.length === 0) return <p>{say.contractNone}</p>;
  return (
    <DataTable
      caption={say.contracts}
      captionHidden
      columns={[
        { key: 'title', label: say.title, heads: true },
        { key: 'signedOn', label: say.signedOn },
        { key: 'amount', label: say.amount },
        { key: 'supplier', label: say.supplier },
        { key: 'milestones', label: say.milestones },
      ]}
      rows={contracts.map((each) => ({
        title: (
          <>
            <AsGiven words={words} text={each.title} />
            <br />
            <AsGiven words={words} text={each.number} />
          </>
        ),
        signedOn: <Day words={words} on={each.signedOn} />,
        amount: <span class="figure">{words.money(each.amount)}</span>,
        supplier:
          each.supplier === undefined ? (
            say.unnamed
          ) : (
            <AsGiven words={words} text={each.supplier} />
          ),
        milestones: <MilestoneStates {...{ context, contract: each }} />,
      }))}
    />
  );
}

const marks = {
  zh: { open: '（', close: '）', comma: '，', colon: '：' },
  en: { open: ' (', close: ')', comma: ', ', colon: ': ' },
} as const;

/** What of a contract was to be done by when, and the breaches its sides admitted. */
function MilestoneStates(props: {
  readonly context: PageContext;
  readonly contract: PublicContractsView['contracts'][number];
}) {
  const { context, contract } = props;
  const { words } = context;
  const say = contractWords(context.language);
  const mark = marks[context.language];
  return (
    <ul class="plain-list">
      {contract.milestones.map((milestone) => (
        <li>
          <AsGiven words={words} text={milestone.title} />
          {mark.open}
          {say[`by_${milestone.by}`]}
          {mark.comma}
          <Day words={words} on={milestone.dueOn} />
          {mark.close}
          {mark.colon}
          {say[`milestone_${milestone.state}`]}
        </li>
      ))}
      {contract.admitted.map(({ of, on }) => (
        <li>
          {say.admitted}
          {mark.colon}
          {say[`by_${of}`]}
          {mark.comma}
          <Day words={words} on={on} />
        </li>
      ))}
    </ul>
  );
}
