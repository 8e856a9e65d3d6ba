import type { BasisView, RecordPageView, RecordView } from '@credence/casework';
import { parseCivilDate } from '@credence/domain';
import {
  ActionLink,
  Actions,
  AsGiven,
  BasisLine,
  Day,
  DocumentNumber,
  IdentifierText,
  KeyValues,
  PageHeading,
  RecordTerm,
  Section,
  SideBlock,
  Statement,
  StatusChip,
  Summary,
  TitleText,
  WaysOut,
  WhyTree,
  type LabelledFact,
  type WhyNode,
} from '@credence/pages';

import { DoorLink } from '../own/door-link.tsx';
import { paths, recordErrorPath, recordPath, subjectPath, withQuery } from '../request/paths.ts';
import { recordSummary } from '../sentence/record-sentence.ts';
import type { PortalServices } from '../services.ts';
import { disputeWords } from '../words/disputes.ts';
import { errorReportWords } from '../words/error-report.ts';
import { headingText, labelledFacts, RecordHeading } from './fact-value.tsx';
import { Frame } from './frame.tsx';
import { MixedText } from './mixed-text.tsx';
import { dayLink, linkTo, pastDay, type PageContext } from './page-context.ts';
import { termOf, toBasis, toWayOut } from './record-terms.ts';
import { SentenceText } from './sentence-text.tsx';
import { subjectTitle, SubjectTitle } from './subject-name.tsx';
import { ValidityStrip } from './validity-strip.tsx';

export interface RecordPageProps {
  readonly context: PageContext;
  readonly view: RecordPageView;
  readonly explain: PortalServices['explain'];
}

/** One record: begin and end of equal size, why until this day, and how it ends earlier. */
export function RecordPage(props: RecordPageProps) {
  const { context, view } = props;
  const { words } = context;
  const { subject, record } = view;
  const json = `${paths.api}${recordPath(subject.id, record.id)}`;
  return (
    <Frame
      context={context}
      title={`${headingText(record, context.language)} - ${subjectTitle(words, subject)}`}
      area="find"
      robots="noindex"
      json={withQuery(json, { day: pastDay(context) })}
      breadcrumb={[
        { label: words.t('page.organisations'), href: dayLink(context, paths.home) },
        {
          label: <SubjectTitle words={words} subject={subject} />,
          href: dayLink(context, subjectPath(subject.id)),
        },
        { label: <TitleText words={words} text={record.item.title} /> },
      ]}
      heading={<Heading {...props} />}
      side={<Decision {...props} />}
    >
      <Summary>
        <SentenceText words={words} sentences={recordSummary(record, context.language)} />
        {record.disputedSince === undefined ? null : (
          <>
            {context.language === 'zh' ? '' : ' '}
            {disputeWords(context.language).disputedSince(words.date(record.disputedSince))}
          </>
        )}
      </Summary>
      <Term {...props} />
      {record.reply === undefined ? null : (
        <Statement
          words={words}
          on={record.reply.on}
          text={<AsGiven words={words} text={record.reply.text} class="as-written" />}
        />
      )}
      <Why {...props} />
      <Ways {...props} />
    </Frame>
  );
}

function Heading({ context, view }: RecordPageProps) {
  const { words } = context;
  const { subject, record } = view;
  const [identifier] = subject.identifiers;
  const { document, severity } = record;
  return (
    <PageHeading
      above={
        <>
          <StatusChip
            words={words}
            state={record.publicity.kind === 'shown' ? 'in-effect' : 'valid'}
          />
          {record.disputedSince === undefined ? null : (
            <StatusChip words={words} state="disputed" />
          )}
          <span>
            <TitleText words={words} text={record.item.title} />
          </span>
          {severity === undefined ? null : (
            <span>
              {words.t('record.severityLabel')}
              {context.language === 'zh' ? '：' : ': '}
              <TitleText words={words} text={severity.title} />
            </span>
          )}
        </>
      }
      title={<RecordHeading words={words} record={record} />}
      facts={[
        ...(document === undefined
          ? []
          : [<DocumentNumber words={words} text={document.number} />]),
        <a href={dayLink(context, subjectPath(subject.id))}>
          <SubjectTitle words={words} subject={subject} />
        </a>,
        ...(identifier === undefined || subject.name === undefined
          ? []
          : [<IdentifierText identifier={identifier} />]),
      ]}
    />
  );
}

/** Begin and end with their bar; a licence has no bar that must stop, it has a last day. */
function Term({ context, view }: RecordPageProps) {
  const { words } = context;
  const { record, clock } = view;
  const term = termOf(record);
  if (term.kind === 'validity') return <ValidityStrip context={context} validity={term} />;
  return (
    <RecordTerm
      words={words}
      begins={term.begins.on}
      beginsFrom={record.publicity.kind === 'shown' ? record.publicity.clockFrom : 'decided'}
      ends={term.ends.on}
      day={clock.day}
      {...(record.disputedSince === undefined ? {} : { disputed: true as const })}
      {...(term.repairFrom === undefined ? {} : { repairFrom: term.repairFrom })}
    />
  );
}

function Why({ context, view, explain }: RecordPageProps) {
  const { words } = context;
  const { subject, record, clock } = view;
  const term = termOf(record);
  const trace = `${paths.api}${recordPath(subject.id, record.id)}`;
  const note = words.rich('page.edition', {
    code: clock.edition.code,
    on: <Day words={words} on={clock.edition.inForceFrom} />,
  });
  return (
    <Section
      id="why"
      heading={
        term.kind === 'burden'
          ? words.rich('record.whyHeading', { on: <Day words={words} on={term.ends.on} /> })
          : words.t('record.whyHeadingPlain')
      }
      aside={
        <a href={withQuery(trace, { day: pastDay(context) })}>{words.t('law.downloadTrace')}</a>
      }
    >
      <WhyTree
        words={words}
        root={{
          ...rootOf(record, toWhy({ context, explain, titles: record.sourceTitles }, record.why)),
          note,
        }}
      />
    </Section>
  );
}

/** A derivation may end in the first day without validity; the page says the last day, as documents do. */
function rootOf(record: RecordView, root: WhyNode): WhyNode {
  const term = termOf(record);
  if (term.kind === 'burden' || term.lastDay === 'none') return root;
  return { ...root, answer: { on: term.lastDay } };
}

interface Reasoning {
  readonly context: PageContext;
  readonly explain: PortalServices['explain'];
  readonly titles: RecordView['sourceTitles'];
}

function toWhy(reasoning: Reasoning, step: RecordView['why']): WhyNode {
  const { context, explain, titles } = reasoning;
  const { words } = context;
  const { question, answer } = explain(step, context.language);
  const on = step.answer.kind === 'date' ? parseCivilDate(step.answer.value) : undefined;
  return {
    question: <MixedText words={words} text={question} />,
    answer: on === undefined ? { text: <MixedText words={words} text={answer} /> } : { on },
    bases: step.bases.map(({ citation, confidence }) => {
      const { source } = citation;
      const sourceTitle = titles[source] ?? { zh: source, en: source };
      return toBasis(context, { citation, confidence, sourceTitle });
    }),
    children: step.children.filter(isCounted).map((child) => toWhy(reasoning, child)),
  };
}

/** The tree itself ends with the leaf that ended records are never used. */
function isCounted({ question }: RecordView['why']): boolean {
  return question !== 'ended-records';
}

function Ways({ context, view }: RecordPageProps) {
  const { words, say } = context;
  const ways = view.record.waysOut;
  const bases = uniqueBases(ways.flatMap(({ basis }) => basis));
  const burden = termOf(view.record).kind === 'burden';
  return (
    <Section id="ways-out" heading={burden ? words.t('way.heading') : say.waysForValid}>
      {ways.length === 0 ? (
        <p>{words.t('record.noEarlierEnd')}</p>
      ) : (
        <WaysOut words={words} ways={ways.map(toWayOut)} />
      )}
      {bases.length === 0 ? null : (
        <div class="after-table">
          <BasisLine words={words} bases={bases.map((basis) => toBasis(context, basis))} />
        </div>
      )}
      <p class="quiet">
        {say.whereToTurn}
        <AsGiven words={words} text={view.record.authority?.name ?? view.record.provider.name} />
        {context.language === 'zh' ? '。' : '.'}
      </p>
      <DoorLink context={context} subject={view.subject.id} recordId={view.record.id} />
    </Section>
  );
}

function uniqueBases(bases: readonly BasisView[]): readonly BasisView[] {
  const seen = new Map(
    bases.map((basis) => [`${basis.citation.source}#${basis.citation.at}`, basis]),
  );
  return [...seen.values()].map((basis) => ({ ...basis, for: 'decision' as const }));
}

/** What was decided, by whom, on what basis: every field that the edition publishes. */
function Decision({ context, view }: RecordPageProps) {
  const { words, say } = context;
  const { record } = view;
  const facts: LabelledFact[] = [
    ...labelledFacts(words, record.facts),
    ...(record.authority === undefined
      ? []
      : [
          {
            label: words.t('record.authority'),
            value: <AsGiven words={words} text={record.authority.name} />,
          },
        ]),
    { label: words.t('record.decidedOn'), value: <Day words={words} on={record.decidedOn} /> },
    ...(record.correctedHereOn === undefined
      ? []
      : [
          {
            label: errorReportWords(context.language).corrected,
            value: <Day words={words} on={record.correctedHereOn} />,
          },
        ]),
    { label: words.t('record.serviceHeading'), value: <Service {...{ context, record }} /> },
    {
      label: words.t('record.provider'),
      value: <AsGiven words={words} text={record.provider.name} />,
    },
  ];
  return (
    <>
      <SideBlock heading={words.t('record.decision')}>
        <KeyValues facts={facts} />
        <div class="side-basis">
          <BasisLine words={words} bases={record.basis.map((basis) => toBasis(context, basis))} />
        </div>
      </SideBlock>
      <Actions>
        <ActionLink href="#ways-out">{words.t('record.thisIsWrong')}</ActionLink>
        <ActionLink href={linkTo(context, recordErrorPath(view.subject.id, record.id))}>
          {errorReportWords(context.language).link}
        </ActionLink>
        <ActionLink href={dayLink(context, subjectPath(view.subject.id))}>
          {say.allOfSubject}
        </ActionLink>
      </Actions>
    </>
  );
}

function Service(props: { readonly context: PageContext; readonly record: RecordView }) {
  const { words } = props.context;
  const { kind, on, mode, modeTitle } = props.record.service;
  switch (kind) {
    case 'shown':
      if (on === undefined) return <>{words.t('page.notStated')}</>;
      return mode === undefined ? (
        <Day words={words} on={on} />
      ) : (
        <>
          {words.rich('record.servedBy', {
            on: <Day words={words} on={on} />,
            mode:
              modeTitle === undefined ? (
                <AsGiven words={words} text={mode} />
              ) : (
                <TitleText words={words} text={modeTitle} />
              ),
          })}
        </>
      );
    case 'stated':
      return <>{words.t('record.serviceStated')}</>;
    case 'not-shown':
      return <>{words.t('record.serviceNotShown')}</>;
    case 'not-needed':
      return <>{words.t('record.serviceNotNeeded')}</>;
  }
}
