import type { DutyDeskLine, DutyDeskView } from '@credence/casework';
import type { Problem } from '@credence/domain';
import {
  ActionButton,
  Actions,
  AsGiven,
  DataTable,
  Day,
  EmptyState,
  Field,
  TitleText,
} from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import type { FormValues } from '../desk/form-values.ts';
import { OwnFrame } from '../own/own-frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, subjectPath, withQuery } from '../request/paths.ts';
import { dutyWords } from '../words/duties.ts';
import { Faults } from './faults.tsx';

/** What was not filed in time with an authority: facts, and what it may do about each. */
export function DutyDeskPage(props: {
  readonly context: PageContext;
  readonly view: DutyDeskView;
  readonly problems?: readonly Problem[];
  /** What was entered, where it was refused. */
  readonly entered?: FormValues | undefined;
}) {
  const { context, view, problems = [], entered } = props;
  const { words, language } = context;
  const say = dutyWords(language);
  return (
    <OwnFrame context={context} title={say.deskTitle}>
      <Faults context={context} problems={problems} form="overdue" />
      {view.lines.length === 0 ? (
        <EmptyState heading={say.deskNone} meaning={say.deskNoneMeaning} />
      ) : (
        <div id="overdue">
          <p class="quiet">{say.deskLead}</p>
          <DataTable
            caption={say.deskTitle}
            captionHidden
            columns={[
              { key: 'who', label: say.organisation, heads: true },
              { key: 'what', label: say.what },
              { key: 'due', label: say.overdueSince },
              { key: 'state', label: say.state },
            ]}
            rows={view.lines.map((line) => ({
              who: (
                <a href={linkTo(context, subjectPath(line.home))}>
                  <AsGiven words={words} text={line.name} />
                </a>
              ),
              what: (
                <>
                  <TitleText words={words} text={line.title} />
                  {/^\d{4}$/.test(line.key) ? (
                    <>
                      <br />
                      {say.year(line.key)}
                    </>
                  ) : null}
                </>
              ),
              due: <Day words={words} on={line.lastDay} />,
              state: <LineState {...{ context, line, entered: ofLine(line, entered) }} />,
            }))}
          />
        </div>
      )}
      <p>
        <a href={linkTo(context, paths.deskDutyStatement)}>{say.statement}</a>
      </p>
    </OwnFrame>
  );
}

interface LineProps {
  readonly context: PageContext;
  readonly line: DutyDeskLine;
  readonly entered: FormValues | undefined;
}

/** What was entered, where it was entered about this line. */
function ofLine(line: DutyDeskLine, entered: FormValues | undefined): FormValues | undefined {
  const isOwn =
    entered?.text('subject') === line.home &&
    entered.text('duty') === line.duty &&
    entered.text('key') === line.key;
  return isOwn ? entered : undefined;
}

/** Asked for or not; where its lack is a ground of a list, the way there by procedure. */
function LineState(props: LineProps) {
  const { context, line, entered } = props;
  const say = dutyWords(context.language);
  const { code, duty, key } = line;
  const arrived = (
    <a href={linkTo(context, withQuery(paths.deskDutyStatement, { code, duty, key }))}>
      {say.statement}
    </a>
  );
  if (line.list === undefined) return arrived;
  if (line.state === 'demanded') {
    return (
      <span>
        {say.waits.demanded}
        {' · '}
        <a href={linkTo(context, withQuery(paths.deskCasesNew, { subject: line.home }))}>
          {say.propose}
        </a>
        {' · '}
        {arrived}
      </span>
    );
  }
  return (
    <span>
      {say.waits.overdue}
      {' · '}
      {arrived}
      <details open={entered !== undefined}>
        <summary>{say.demand}</summary>
        <DemandForm {...{ context, line, entered }} />
      </details>
    </span>
  );
}

function DemandForm({ context, line, entered }: LineProps) {
  const { words, language } = context;
  const say = dutyWords(language);
  const field = (name: string) => ({
    ...{ words, name, id: [line.home, line.key, name].join('-') },
    value: entered?.text(name) ?? '',
  });
  return (
    <form class="form-block" method="post" action={linkTo(context, paths.deskDuties)}>
      <FormToken />
      <input type="hidden" name="subject" value={line.home} />
      <input type="hidden" name="duty" value={line.duty} />
      <input type="hidden" name="key" value={line.key} />
      <Field {...field('number')} label={say.demandNumber} />
      <Field {...field('servedOn')} label={say.servedOn} type="date" />
      <div class="field">
        <label for={field('mode').id}>{say.mode}</label>
        <select id={field('mode').id} name="mode">
          {Object.entries(say.modes).map(([mode, says]) => (
            <option value={mode} selected={mode === field('mode').value}>
              {says}
            </option>
          ))}
        </select>
      </div>
      <Actions>
        <ActionButton rank="second">{say.send}</ActionButton>
      </Actions>
    </form>
  );
}
