import type { ReportCardLine, ReportCardsView } from '@credence/casework';
import { serviceFigures, type ServiceFigure } from '@credence/domain';
import { DataTable, EmptyState, LinkRow, PageHeading, Section, TitleText } from '@credence/pages';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, reportCardPath, withQuery } from '../request/paths.ts';
import { cardWords } from '../words/report-card/cards.ts';
import { figureWords } from '../words/report-card/figures.ts';
import { Definitions } from './figure-table.tsx';
import { figureText } from './figure-text.ts';
import { officeId } from './report-card-page.tsx';
import { daysOf, YearLinks } from './year-links.tsx';

/** All offices by how they served; never by how many they listed, fined or refused. */
export function ReportCardsPage(props: {
  readonly context: PageContext;
  readonly view: ReportCardsView;
}) {
  const { context, view } = props;
  const say = cardWords(context.language);
  const { time, by } = view;
  const year = time.year === undefined ? {} : { year: String(time.year) };
  return (
    <Frame
      context={context}
      title={say.cardsTitle}
      area="figures"
      json={withQuery(`${paths.api}/report-cards`, { ...year, by })}
      breadcrumb={[
        { label: context.say.navCounted, href: linkTo(context, paths.counted) },
        { label: say.cardsTitle },
      ]}
      heading={<PageHeading title={say.cardsTitle} />}
    >
      <p class="summary">{say.cardsLead(...daysOf(context, time))}</p>
      <p class="prose">{say.cardsRank}</p>
      <YearLinks context={context} time={time} path={paths.reportCards} rest={{ by }} />
      <p class="link-row after-block">
        {say.rankBy}
        {serviceFigures.map((figure) => {
          const { title } = figureWords(context.language, figure);
          const href = withQuery(paths.reportCards, { ...year, by: figure });
          return figure === by ? (
            <b aria-current="true">{title}</b>
          ) : (
            <a href={linkTo(context, href)}>{title}</a>
          );
        })}
      </p>
      {view.lines.length === 0 ? (
        <EmptyState
          heading={say.cardsTitle}
          meaning={view.beingCounted ? say.beingCounted : say.none}
        />
      ) : (
        <CardsTable context={context} lines={view.lines} by={by} />
      )}
      <Section heading={say.how} id="how">
        <Definitions context={context} ids={serviceFigures} />
      </Section>
      <div class="after-block">
        <LinkRow
          links={[
            {
              href: linkTo(context, withQuery(paths.reportCardsFile, { ...year, by })),
              label: say.csv,
            },
            { href: linkTo(context, paths.reportDistricts), label: say.linkDistricts },
            { href: linkTo(context, paths.agencies), label: say.linkAgency },
          ]}
        />
      </div>
    </Frame>
  );
}

function CardsTable(props: {
  readonly context: PageContext;
  readonly lines: readonly ReportCardLine[];
  readonly by: ServiceFigure;
}) {
  const { context, by } = props;
  const { words, language } = context;
  const say = cardWords(language);
  return (
    <DataTable
      caption={say.cardsTitle}
      captionHidden
      columns={[
        { key: 'office', label: say.office, heads: true },
        { key: 'place', label: say.place },
        ...serviceFigures.map((figure) => ({
          key: figure,
          label: figureWords(language, figure).title,
        })),
      ]}
      rows={props.lines.map(({ office, figures, places }) => {
        const place = places[by];
        return {
          office: (
            <a href={linkTo(context, reportCardPath(officeId(office)))}>
              <TitleText words={words} text={office.name} />
            </a>
          ),
          place:
            place === undefined ? (
              <span class="quiet">{say.unplaced}</span>
            ) : (
              say.placeSay(words.number(place))
            ),
          ...Object.fromEntries(
            serviceFigures.map((id) => {
              const figure = figures.find((each) => each.id === id);
              return [id, figure === undefined ? say.noFigure : figureText(context, figure)];
            }),
          ),
        };
      })}
    />
  );
}
