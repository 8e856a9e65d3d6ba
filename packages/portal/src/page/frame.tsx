import type { Child } from 'hono/jsx';
import { civilTimeAt, localise } from '@credence/domain';
import { Page, type NavigationLinks, type PageClock } from '@credence/pages';

import { editionPath, inLanguage, paths } from '../request/paths.ts';
import { linkTo, type PageContext } from './page-context.ts';

export type Area = 'find' | 'rules' | 'counted' | 'data';

/** The frame of every portal page: masthead, time and law, breadcrumb, content, foot. */
export function Frame(props: {
  readonly context: PageContext;
  readonly title: string;
  readonly area?: Area;
  readonly breadcrumb?: readonly { readonly label: Child; readonly href?: string }[];
  readonly heading?: Child;
  readonly side?: Child;
  /** The same content as data. */
  readonly json?: string;
  /** Pages about organisations stay out of search engines, whose copies outlive an end. */
  readonly robots?: 'noindex';
  readonly children?: Child;
}) {
  const { context, json } = props;
  const { words, say, site, language } = context;
  const clock = clockOf(context, props.area);
  return (
    <Page
      words={words}
      title={props.title}
      site={{
        name: localise(site.name, language).text,
        workspace: words.t('page.publicPortal'),
        homeHref: linkTo(context, paths.home),
      }}
      address={inLanguage(context.address, language)}
      links={navigation(context, props.area)}
      stylesheetHref={site.stylesheetHref}
      {...(clock === undefined ? {} : { clock })}
      breadcrumb={props.breadcrumb ?? []}
      heading={props.heading}
      {...(props.side === undefined ? {} : { side: props.side })}
      footer={[
        ...(json === undefined ? [] : [{ label: say.asJson, href: json }]),
        { label: words.t('page.accessibility'), href: linkTo(context, paths.accessibility) },
        { label: say.problemsTitle, href: linkTo(context, paths.problems) },
      ]}
      {...(props.robots === undefined ? {} : { robots: props.robots })}
      head={
        <>
          <link rel="icon" type="image/svg+xml" href={site.iconHref} />
          {json === undefined ? null : <link rel="alternate" type="application/json" href={json} />}
        </>
      }
    >
      {props.children}
    </Page>
  );
}

function navigation(context: PageContext, area: Area | undefined): NavigationLinks {
  const { say, words } = context;
  const link = (name: Area, path: string, label: string) => ({
    href: linkTo(context, path),
    label,
    current: area === name,
  });
  return [
    link('find', paths.home, words.t('page.organisations')),
    link('rules', paths.rules, words.t('page.rules')),
    link('counted', paths.counted, say.navCounted),
    link('data', paths.data, words.t('page.apiDocs')),
  ];
}

function clockOf(context: PageContext, area: Area | undefined): PageClock | undefined {
  const { clock } = context;
  if (clock === undefined) return undefined;
  return {
    asOf: civilTimeAt(clock.timepoint, clock.zone),
    day: clock.day,
    today: clock.today,
    edition: {
      code: clock.edition.code,
      inForceFrom: clock.edition.inForceFrom,
      href: linkTo(context, editionPath(clock.edition.code)),
    },
    // Rules, explanations and problems are not about a day of the register.
    ...(area === 'find' ? {} : { fixed: true }),
  };
}
