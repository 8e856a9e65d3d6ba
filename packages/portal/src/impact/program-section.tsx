import {
  impactTables,
  impactTitles,
  statesTrait,
  writeImpactSentences,
  type ImpactTable,
  type ImpactTableName,
  type ProgramImpact,
} from '@credence/casework';
import { DataTable, Section, TitleText, type TableRow } from '@credence/pages';
import type { Child } from 'hono/jsx';

import type { PageContext } from '../page/page-context.ts';
import { Count } from '../reading/how-counted.tsx';
import { ClassChart, MovesChart, labelOf } from './impact-charts.tsx';
import { sayOf } from './impact-frame.tsx';

/** What the draft does to one class or evaluation: in sentences, then in charts and tables. */
export function ProgramSection(props: {
  readonly context: PageContext;
  readonly program: ProgramImpact;
  /** The way to the names, for whoever may have them. */
  readonly movers?: string;
}) {
  const { context, program, movers } = props;
  const { id, title } = program.program;
  return (
    <Section id={id} heading={<TitleText words={context.words} text={title} />}>
      {writeImpactSentences(program, context.language).map((sentence) => (
        <p class="prose">{sentence}</p>
      ))}
      {movers === undefined ? null : (
        <p>
          <a href={movers}>{sayOf(context).movers}</a>
        </p>
      )}
      {impactTables.map((name) => (
        <Part context={context} program={program} name={name} />
      ))}
    </Section>
  );
}

function Part(props: {
  readonly context: PageContext;
  readonly program: ProgramImpact;
  readonly name: ImpactTableName;
}) {
  const { context, program, name } = props;
  const table = program[name];
  const heading = impactTitles[name][context.language];
  const say = sayOf(context);
  if (!statesTrait(table)) return <Titled heading={heading}>{say.notStated}</Titled>;
  if (table.counts === undefined) return <Titled heading={heading}>{say.withheldWhole}</Titled>;
  return (
    <>
      {name === 'transitions' ? (
        <div class="chart-part">
          <h3>{say.classes}</h3>
          <ClassChart context={context} table={table} />
        </div>
      ) : null}
      <div class="chart-part">
        <h3>{heading}</h3>
        {name === 'transitions' || name === 'exits' ? null : (
          <MovesChart context={context} table={table} heading={heading} />
        )}
        <CountTable context={context} name={name} table={table} heading={heading} />
      </div>
    </>
  );
}

function Titled(props: { readonly heading: string; readonly children?: Child }) {
  return (
    <div class="chart-part">
      <h3>{props.heading}</h3>
      <p class="quiet">{props.children}</p>
    </div>
  );
}

function CountTable(props: {
  readonly context: PageContext;
  readonly name: ImpactTableName;
  readonly table: ImpactTable;
  readonly heading: string;
}) {
  const { context, name, table } = props;
  const { rows, columns, counts } = table;
  const say = sayOf(context);
  const line = (
    countAt: (column: number) => number | null | undefined,
    total: number | null | undefined,
  ): TableRow => ({
    ...Object.fromEntries(
      columns.map((_, at) => [
        `to-${String(at)}`,
        <Count context={context} value={countAt(at) ?? null} />,
      ]),
    ),
    total: <Count context={context} value={total ?? null} />,
  });
  return (
    <DataTable
      caption={props.heading}
      captionHidden
      columns={[
        { key: 'row', label: headOf(context, name), heads: true },
        ...columns.map((column, at) => ({
          key: `to-${String(at)}`,
          label: labelOf(context, column),
          align: 'end' as const,
        })),
        { key: 'total', label: say.total, align: 'end' },
      ]}
      rows={rows.map((row, at) => ({
        row: labelOf(context, row),
        ...line((column) => counts?.cells[at]?.[column], counts?.rowTotals[at]),
      }))}
      foot={{
        row: say.total,
        ...line((column) => counts?.columnTotals[column], counts?.total),
      }}
    />
  );
}

function headOf(context: PageContext, name: ImpactTableName): string {
  const { row } = sayOf(context);
  return name === 'transitions' || name === 'causes' || name === 'exits' ? row[name] : row.trait;
}
