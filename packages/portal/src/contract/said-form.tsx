import { ActionButton, Actions, ErrorSummary, Field, FieldFault, TextArea } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { FormToken } from '../access/csrf.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { contractWords } from '../words/contract/contracts.ts';
import type { FormField } from './act-fields.ts';
import type { Choices } from './choices.ts';
import type { RefusedForm } from './say-faults.ts';

/** What was said that could not be taken, and why. */
export interface Refused {
  readonly says: readonly string[];
}

/** Why nothing was taken, at the top of a page of one form. */
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

/** Why nothing was taken, at the top of a page of several forms, each a link to its field. */
export function FormFaults(props: {
  readonly context: PageContext;
  readonly refused: RefusedForm | undefined;
}) {
  const { context, refused } = props;
  if (refused === undefined) return null;
  return <ErrorSummary words={context.words} errors={refused.errors} />;
}

/** A form of what somebody says, with the fields it asks for; after a fault, with what was entered. */
export function SaidForm(props: {
  readonly context: PageContext;
  readonly prefix: string;
  readonly fields: readonly FormField[];
  readonly subject: string;
  readonly action: string;
  readonly refused?: RefusedForm | undefined;
  /** What the button says; absent: that it is sent. */
  readonly button?: string;
  /** What is to be known before one fills it in. */
  readonly lead?: Child;
  /** Fields in which one of these is chosen. */
  readonly choices?: Choices;
  /** Fields that most people leave out. */
  readonly more?: { readonly says: string; readonly fields: readonly FormField[] };
}) {
  const { context, prefix, fields, subject, action, choices = {}, more, lead } = props;
  const say = contractWords(context.language);
  const refused = props.refused?.form === prefix ? props.refused : undefined;
  const one = (field: FormField) => <SaidField {...{ context, prefix, field, choices, refused }} />;
  const isMore = more?.fields.some(({ name }) => (refused?.entered.text(name) ?? '') !== '');
  return (
    <form class="form-block" method="post" action={linkTo(context, action)} id={`${prefix}-form`}>
      <FormToken />
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="form" value={prefix} />
      {lead === undefined ? null : <div class="quiet">{lead}</div>}
      {fields.map(one)}
      {more === undefined ? null : (
        <details open={isMore}>
          <summary>{more.says}</summary>
          {more.fields.map(one)}
        </details>
      )}
      <Actions>
        <ActionButton rank="second">{props.button ?? say.send}</ActionButton>
      </Actions>
    </form>
  );
}

function SaidField(props: {
  readonly context: PageContext;
  readonly prefix: string;
  readonly field: FormField;
  readonly choices: Choices;
  readonly refused: RefusedForm | undefined;
}) {
  const { context, prefix, choices, refused } = props;
  const { name, kind, label, of } = props.field;
  const { words, language } = context;
  const say = contractWords(language);
  const says = of === undefined ? say[label] : say.numbered(say[label], of);
  const id = `${prefix}-${name}`;
  const value = refused?.entered.text(name) ?? '';
  const error = refused?.errors.find(({ fieldId }) => fieldId === id)?.says;
  const shown = { words, id, name, label: says };
  const filled = { ...(value === '' ? {} : { value }), ...(error === undefined ? {} : { error }) };
  const options = choices[name.split('.').at(-1) ?? name];
  if (kind === 'flag') {
    return (
      <div class="field">
        <FieldFault {...{ words, id, error }} />
        <label class="choice-line">
          <input id={id} type="checkbox" name={name} value="yes" checked={value === 'yes'} /> {says}
        </label>
      </div>
    );
  }
  if (options !== undefined) {
    return (
      <div class="field">
        <label for={id}>{says}</label>
        <FieldFault {...{ words, id, error }} />
        <select id={id} name={name}>
          {options.map((each) => (
            <option value={each.value} selected={each.value === value}>
              {each.says}
            </option>
          ))}
        </select>
      </div>
    );
  }
  if (kind === 'long') return <TextArea {...shown} {...filled} rows={3} />;
  return <Field {...shown} {...filled} type={kind === 'day' ? 'date' : 'text'} />;
}
