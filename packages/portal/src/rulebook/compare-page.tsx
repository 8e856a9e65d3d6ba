import type { ComparedRow, ComparisonView } from '@credence/casework';
import { DataTable, EmptyState, PageHeading, Section, TitleText } from '@credence/pages';

import { ConfidenceMark } from '../page/confidence-mark.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { cardPath, editionPath, paths } from '../request/paths.ts';
import { cardCodeText } from '../words/card-codes.ts';
import { rulebookWords } from '../words/rulebook.ts';

/** One question after the other, and the answer of each local edition. */
export function ComparePage(props: {
  readonly context: PageContext;
  readonly view: ComparisonView;
}) {
  const { context, view } = props;
  const say = rulebookWords(context.language);
  return (
    <Frame
      context={context}
      title={say.compareTitle}
      area="rules"
      breadcrumb={[
        { label: context.words.t('page.rules'), href: linkTo(context, paths.rules) },
        { label: say.compareTitle },
      ]}
      heading={<PageHeading title={say.compareTitle} />}
    >
      <p class="summary">{say.compareLead}</p>
      {view.editions.length === 0 ? (
        <EmptyState heading={say.compareNone} meaning={say.compareNoneMeaning} />
      ) : (
        view.rows.map((row) => <Question context={context} row={row} />)
      )}
    </Frame>
  );
}

function Question({ context, row }: { readonly context: PageContext; readonly row: ComparedRow }) {
  const { words } = context;
  const say = rulebookWords(context.language);
  return (
    <Section id={row.question} heading={say.questions[row.question]}>
      <DataTable
        caption={say.questions[row.question]}
        captionHidden
        columns={[
          { key: 'place', label: say.place, heads: true },
          { key: 'articles', label: say.localArticle },
          { key: 'applied', label: say.applied },
        ]}
        rows={row.answers.map((answer) => ({
          place: (
            <a href={linkTo(context, editionPath(answer.edition.code))}>
              <TitleText words={words} text={answer.edition.title} />
            </a>
          ),
          articles: <Articles context={context} answer={answer} />,
          applied: <Applied context={context} answer={answer} />,
        }))}
      />
    </Section>
  );
}

type Answer = ComparedRow['answers'][number];

function Articles({ context, answer }: { readonly context: PageContext; readonly answer: Answer }) {
  const { words } = context;
  if (answer.articles.length === 0) {
    return <span class="quiet">{rulebookWords(context.language).noLocalArticle}</span>;
  }
  return (
    <ul class="plain-list">
      {answer.articles.map(({ source, title, at, says, confidence }) => (
        <li>
          <TitleText words={words} text={says} />{' '}
          <a href={linkTo(context, cardPath(answer.edition.code, 'source', source, at))}>
            <TitleText words={words} text={title} />{' '}
            <span class="unbroken">{words.article(at)}</span>
          </a>{' '}
          <ConfidenceMark words={words} confidence={confidence} />
        </li>
      ))}
    </ul>
  );
}

function Applied({ context, answer }: { readonly context: PageContext; readonly answer: Answer }) {
  const say = rulebookWords(context.language);
  const { applied, own } = answer;
  if (applied === undefined) return <span class="quiet">{say.isPower}</span>;
  return (
    <>
      {applied.kind === 'retention' ? (
        <Retention context={context} retention={applied.retention} />
      ) : (
        <ul class="plain-list">
          {applied.steps.map((step) => (
            <li>
              <StepText context={context} step={step} />
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">
        <a href={linkTo(context, cardPath(answer.edition.code, ...placeOf(applied.card)))}>
          {own ? say.ownRule : say.nationalRule}
        </a>
      </p>
    </>
  );
}

type Applied = NonNullable<Answer['applied']>;

function placeOf(card: string): ['item' | 'clock', string] {
  const colon = card.indexOf(':');
  return [card.slice(0, colon) === 'item' ? 'item' : 'clock', card.slice(colon + 1)];
}

function Retention(props: {
  readonly context: PageContext;
  readonly retention: Extract<Applied, { kind: 'retention' }>['retention'];
}) {
  const { context, retention } = props;
  const say = rulebookWords(context.language);
  const { from, atMost } = retention;
  return <>{say.retentionIs(codeText(context, 'from', from), context.words.period(atMost))}</>;
}

function codeText(context: PageContext, field: string, code: string): string {
  return cardCodeText(field, code, context.language) ?? code;
}

function withinText(context: PageContext, within: Within): string {
  const say = rulebookWords(context.language);
  if (within === 'at-once') return say.atOnce;
  const { unit, count } = within;
  if (unit === 'working-days') return say.workingDays(count);
  return context.words.period({ unit, count });
}

type Within = Extract<Applied, { kind: 'steps' }>['steps'][number]['within'];

function StepText(props: {
  readonly context: PageContext;
  readonly step: Extract<Applied, { kind: 'steps' }>['steps'][number];
}) {
  const { context, step } = props;
  const say = rulebookWords(context.language);
  const { from = 'previous_step' } = step;
  const name = say.steps[step.step] ?? step.step;
  return <>{say.stepIs(name, codeText(context, 'from', from), withinText(context, step.within))}</>;
}
