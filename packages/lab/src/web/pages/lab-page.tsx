import { Page, renderPage } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { LabBanner } from '../../report/statement-page.tsx';
import { chinese as bannerZh } from '../../report/words-zh.ts';
import { english as bannerEn } from '../../report/words-en.ts';
import type { SiteContext } from '../site.ts';
import type { SiteWords } from '../words/zh.ts';

/** A part of the site, as the masthead names it. */
export type SitePart = keyof SiteWords['nav'];

const partPaths: Readonly<Record<SitePart, string>> = {
  experiments: '/',
  regimes: '/regimes',
  compare: '/compare',
  validation: '/validation',
  about: '/about',
};

/** A page of the Lab: its own name, its own links, and on every page that nothing here is real. */
export function labPage(
  context: SiteContext,
  props: {
    readonly title: string;
    readonly part?: SitePart;
    readonly heading?: Child;
    readonly breadcrumb?: readonly { readonly label: Child; readonly href?: string }[];
    readonly head?: Child;
    readonly children: Child;
  },
): string {
  const { words, say, site, link } = context;
  const to = (part: SitePart) => ({
    href: link(partPaths[part]),
    label: say.nav[part],
    current: part === props.part,
  });
  return renderPage(
    <Page
      words={words}
      title={props.title}
      site={{ name: say.lab, workspace: say.workspace, homeHref: link('/') }}
      address={context.address}
      links={[to('experiments'), to('regimes'), to('compare'), to('validation'), to('about')]}
      stylesheetHref={site.assets.stylesheet.path}
      banner={<LabBanner say={words.language === 'zh' ? bannerZh : bannerEn} />}
      breadcrumb={props.breadcrumb ?? []}
      heading={props.heading}
      head={
        <>
          <link rel="icon" href={site.assets.icon.path} type="image/svg+xml" />
          {props.head}
        </>
      }
      robots="noindex"
      footer={[
        { label: say.footer },
        { label: say.footerRuns, href: link('/runs') },
        { label: say.nav.validation, href: link('/validation') },
        { label: say.nav.about, href: link('/about') },
      ]}
    >
      {props.children}
    </Page>,
  );
}
