import type { OversightLine, OversightView, Withheld } from '@credence/casework';
import { AsGiven, DataTable, FactList, Section } from '@credence/pages';
import { localise } from '@credence/domain';

import { DeskFrame } from '../desk/desk-frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { oversightWords } from '../words/oversight.ts';
import { sayOf } from './say.ts';

/** How procedures are run, in counts that tell of nobody; each figure with its definition. */
export function OversightPage(props: {
  readonly context: PageContext;
  readonly view: OversightView;
}) {
  const { context, view } = props;
  const { words, language } = context;
  const say = sayOf(context);
  const own = oversightWords(language);
  return (
    <DeskFrame
      context={context}
      title={say.oversight}
      above={[{ label: say.title, path: paths.deskCases }]}
    >
      <p class="summary">{own.overstays(words.number(view.overstays))}</p>
      <p>{own.overstaysGood}</p>
      <p class="quiet">{own.overstaysHow(words.number(view.asked))}</p>
      <p>
        {own.casesCount}
        {language === 'zh' ? '：' : ': '}
        <Told context={context} count={view.cases} />
      </p>
      <Section heading={say.agency} id="agencies">
        <p>{own.oversightLead}</p>
        {view.lines.length === 0 ? (
          <p class="quiet">{say.closedNone}</p>
        ) : (
          <AgencyFigures context={context} view={view} />
        )}
      </Section>
      <p>
        {own.byParties}
        {language === 'zh' ? '：' : ': '}
        <Told context={context} count={view.unconfirmedByParties} />
      </p>
      <Section heading={own.silent} id="silent">
        {view.silent.length === 0 ? (
          <p class="quiet">{own.silentNone}</p>
        ) : (
          <ul>
            {view.silent.map(({ name }) => (
              <li>
                <AsGiven words={words} text={localise(name, language).text} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section heading={say.how} id="how">
        <FactList
          facts={[
            { label: own.overdue, value: own.overdueHow },
            { label: own.answeredLate, value: own.answeredLateHow },
            { label: own.reversed, value: own.reversedHow },
            { label: own.failures, value: own.failuresHow },
            { label: own.repairDays, value: own.repairDaysHow },
            { label: own.unanswered, value: own.unansweredHow },
            { label: own.toLift, value: own.toLiftHow },
            { label: own.unconfirmed, value: own.unconfirmedHow },
            { label: own.byParties, value: own.byPartiesHow },
            { label: own.silent, value: own.silentHow },
          ]}
        />
      </Section>
    </DeskFrame>
  );
}

/** A count, or that it is withheld. */
function Told({ context, count }: { readonly context: PageContext; readonly count: Withheld }) {
  if (count === null) return <span class="quiet">{oversightWords(context.language).withheld}</span>;
  return <>{context.words.number(count)}</>;
}

function AgencyFigures({ context, view }: Parameters<typeof OversightPage>[0]) {
  const { words, language } = context;
  const say = sayOf(context);
  const own = oversightWords(language);
  const told = (count: Withheld) => <Told context={context} count={count} />;
  const share = (part: Withheld, whole: Withheld) =>
    part === null || whole === null ? (
      <span class="quiet">{own.withheld}</span>
    ) : (
      own.share(words.number(part), words.number(whole))
    );
  const attempts = ({ papers, failures }: OversightLine): Withheld =>
    papers === null || failures === null ? null : papers + failures;
  return (
    <DataTable
      caption={say.oversight}
      captionHidden
      columns={[
        { key: 'agency', label: say.agency, heads: true },
        { key: 'overdue', label: own.overdue },
        { key: 'answeredLate', label: own.answeredLate },
        { key: 'reversed', label: own.reversed },
        { key: 'failures', label: own.failures },
        { key: 'repairDays', label: own.repairDays },
        { key: 'unanswered', label: own.unanswered },
        { key: 'toLift', label: own.toLift },
        { key: 'unconfirmed', label: own.unconfirmed },
      ]}
      rows={view.lines.map((line) => ({
        agency: (
          <a href={linkTo(context, withQuery(paths.deskLikeCases, { agency: line.agency }))}>
            <AsGiven words={words} text={localise(line.name, language).text} />
          </a>
        ),
        overdue: told(line.overdue),
        answeredLate: told(line.answeredLate),
        reversed: share(line.reversed, line.decided),
        failures: share(line.failures, attempts(line)),
        repairDays: told(line.repairDays),
        unanswered: told(line.unanswered),
        toLift: told(line.toLift),
        unconfirmed: told(line.unconfirmed),
      }))}
    />
  );
}
