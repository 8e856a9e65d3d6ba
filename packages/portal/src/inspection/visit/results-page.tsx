import type { VisitResultsView } from '@credence/casework';
import { localise } from '@credence/domain';
import { AsGiven, DataTable, Day, PageHeading, Section } from '@credence/pages';

import { Frame } from '../../page/frame.tsx';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { cardPath, drawPath, paths } from '../../request/paths.ts';
import { drawWords } from '../../words/inspection/draws.ts';
import { visitWords } from '../../words/inspection/visits.ts';

/** What visits came to, as long as it may be shown: no person, and no count beside a name. */
export function VisitResultsPage(props: {
  readonly context: PageContext;
  readonly view: VisitResultsView;
  readonly agencies: ReadonlyMap<string, string>;
}) {
  const { context, view, agencies } = props;
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
      {view.results.length === 0 ? (
        <p>{say.resultsNone}</p>
      ) : (
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
          rows={view.results.map((line) => ({
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
                <a href={linkTo(context, drawPath(line.draw))}>{say.drawn}</a>
              ),
            until: <Day words={words} on={line.shownUntil} />,
          }))}
        />
      )}
      <Yields context={context} view={view} />
    </Frame>
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
