import type { ReportCardView } from '@credence/casework';
import { localise } from '@credence/domain';
import { AsGiven, EmptyState, LinkRow, PageHeading, TitleText } from '@credence/pages';

import { Frame } from '../page/frame.tsx';
import { LatePayments } from '../page/late-payments.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import {
  agencyPath,
  bodyContractsPath,
  paths,
  reportCardFilePath,
  reportCardPath,
  subjectPath,
  withQuery,
} from '../request/paths.ts';
import { cardWords } from '../words/report-card/cards.ts';
import { FigureSections } from './figure-table.tsx';
import { UnlikeSection } from './unlike-section.tsx';
import { daysOf, YearLinks } from './year-links.tsx';

/** How one office served and kept its own word; each figure with its definition beside it. */
export function ReportCardPage(props: {
  readonly context: PageContext;
  readonly view: ReportCardView;
}) {
  const { context, view } = props;
  const { words, language } = context;
  const say = cardWords(language);
  const { office, time, figures, limits, payments, unlike } = view;
  const id = officeId(office);
  const path = reportCardPath(id);
  const name = localise(office.name, language).text;
  return (
    <Frame
      context={context}
      title={`${name} · ${say.card}`}
      area="figures"
      robots="noindex"
      json={withQuery(`${paths.api}/report-cards/${encodeURIComponent(id)}`, { year: time.year })}
      breadcrumb={[
        { label: say.cardsTitle, href: linkTo(context, paths.reportCards) },
        { label: <TitleText words={words} text={office.name} /> },
      ]}
      heading={
        <PageHeading
          title={<TitleText words={words} text={office.name} />}
          above={say.card}
          facts={[
            ...(office.code === undefined ? [] : [<code>{office.code}</code>]),
            ...(office.district === undefined
              ? []
              : [<AsGiven words={words} text={office.district} />]),
          ]}
        />
      }
    >
      <p class="summary">{say.cardLead(...daysOf(context, time))}</p>
      <p class="prose">{say.neverCounts}</p>
      <YearLinks context={context} time={time} path={path} />
      {figures === undefined ? (
        <EmptyState heading={say.card} meaning={say.beingCounted} />
      ) : (
        <FigureSections context={context} figures={figures} limits={limits} />
      )}
      {payments === undefined ? null : (
        <LatePayments context={context} payments={payments.payments} />
      )}
      {unlike === undefined ? null : (
        <UnlikeSection context={context} unlike={unlike} audience="public" />
      )}
      <div class="after-block">
        <LinkRow links={linksOf(context, view)} />
      </div>
    </Frame>
  );
}

/** The code of the agency, else the id of the organisation. */
export function officeId({ code, organisation }: ReportCardView['office']): string {
  return code ?? organisation ?? '';
}

function linksOf(context: PageContext, { office, time }: ReportCardView) {
  const say = cardWords(context.language);
  const { code, organisation } = office;
  const file = withQuery(reportCardFilePath(officeId(office)), { year: time.year });
  return [
    { href: linkTo(context, file), label: say.csv },
    ...(code === undefined
      ? []
      : [{ href: linkTo(context, agencyPath(code)), label: say.linkAgency }]),
    ...(organisation === undefined
      ? []
      : [
          { href: linkTo(context, bodyContractsPath(organisation)), label: say.linkContracts },
          { href: linkTo(context, subjectPath(organisation)), label: say.linkOrganisation },
        ]),
    { href: linkTo(context, paths.reportCards), label: say.linkCards },
    { href: linkTo(context, paths.reportDistricts), label: say.linkDistricts },
  ];
}
