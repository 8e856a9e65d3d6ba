import type { Language } from '@credence/domain';

import type { Words } from '../words/words.ts';
import { addressIn } from './address.ts';

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

/** Whose page it is and which workspace of it. */
export interface Site {
  readonly name: string;
  /** 公开门户 and so on. */
  readonly workspace: string;
  readonly homeHref: string;
}

/** Wordmark, at most five links, and the language switch; the links fold into a menu when narrow. */
export function Masthead(props: {
  readonly words: Words;
  readonly site: Site;
  readonly links: NavigationLinks;
  readonly address: string;
}) {
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
