import type { Purpose, ReplayRecord, ReplayView } from '@credence/casework';
import { toIso, type CivilDate } from '@credence/domain';
import {
  DataTable,
  Day,
  EmptyState,
  FactList,
  Field,
  Name,
  PageHeading,
  TitleText,
} from '@credence/pages';

import { FactValue } from '../../page/fact-value.tsx';
import { Frame } from '../../page/frame.tsx';
import { nameParts } from '../../page/name-parts.ts';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { editionPath, paths } from '../../request/paths.ts';
import { accessWords } from '../../words/access.ts';
import { notShownWords } from '../../words/not-shown.ts';
import { readingWords } from '../../words/reading.ts';

/** What the form of this page carries, as texts. */
export interface ReplayForm {
  readonly code: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly lawAt: string;
  readonly purpose: string;
}

/** The whole past answer about a subject, under three times; only for whom a policy names. */
export function ReplayPage(props: {
  readonly context: PageContext;
  readonly form: ReplayForm;
  /** Purposes the reader may choose from. */
  readonly purposes: readonly Purpose[];
  readonly view?: ReplayView;
}) {
  const { context, view } = props;
  const say = readingWords(context.language);
  return (
    <Frame
      context={context}
      title={say.replayTitle}
      robots="noindex"
      breadcrumb={[
        { label: accessWords(context.language).deskTitle, href: linkTo(context, paths.desk) },
        { label: say.replayTitle },
      ]}
      heading={<PageHeading title={say.replayTitle} />}
    >
      <p class="summary">{say.replayLead}</p>
      <TimesForm {...props} action={paths.deskReplay} />
      {view === undefined ? null : <Answer context={context} view={view} />}
    </Frame>
  );
}

/** About whom, under which times, and what for. */
export function TimesForm(props: {
  readonly context: PageContext;
  readonly form: ReplayForm;
  readonly purposes: readonly Purpose[];
  readonly action: string;
}) {
  const { context, form, purposes } = props;
  const { words } = context;
  const say = readingWords(context.language);
  return (
    <form class="filter filter-wide" method="get" action={linkTo(context, props.action)}>
      <Field
        words={words}
        id="code"
        name="code"
        label={say.replayCode}
        value={form.code}
        required
      />
      <Field
        words={words}
        id="asOf"
        name="asOf"
        type="date"
        label={say.replayAsOf}
        value={form.asOf}
      />
      <Field
        words={words}
        id="knownAt"
        name="knownAt"
        label={say.replayKnownAt}
        hint={say.replayKnownAtHint}
        value={form.knownAt}
      />
      <Field
        words={words}
        id="lawAt"
        name="lawAt"
        type="date"
        label={say.replayLawAt}
        value={form.lawAt}
      />
      <div class="field">
        <label for="purpose">{say.replayPurpose}</label>
        <select id="purpose" name="purpose">
          {purposes.map((purpose) => (
            <option value={purpose} selected={purpose === form.purpose}>
              {say.replayPurposes[purpose] ?? purpose}
            </option>
          ))}
        </select>
      </div>
      <button class="button" type="submit">
        {say.replaySubmit}
      </button>
    </form>
  );
}

/** The three times an answer stands for, each with its label. */
export function TimesOf(props: {
  readonly context: PageContext;
  readonly view: Pick<ReplayView, 'asOf' | 'knownAt' | 'lawAt' | 'law'>;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = readingWords(context.language);
  const { law } = view;
  const known = toIso(view.knownAt);
  return (
    <FactList
      facts={[
        { label: say.replayAsOf, value: <Day words={words} on={view.asOf} /> },
        { label: say.replayKnownAt, value: <time datetime={known}>{known}</time> },
        {
          label: say.replayLawAt,
          value: (
            <>
              <Day words={words} on={view.lawAt} />{' '}
              <a href={linkTo(context, editionPath(law.code))}>
                <TitleText words={words} text={law.title} />
              </a>
            </>
          ),
        },
      ]}
    />
  );
}

function Answer({ context, view }: { readonly context: PageContext; readonly view: ReplayView }) {
  const { words } = context;
  const say = readingWords(context.language);
  const { subject, records } = view;
  const name = subject.name ?? subject.identifiers[0]?.value ?? '';
  return (
    <section class="section">
      <h2>
        <Name words={words} name={nameParts(name)} />
      </h2>
      <TimesOf context={context} view={view} />
      {records.length === 0 ? (
        <EmptyState level={3} heading={say.replayNone} meaning={say.replayLead} />
      ) : (
        <DataTable
          caption={say.replayTitle}
          captionHidden
          columns={[
            { key: 'record', label: say.replayRecord, heads: true },
            { key: 'decided', label: say.entryDecided },
            { key: 'provider', label: say.listKeeper },
            { key: 'state', label: say.replayState },
            { key: 'recorded', label: say.replayRecordedAt },
          ]}
          rows={records.map((record) => ({
            record: <RecordName context={context} record={record} />,
            decided: <Day words={words} on={record.decidedOn} />,
            provider: record.provider,
            state: stateText(context, record),
            recorded: <time datetime={toIso(record.recordedAt)}>{toIso(record.recordedAt)}</time>,
          }))}
        />
      )}
    </section>
  );
}

function RecordName(props: { readonly context: PageContext; readonly record: ReplayRecord }) {
  const { record, context } = props;
  const { words } = context;
  return (
    <>
      <TitleText words={words} text={record.item} />
      {record.heading === undefined ? null : (
        <>
          {': '}
          <FactValue words={words} fact={record.heading} />
        </>
      )}
      {record.number === undefined ? null : (
        <>
          {' '}
          <span class="quiet">{record.number}</span>
        </>
      )}
    </>
  );
}

function stateText({ words, language }: PageContext, { publicity }: ReplayRecord): string {
  const say = readingWords(language);
  const day = (on: CivilDate | 'none') => (on === 'none' ? say.state.none : words.date(on));
  switch (publicity.kind) {
    case 'shown':
      return say.state.shown(day(publicity.begins), day(publicity.ends));
    case 'valid':
      return say.state.valid(day(publicity.begins), day(publicity.ends));
    case 'not-begun':
      return say.state.notBegun(day(publicity.begins));
    case 'ended':
      return say.state.ended(day(publicity.endedOn));
    case 'not-shown': {
      const joint = language === 'zh' ? '：' : ': ';
      return `${say.state.notShown}${joint}${notShownWords(language)[publicity.because]}`;
    }
  }
}
