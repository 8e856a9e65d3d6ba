import type { DutyView, FilingView } from '@credence/casework';
import { formatAmount, localise } from '@credence/domain';
import { ActionButton, Actions, Field, TextArea } from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import type { FormValues } from '../desk/form-values.ts';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { dutyWords } from '../words/duties.ts';

/** The form of a filing, as its card asks; a change begins with what was filed last. */
export function FilingForm(props: {
  readonly context: PageContext;
  readonly duty: DutyView;
  readonly subject: string;
  readonly action: string;
  /** Absent: something new. */
  readonly keyOf?: string;
  readonly before?: FilingView;
  /** What was sent and could not be taken. */
  readonly sent?: FormValues;
}) {
  const { context, duty, subject, action, keyOf, before, sent } = props;
  const { language } = context;
  const say = dutyWords(language);
  const of = [duty.duty, keyOf ?? 'new'].join('-');
  const valueOf = (field: string) => sent?.text(field) ?? written(before, field);
  return (
    <form class="form-block" method="post" action={linkTo(context, action)} id={of}>
      <FormToken />
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="duty" value={duty.duty} />
      {keyOf === undefined ? null : <input type="hidden" name="key" value={keyOf} />}
      <FilingFields {...{ context, contents: duty.contents, of }} valueOf={valueOf} />
      <Actions>
        <ActionButton>{say.send}</ActionButton>
      </Actions>
    </form>
  );
}

/** The fields of a card, each as its kind is entered. */
export function FilingFields(props: {
  readonly context: PageContext;
  readonly contents: DutyView['contents'];
  /** Id of the form; those of the fields begin with it. */
  readonly of: string;
  readonly valueOf: (field: string) => string;
}) {
  const { context, contents, of, valueOf } = props;
  const { words, language } = context;
  const say = dutyWords(language);
  return (
    <>
      <p class="quiet">{say.noPeople}</p>
      {contents.map(({ field, title, kind, required, disclosure }) => {
        const notes = [
          ...(kind === 'money' ? [say.yuan] : []),
          ...(required ? [] : [say.optional]),
          ...(disclosure === 'internal' ? [say.internal] : []),
        ];
        const name = localise(title, language).text;
        const label = notes.length === 0 ? name : say.labelled(name, notes);
        const value = valueOf(field);
        const shown = { words, id: `${of}-${field}`, name: field, label, value };
        if (kind === 'yes_no') {
          return (
            <div class="field">
              <label for={shown.id}>{label}</label>
              <select id={shown.id} name={field}>
                {(['yes', 'no'] as const).map((each) => (
                  <option value={each} selected={each === value}>
                    {say[each]}
                  </option>
                ))}
              </select>
            </div>
          );
        }
        if (field === 'activities') return <TextArea {...shown} rows={4} />;
        return <Field {...shown} type={kind === 'day' ? 'date' : 'text'} />;
      })}
    </>
  );
}

/** Id of the form that was sent; its fields begin with it. */
export function formId(sent: FormValues): string {
  return [sent.text('duty'), sent.text('key') || 'new'].join('-');
}

function written(before: FilingView | undefined, field: string): string {
  const value = before?.fields.find((each) => each.field === field)?.value;
  switch (typeof value) {
    case 'undefined':
      return '';
    case 'boolean':
      return value ? 'yes' : 'no';
    case 'object':
      return formatAmount(value);
    default:
      return String(value);
  }
}
