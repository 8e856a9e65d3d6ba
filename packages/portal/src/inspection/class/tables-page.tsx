import type { ClassTable, ClassTablesView } from '@credence/casework';
import { describePower, localise, type PowerVerdict } from '@credence/domain';
import { DataTable, EmptyState, Section, TitleText, type TableRow } from '@credence/pages';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../../access/guarded.ts';
import { DeskFrame } from '../../desk/desk-frame.tsx';
import type { PortalEnv } from '../../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../../page/answer-page.tsx';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { Count } from '../../reading/how-counted.tsx';
import { cardPath, paths } from '../../request/paths.ts';
import { classTableWords } from '../../words/class/tables.ts';

/** The classes as a whole, for an office that plans inspections. */
export function classTablesRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.deskClasses,
    guarded('inspection.plan', async (c, principal) => {
      const outcome = await tools.services.viewClassTables(principal);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      const { view } = outcome;
      const { draws } = await tools.services.listDraws();
      const context = contextFor(tools, view.clock, paths.deskClasses);
      const power = draws[0]?.power ?? { kind: 'too-few', visits: 0, found: 0 };
      return sendPage(c, context, <TablesPage {...{ context, view, power }} />);
    }),
  );
}

function TablesPage(props: {
  readonly context: PageContext;
  readonly view: ClassTablesView;
  readonly power: PowerVerdict;
}) {
  const { context, view, power } = props;
  const say = classTableWords(context.language);
  return (
    <DeskFrame context={context} title={say.title}>
      <p class="summary">{say.lead}</p>
      <p class="prose">{say.leadsTo}</p>
      {view.tables.length === 0 ? (
        <EmptyState heading={say.none} meaning={say.noneMeaning} />
      ) : (
        view.tables.map((table) => <Table {...{ context, table }} />)
      )}
      <Section id="power" heading={say.power}>
        <p class="prose">{say.powerLead}</p>
        <p>{describePower(power, context.language)}</p>
      </Section>
      <Section id="counted" heading={say.counted}>
        <p class="prose">{say.countedText}</p>
      </Section>
    </DeskFrame>
  );
}

/** Sectors by classes; every count below ten, and what would tell it, is withheld. */
function Table(props: { readonly context: PageContext; readonly table: ClassTable }) {
  const { context, table } = props;
  const { words, language } = context;
  const say = classTableWords(language);
  const { classes, sectors, counts, of } = table;
  const cells = (countOf: (column: number) => number | null, total: number | null): TableRow => ({
    ...Object.fromEntries(
      classes.map(({ code }, index) => [code, <Count context={context} value={countOf(index)} />]),
    ),
    total: <Count context={context} value={total} />,
  });
  const heading = say.of[of];
  return (
    <Section id={of} heading={heading}>
      <p class="quiet">
        <TitleText words={words} text={table.title} />{' '}
        <a href={linkTo(context, cardPath(table.edition, 'risk-class', table.card))}>{say.rule}</a>
      </p>
      <DataTable
        caption={heading}
        captionHidden
        columns={[
          { key: 'row', label: say.sector, heads: true },
          ...classes.map(({ code, title }) => ({
            key: code,
            label: title === undefined ? code : localise(title, language).text,
            align: 'end' as const,
          })),
          { key: 'total', label: say.total, align: 'end' },
        ]}
        rows={sectors.map(({ code, title }, index) => ({
          row: title === undefined ? code || say.unknown : <TitleText words={words} text={title} />,
          ...cells(
            (column) => counts.cells[index]?.[column] ?? null,
            counts.rowTotals[index] ?? null,
          ),
        }))}
        foot={{
          row: say.total,
          ...cells((column) => counts.columnTotals[column] ?? null, counts.total),
        }}
      />
    </Section>
  );
}
