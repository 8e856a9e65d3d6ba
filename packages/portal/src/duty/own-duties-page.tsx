import type { DutyView, OwnDutiesView } from '@credence/casework';
import type { Problem } from '@credence/domain';
import { AsGiven, DataTable, Day, EmptyState, Section, TitleText } from '@credence/pages';

import type { FormValues } from '../desk/form-values.ts';
import { Article } from '../incentive/incentive-parts.tsx';
import { OwnFrame } from '../own/own-frame.tsx';
import type { PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { dutyWords } from '../words/duties.ts';
import { ownWords } from '../words/own.ts';
import { Faults } from './faults.tsx';
import { FiledFields, filingName } from './filed-fields.tsx';
import { FilingForm, formId } from './filing-form.tsx';

interface Sent {
  readonly form: FormValues;
  readonly problems: readonly Problem[];
}

/** What an organisation has to report, what it has filed, and the forms. */
export function OwnDutiesPage(props: {
  readonly context: PageContext;
  readonly view: OwnDutiesView;
  readonly sent?: Sent;
  /** Number of what was received last. */
  readonly receipt?: string;
}) {
  const { context, view, sent, receipt } = props;
  const { words, language } = context;
  const say = dutyWords(language);
  const { subject, duties } = view;
  return (
    <OwnFrame
      context={context}
      title={say.ownTitle}
      facts={[<AsGiven words={words} text={subject.name ?? subject.id} />]}
      behind={[{ label: ownWords(language).title, path: paths.deskOwn }]}
    >
      {sent === undefined ? null : (
        <Faults
          {...{ context, problems: sent.problems, form: formId(sent.form) }}
          contents={duties.find(({ duty }) => duty === sent.form.text('duty'))?.contents ?? []}
        />
      )}
      {receipt === undefined ? null : (
        <p class="notice" role="status">
          {say.sent} <span class="number">{receipt}</span>
        </p>
      )}
      {duties.length === 0 ? <EmptyState heading={say.none} meaning={say.noneMeaning} /> : null}
      {duties.map((duty) => (
        <OneDuty {...{ context, view, duty, ...(sent === undefined ? {} : { sent }) }} />
      ))}
    </OwnFrame>
  );
}

function OneDuty(props: {
  readonly context: PageContext;
  readonly view: OwnDutiesView;
  readonly duty: DutyView;
  readonly sent?: Sent;
}) {
  const { context, view, duty, sent } = props;
  const { words, language } = context;
  const say = dutyWords(language);
  const entered = sent?.form.text('duty') === duty.duty ? sent.form : undefined;
  const form = { context, duty, subject: view.subject.id, action: paths.ownDuties };
  const sentFor = (key: string | undefined) =>
    entered !== undefined && entered.text('key') === (key ?? '') ? { sent: entered } : {};
  const unfiled = duty.dues.filter(({ filing }) => !duty.filings.some(({ key }) => key === filing));
  return (
    <Section id={duty.duty} heading={<TitleText words={words} text={duty.title} />}>
      <p class="quiet">
        {words.richList(duty.basis.map((basis) => <Article context={context} basis={basis} />))}
      </p>
      {duty.collected === 'elsewhere' ? <p class="quiet">{say.elsewhere}</p> : null}
      {duty.lack === undefined ? null : (
        <p class="quiet">{say.lack(duty.lack.title[language] ?? duty.lack.list)}</p>
      )}
      <Dues {...{ context, view, duty }} />
      {unfiled.map(({ filing }) => (
        <details open>
          <summary>{say.file(say.year(filing))}</summary>
          <FilingForm {...form} keyOf={filing} {...sentFor(filing)} />
        </details>
      ))}
      {duty.filings.map((filing) => (
        <>
          <h3>
            {filingName(context, filing)} <Day words={words} on={filing.filedOn} />
          </h3>
          <FiledFields context={context} fields={filing.fields} />
          <details open={'sent' in sentFor(filing.key)}>
            <summary>{say.change(filingName(context, filing))}</summary>
            <FilingForm {...form} keyOf={filing.key} before={filing} {...sentFor(filing.key)} />
          </details>
        </>
      ))}
      {duty.period.kind === 'yearly' ? null : (
        <details open={'sent' in sentFor(undefined)}>
          <summary>{say.add}</summary>
          <FilingForm {...form} {...sentFor(undefined)} />
        </details>
      )}
    </Section>
  );
}

/** What is due, with its last day and how it stands. */
function Dues(props: {
  readonly context: PageContext;
  readonly view: OwnDutiesView;
  readonly duty: DutyView;
}) {
  const { context, view, duty } = props;
  const { words, language } = context;
  const say = dutyWords(language);
  if (duty.dues.length === 0 || duty.collected === 'elsewhere') return null;
  return (
    <DataTable
      caption={say.what}
      captionHidden
      columns={[
        { key: 'what', label: say.what, heads: true },
        { key: 'due', label: say.due },
        { key: 'state', label: say.state },
      ]}
      rows={duty.dues.map(({ filing, lastDay, state }) => {
        const known = duty.filings.find(({ key }) => key === filing);
        const demand = view.demands.find((each) => each.duty === duty.duty && each.key === filing);
        return {
          what: filingName(context, known ?? { key: filing, fields: [] }),
          due: <Day words={words} on={lastDay} />,
          state: (
            <span>
              {state === 'overdue' ? <b class="due">{say.states[state]}</b> : say.states[state]}
              {demand === undefined ? null : ` · ${say.demanded(demand.number)}`}
            </span>
          ),
        };
      })}
    />
  );
}
