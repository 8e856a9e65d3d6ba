import type { ConditionAnswer, IncentiveAnswer, OwnDeskView } from '@credence/casework';
import { localise } from '@credence/domain';
import { DataTable, FactList, LinkRow, TitleText } from '@credence/pages';

import { Article, providerText } from '../incentive/incentive-parts.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { incentiveWords } from '../words/incentives.ts';
import { pledgeWords } from '../words/pledge/pledges.ts';
import { RecordName } from './record-line.tsx';

/** What an organisation has by law or not yet: since when, until when, and which condition is missing. */
export function OwnIncentives(props: {
  readonly context: PageContext;
  readonly view: Pick<OwnDeskView, 'incentives' | 'records'>;
}) {
  const { context, view } = props;
  const say = incentiveWords(context.language);
  const pledges = (
    <LinkRow
      links={[
        { href: linkTo(context, paths.ownPledges), label: pledgeWords(context.language).link },
      ]}
    />
  );
  if (view.incentives.length === 0) {
    return (
      <>
        <p>{say.ownNone}</p>
        {pledges}
      </>
    );
  }
  return (
    <>
      <p class="prose">{say.ownLead}</p>
      {view.incentives.map((answer) => (
        <Answer context={context} answer={answer} records={view.records} />
      ))}
      <LinkRow links={[{ href: linkTo(context, paths.incentives), label: say.all }]} />
      {pledges}
    </>
  );
}

function Answer(props: {
  readonly context: PageContext;
  readonly answer: IncentiveAnswer;
  readonly records: OwnDeskView['records'];
}) {
  const { context, answer, records } = props;
  const { words, language } = context;
  const say = incentiveWords(language);
  const { incentive, conditions } = answer;
  const title = localise(incentive.title, language).text;
  return (
    <div class="after-block">
      <h3>{title}</h3>
      <p>
        <strong>{standingText(context, answer)}</strong>
      </p>
      <FactList
        facts={[
          { label: say.gives, value: <TitleText words={words} text={incentive.gives} /> },
          { label: say.provider, value: providerText(context, incentive) },
          { label: say.place, value: <TitleText words={words} text={incentive.place} /> },
          {
            label: say.basis,
            value: words.richList(
              incentive.basis.map((basis) => <Article context={context} basis={basis} />),
            ),
          },
        ]}
      />
      <DataTable
        caption={title}
        captionHidden
        columns={[
          { key: 'condition', label: say.condition, heads: true },
          { key: 'state', label: say.state },
          { key: 'why', label: say.why },
        ]}
        rows={conditions.map((condition) => ({
          condition: <TitleText words={words} text={condition.title} />,
          state: condition.holds ? say.yes : say.no,
          why: <Why {...{ context, condition, records }} />,
        }))}
      />
    </div>
  );
}

function standingText({ words, language }: PageContext, { standing }: IncentiveAnswer): string {
  const say = incentiveWords(language);
  const join = language === 'zh' ? '，' : ', ';
  if (standing.kind === 'has') {
    const { since, until } = standing;
    const end = until === undefined ? say.untilOpen : say.until(words.date(until));
    return `${[say.has, say.since(words.date(since)), end].join(join)}${language === 'zh' ? '。' : '.'}`;
  }
  const { from } = standing;
  const when = from === undefined ? say.fromUnknown : say.from(words.date(from));
  return language === 'zh' ? `${say.hasNot}。${when}。` : `${say.hasNot}. ${upper(when)}.`;
}

function upper(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function Why(props: {
  readonly context: PageContext;
  readonly condition: ConditionAnswer;
  readonly records: OwnDeskView['records'];
}) {
  const { context, condition, records } = props;
  const { words, language } = context;
  const say = incentiveWords(language);
  const { holds, changesOn } = condition;
  const when =
    changesOn === undefined
      ? undefined
      : (holds ? say.losesOn : say.changesOn)(words.date(changesOn));
  if (holds) return <>{when ?? '—'}</>;
  const known = condition.records.map((id) => records.find((record) => record.id === id));
  return (
    <div>
      {known.length === 0 ? null : (
        <>
          {say.becauseOf}
          {words.richList(
            known.map((record) =>
              record === undefined ? (
                <a href="#effects">{say.listing}</a>
              ) : (
                <RecordName context={context} record={record} />
              ),
            ),
          )}
          {language === 'zh' ? '。' : '. '}
        </>
      )}
      {upper(when ?? say.noChange)}
      {language === 'zh' ? '。' : '. '}
      {known.length === 0 ? null : <span class="quiet">{say.wrong}</span>}
    </div>
  );
}
