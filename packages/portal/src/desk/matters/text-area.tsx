import type { Words } from '@credence/pages';
import { Icon } from '@credence/pages';
import type { Child } from 'hono/jsx';

/** A text of several lines with its label, hint and, after a mistake, what to change. */
export function TextArea(props: {
  readonly words: Words;
  readonly id: string;
  readonly name: string;
  readonly label: Child;
  readonly value?: string;
  readonly hint?: Child;
  readonly error?: string;
  readonly rows?: number;
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
      <textarea
        id={id}
        name={props.name}
        rows={props.rows ?? 4}
        required
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
      >
        {props.value ?? ''}
      </textarea>
    </div>
  );
}
