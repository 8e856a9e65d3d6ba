import type { CaseField, CasePoint } from '@credence/casework';
import { localise } from '@credence/domain';
import { Field, FieldFault as Fault, type FieldError } from '@credence/pages';
import type { Child } from 'hono/jsx';

import type { FormValues } from '../desk/form-values.ts';
import type { PageContext } from '../page/page-context.ts';
import { codeWord, fieldWord } from '../words/case-codes.ts';
import { rowsOffered } from './form-content.ts';
import { sayOf } from './say.ts';

/** How the parts of one form are drawn. */
export interface FormLook {
  readonly context: PageContext;
  /** Stands before every id, since several forms share a page. */
  readonly prefix: string;
  readonly points: readonly CasePoint[];
  /** What was typed and could not be taken. */
  readonly entered?: FormValues | undefined;
  readonly errors: readonly FieldError[];
}

/** Id of a part of a form. */
export function fieldId(prefix: string, name: string): string {
  return `${prefix}-${name.replaceAll('.', '-')}`;
}

/** The parts of a form, each drawn by its kind and by nothing else. */
export function FormFields(props: FormLook & { readonly fields: readonly CaseField[] }) {
  const { fields, ...look } = props;
  return (
    <>
      {fields.map((field) => (
        <OneField look={look} field={field} name={field.name} />
      ))}
    </>
  );
}

interface One {
  readonly look: FormLook;
  readonly field: CaseField;
  readonly name: string;
}

function OneField(one: One) {
  const { look, field, name } = one;
  switch (field.kind) {
    case 'text':
    case 'choice':
      return field.options === undefined ? <WrittenField {...one} /> : <ChosenField {...one} />;
    case 'day':
    case 'number':
      return <LineField {...one} type={field.kind === 'day' ? 'date' : 'number'} />;
    case 'flag':
      return <CheckField {...one} value="yes" label={labelOf(one)} />;
    case 'texts':
      return field.options === undefined ? <WrittenField {...one} /> : <ManyField {...one} />;
    case 'points':
      return <PointFields {...one} />;
    case 'answers':
      return <AnswerFields look={look} name={name} />;
    case 'group':
      return <GroupField {...one} />;
    case 'rows':
      return (
        <>
          {Array.from({ length: rowsOffered }, (_, at) => (
            <GroupField
              look={look}
              field={{ ...field, required: false }}
              name={`${name}.${String(at)}`}
              number={at + 1}
            />
          ))}
        </>
      );
  }
}

function labelOf({ look, field }: One): Child {
  const { language } = look.context;
  const say = sayOf(look.context);
  const word = fieldWord(language, field.name);
  if (field.required) return word;
  return (
    <>
      {word}{' '}
      <span class="quiet">{language === 'zh' ? `（${say.optional}）` : `(${say.optional})`}</span>
    </>
  );
}

function errorOf(look: FormLook, id: string): { readonly error?: string } {
  const found = look.errors.find((each) => each.fieldId === id);
  return found === undefined ? {} : { error: found.says };
}

function LineField(one: One & { readonly type: 'text' | 'date' | 'number' }) {
  const { look, field, name, type } = one;
  const id = fieldId(look.prefix, name);
  return (
    <Field
      words={look.context.words}
      {...{ id, name, type }}
      label={labelOf(one)}
      value={unprinted.has(field.name) ? '' : (look.entered?.text(name) ?? '')}
      {...(field.required ? { required: true as const } : {})}
      {...errorOf(look, id)}
    />
  );
}

/** Parts that are one line long however much there is to say. */
const short = new Set([
  'number',
  'title',
  'official',
  'presiding',
  'place',
  'article',
  'currency',
  'other',
  'creditor',
  'creditorCode',
  'debtor',
  'judgment',
  'superior',
  'contract',
  'counterReason',
  'name',
  'residentNumber',
]);

/** Never printed again, not even to whoever has just typed it. */
const unprinted = new Set(['residentNumber']);

function WrittenField(one: One) {
  const { look, field, name } = one;
  if (field.kind === 'text' && short.has(field.name)) return <LineField {...one} type="text" />;
  return (
    <TextBox
      look={look}
      name={name}
      id={fieldId(look.prefix, name)}
      label={labelOf(one)}
      required={field.required && field.kind === 'text'}
      value={look.entered?.text(name) ?? ''}
      {...(field.kind === 'texts' ? { hint: sayOf(look.context).onePerLine } : {})}
    />
  );
}

function TextBox(props: {
  readonly look: FormLook;
  readonly name: string;
  readonly id: string;
  readonly label: Child;
  readonly required: boolean;
  readonly value: string;
  readonly hint?: string;
}) {
  const { look, id, hint } = props;
  const { error } = errorOf(look, id);
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldFault look={look} id={id} />
      <textarea
        id={id}
        name={props.name}
        rows={3}
        required={props.required}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={described(id, { hint, error })}
      >
        {props.value}
      </textarea>
    </div>
  );
}

function described(
  id: string,
  { hint, error }: { readonly hint: string | undefined; readonly error: string | undefined },
): string | undefined {
  const parts = [
    ...(error === undefined ? [] : [`${id}-error`]),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' ');
}

function FieldFault({ look, id }: { readonly look: FormLook; readonly id: string }) {
  const { error } = errorOf(look, id);
  return <Fault words={look.context.words} {...{ id, error }} />;
}

type Option = NonNullable<CaseField['options']>[number];

function optionText(context: PageContext, { code, title }: Option): string {
  return title === undefined
    ? codeWord(context.language, code)
    : localise(title, context.language).text;
}

/** One of a few. What can only be one thing is said and sent, and not asked. */
function ChosenField(one: One) {
  const { look, field, name } = one;
  const { context } = look;
  const options = field.options ?? [];
  const id = fieldId(look.prefix, name);
  const [only] = options;
  if (only !== undefined && options.length === 1 && field.required) {
    return (
      <p>
        <input type="hidden" name={name} value={only.code} />
        <b>{fieldWord(context.language, field.name)}</b>
        {context.language === 'zh' ? '：' : ': '}
        {optionText(context, only)}
      </p>
    );
  }
  const chosen = look.entered?.text(name);
  const { error } = errorOf(look, id);
  return (
    <div class="field">
      <label for={id}>{labelOf(one)}</label>
      <FieldFault look={look} id={id} />
      <select
        id={id}
        name={name}
        required={field.required}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={described(id, { hint: undefined, error })}
      >
        <option value="">{sayOf(context).choose}</option>
        {options.map((option) => (
          <option value={option.code} selected={option.code === chosen}>
            {optionText(context, option)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Some of a closed list. */
function ManyField(one: One) {
  const { look, field, name } = one;
  const { context, entered } = look;
  const id = fieldId(look.prefix, name);
  const options = field.options ?? [];
  const chosen = entered === undefined ? (field.chosen ?? []) : entered.all(name);
  if (options.length === 0) return null;
  return (
    <fieldset class="case-choices" id={id} tabindex={-1}>
      <legend>{fieldWord(context.language, field.name)}</legend>
      <FieldFault look={look} id={id} />
      {options.map((option) => (
        <label class="case-check">
          <input
            type="checkbox"
            name={name}
            value={option.code}
            checked={chosen.includes(option.code)}
          />
          <span>{optionText(context, option)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function CheckField(props: One & { readonly value: string; readonly label: Child }) {
  const { look, name } = props;
  return (
    <label class="case-check">
      <input
        type="checkbox"
        id={fieldId(look.prefix, name)}
        name={name}
        value={props.value}
        checked={look.entered?.text(name) === props.value}
      />
      <span>{props.label}</span>
    </label>
  );
}

function PointFields({ look, field, name }: One) {
  const { context, entered } = look;
  const say = sayOf(context);
  const id = fieldId(look.prefix, name);
  const given = entered?.all(name) ?? [];
  const boxes = Math.max(rowsOffered, given.length);
  return (
    <fieldset class="case-choices" id={id} tabindex={-1}>
      <legend>{fieldWord(context.language, field.name)}</legend>
      <p class="hint">{say.pointsHint}</p>
      <FieldFault look={look} id={id} />
      {Array.from({ length: boxes }, (_, at) => (
        <TextBox
          look={look}
          name={name}
          id={`${id}-${String(at + 1)}`}
          label={say.point(String(at + 1))}
          required={at === 0 && field.required}
          value={given[at] ?? ''}
        />
      ))}
    </fieldset>
  );
}

/** Every point quoted above its own decision and its own reasons. */
function AnswerFields({ look, name }: Pick<One, 'look' | 'name'>) {
  const { context, entered, points } = look;
  const { language } = context;
  const say = sayOf(context);
  const whole = fieldId(look.prefix, name);
  if (points.length === 0) return null;
  return (
    <div id={whole} tabindex={-1}>
      <FieldFault look={look} id={whole} />
      {points.map(({ text }, at) => {
        const place = `${name}.${String(at + 1)}`;
        const outcome = entered?.text(`${place}.outcome`);
        return (
          <fieldset class="case-point">
            <legend>{say.point(String(at + 1))}</legend>
            <blockquote class="statement">{text}</blockquote>
            <div class="form-row">
              {['upheld', 'refused'].map((code) => (
                <label class="case-check">
                  <input
                    type="radio"
                    name={`${place}.outcome`}
                    value={code}
                    checked={outcome === code}
                  />
                  <span>{codeWord(language, code)}</span>
                </label>
              ))}
            </div>
            <TextBox
              look={look}
              name={`${place}.text`}
              id={fieldId(look.prefix, `${place}.text`)}
              label={fieldWord(language, 'reason')}
              required={false}
              value={entered?.text(`${place}.text`) ?? ''}
            />
          </fieldset>
        );
      })}
    </div>
  );
}

function GroupField(one: One & { readonly number?: number }) {
  const { look, field, name, number } = one;
  return (
    <fieldset class="case-choices" id={fieldId(look.prefix, name)}>
      <legend>
        {labelOf(one)}
        {number === undefined ? '' : ` ${String(number)}`}
      </legend>
      {(field.fields ?? []).map((part) => (
        <OneField
          look={look}
          field={{ ...part, required: part.required && field.required }}
          name={`${name}.${part.name}`}
        />
      ))}
    </fieldset>
  );
}
