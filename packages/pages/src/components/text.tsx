import type { Child } from 'hono/jsx';
import type { CivilDate, Identifier, Language, Localised, Money } from '@credence/domain';

import type { CivilMoment } from '../words/moment.ts';
import { clockText } from '../words/moment.ts';
import type { Words } from '../words/words.ts';

const tags = { zh: 'zh-Hans', en: 'en' } as const;

/** A civil day in words, machine-readable, never broken across lines. */
export function Day({ words, on }: { readonly words: Words; readonly on: CivilDate }) {
  return (
    <time class="day" datetime={on}>
      {words.date(on)}
    </time>
  );
}

/** A day with hour and minute in the register's zone. */
export function Moment({ words, at }: { readonly words: Words; readonly at: CivilMoment }) {
  return (
    <time class="day" datetime={`${at.date}T${clockText(at)}`}>
      {words.moment(at)}
    </time>
  );
}

/** An amount with its currency, never broken across lines. */
export function MoneyText({ words, money }: { readonly words: Words; readonly money: Money }) {
  return <span class="amount">{words.money(money)}</span>;
}

/** Text of a known language; says so to voice and font when the page speaks another. */
export function InLanguage(props: {
  readonly words: Words;
  readonly language: Language | undefined;
  readonly class?: string;
  readonly children?: Child;
}) {
  const { words, language, children } = props;
  const other = language !== undefined && language !== words.language;
  if (!other && props.class === undefined) return <>{children}</>;
  return (
    <span class={props.class} lang={other ? tags[language] : undefined}>
      {children}
    </span>
  );
}

/** Text as the source gave it: never translated, marked with the language it is written in. */
export function AsGiven(props: {
  readonly words: Words;
  readonly text: string;
  readonly class?: string;
}) {
  return (
    <InLanguage
      words={props.words}
      language={languageOf(props.text)}
      {...(props.class === undefined ? {} : { class: props.class })}
    >
      {props.text}
    </InLanguage>
  );
}

/** A title from a card: in the language of the page, or in the other one, marked so. */
export function TitleText({ words, text }: { readonly words: Words; readonly text: Localised }) {
  const own = text[words.language];
  if (own !== undefined) return <>{own}</>;
  const other = words.language === 'zh' ? 'en' : 'zh';
  return (
    <InLanguage words={words} language={other}>
      {text[other] ?? ''}
    </InLanguage>
  );
}

/**
 * The name of an organisation: whole, never cut. Given in its parts (region, trade name, business,
 * legal form) it breaks between them first. `match` is tinted where it stands in the name.
 */
export function Name(props: {
  readonly words: Words;
  readonly name: string | readonly string[];
  readonly match?: string;
}) {
  const parts = typeof props.name === 'string' ? [props.name] : props.name;
  const whole = parts.join('');
  const place = placeOf(whole, props.match);
  const broken: Child[] = [];
  let start = 0;
  for (const part of parts) {
    if (start > 0) broken.push(<wbr />);
    broken.push(...tinted(part, { from: place.from - start, until: place.until - start }));
    start += part.length;
  }
  return (
    <InLanguage words={props.words} language={languageOf(whole)} class="name">
      {broken}
    </InLanguage>
  );
}

/** How the identifiers of a scheme are grouped on the page; the gaps are margins, not characters. */
const groupsOfScheme: Readonly<Record<string, readonly number[]>> = { uscc: [2, 6, 9, 1] };

/** A code in groups. Selecting and copying it yields the bare characters. */
export function IdentifierText(props: {
  readonly identifier: Identifier;
  readonly groups?: readonly number[];
}) {
  const { scheme, value } = props.identifier;
  const groups = props.groups ?? groupsOfScheme[scheme] ?? [];
  return (
    <span class="code" translate="no">
      {cut(value, groups).map((group) => (
        <span class="code-group">{group}</span>
      ))}
    </span>
  );
}

/** A document number with its brackets 〔〕, in the language it is written in. */
export function DocumentNumber({ words, text }: { readonly words: Words; readonly text: string }) {
  return <AsGiven words={words} text={text} class="document-number" />;
}

/** Chinese when a text holds Han characters, English when it holds only Latin letters. */
export function languageOf(text: string): Language | undefined {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return /\p{Script=Latin}/u.test(text) ? 'en' : undefined;
}

function placeOf(name: string, match: string | undefined): { from: number; until: number } {
  const sought = match?.trim().toLowerCase() ?? '';
  const from = sought === '' ? -1 : name.toLowerCase().indexOf(sought);
  return from < 0 ? { from: 0, until: 0 } : { from, until: from + sought.length };
}

function tinted(part: string, place: { from: number; until: number }): Child[] {
  const from = Math.max(0, Math.min(part.length, place.from));
  const until = Math.max(from, Math.min(part.length, place.until));
  if (from === until) return [part];
  return [part.slice(0, from), <mark>{part.slice(from, until)}</mark>, part.slice(until)];
}

function cut(value: string, groups: readonly number[]): string[] {
  const total = groups.reduce((sum, size) => sum + size, 0);
  if (total !== value.length) return [value];
  const cuts: string[] = [];
  let from = 0;
  for (const size of groups) {
    cuts.push(value.slice(from, from + size));
    from += size;
  }
  return cuts;
}
