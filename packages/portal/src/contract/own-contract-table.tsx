import type { OwnContractsView } from '@credence/casework';
import type { Money } from '@credence/domain';
import { AsGiven, DataTable } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { ownContractPath, withQuery } from '../request/paths.ts';
import { contractWords } from '../words/contract/contracts.ts';

/** Contracts with what is open, what is late, and what runs on it. */
export function OwnContractTable(props: {
  readonly context: PageContext;
  readonly view: OwnContractsView;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = contractWords(context.language);
  const { subject, contracts } = view;
  const money = (amount: number, { currency }: Money) => words.money({ amount, currency });
  if (contracts.length === 0) return <p>{say.ownNone}</p>;
  return (
    <DataTable
      caption={say.contracts}
      captionHidden
      columns={[
        { key: 'title', label: say.title, heads: true },
        { key: 'other', label: say.other },
        { key: 'amount', label: say.amount, align: 'end' },
        { key: 'balance', label: say.balance, align: 'end' },
        { key: 'overdue', label: say.overdue, align: 'end' },
        { key: 'interest', label: say.interest, align: 'end' },
      ]}
      rows={contracts.map((each) => ({
        title: (
          <>
            <a
              href={linkTo(
                context,
                withQuery(ownContractPath(each.contractId), { subject: subject.id }),
              )}
            >
              <AsGiven words={words} text={each.title} />
            </a>
            <br />
            <AsGiven words={words} text={each.number} />
          </>
        ),
        other: <AsGiven words={words} text={each.other} />,
        amount: <span class="figure">{words.money(each.amount)}</span>,
        balance: <span class="figure">{money(each.balance, each.amount)}</span>,
        overdue: <span class="figure">{money(each.overdue, each.amount)}</span>,
        interest: <span class="figure">{money(each.interest, each.amount)}</span>,
      }))}
    />
  );
}
