import type { DeliveryView, OwnContractView } from '@credence/casework';
import type { ChosenRate } from '@credence/domain';
import { AsGiven, BasisLine, DataTable, Day, Section } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { toBasis } from '../page/record-terms.ts';
import { casePath } from '../request/paths.ts';
import { contractWords } from '../words/contract/contracts.ts';

/** One delivery: how its day is counted, and what runs on what is late, step by step. */
export function Delivery(props: {
  readonly context: PageContext;
  readonly delivery: DeliveryView;
  readonly view: OwnContractView['view'];
}) {
  const { context, delivery, view } = props;
  const { currency } = view.contract;
  const { words } = context;
  const say = contractWords(context.language);
  const { due, rate, confirmBy, shown } = delivery;
  const money = (amount: number) => words.money({ amount, currency });
  return (
    <Section
      id={`delivery-${delivery.delivery}`}
      heading={[
        `${say.delivery} ${delivery.invoice ?? delivery.delivery}`,
        money(delivery.amount),
        ...(delivery.partial ? [say.partialMark] : []),
      ].join(' · ')}
    >
      <h3>{say.due}</h3>
      <DueSteps {...{ context, due }} />
      <BasisLine words={words} bases={view.termBasis.map((each) => toBasis(context, each))} />
      <p>
        {say.rate}
        {say[`rate_${rate.because}`]} ({rateText(context, rate)})
      </p>
      <BasisLine words={words} bases={view.interestBasis.map((each) => toBasis(context, each))} />
      <InterestTable {...{ context, delivery, money }} />
      <p>
        <b>
          {say.overdue}: {money(delivery.overdue)} · {say.interest}: {money(delivery.interest)}
        </b>
      </p>
      <p class="quiet">{say.settledBy}</p>
      {delivery.disputedBecause === undefined ? null : (
        <p>
          {say.disputedPart}
          <AsGiven words={words} text={delivery.disputedBecause} />
        </p>
      )}
      {delivery.askedOn === undefined ? null : <p>{say.askedOn(words.date(delivery.askedOn))}</p>}
      {delivery.confirmedOn !== undefined ? (
        <p>{say.confirmedOn(words.date(delivery.confirmedOn))}</p>
      ) : confirmBy === undefined ? null : (
        <p class="due">{say.confirmBy(words.date(confirmBy))}</p>
      )}
      {delivery.caseId === undefined ? null : (
        <p>
          <a href={linkTo(context, casePath(delivery.caseId))}>{say.complaintRuns}</a>
        </p>
      )}
      {shown === undefined ? null : <p class="due">{say.shownSince(words.date(shown.from))}</p>}
    </Section>
  );
}

/** How the day a delivery falls due is counted, and the day it comes to. */
function DueSteps(props: { readonly context: PageContext; readonly due: DeliveryView['due'] }) {
  const { context, due } = props;
  const { words } = context;
  const say = contractWords(context.language);
  return (
    <ol>
      {due.steps.map((step) => (
        <li>
          {step.kind === 'starts' ? (
            <>
              {say[`starts_${step.because}`]} <Day words={words} on={step.on} />
            </>
          ) : step.kind === 'runs' ? (
            `${say.runs(step.days)}${say[`runs_${step.because}`]}`
          ) : (
            say.rests(step.days)
          )}
        </li>
      ))}
      <li>
        <b>
          {say.dueBy}
          <Day words={words} on={due.dueOn} />
        </b>
      </li>
    </ol>
  );
}

/** Each part of a delivery with what is open of it and the interest that ran on it. */
function InterestTable(props: {
  readonly context: PageContext;
  readonly delivery: DeliveryView;
  readonly money: (amount: number) => string;
}) {
  const { context, delivery, money } = props;
  const { rate, tranches } = delivery;
  const { words } = context;
  const say = contractWords(context.language);
  return (
    <DataTable
      caption={say.sum}
      columns={[
        { key: 'part', label: say.delivery, heads: true },
        { key: 'dueOn', label: say.dueOn },
        { key: 'balance', label: say.balance, align: 'end' },
        { key: 'sum', label: say.sum, align: 'end' },
      ]}
      rows={tranches.map(({ kind, dueOn, balance, interest }) => ({
        part: say[`part_${kind}`],
        dueOn: dueOn === undefined ? '—' : <Day words={words} on={dueOn} />,
        balance: <span class="figure">{money(balance)}</span>,
        sum: (
          <>
            {interest === undefined ? '—' : null}
            {(interest?.lines ?? []).map((line) => (
              <>
                {say.lineSum(
                  money(line.balance),
                  line.days,
                  rateText(context, rate),
                  money(line.interest),
                )}
                <br />
              </>
            ))}
          </>
        ),
      }))}
    />
  );
}

/** Parts of a million are hundredths of a hundredth of a per cent. */
function rateText({ language }: PageContext, { rate }: ChosenRate): string {
  const say = contractWords(language);
  const percent = String(rate.parts / 10_000);
  return rate.per === 'day' ? say.perDay(percent) : say.perYear(percent);
}
