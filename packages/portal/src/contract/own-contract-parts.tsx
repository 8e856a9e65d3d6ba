import type { OwnContractView } from '@credence/casework';
import { isBefore, type CivilDate } from '@credence/domain';
import { AsGiven, DataTable, Day, Section } from '@credence/pages';

import type { PageContext } from '../page/page-context.ts';
import { contractWords } from '../words/contract/contracts.ts';

type Contract = OwnContractView['view'];

/** What was to be done by when and by whom, and what of it was met; both sides see what is past. */
export function Milestones(props: {
  readonly context: PageContext;
  readonly view: Contract;
  readonly today: CivilDate;
}) {
  const { context, view, today } = props;
  const { words } = context;
  const say = contractWords(context.language);
  if (view.milestones.length === 0) return null;
  const stateOf = ({ met, dueOn }: Contract['milestones'][number]) => {
    if (met === undefined) return isBefore(dueOn, today) ? say.milestonePast : say.milestoneWaiting;
    return isBefore(dueOn, met.on) ? say.milestoneLate : say.milestone_met;
  };
  return (
    <Section id="milestones" heading={say.milestones}>
      <DataTable
        caption={say.milestones}
        captionHidden
        columns={[
          { key: 'title', label: say.milestoneTitle, heads: true },
          { key: 'by', label: say.milestoneBy },
          { key: 'dueOn', label: say.dueOn },
          { key: 'amount', label: say.amount, align: 'end' },
          { key: 'state', label: say.state },
        ]}
        rows={view.milestones.map((each) => ({
          title: <AsGiven words={words} text={`${each.milestone} · ${each.title}`} />,
          by: say[`by_${each.by}`],
          dueOn: <Day words={words} on={each.dueOn} />,
          amount:
            each.amount === undefined ? (
              '—'
            ) : (
              <span class="figure">
                {words.money({ amount: each.amount, currency: view.contract.currency })}
              </span>
            ),
          state: (
            <>
              {stateOf(each)}
              {each.met === undefined ? null : (
                <>
                  {' '}
                  <Day words={words} on={each.met.on} />
                </>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** Changes proposed and breaches claimed, each with its number and what the other side made of it. */
export function Changes(props: { readonly context: PageContext; readonly view: Contract }) {
  const { context, view } = props;
  const { words } = context;
  const say = contractWords(context.language);
  if ([...view.proposals, ...view.breaches].length === 0) return null;
  return (
    <Section id="changes" heading={say.changes}>
      <DataTable
        caption={say.changes}
        captionHidden
        columns={[
          { key: 'place', label: say.place, heads: true },
          { key: 'on', label: say.reported },
          { key: 'about', label: say.text },
          { key: 'state', label: say.state },
        ]}
        rows={[
          ...view.proposals.map(({ place, on, by, said, agreedOn }) => ({
            place: String(place),
            on: <Day words={words} on={on} />,
            about: (
              <>
                {by === 'file' ? null : `${say.changeOf(say[`by_${by}`])} · `}
                <AsGiven words={words} text={said.reason} />
                {whatChanges(context, said, view).map((each) => (
                  <>
                    <br />
                    {each}
                  </>
                ))}
              </>
            ),
            state: agreedOn === undefined ? say.changeOpen : say.changeAgreed,
          })),
          ...view.breaches.map(({ place, on, text, of, admittedOn, withdrawnOn }) => ({
            place: String(place),
            on: <Day words={words} on={on} />,
            about: (
              <>
                {say.breachOf(say[`by_${of}`])} · <AsGiven words={words} text={text} />
              </>
            ),
            state:
              admittedOn !== undefined
                ? say.admitted
                : withdrawnOn === undefined
                  ? say.breachOpen
                  : say.breachGone,
          })),
        ]}
      />
    </Section>
  );
}

function whatChanges(
  { words, language }: PageContext,
  { amount, days, rests, milestone }: Contract['proposals'][number]['said'],
  { contract }: Contract,
): readonly string[] {
  const say = contractWords(language);
  const { currency } = contract;
  return [
    ...(amount === undefined ? [] : [`${say.changeAmount}${words.money({ amount, currency })}`]),
    ...(days === undefined ? [] : [say.changeDays(days)]),
    ...(rests === undefined
      ? []
      : [say.changeRests(words.date(rests.from), words.date(rests.until))]),
    ...(milestone === undefined
      ? []
      : [`${milestone.milestone} · ${milestone.title} · ${words.date(milestone.dueOn)}`]),
  ];
}
