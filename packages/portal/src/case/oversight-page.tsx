import type { OversightLine, OversightView, Withheld } from '@credence/casework';
import { AsGiven, DataTable, FactList, Section } from '@credence/pages';
import { localise } from '@credence/domain';

import { DeskFrame } from '../desk/desk-frame.tsx';
import type { PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { sayOf } from './say.ts';

/** How procedures are run, in counts that tell of nobody; each figure with its definition. */
export function OversightPage(props: {
  readonly context: PageContext;
  readonly view: OversightView;
}) {
  const { context, view } = props;
  const { words, language } = context;
  const say = sayOf(context);
  return (
    <DeskFrame
      context={context}
      title={say.oversight}
      above={[{ label: say.title, path: paths.deskCases }]}
    >
      <p class="summary">{say.overstays(words.number(view.overstays))}</p>
      <p>{say.overstaysGood}</p>
      <p class="quiet">{say.overstaysHow(words.number(view.asked))}</p>
      <p>
        {say.casesCount}
        {language === 'zh' ? '：' : ': '}
        <Told context={context} count={view.cases} />
      </p>
      <Section heading={say.agency} id="agencies">
        <p>{say.oversightLead}</p>
        {view.lines.length === 0 ? (
          <p class="quiet">{say.closedNone}</p>
        ) : (
          <AgencyFigures context={context} view={view} />
        )}
      </Section>
      <Section heading={say.silent} id="silent">
        {view.silent.length === 0 ? (
          <p class="quiet">{say.silentNone}</p>
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
            { label: say.overdue, value: say.overdueHow },
            { label: say.reversed, value: say.reversedHow },
            { label: say.failures, value: say.failuresHow },
            { label: say.repairDays, value: say.repairDaysHow },
            { label: say.unanswered, value: say.unansweredHow },
            { label: say.toLift, value: say.toLiftHow },
            { label: say.silent, value: say.silentHow },
          ]}
        />
      </Section>
    </DeskFrame>
  );
}

/** A count, or that it is withheld. */
function Told({ context, count }: { readonly context: PageContext; readonly count: Withheld }) {
  if (count === null) return <span class="quiet">{sayOf(context).withheld}</span>;
  return <>{context.words.number(count)}</>;
}

function AgencyFigures({ context, view }: Parameters<typeof OversightPage>[0]) {
  const { words, language } = context;
  const say = sayOf(context);
  const told = (count: Withheld) => <Told context={context} count={count} />;
  const share = (part: Withheld, whole: Withheld) =>
    part === null || whole === null ? (
      <span class="quiet">{say.withheld}</span>
    ) : (
      say.share(words.number(part), words.number(whole))
    );
  const attempts = ({ papers, failures }: OversightLine): Withheld =>
    papers === null || failures === null ? null : papers + failures;
  return (
    <DataTable
      caption={say.oversight}
      captionHidden
      columns={[
        { key: 'agency', label: say.agency, heads: true },
        { key: 'overdue', label: say.overdue },
        { key: 'reversed', label: say.reversed },
        { key: 'failures', label: say.failures },
        { key: 'repairDays', label: say.repairDays },
        { key: 'unanswered', label: say.unanswered },
        { key: 'toLift', label: say.toLift },
      ]}
      rows={view.lines.map((line) => ({
        agency: <AsGiven words={words} text={localise(line.name, language).text} />,
        overdue: told(line.overdue),
        reversed: share(line.reversed, line.decided),
        failures: share(line.failures, attempts(line)),
        repairDays: told(line.repairDays),
        unanswered: told(line.unanswered),
        toLift: told(line.toLift),
      }))}
    />
  );
}
