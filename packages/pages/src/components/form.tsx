import type { Child } from 'hono/jsx';

import type { Words } from '../words/words.ts';
import { Icon } from './icon.tsx';

/** What is wrong with one field: the link in the summary, and the message above the field. */
export interface FieldError {
  readonly fieldId: string;
  readonly says: string;
}

/** The box above a form with a link to each field that needs a change. */
export function ErrorSummary(props: {
  readonly words: Words;
  readonly errors: readonly FieldError[];
}) {
  const { words, errors } = props;
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="errors">
      <h2>{words.t('form.errors', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ fieldId, says }) => (
          <li>
            <a href={`#${fieldId}`}>{says}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A text field with its label, hint and, after a mistake, what to change. */
export function Field(props: {
  readonly words: Words;
  readonly id: string;
  readonly name: string;
  readonly label: Child;
  readonly type?: 'text' | 'search' | 'date' | 'number';
  readonly value?: string;
  readonly hint?: Child;
  readonly error?: string;
  readonly required?: true;
}) {
  const { words, id, error, hint } = props;
  const described = [
    error === undefined ? undefined : `${id}-error`,
    hint === undefined ? undefined : `${id}-hint`,
  ].filter((part) => part !== undefined);
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          <Icon shape="cross" />
          <span>
            <span class="hidden">{words.t('form.errorPrefix')} </span>
            {error}
          </span>
        </p>
      )}
      <input
        id={id}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value}
        required={props.required}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
      />
    </div>
  );
}
