import { ActionButton, Actions, Field } from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { contractWords } from '../words/contract/contracts.ts';
import type { FormField } from './act-fields.ts';
import type { Choices } from './choices.ts';

/** What a form said that could not be taken, and why. */
export interface Refused {
  readonly says: readonly string[];
}

/** Why nothing was taken, at the top of the page. */
export function Faults({ refused }: { readonly refused: Refused | undefined }) {
  if (refused === undefined) return null;
  return (
    <div class="error-summary" role="alert" id="errors">
      <ul>
        {refused.says.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
    </div>
  );
}

/** A form of what somebody says, with the fields it asks for. */
export function SaidForm(props: {
  readonly context: PageContext;
  readonly prefix: string;
  readonly fields: readonly FormField[];
  readonly subject: string;
  readonly action: string;
  /** Fields in which one of these is chosen. */
  readonly choices?: Choices;
  /** Fields that most people leave out. */
  readonly more?: { readonly says: string; readonly fields: readonly FormField[] };
}) {
  const { context, prefix, fields, subject, action, choices = {}, more } = props;
  const say = contractWords(context.language);
  const one = (field: FormField) => <SaidField {...{ context, prefix, field, choices }} />;
  return (
    <form class="form-block" method="post" action={linkTo(context, action)}>
      <FormToken />
      <input type="hidden" name="subject" value={subject} />
      {fields.map(one)}
      {more === undefined ? null : (
        <details>
          <summary>{more.says}</summary>
          {more.fields.map(one)}
        </details>
      )}
      <Actions>
        <ActionButton rank="second">{say.send}</ActionButton>
      </Actions>
    </form>
  );
}

function SaidField(props: {
  readonly context: PageContext;
  readonly prefix: string;
  readonly field: FormField;
  readonly choices: Choices;
}) {
  const { context, prefix, choices } = props;
  const { name, kind, label, of } = props.field;
  const { words, language } = context;
  const say = contractWords(language);
  const says = of === undefined ? say[label] : say.numbered(say[label], of);
  const id = `${prefix}-${name}`;
  const options = choices[name.split('.').at(-1) ?? name];
  if (kind === 'flag') {
    return (
      <p>
        <label>
          <input type="checkbox" name={name} value="yes" /> {says}
        </label>
      </p>
    );
  }
  if (options === undefined) {
    const type = kind === 'day' ? 'date' : 'text';
    return <Field {...{ words, id, name, label: says, type }} />;
  }
  return (
    <div class="field">
      <label for={id}>{says}</label>
      <select id={id} name={name}>
        {options.map(({ value, says: text }) => (
          <option value={value}>{text}</option>
        ))}
      </select>
    </div>
  );
}
