import type { Child } from 'hono/jsx';

import { clockText } from '../words/moment.ts';
import type { Words } from '../words/words.ts';
import { addressIn } from './address.ts';
import { ClockStrip, type PageClock } from './clock-strip.tsx';
import { Masthead, type NavigationLinks, type Site } from './masthead.tsx';
import { BarPatterns } from './term-bar.tsx';

export interface PageProps {
  readonly words: Words;
  /** Name of the page in the browser; the register's name follows. */
  readonly title: string;
  readonly site: Site;
  /** Path and query as asked for; the language switch and "another day" keep them. */
  readonly address: string;
  readonly links: NavigationLinks;
  readonly stylesheetHref: string;
  /** Absent only on pages that answer nothing, such as a defect. */
  readonly clock?: PageClock;
  /** Under the masthead, where a whole site has to say one thing on every page. */
  readonly banner?: Child;
  /** Who is signed in, at the end of the clock strip. */
  readonly person?: Child;
  readonly breadcrumb?: readonly { readonly label: Child; readonly href?: string }[];
  /** Title block over both columns: usually a `PageHeading`. */
  readonly heading?: Child;
  readonly side?: Child;
  readonly footer?: readonly { readonly label: Child; readonly href?: string }[];
  readonly theme?: 'light' | 'dark';
  readonly robots?: 'noindex';
  /** Further elements of `head`, e.g. an alternate format. */
  readonly head?: Child;
  readonly children?: Child;
}

/** The whole page: skip link, masthead, clock strip, breadcrumb, main, side, footer. */
export function Page(props: PageProps) {
  const { words, clock, side } = props;
  return (
    <html lang={words.tag} data-theme={props.theme}>
      <PageHead {...props} />
      <body>
        <a class="skip" href="#content">
          {words.t('page.skip')}
        </a>
        <BarPatterns />
        <Masthead words={words} site={props.site} links={props.links} address={props.address} />
        {props.banner}
        {clock === undefined ? null : (
          <ClockStrip words={words} clock={clock} address={props.address} person={props.person} />
        )}
        <div class="frame">
          <Breadcrumb words={words} steps={props.breadcrumb ?? []} />
          <main id="content" tabindex={-1}>
            {props.heading}
            {side === undefined ? (
              props.children
            ) : (
              <div class="columns">
                <div class="column-main">{props.children}</div>
                <div class="column-side">{side}</div>
              </div>
            )}
          </main>
        </div>
        <Footer entries={props.footer ?? []} />
        <PrintFoot name={props.site.name} clock={clock} />
      </body>
    </html>
  );
}

/** The page as text, with its document type. */
export function renderPage(page: unknown): string {
  return `<!doctype html>${String(page)}`;
}

function PageHead(props: PageProps) {
  const { words, title, site } = props;
  const other = words.language === 'zh' ? 'en' : 'zh';
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={props.theme ?? 'light dark'} />
      {props.robots === undefined ? null : <meta name="robots" content={props.robots} />}
      <title>{title === site.name ? title : `${title} - ${site.name}`}</title>
      <link rel="stylesheet" href={props.stylesheetHref} />
      <link
        rel="alternate"
        hreflang={other === 'zh' ? 'zh-Hans' : 'en'}
        href={addressIn(other, props.address)}
      />
      {props.head}
    </head>
  );
}

function Breadcrumb(props: {
  readonly words: Words;
  readonly steps: readonly { readonly label: Child; readonly href?: string }[];
}) {
  const { words, steps } = props;
  if (steps.length === 0) return null;
  return (
    <nav class="breadcrumb" aria-label={words.t('page.breadcrumb')}>
      <ol>
        {steps.map(({ label, href }) => (
          <li>
            {href === undefined ? (
              <span aria-current="page">{label}</span>
            ) : (
              <a href={href}>{label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** On paper, the foot of every sheet: whose register, as of when. */
function PrintFoot(props: { readonly name: string; readonly clock: PageClock | undefined }) {
  const { name, clock } = props;
  return (
    <p class="print-foot">
      {name} {clock === undefined ? null : `${clock.asOf.date} ${clockText(clock.asOf)}`}
    </p>
  );
}

function Footer(props: {
  readonly entries: readonly { readonly label: Child; readonly href?: string }[];
}) {
  return (
    <footer class="footer">
      <ul>
        {props.entries.map(({ label, href }) => (
          <li>{href === undefined ? label : <a href={href}>{label}</a>}</li>
        ))}
      </ul>
    </footer>
  );
}
