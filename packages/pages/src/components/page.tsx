import type { Child } from 'hono/jsx';
import type { CivilDate, Language } from '@credence/domain';

import { addressIn, splitAddress } from './address.ts';
import type { CivilMoment } from '../words/moment.ts';
import type { Words } from '../words/words.ts';
import { BarPatterns } from './term-bar.tsx';
import { Day, Moment } from './text.tsx';

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
}

/** At most five, so that the masthead never wraps: a sixth does not compile. */
export type NavigationLinks = readonly [
  NavigationLink?,
  NavigationLink?,
  NavigationLink?,
  NavigationLink?,
  NavigationLink?,
];

/** The time and law every page is given under. */
export interface PageClock {
  readonly asOf: CivilMoment;
  readonly day: CivilDate;
  readonly today: CivilDate;
  /** Absent before the first edition is in force. */
  readonly edition?: {
    readonly code: string;
    readonly inForceFrom: CivilDate;
    readonly href?: string;
  };
  /** Earliest day that can be looked at. */
  readonly earliest?: CivilDate;
}

export interface PageProps {
  readonly words: Words;
  /** Name of the page in the browser; the register's name follows. */
  readonly title: string;
  readonly site: {
    readonly name: string;
    /** 公开门户 and so on. */
    readonly workspace: string;
    readonly homeHref: string;
  };
  /** Path and query as asked for; the language switch and "another day" keep them. */
  readonly address: string;
  readonly links: NavigationLinks;
  readonly stylesheetHref: string;
  /** Absent only on pages that answer nothing, such as a defect. */
  readonly clock?: PageClock;
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
        <Masthead {...props} />
        {clock === undefined ? null : (
          <ClockStrip words={words} clock={clock} address={props.address} />
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

function Masthead(props: PageProps) {
  const { words, site } = props;
  const links = props.links.filter((link) => link !== undefined);
  return (
    <header class="masthead">
      <div class="masthead-row">
        <a class="wordmark" href={site.homeHref}>
          <Wordmark />
          <span class="wordmark-text">
            <b>{site.name}</b>
            <span class="quiet">{site.workspace}</span>
          </span>
        </a>
        {links.length === 0 ? null : (
          <nav class="navigation" aria-label={words.t('page.mainNavigation')}>
            <NavigationList links={links} />
          </nav>
        )}
        <LanguageSwitch words={words} address={props.address} />
        {links.length === 0 ? null : (
          <details class="menu">
            <summary>{words.t('page.menu')}</summary>
            <nav aria-label={words.t('page.menu')}>
              <NavigationList links={links} />
            </nav>
          </details>
        )}
      </div>
    </header>
  );
}

function NavigationList({ links }: { readonly links: readonly NavigationLink[] }) {
  return (
    <ul>
      {links.map(({ href, label, current }) => (
        <li>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

const languages = [
  { language: 'zh', tag: 'zh-Hans', own: '中文' },
  { language: 'en', tag: 'en', own: 'English' },
] as const satisfies readonly { language: Language; tag: string; own: string }[];

function LanguageSwitch({ words, address }: { readonly words: Words; readonly address: string }) {
  return (
    <ul class="languages" aria-label={words.t('page.language')}>
      {languages.map(({ language, tag, own }) => (
        <li>
          {language === words.language ? (
            <span lang={tag} aria-current="true">
              {own}
            </span>
          ) : (
            <a href={addressIn(language, address)} lang={tag} hreflang={tag}>
              {own}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The wordmark is the term bar in small: elapsed, to come, and an end. */
function Wordmark() {
  return (
    <svg class="wordmark-bar" width="32" height="20" aria-hidden="true" focusable="false">
      <rect class="wordmark-past" x="0" y="8" width="15" height="5" />
      <rect class="wordmark-rest" x="15" y="8" width="13" height="5" />
      <rect class="wordmark-past" x="28" y="1" width="3" height="18" />
    </svg>
  );
}

function ClockStrip(props: {
  readonly words: Words;
  readonly clock: PageClock;
  readonly address: string;
}) {
  const { words, clock } = props;
  const { edition } = clock;
  const past = clock.day !== clock.today;
  return (
    <section class={past ? 'clock clock-past' : 'clock'} aria-label={words.t('page.timeAndRules')}>
      <div class="clock-row">
        {past ? (
          <p>
            <b>{words.rich('page.pastDay', { day: <Day words={words} on={clock.day} /> })}</b>{' '}
            <a href={splitAddress(props.address).without('day')}>{words.t('page.backToToday')}</a>
          </p>
        ) : null}
        <p>
          {words.rich('page.asOf', {
            moment: past ? (
              <Moment words={words} at={clock.asOf} />
            ) : (
              <b>
                <Moment words={words} at={clock.asOf} />
              </b>
            ),
          })}
        </p>
        {edition === undefined ? null : (
          <p>
            {words.rich('page.edition', {
              code:
                edition.href === undefined ? (
                  edition.code
                ) : (
                  <a href={edition.href}>{edition.code}</a>
                ),
              on: <Day words={words} on={edition.inForceFrom} />,
            })}
          </p>
        )}
        <OtherDay {...props} />
      </div>
    </section>
  );
}

/** A form that asks the same page for another day. */
function OtherDay(props: {
  readonly words: Words;
  readonly clock: PageClock;
  readonly address: string;
}) {
  const { words, clock } = props;
  const { path, params } = splitAddress(props.address);
  return (
    <details class="other-day">
      <summary>{words.t('page.lookAtAnotherDay')}</summary>
      <form method="get" action={path}>
        {params
          .filter(([name]) => name !== 'day' && name !== 'page')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <label for="day">{words.t('page.otherDayLabel')}</label>
        <input
          id="day"
          name="day"
          type="date"
          value={clock.day}
          min={clock.earliest}
          max={clock.today}
          required
          aria-describedby="day-hint"
        />
        <button class="button button-second" type="submit">
          {words.t('page.otherDayShow')}
        </button>
        <p class="hint" id="day-hint">
          {words.t('page.otherDayHint')}
        </p>
      </form>
    </details>
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
