import type { BasisView, RecordView } from '@credence/casework';
import { AsGiven, RecordCard, TitleText } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { recordErrorPath, recordPath } from '../request/paths.ts';
import { recordSentence } from '../sentence/record-sentence.ts';
import { disputeWords } from '../words/disputes.ts';
import { errorReportWords } from '../words/error-report.ts';
import { FactValue, RecordHeading } from './fact-value.tsx';
import { dayLink, type PageContext } from './page-context.ts';
import { termOf, toBasis, toWayOut } from './record-terms.ts';
import { SentenceText } from './sentence-text.tsx';

/** A record on its organisation's page: never without its end and the way to end it earlier. */
export function PublishedRecord(props: {
  readonly context: PageContext;
  readonly subjectId: string;
  readonly record: RecordView;
}) {
  const { context, subjectId, record } = props;
  const { words } = context;
  const term = termOf(record);
  const path = recordPath(subjectId, record.id);
  const link = (anchor: string): string => dayLink(context, `${path}#${anchor}`);
  const { document } = record;
  return (
    <RecordCard
      words={words}
      id={`record-${record.id}`}
      href={dayLink(context, path)}
      title={<RecordHeading words={words} record={record} />}
      kind={record.item.title}
      {...(document === undefined ? {} : { document: document.number })}
      state={record.disputedSince === undefined ? 'in-effect' : 'disputed'}
      sentence={<RecordSentence context={context} record={record} />}
      begins={term.kind === 'burden' ? term.begins : { on: term.from, from: 'valid' }}
      ends={
        term.kind === 'burden'
          ? term.ends
          : term.lastDay === 'none'
            ? { kind: 'open-ended' }
            : { kind: 'on', on: term.lastDay, how: 'by-itself' }
      }
      earlier={record.waysOut.map(toWayOut)}
      {...statementOf(context, record)}
      bases={mainBases(record).map((basis) => toBasis(context, basis))}
      links={{
        why: link('why'),
        wrong: link('ways-out'),
        report: {
          href: dayLink(context, recordErrorPath(subjectId, record.id)),
          label: errorReportWords(context.language).link,
        },
      }}
    />
  );
}

/** The subject's own words, in the size of the authority's. */
function statementOf({ words }: PageContext, { reply }: RecordView) {
  if (reply === undefined) return {};
  const text = <AsGiven words={words} text={reply.text} class="as-written" />;
  return { statement: { on: reply.on, text } };
}

/** Why it is public and until when; what makes its severity stands on its own page. */
function mainBases({ basis }: RecordView): readonly BasisView[] {
  const seen = new Set<string>();
  return basis.filter(({ citation, for: purpose }) => {
    const article = `${citation.source}#${citation.at}`;
    const wanted = purpose !== 'severity' && purpose !== 'way-out' && !seen.has(article);
    seen.add(article);
    return wanted;
  });
}

/** Who decided what and when, from the fields the edition publishes. */
function RecordSentence(props: {
  readonly context: PageContext;
  readonly record: RecordView;
}): Child {
  const { context, record } = props;
  const { words } = context;
  const facts = record.facts
    .filter(({ field, value }) => field !== record.heading.field && value !== '')
    .slice(0, 2);
  const { severity } = record;
  return (
    <>
      <SentenceText words={words} sentences={[recordSentence(record, context.language)]} />
      {record.correctedHereOn === undefined ? null : (
        <>
          {context.language === 'zh' ? '' : ' '}
          {errorReportWords(context.language).correctedOn(words.date(record.correctedHereOn))}
        </>
      )}
      {record.disputedSince === undefined ? null : (
        <>
          {context.language === 'zh' ? '' : ' '}
          {disputeWords(context.language).disputedSince(words.date(record.disputedSince))}
        </>
      )}
      {facts.map((fact) => (
        <>
          {context.language === 'zh' ? '' : ' '}
          <TitleText words={words} text={fact.title} />
          {context.language === 'zh' ? '：' : ': '}
          <FactValue words={words} fact={fact} />
          {context.language === 'zh' ? '。' : '.'}
        </>
      ))}
      {severity === undefined ? null : (
        <>
          {context.language === 'zh' ? '' : ' '}
          {words.rich('record.severity', {
            severity: <TitleText words={words} text={severity.title} />,
          })}
        </>
      )}
    </>
  );
}
