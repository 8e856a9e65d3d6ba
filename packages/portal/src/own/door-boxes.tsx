import { identityPapers, type DoorRoute, type DoorView } from '@credence/casework';
import { localise } from '@credence/domain';
import { ErrorSummary, Field, FieldFault, type FieldError, TextArea } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { FormToken } from '../access/csrf.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { FileBox, formWithFiles } from '../paper/file-box.tsx';
import { paths } from '../request/paths.ts';
import { doorWords, wordOf } from '../words/own-door.ts';
import type { CounterDraft, DoorDraft, DraftPoint } from './door-form.ts';
import { idOf } from './own-paths.ts';

export interface BoxesProps {
  readonly context: PageContext;
  readonly view: DoorView;
  readonly route: DoorRoute;
  readonly draft: DoorDraft;
  readonly errors: readonly FieldError[];
}

/** The boxes of one choice: a point in each, or what a repair has to show. */
export function DoorBoxes(props: BoxesProps) {
  const { context, draft, errors, route } = props;
  const say = doorWords(context.language);
  const isRepair = route.leads.kind === 'open' && route.leads.case === 'repair';
  const isHearing = route.leads.kind === 'act' && route.leads.act === 'hearing-asked';
  return (
    <>
      {errors.length === 0 ? null : <ErrorSummary words={context.words} errors={errors} />}
      <form
        method="post"
        enctype={formWithFiles}
        action={linkTo(context, paths.ownDoor)}
        class="form-block"
      >
        <FormToken />
        <Hidden view={props.view} draft={draft} />
        {draft.counter === undefined ? null : <CounterBoxes {...props} counter={draft.counter} />}
        {isRepair ? <RepairBoxes {...props} /> : null}
        {isRepair ? <FileBox {...{ context, errors, prefix: '' }} waiting={draft.files} /> : null}
        {isRepair
          ? null
          : draft.points.map((point, index) => (
              <PointBox {...props} point={point} number={index + 1} />
            ))}
        {isRepair || isHearing ? null : (
          <p>
            <button class="link-button" type="submit" name="step" value="more" formnovalidate>
              {say.more}
            </button>
          </p>
        )}
        <div class="actions">
          <button class="button button-first" type="submit" name="step" value="preview">
            {say.check}
          </button>
          <span class="reason">{say.checkHint}</span>
        </div>
      </form>
    </>
  );
}

/** Where the door stands and what was chosen, carried from step to step. */
export function Hidden(props: { readonly view: DoorView; readonly draft: DoorDraft }) {
  const { view, draft } = props;
  const { target, subject } = view;
  return (
    <>
      <input type="hidden" name="subject" value={subject.id} />
      <input type="hidden" name={target.kind} value={idOf(target)} />
      <input type="hidden" name="choice" value={draft.choice} />
      <input type="hidden" name="points" value={String(draft.points.length)} />
      {draft.counter === undefined ? null : <input type="hidden" name="counter" value="1" />}
    </>
  );
}

function errorOf(errors: readonly FieldError[], id: string): { readonly error?: string } {
  const found = errors.find(({ fieldId }) => fieldId === id);
  return found === undefined ? {} : { error: found.says };
}

function PointBox(props: BoxesProps & { readonly point: DraftPoint; readonly number: number }) {
  const { context, view, point, number, errors } = props;
  const { words, language } = context;
  const say = doorWords(language);
  const key = String(number);
  return (
    <fieldset class="point-box">
      <legend>{say.point(number)}</legend>
      {view.fields.length === 0 || props.draft.choice === 'explain' ? null : (
        <div class="field">
          <label for={`field-${key}`}>{say.field}</label>
          <select id={`field-${key}`} name={`field-${key}`}>
            <option value="">{say.fieldAny}</option>
            {view.fields.map(({ field, title }) => (
              <option value={field} selected={field === point.field}>
                {localise(title, language).text}
              </option>
            ))}
          </select>
        </div>
      )}
      <TextArea
        words={words}
        id={`point-${key}`}
        name={`point-${key}`}
        label={say.pointText}
        hint={say.pointHint}
        value={point.text}
        {...errorOf(errors, `point-${key}`)}
      />
      <Optional
        words={words}
        id={`evidence-${key}`}
        label={say.evidence}
        hint={say.evidenceHint}
        value={point.evidence}
        {...errorOf(errors, `evidence-${key}`)}
      />
      <FileBox {...{ context, errors, prefix: '', point: number }} waiting={props.draft.files} />
    </fieldset>
  );
}

/** A box that may stay empty. */
function Optional(props: {
  readonly words: BoxesProps['context']['words'];
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error?: string;
}) {
  const { words, id, label, hint, value, error } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <FieldFault {...{ words, id, error }} />
      <textarea
        id={id}
        name={id}
        rows={2}
        aria-describedby={`${id}-hint${error === undefined ? '' : ` ${id}-error`}`}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        {value}
      </textarea>
    </div>
  );
}

function RepairBoxes({ context, route, draft, errors }: BoxesProps) {
  const say = doorWords(context.language);
  return (
    <>
      {route.toShow.map((code): Child => (
        <Optional
          words={context.words}
          id={`show-${code}`}
          label={wordOf(say.conditions, code)}
          hint={say.showHint}
          value={draft.shown[code] ?? ''}
          {...errorOf(errors, `show-${code}`)}
        />
      ))}
      {route.pledge ? (
        <fieldset class="point-box">
          <legend>{say.pledge}</legend>
          <p>{say.pledgeText}</p>
          <label class="choice-line">
            <input type="checkbox" name="pledge" value="yes" checked={draft.pledged} />
            <span>{say.pledgeYes}</span>
          </label>
        </fieldset>
      ) : null}
    </>
  );
}

function CounterBoxes(props: BoxesProps & { readonly counter: CounterDraft }) {
  const { context, counter, errors } = props;
  const { words, language } = context;
  const say = doorWords(language);
  const paper = errorOf(errors, 'paper');
  return (
    <fieldset class="point-box">
      <legend>{say.counterHeading}</legend>
      <p>{say.counterLead}</p>
      <Field
        words={words}
        id="present"
        name="present"
        label={say.present}
        value={counter.present}
        {...errorOf(errors, 'present')}
      />
      <div class="field">
        <label for="paper">{say.paper}</label>
        <FieldFault words={words} id="paper" error={paper.error} />
        <select
          id="paper"
          name="paper"
          aria-invalid={paper.error === undefined ? undefined : 'true'}
          aria-describedby={paper.error === undefined ? undefined : 'paper-error'}
        >
          <option value="">{say.paperChoose}</option>
          {identityPapers.map((each) => (
            <option value={each} selected={each === counter.paper}>
              {say.papers[each]}
            </option>
          ))}
        </select>
      </div>
      <Field
        words={words}
        id="reason"
        name="reason"
        label={say.counterReason}
        hint={say.counterReasonHint}
        value={counter.reason}
        {...errorOf(errors, 'reason')}
      />
    </fieldset>
  );
}
