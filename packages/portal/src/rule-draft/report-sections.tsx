import type { BoundImpact, ImpactTable, PublicImpact } from '@credence/casework';
import { localise } from '@credence/domain';
import { DataTable, FactList, Section, type TableRow } from '@credence/pages';

import type { PageContext } from '../page/page-context.ts';
import { sayOf } from './draft-frame.tsx';

/** The impact report bound to the draft, in counts that anyone may read. */
export function ImpactSection(props: {
  readonly context: PageContext;
  readonly impact?: BoundImpact;
}) {
  const { context, impact } = props;
  const { words } = context;
  const say = sayOf(context);
  return (
    <Section id="impact" heading={say.impactTitle}>
      {impact === undefined ? (
        <p>{say.impactNone}</p>
      ) : (
        <>
          <p>{say.impactLead(words.date(impact.asOf), impact.baseline.code)}</p>
          {impact.programs.length === 0 ? <p>{say.impactNoPrograms}</p> : null}
          {impact.programs.map((program) => (
            <Program context={context} program={program} />
          ))}
          <FactList
            facts={[{ label: say.reportHash, value: <code class="hash">{impact.hash}</code> }]}
          />
        </>
      )}
    </Section>
  );
}

function Program(props: { readonly context: PageContext; readonly program: PublicImpact }) {
  const { context, program } = props;
  const say = sayOf(context);
  const title = localise(program.title, context.language).text;
  return (
    <>
      <h3 class="part-heading">{title}</h3>
      <Counts context={context} caption={say.transitions(title)} table={program.transitions} />
      <Counts context={context} caption={say.exits(title)} table={program.exits} />
    </>
  );
}

/** A table of counts with its sums; what is withheld says so in words. */
function Counts(props: {
  readonly context: PageContext;
  readonly caption: string;
  readonly table: ImpactTable;
}) {
  const { context, caption, table } = props;
  const { words, language } = context;
  const say = sayOf(context);
  const { rows, columns, counts } = table;
  const labelOf = ({ code, title }: ImpactTable['rows'][number]): string =>
    title === undefined ? code : localise(title, language).text;
  if (counts === undefined) {
    return (
      <p class="quiet">
        {caption}
        {language === 'zh' ? '：' : ': '}
        {say.wholeWithheld}
      </p>
    );
  }
  const told = (count: number | null | undefined) =>
    typeof count === 'number' ? words.number(count) : <span class="quiet">{say.few}</span>;
  const keyed = (cells: readonly (number | null)[], sum: number | null | undefined): TableRow => ({
    ...Object.fromEntries(columns.map(({ code }, at) => [`c-${code}`, told(cells[at])])),
    sum: told(sum),
  });
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'row', label: say.now, heads: true },
        ...columns.map((column) => ({
          key: `c-${column.code}`,
          label: labelOf(column),
          align: 'end' as const,
        })),
        { key: 'sum', label: say.sum, align: 'end' },
      ]}
      rows={rows.map((row, at) => ({
        row: labelOf(row),
        ...keyed(counts.cells[at] ?? [], counts.rowTotals[at]),
      }))}
      foot={{ row: say.sum, ...keyed(counts.columnTotals, counts.total) }}
    />
  );
}
