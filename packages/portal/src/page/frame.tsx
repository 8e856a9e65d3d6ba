import type { Child } from 'hono/jsx';
import { civilTimeAt, localise } from '@credence/domain';
import { Page, type NavigationLinks, type PageClock } from '@credence/pages';

import { SignedInLine } from '../access/signed-in-line.tsx';
import { editionPath, inLanguage, paths } from '../request/paths.ts';
import { readingWords } from '../words/reading.ts';
import { bulkWords } from '../words/bulk.ts';
import { accessWords } from '../words/access.ts';
import { linkTo, type PageContext } from './page-context.ts';

/** `figures`: pages beside the lists that are about today alone. */
export type Area = 'find' | 'lists' | 'figures' | 'rules' | 'counted' | 'data';

/** The frame of every portal page: masthead, time and law, breadcrumb, content, foot. */
export function Frame(props: {
  readonly context: PageContext;
  readonly title: string;
  readonly area?: Area;
  readonly breadcrumb?: readonly { readonly label: Child; readonly href?: string }[];
  readonly heading?: Child;
  readonly side?: Child;
  /** Which workspace the page belongs to; absent: the public portal. */
  readonly workspace?: string;
  /** The same content as data. */
  readonly json?: string;
  /** A feed of what is published here. */
  readonly feed?: string;
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
        workspace: props.workspace ?? workspaceOf(context),
        homeHref: linkTo(context, paths.home),
      }}
      address={inLanguage(context.address, language)}
      links={navigation(context, props.area)}
      stylesheetHref={site.stylesheetHref}
      {...(clock === undefined ? {} : { clock })}
      person={<SignedInLine language={language} address={context.address} />}
      breadcrumb={props.breadcrumb ?? []}
      heading={props.heading}
      {...(props.side === undefined ? {} : { side: props.side })}
      footer={[
        ...(json === undefined ? [] : [{ label: say.asJson, href: json }]),
        ...(props.feed === undefined
          ? []
          : [{ label: bulkWords(language).feed, href: props.feed }]),
        { label: words.t('page.accessibility'), href: linkTo(context, paths.accessibility) },
        { label: say.problemsTitle, href: linkTo(context, paths.problems) },
      ]}
      {...(props.robots === undefined ? {} : { robots: props.robots })}
      head={
        <>
          <link rel="icon" type="image/svg+xml" href={site.iconHref} />
          {json === undefined ? null : <link rel="alternate" type="application/json" href={json} />}
          {props.feed === undefined ? null : (
            <link rel="alternate" type="application/atom+xml" href={props.feed} />
          )}
        </>
      }
    >
      {props.children}
    </Page>
  );
}

/** Everything below the desk is the desk's; the rest is the public portal. */
function workspaceOf({ address, language, words }: PageContext): string {
  const isDesk = /^\/(?:desk|own)(?=$|[/?])/.test(address);
  return isDesk ? accessWords(language).deskTitle : words.t('page.publicPortal');
}

function navigation(context: PageContext, area: Area | undefined): NavigationLinks {
  const { say, words } = context;
  const link = (name: Area, path: string, label: string) => ({
    href: linkTo(context, path),
    label,
    current: area === name || (name === 'lists' && area === 'figures'),
  });
  return [
    link('find', paths.home, words.t('page.organisations')),
    link('lists', paths.lists, readingWords(context.language).navLists),
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
    ...(area === 'find' || area === 'lists' ? {} : { fixed: true }),
  };
}
