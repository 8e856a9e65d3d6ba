import type { DutyForm } from '@credence/casework';
import { localise, type Problem } from '@credence/domain';
import { ActionButton, Actions, Field } from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import type { FormValues } from '../desk/form-values.ts';
import { PaperChoice } from '../own/counter-page.tsx';
import { OwnFrame } from '../own/own-frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { dutyWords } from '../words/duties.ts';
import { doorWords } from '../words/own-door.ts';
import { Faults } from './faults.tsx';
import { FilingFields } from './filing-form.tsx';

/** By which hand a report comes to a desk: whoever stands at the counter, or a paper that was handed in. */
export type DeskHand = 'counter' | 'statement';

export interface DeskFilingProps {
  readonly context: PageContext;
  readonly hand: DeskHand;
  readonly forms: readonly DutyForm[];
  /** Absent: it has still to be chosen. */
  readonly form?: DutyForm;
  readonly asked: { readonly code: string; readonly key: string };
  readonly sent?: { readonly form: FormValues; readonly problems: readonly Problem[] };
  readonly receipt?: string;
}

const formId = 'report';

/** A report written down by an official; the form says nothing about any organisation. */
export function DeskFilingPage(props: DeskFilingProps) {
  const { context, hand, form, sent, receipt } = props;
  const { language } = context;
  const say = dutyWords(language);
  const isCounter = hand === 'counter';
  const behind = isCounter
    ? { label: doorWords(language).counterTitle, path: paths.deskCounter }
    : { label: say.deskTitle, path: paths.deskDuties };
  return (
    <OwnFrame
      context={context}
      title={isCounter ? say.counterTitle : say.statement}
      behind={[behind]}
    >
      <Faults
        {...{ context, problems: sent?.problems ?? [], form: formId }}
        contents={form?.contents ?? []}
      />
      {receipt === undefined ? null : (
        <p class="notice" role="status">
          {say.sent} <span class="number">{receipt}</span>
        </p>
      )}
      <p>{isCounter ? say.counterSays : say.statementSays}</p>
      <WhichDuty {...props} />
      {form === undefined ? null : <DeskForm {...props} form={form} />}
    </OwnFrame>
  );
}

export function deskFilingPath(hand: DeskHand): string {
  return hand === 'counter' ? paths.counterDuty : paths.deskDutyStatement;
}

function WhichDuty({ context, hand, forms, form, asked }: DeskFilingProps) {
  const { language } = context;
  const say = dutyWords(language);
  return (
    <form class="form-block" method="get" action={linkTo(context, deskFilingPath(hand))}>
      {asked.code === '' ? null : <input type="hidden" name="code" value={asked.code} />}
      <div class="field">
        <label for="which">{say.which}</label>
        <select id="which" name="duty">
          {forms.map(({ duty, title }) => (
            <option value={duty} selected={duty === form?.duty}>
              {localise(title, language).text}
            </option>
          ))}
        </select>
      </div>
      <Actions>
        <ActionButton rank="second">{say.choose}</ActionButton>
      </Actions>
    </form>
  );
}

function DeskForm(props: DeskFilingProps & { readonly form: DutyForm }) {
  const { context, hand, form, asked, sent } = props;
  const { words, language } = context;
  const say = dutyWords(language);
  const door = doorWords(language);
  const isYearly = form.period === 'yearly';
  const of = { id: `${formId}-key`, name: 'key', value: asked.key };
  const action = withQuery(linkTo(context, deskFilingPath(hand)), { duty: form.duty });
  return (
    <form class="form-block" method="post" action={action} id={formId}>
      <FormToken />
      <input type="hidden" name="duty" value={form.duty} />
      <Field
        {...{ words, id: `${formId}-code`, name: 'code', label: door.code, value: asked.code }}
        required
      />
      {isYearly ? (
        <Field {...{ words, ...of, label: say.keyOf }} required />
      ) : (
        <Field {...{ words, ...of, label: say.keyOfAgain, hint: say.keyHint }} />
      )}
      <FilingFields
        {...{ context, contents: form.contents, of: formId }}
        valueOf={(field) => sent?.form.text(field) ?? ''}
      />
      {hand === 'statement' ? null : (
        <>
          <PaperChoice {...{ words, say: door }} chosen={sent?.form.text('paper') ?? ''} />
          <Field
            {...{ words, id: 'reason', name: 'reason', label: door.counterReason }}
            value={sent?.form.text('reason') ?? ''}
            hint={door.counterReasonHint}
            required
          />
        </>
      )}
      <Actions>
        <ActionButton rank="first">{say.send}</ActionButton>
      </Actions>
    </form>
  );
}
