import type { JudgmentView, PublicContractsView } from '@credence/casework';
import type { CivilDate } from '@credence/domain';
import { AsGiven, BasisLine, DataTable, Day, Section, SideBlock, TitleText } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { toBasis } from '../page/record-terms.ts';
import { paths } from '../request/paths.ts';
import { contractWords } from '../words/contract/contracts.ts';
import { Sayings } from './sayings.tsx';

interface Props {
  readonly context: PageContext;
  readonly view: PublicContractsView;
}

/** What stands of a body, in a sentence or two that can be read aloud. */
export function bodySummary(
  { words, language }: PageContext,
  { latePayments, judgments }: PublicContractsView,
): string {
  const say = contractWords(language);
  const [first] = latePayments;
  const amount = latePayments.reduce((sum, each) => sum + each.amount.amount, 0);
  const late =
    first === undefined
      ? say.lateNone
      : say.lateSummary(latePayments.length, words.money({ ...first.amount, amount }));
  const unpaid = judgments.length === 0 ? say.judgmentNone : say.judgmentSummary(judgments.length);
  return [late, unpaid].join(language === 'zh' ? '' : ' ');
}

/** Judgments that the body does not obey, and since when whoever is above it knows. */
export function BodyJudgments(props: {
  readonly context: PageContext;
  readonly judgments: readonly JudgmentView[];
}) {
  const { context, judgments } = props;
  const { words } = context;
  const say = contractWords(context.language);
  const [first] = judgments;
  if (first === undefined) return null;
  return (
    <Section id="judgments" heading={say.judgments}>
      <DataTable
        caption={say.judgments}
        captionHidden
        columns={[
          { key: 'list', label: say.judgmentList, heads: true },
          { key: 'begins', label: say.begins },
          { key: 'check', label: say.nextLook },
          { key: 'ends', label: say.judgmentEnds },
          { key: 'superior', label: say.superior },
        ]}
        rows={judgments.map(({ list, begins, confirmBy, ends, toldOn, disputedSince }) => ({
          list: (
            <>
              <TitleText words={words} text={list} />
              {disputedSince === undefined ? null : <b class="due"> {say.disputed}</b>}
            </>
          ),
          begins: <Day words={words} on={begins} />,
          check: dayOr(context, confirmBy),
          ends: dayOr(context, ends),
          superior:
            toldOn === undefined ? say.superiorUntold : say.superiorTold(words.date(toldOn)),
        }))}
      />
      <BasisLine words={words} bases={first.basis.map((each) => toBasis(context, each))} />
    </Section>
  );
}

function dayOr({ words }: PageContext, on: CivilDate | undefined) {
  return on === undefined ? '—' : <Day words={words} on={on} />;
}

/** What the body has to do next, by day: its yearly word, its promises and what makes up for them. */
export function BodyNext({ context, view }: Props) {
  const { words } = context;
  const say = contractWords(context.language);
  const { disclosure, promises, clock } = view;
  const coming = [
    ...(disclosure === undefined
      ? []
      : [{ on: disclosure.dueOn, says: say.nextDisclosure(disclosure.year), given: '' }]),
    ...promises
      .filter(({ kept }) => kept === undefined)
      .map(({ promise, dueOn }) => ({ on: dueOn, says: say.nextPromise, given: promise.text })),
    ...promises
      .filter(({ compensated }) => compensated === undefined)
      .flatMap(({ changes }) => changes.slice(-1))
      .map((each) => ({
        ...{ on: each.compensationBy, says: say.nextCompensation, given: each.compensation },
      })),
  ]
    .filter(({ on }) => on >= clock.today)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  if (coming.length === 0) return null;
  return (
    <Section id="next" heading={say.next}>
      <ul class="plain-list">
        {coming.map(({ on, says, given }) => (
          <li>
            <b>
              <Day words={words} on={on} />
            </b>{' '}
            {says}
            {given === '' ? null : <AsGiven words={words} text={given} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Where somebody who is paid late turns, what a payer owes, and what may follow. */
export function BodySide({ context, view }: Props) {
  const { words } = context;
  const say = contractWords(context.language);
  const { complaint, law } = view;
  const beside = ['undisputed_part', 'receivable', 'no_retaliation'];
  return (
    <>
      {complaint === undefined ? null : (
        <SideBlock heading={say.paidLate}>
          <p>{say.paidLateSays(words.period(complaint.forward), words.period(complaint.decide))}</p>
          <p>
            <a href={linkTo(context, paths.ownContracts)}>{say.paidLateGo}</a>
          </p>
        </SideBlock>
      )}
      {law.duties.length === 0 ? null : (
        <SideBlock heading={say.duties}>
          <Sayings
            context={context}
            sayings={law.duties.filter(({ code }) => beside.includes(code))}
          />
        </SideBlock>
      )}
      {law.consequences.length === 0 ? null : (
        <SideBlock heading={say.whatFollows}>
          <p class="quiet">{say.whatFollowsLead}</p>
          <Sayings context={context} sayings={law.consequences} />
        </SideBlock>
      )}
    </>
  );
}
