import type { FigureId, FigureLimit, ReportFigure } from '@credence/casework';
import { DataTable, FactList, Section, TitleText } from '@credence/pages';

import { ConfidenceMark } from '../page/confidence-mark.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { cardPath } from '../request/paths.ts';
import { cardWords } from '../words/report-card/cards.ts';
import { figureWords } from '../words/report-card/figures.ts';
import { figureText } from './figure-text.ts';

/** The parts of a card, in the order in which an office meets its duties. */
export const figureSections = [
  { heading: 'sectionSupply', ids: ['supplied_in_time', 'rows_refused', 'errors_answered'] },
  {
    heading: 'sectionAnswers',
    ids: [
      'answers_in_time',
      'answers_overdue',
      'days_to_answer',
      'days_to_repair',
      'decisions_changed',
    ],
  },
  {
    heading: 'sectionNotices',
    ids: ['notices_reached', 'by_public_notice', 'tasks_answered', 'tasks_waiting'],
  },
  {
    heading: 'sectionWord',
    ids: [
      ...(['late_payments', 'longest_late_payment', 'disclosures_in_time'] as const),
      ...(['promises_kept', 'promises_overdue', 'compensation_open', 'judgments_unpaid'] as const),
    ],
  },
] as const satisfies readonly {
  readonly heading: 'sectionSupply' | 'sectionAnswers' | 'sectionNotices' | 'sectionWord';
  readonly ids: readonly FigureId[];
}[];

/** Every figure of a card with its definition and its limit beside it. */
export function FigureSections(props: {
  readonly context: PageContext;
  readonly figures: readonly ReportFigure[];
  readonly limits: readonly FigureLimit[];
}) {
  const { context, figures, limits } = props;
  const say = cardWords(context.language);
  return (
    <>
      {figureSections.map(({ heading, ids }) => {
        const known = new Set<FigureId>(ids);
        const own = figures.filter(({ id }) => known.has(id));
        return own.length === 0 ? null : (
          <Section heading={say[heading]} id={heading}>
            <FigureTable context={context} figures={own} limits={limits} caption={say[heading]} />
          </Section>
        );
      })}
    </>
  );
}

function FigureTable(props: Parameters<typeof FigureSections>[0] & { readonly caption: string }) {
  const { context, figures, limits, caption } = props;
  const say = cardWords(context.language);
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'figure', label: say.figure, heads: true },
        { key: 'value', label: say.value },
        { key: 'how', label: say.how },
        { key: 'limits', label: say.limits },
      ]}
      rows={figures.map((figure) => {
        const { title } = figureWords(context.language, figure.id);
        return {
          figure: title,
          value: figureText(context, figure),
          how: <Definition context={context} id={figure.id} />,
          limits: <Limits context={context} id={figure.id} limits={limits} />,
        };
      })}
    />
  );
}

function Definition(props: { readonly context: PageContext; readonly id: FigureId }) {
  const { language } = props.context;
  const { counts, leavesOut } = figureWords(language, props.id);
  return (
    <span class="quiet">
      {counts} {cardWords(language).leavesOut}
      {leavesOut}
    </span>
  );
}

/** Definitions below a table that has no room for them. */
export function Definitions(props: {
  readonly context: PageContext;
  readonly ids: readonly FigureId[];
}) {
  const { context, ids } = props;
  return (
    <FactList
      facts={ids.map((id) => ({
        label: figureWords(context.language, id).title,
        value: <Definition context={context} id={id} />,
      }))}
    />
  );
}

function Limits(props: {
  readonly context: PageContext;
  readonly id: FigureId;
  readonly limits: readonly FigureLimit[];
}) {
  const { context } = props;
  const { words } = context;
  const own = props.limits.filter(({ figures }) => figures.includes(props.id));
  if (own.length === 0) return <span class="quiet">{cardWords(context.language).limitNone}</span>;
  const edition = context.clock?.edition.code ?? '';
  const list = (
    <ul class="plain-list">
      {own.map(({ kind, id, title, basis }) => (
        <li>
          <a href={linkTo(context, cardPath(edition, kind, id))}>
            <TitleText words={words} text={title} />
          </a>{' '}
          <ConfidenceMark words={words} confidence={basis[0]?.confidence ?? 'unverified'} />
        </li>
      ))}
    </ul>
  );
  if (own.length <= mostLimits) return list;
  return (
    <details>
      <summary>{cardWords(context.language).limitsMany(words.number(own.length))}</summary>
      {list}
    </details>
  );
}

/** More than these would hide the figures behind their rules. */
const mostLimits = 3;
