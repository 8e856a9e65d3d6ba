import {
  shareFigures,
  type DistrictColumn,
  type DistrictsView,
  type FigureId,
} from '@credence/casework';
import { AsGiven, DataTable, EmptyState, LinkRow, PageHeading, Section } from '@credence/pages';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { cardWords } from '../words/report-card/cards.ts';
import { figureWords } from '../words/report-card/figures.ts';
import { Definitions, figureSections } from './figure-table.tsx';
import { figureText } from './figure-text.ts';
import { daysOf, YearLinks } from './year-links.tsx';

/** The same measured figures by district, for evaluating a pilot. */
export function DistrictsPage(props: {
  readonly context: PageContext;
  readonly view: DistrictsView;
}) {
  const { context, view } = props;
  const say = cardWords(context.language);
  const { time, districts } = view;
  const year = time.year === undefined ? {} : { year: String(time.year) };
  return (
    <Frame
      context={context}
      title={say.districtsTitle}
      area="figures"
      json={withQuery(`${paths.api}/report-cards-by-district`, year)}
      breadcrumb={[
        { label: say.cardsTitle, href: linkTo(context, paths.reportCards) },
        { label: say.districtsTitle },
      ]}
      heading={<PageHeading title={say.districtsTitle} />}
    >
      <p class="summary">{say.districtsLead(...daysOf(context, time))}</p>
      <p class="prose">{say.districtsHow}</p>
      <YearLinks context={context} time={time} path={paths.reportDistricts} />
      {districts.length === 0 ? (
        <EmptyState
          heading={say.districtsTitle}
          meaning={view.beingCounted ? say.beingCounted : say.none}
        />
      ) : (
        figureSections.map(({ heading, ids }) => (
          <DistrictTable context={context} districts={districts} heading={say[heading]} ids={ids} />
        ))
      )}
      <div class="after-block">
        <LinkRow
          links={[
            {
              href: linkTo(context, withQuery(paths.reportDistrictsFile, year)),
              label: say.csv,
            },
            { href: linkTo(context, paths.reportCards), label: say.linkCards },
          ]}
        />
      </div>
    </Frame>
  );
}

/** One row for each district, one column for each share of a section, the definitions below. */
function DistrictTable(props: {
  readonly context: PageContext;
  readonly districts: readonly DistrictColumn[];
  readonly heading: string;
  readonly ids: readonly FigureId[];
}) {
  const { context, districts, heading } = props;
  const { words, language } = context;
  const say = cardWords(language);
  const shares = shareFigures.filter((id) => props.ids.includes(id));
  return (
    <Section heading={heading}>
      <DataTable
        caption={heading}
        captionHidden
        columns={[
          { key: 'district', label: say.district, heads: true },
          { key: 'offices', label: say.officesLabel, align: 'end' },
          ...shares.map((id) => ({ key: id, label: figureWords(language, id).title })),
        ]}
        rows={districts.map(({ district, offices, figures }) => ({
          district:
            district === undefined ? say.districtNone : <AsGiven words={words} text={district} />,
          offices: words.number(offices),
          ...Object.fromEntries(
            shares.map((id) => {
              const figure = figures.find((each) => each.id === id);
              return [id, figure === undefined ? say.noFigure : figureText(context, figure)];
            }),
          ),
        }))}
      />
      <Definitions context={context} ids={shares} />
    </Section>
  );
}
