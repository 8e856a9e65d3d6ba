import type { VisitResultLine, VisitResultsView } from '@credence/casework';
import { localise } from '@credence/domain';
import { AsGiven, DataTable, Day, PageHeading, Pagination, Section } from '@credence/pages';

import { Frame } from '../../page/frame.tsx';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import type { Slice } from '../../request/page-number.ts';
import { cardPath, drawPath, paths, withQuery } from '../../request/paths.ts';
import { drawWords } from '../../words/inspection/draws.ts';
import { visitWords } from '../../words/inspection/visits.ts';

/** What visits came to, as long as it may be shown: no person, and no count beside a name. */
export function VisitResultsPage(props: {
  readonly context: PageContext;
  readonly view: VisitResultsView;
  readonly slice: Slice<VisitResultLine>;
  readonly agencies: ReadonlyMap<string, string>;
}) {
  const { context, view, slice } = props;
  const { words, language } = context;
  const say = visitWords(language);
  const draws = drawWords(language);
  return (
    <Frame
      context={context}
      title={say.results}
      area="figures"
      breadcrumb={[
        { label: draws.title, href: linkTo(context, paths.inspections) },
        { label: say.results },
      ]}
      heading={<PageHeading title={say.results} above={draws.title} />}
      robots="noindex"
    >
      <p class="summary">{say.resultsLead}</p>
      <p class="prose">{say.noRecord}</p>
      {view.results.length === 0 ? <p>{say.resultsNone}</p> : <ResultsTable {...props} />}
      {slice.total <= slice.pageSize ? null : (
        <Pagination
          words={words}
          page={slice.page}
          pageSize={slice.pageSize}
          total={slice.total}
          hrefOf={(page) => linkTo(context, withQuery(paths.inspectionResults, { page }))}
        />
      )}
      <p>
        <a href={linkTo(context, `${paths.data}#downloads`)}>{say.asData}</a>
      </p>
      <Yields context={context} view={view} />
    </Frame>
  );
}

type Of = Parameters<typeof VisitResultsPage>[0];

function ResultsTable({ context, view, slice, agencies }: Of) {
  const { words, language } = context;
  const say = visitWords(language);
  return (
    <DataTable
      caption={say.results}
      captionHidden
      columns={[
        { key: 'name', label: say.organisation, heads: true },
        { key: 'on', label: say.on },
        { key: 'result', label: say.result },
        { key: 'list', label: say.list },
        { key: 'agency', label: say.agency },
        { key: 'how', label: say.how },
        { key: 'until', label: say.shownUntil },
      ]}
      rows={slice.items.map((line) => ({
        name: (
          <>
            <a href={linkTo(context, `/o/${line.code}`)}>
              <AsGiven words={words} text={line.name} />
            </a>
            <br />
            <code>{line.code}</code>
          </>
        ),
        on: <Day words={words} on={line.visitedOn} />,
        result: say.resultIs[line.result],
        list: (
          <a href={linkTo(context, cardPath(view.clock.edition.code, 'checklist', line.list))}>
            {localise(line.checklist, language).text}
          </a>
        ),
        agency: agencies.get(line.agency) ?? line.agency,
        how:
          line.draw === undefined ? (
            say.picked
          ) : (
            <>
              <a href={linkTo(context, drawPath(line.draw))}>{say.drawn}</a>
              {(line.joined ?? []).map((draw) => (
                <>
                  <br />
                  <a href={linkTo(context, drawPath(draw))}>{say.alsoDrawn}</a>
                </>
              ))}
            </>
          ),
        until: <Day words={words} on={line.shownUntil} />,
      }))}
    />
  );
}

function Yields({
  context,
  view,
}: Pick<Parameters<typeof VisitResultsPage>[0], 'context' | 'view'>) {
  const { words, language } = context;
  const say = visitWords(language);
  const told = (count: number | null): string =>
    count === null ? say.withheld : words.number(count);
  const nameOf = (group: string): string =>
    group === 'random' ? say.random : group === 'none' ? say.noClass : group.toUpperCase();
  return (
    <Section id="yields" heading={say.yields}>
      <p>{view.yields.length === 0 ? say.yieldsNone : say.yieldsLead}</p>
      {view.yields.length === 0 ? null : (
        <DataTable
          caption={say.yields}
          captionHidden
          columns={[
            { key: 'group', label: say.group, heads: true },
            { key: 'visits', label: say.visits, align: 'end' },
            { key: 'found', label: say.found, align: 'end' },
            { key: 'estimate', label: say.estimate, align: 'end' },
          ]}
          rows={view.yields.map(({ group, visits, found, estimate }) => ({
            group: nameOf(group),
            visits: told(visits),
            found: told(found),
            estimate: estimate === undefined ? '—' : `${(estimate * 100).toFixed(1)} %`,
          }))}
        />
      )}
    </Section>
  );
}
