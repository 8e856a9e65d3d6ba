import type { Child } from 'hono/jsx';

import type { Words } from '../words/words.ts';
import { Icon } from './icon.tsx';

/** What is wrong with one field: the link in the summary, and the message above the field. */
export interface FieldError {
  readonly fieldId: string;
  readonly says: string;
}

/** The box above a form with a link to each field that needs a change; the page opens at it. */
export function ErrorSummary(props: {
  readonly words: Words;
  readonly errors: readonly FieldError[];
}) {
  const { words, errors } = props;
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="errors" autofocus>
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

interface FieldProps {
  readonly words: Words;
  readonly id: string;
  readonly name: string;
  readonly label: Child;
  readonly value?: string;
  readonly hint?: Child;
  readonly error?: string;
}

/** A text field with its label, hint and, after a mistake, what to change. */
export function Field(
  props: FieldProps & {
    readonly type?: 'text' | 'search' | 'date' | 'number';
    readonly required?: true;
  },
) {
  return (
    <FieldFrame {...props}>
      <input
        id={props.id}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value}
        required={props.required}
        {...descriptionOf(props)}
      />
    </FieldFrame>
  );
}

/** A text of several lines, which has to be given. */
export function TextArea(props: FieldProps & { readonly rows?: number }) {
  return (
    <FieldFrame {...props}>
      <textarea
        id={props.id}
        name={props.name}
        rows={props.rows ?? 4}
        required
        {...descriptionOf(props)}
      >
        {props.value ?? ''}
      </textarea>
    </FieldFrame>
  );
}

function FieldFrame(props: FieldProps & { readonly children?: Child }) {
  const { words, id, error, hint } = props;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldFault {...{ words, id, error }} />
      {props.children}
    </div>
  );
}

/** What to change in a field, above it; nothing where nothing is wrong. */
export function FieldFault(props: {
  readonly words: Words;
  readonly id: string;
  readonly error: string | undefined;
}) {
  const { words, id, error } = props;
  if (error === undefined) return null;
  return (
    <p class="field-error" id={`${id}-error`}>
      <Icon shape="cross" />
      <span>
        <span class="hidden">{words.t('form.errorPrefix')} </span>
        {error}
      </span>
    </p>
  );
}

function descriptionOf({ id, error, hint }: FieldProps) {
  const described = [
    error === undefined ? undefined : `${id}-error`,
    hint === undefined ? undefined : `${id}-hint`,
  ].filter((part) => part !== undefined);
  return {
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
  };
}
