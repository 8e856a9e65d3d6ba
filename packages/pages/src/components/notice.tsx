import type { Child } from 'hono/jsx';

import type { Words } from '../words/words.ts';

/** Something the page has to say beside its subject. `fail` is for our own failures alone. */
export function Notice(props: {
  readonly tone?: 'plain' | 'due' | 'good' | 'fail';
  readonly heading?: Child;
  readonly children?: Child;
}) {
  return (
    <div class={`notice notice-${props.tone ?? 'plain'}`}>
      {props.heading === undefined ? null : <p class="notice-heading">{props.heading}</p>}
      {props.children}
    </div>
  );
}

/** What was looked for, what this absence means, and what is near. Never an illustration. */
export function EmptyState(props: {
  readonly heading: Child;
  readonly level?: 2 | 3;
  readonly meaning: Child;
  readonly near?: Child;
}) {
  const { heading } = props;
  return (
    <div class="panel">
      {props.level === 3 ? (
        <h3 class="panel-heading">{heading}</h3>
      ) : (
        <h2 class="panel-heading">{heading}</h2>
      )}
      {props.near === undefined ? null : <p>{props.near}</p>}
      <p class="quiet">{props.meaning}</p>
    </div>
  );
}

/**
 * What cannot be done, the rule that says so, and what can be done instead. It looks like any page:
 * a refusal is no alarm.
 */
export function Refusal(props: {
  readonly words: Words;
  readonly heading: Child;
  readonly level?: 1 | 2;
  readonly rule: Child;
  readonly instead?: readonly { readonly href: string; readonly label: Child }[];
  /** False for reads, where nothing could have been saved. */
  readonly saves?: false;
  readonly reference?: string;
}) {
  const { words, heading, instead } = props;
  const last = [
    props.saves === false ? undefined : words.t('form.nothingSaved'),
    props.reference === undefined
      ? undefined
      : words.t('form.reference', { reference: props.reference }),
  ].filter((part) => part !== undefined);
  return (
    <div class="panel">
      {props.level === 1 ? (
        <h1 class="panel-heading">{heading}</h1>
      ) : (
        <h2 class="panel-heading">{heading}</h2>
      )}
      <p>{props.rule}</p>
      {instead === undefined || instead.length === 0 ? null : (
        <ul class="link-row" aria-label={words.t('form.whatInstead')}>
          {instead.map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
      {last.length === 0 ? null : (
        <p class="quiet">{last.join(words.language === 'zh' ? '' : ' ')}</p>
      )}
    </div>
  );
}
