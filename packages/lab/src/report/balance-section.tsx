import { DataTable, Section, type TableRow } from '@credence/pages';

import type { Limit, Measure } from '../experiment/comparison.ts';
import { countBehind } from '../harm/count-behind.ts';
import { ForestOf } from './forest-of.tsx';
import { harmsOf, measuresOf, titleOf, type StatementContext, type Told } from './statement.ts';
import { addsNothing } from './verdict.tsx';
import { figureWriter } from './write-figure.ts';

/** Harms and benefits in one section, harms first: there is no way to print the one alone. */
export function BalanceSection({ context }: { readonly context: StatementContext }) {
  const { say, baseline, parts } = context;
  const { comparison } = parts;
  const harms = harmsOf(comparison);
  return (
    <Section id="balance" heading={say.balance}>
      <p>{say.balanceLead(baseline.name)}</p>
      <Panel context={context} heading={say.limited} measures={harms.limited} limits />
      <Panel
        context={context}
        heading={say.benefits}
        measures={measuresOf(comparison, 'benefit')}
      />
      <ForestOf context={context} />
      <details class="lab-numbers">
        <summary>{say.allFigures}</summary>
        <Panel context={context} heading={say.unlimited} measures={harms.open} />
        <Panel
          context={context}
          heading={say.figures}
          measures={measuresOf(comparison, 'figure')}
        />
      </details>
      {comparison.limits.length === 0 ? null : (
        <DataTable
          caption={say.sourceOfLimits}
          columns={[
            { key: 'measure', label: say.measure, heads: true },
            { key: 'limit', label: say.limit, align: 'end' },
            { key: 'source', label: say.source },
            { key: 'mark', label: say.confidence },
          ]}
          rows={comparison.limits.flatMap((limit) => limitRows(context, limit))}
        />
      )}
    </Section>
  );
}

/** A limit with its source and mark, and so the margin that a draft has in it. */
function limitRows(context: StatementContext, limit: Limit): readonly TableRow[] {
  const { say, text, words, parts } = context;
  const writer = (id: string) => {
    const told = parts.comparison.measures.find((measure) => measure.id === id);
    return figureWriter(told?.unit ?? 'index', words);
  };
  const { measure, atMost, source, confidence, addedAtMost: margin } = limit;
  const title = titleOf(context, measure);
  const row = (measure: string, limit: string, from: Pick<Limit, 'source' | 'confidence'>) => ({
    ...{ measure, limit, source: text(from.source), mark: say.marks[from.confidence] },
  });
  return [
    row(title, writer(measure).value(atMost), { source, confidence }),
    ...(margin === undefined
      ? []
      : [row(say.marginOf(title), writer(countBehind(measure)).value(margin.value), margin)]),
  ];
}

function Panel(props: {
  readonly context: StatementContext;
  readonly heading: string;
  readonly measures: readonly Measure[];
  /** Whether these measures have limits. */
  readonly limits?: true;
}) {
  const { context, heading, measures } = props;
  const { say, told, text, words } = context;
  if (measures.length === 0) return null;
  return (
    <DataTable
      caption={<b>{heading}</b>}
      columns={[
        { key: 'measure', label: say.measure, heads: true },
        ...(props.limits ? [{ key: 'limit', label: say.limit, align: 'end' as const }] : []),
        ...told.map(({ name, series }) => ({
          ...{ key: `r${series}`, label: name },
          align: 'end' as const,
        })),
      ]}
      rows={measures.map((measure) => ({
        measure: (
          <span>
            {text(measure.title)}
            <br />
            <span class="quiet">{definitionOf(context, measure)}</span>
          </span>
        ),
        limit: limitText(context, measure),
        ...Object.fromEntries(
          told.map((each) => {
            const found = each.outcome.estimates[measure.id];
            const writer = figureWriter(measure.unit, words);
            const said = found === undefined ? '—' : writer.estimate(found);
            return [
              `r${each.series}`,
              <Cell context={context} told={each} id={measure.id} said={said} />,
            ];
          }),
        ),
      }))}
    />
  );
}

/** A figure, and in words where it stands to its limit. */
function Cell(props: {
  readonly context: StatementContext;
  readonly told: Told;
  readonly id: string;
  readonly said: string;
}) {
  const { say } = props.context;
  const { beyond, undecided, inherited = [] } = props.told.outcome.verdict;
  const added = inherited.find(({ measure }) => measure === props.id);
  return (
    <span>
      {props.said}
      {beyond.some(({ measure }) => measure === props.id) ? (
        <b class="lab-over"> {say.limitPassed}</b>
      ) : null}
      {undecided.some(({ measure }) => measure === props.id) ? <b> {say.limitOpen}</b> : null}
      {added === undefined ? null : (
        <b> {addsNothing(added) ? say.limitInherited : say.limitWithinMargin}</b>
      )}
    </span>
  );
}

/** How a measure is counted, and which way is better. */
function definitionOf({ say, text, words }: StatementContext, measure: Measure): string {
  const better = say.betterWays[measure.better];
  const definition = text(measure.definition);
  if (better === '') return definition;
  return words.language === 'zh' ? `${definition}（${better}）` : `${definition} (${better})`;
}

function limitText({ parts, words }: StatementContext, { id, unit }: Measure): string {
  const limit = parts.comparison.limits.find(({ measure }) => measure === id);
  return limit === undefined ? '' : figureWriter(unit, words).value(limit.atMost);
}
