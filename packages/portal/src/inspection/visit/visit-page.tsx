import type { CaseForm, CaseView } from '@credence/casework';
import { localise } from '@credence/domain';
import {
  ActionButton,
  Actions,
  AsGiven,
  ErrorSummary,
  Field,
  PageHeading,
  type FieldError,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { DeskFrame } from '../../desk/desk-frame.tsx';
import type { FormValues } from '../../desk/form-values.ts';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { FileBox, formWithFiles } from '../../paper/file-box.tsx';
import { waitingIn } from '../../paper/waiting-files.ts';
import { cardPath, casePath, paths, visitPath } from '../../request/paths.ts';
import { visitWords } from '../../words/inspection/visits.ts';
import { phaseWord } from '../../words/case-codes.ts';

interface VisitPageProps {
  readonly context: PageContext;
  readonly view: CaseView;
  readonly token: Child;
  /** Whose device keeps what is not sent yet. */
  readonly account: string;
  readonly tried?: { readonly entered: FormValues; readonly errors: readonly FieldError[] };
}

/** Prefix of the fields, and names of what the form sends. */
export const visitForm = 'visit';

/** The form of a first visit, where it stands open to whoever looks. */
export function openForm({ dossier }: CaseView): CaseForm | undefined {
  return dossier.forms.find(({ act, refused }) => act === 'visited-faults' && refused.length === 0);
}

export function choicesOf(form: CaseForm | undefined, name: string) {
  return form?.fields.find((field) => field.name === name)?.options ?? [];
}

/** One visit on a phone: a question to a row, and one button at the end. */
export function VisitPage(props: VisitPageProps) {
  const { context, view, account, tried } = props;
  const { words, language, site } = context;
  const say = visitWords(language);
  const { subject, title, lists } = view.dossier;
  const { caseId, phase, clocks } = view.standing;
  const form = openForm(view);
  const due = clocks.find(({ clock }) => clock === 'visit')?.dueOn;
  const script = site.visitScript;
  return (
    <DeskFrame
      context={context}
      title={say.visit}
      above={[{ label: say.title, path: paths.deskVisits }]}
      heading={
        <PageHeading
          title={<AsGiven words={words} text={subject.name ?? subject.code ?? ''} />}
          above={localise(title, language).text}
          facts={[phaseWord(language, phase)]}
        />
      }
    >
      {tried === undefined || tried.errors.length === 0 ? null : (
        <ErrorSummary words={words} errors={tried.errors} />
      )}
      {due === undefined ? null : <p>{say.until(words.date(due))}</p>}
      <p class="quiet">{say.noRecord}</p>
      {form === undefined || lists.length < 2 ? null : <p>{say.several(lists.length)}</p>}
      <div
        class="visit"
        data-visit-draft={`${account} ${caseId}`}
        data-kept={say.kept}
        data-restored={say.restored}
        {...(tried === undefined ? {} : { 'data-tried': '' })}
      >
        <p class="hint" role="status" />
        {form === undefined ? (
          <>
            <p>{say.elsewhere}</p>
            <p>
              <a href={linkTo(context, casePath(caseId))}>{say.toCase}</a>
            </p>
          </>
        ) : (
          <VisitForm {...props} form={form} />
        )}
      </div>
      {script === undefined ? null : (
        <script src={script.href} integrity={script.integrity} defer></script>
      )}
    </DeskFrame>
  );
}

function VisitForm(props: VisitPageProps & { readonly form: CaseForm }) {
  const { context, view, token, tried, form } = props;
  const { words, language } = context;
  const say = visitWords(language);
  const errors = tried?.errors ?? [];
  const errorAt = (name: string) => {
    const found = errors.find(({ fieldId }) => fieldId === `${visitForm}-${name}`);
    return found === undefined ? {} : { error: found.says };
  };
  return (
    <form
      class="form-block"
      method="post"
      enctype={formWithFiles}
      action={linkTo(context, visitPath(view.standing.caseId))}
    >
      {token}
      <input type="hidden" name="seen" value={String(view.dossier.acts)} />
      {view.dossier.lists.map(({ id, title: name, questions }) => (
        <section class="visit-list" aria-labelledby={`${visitForm}-list-${id}`}>
          <h2 id={`${visitForm}-list-${id}`}>{localise(name, language).text}</h2>
          <p>
            <a href={linkTo(context, cardPath(view.clock.edition.code, 'checklist', id))}>
              {say.checklist}
            </a>
          </p>
          {choicesOf(form, 'unmet')
            .filter(({ code }) => questions.includes(code))
            .map(({ code, title }) => (
              <Question {...{ code, entered: tried?.entered, say, missing: errorAt(code).error }}>
                {title === undefined ? code : localise(title, language).text}
              </Question>
            ))}
        </section>
      ))}
      <Field
        {...{ words, id: `${visitForm}-visitedOn`, name: 'visitedOn', type: 'date' as const }}
        label={say.visitedOn}
        value={tried?.entered.text('visitedOn') ?? view.clock.today}
        required
        {...errorAt('visitedOn')}
      />
      <Inspectors {...{ form, say, tried }} missing={errorAt('inspectors').error} />
      <Seen {...{ say, entered: tried?.entered, missing: errorAt('seen').error }} />
      <FileBox
        {...{ context, prefix: visitForm, errors }}
        waiting={tried === undefined ? [] : waitingIn(tried.entered)}
      />
      <Actions>
        <ActionButton rank="first">{say.send}</ActionButton>
      </Actions>
    </form>
  );
}

type Say = ReturnType<typeof visitWords>;

/** Who made the visit: of those it was given to, all until somebody says otherwise. */
function Inspectors(props: {
  readonly form: CaseForm;
  readonly say: Say;
  readonly tried: VisitPageProps['tried'] | undefined;
  readonly missing: string | undefined;
}) {
  const { form, say, tried, missing } = props;
  return (
    <fieldset class="visit-question" id={`${visitForm}-inspectors`}>
      <legend>{say.inspectors}</legend>
      {missing === undefined ? null : <p class="fault">{missing}</p>}
      <div class="visit-answers">
        {choicesOf(form, 'inspectors').map(({ code }) => (
          <label class="visit-answer">
            <input
              type="checkbox"
              name="inspectors"
              value={code}
              checked={tried === undefined || tried.entered.all('inspectors').includes(code)}
            />
            <span>{code}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What was seen, in the inspectors' own words. */
function Seen(props: {
  readonly say: Say;
  readonly entered: FormValues | undefined;
  readonly missing: string | undefined;
}) {
  const { say, entered, missing } = props;
  return (
    <div class="field">
      <label for={`${visitForm}-seen`}>{say.seen}</label>
      <p class="hint" id={`${visitForm}-seen-hint`}>
        {say.seenHint}
      </p>
      {missing === undefined ? null : (
        <p class="fault" id={`${visitForm}-seen-error`}>
          {missing}
        </p>
      )}
      <textarea
        id={`${visitForm}-seen`}
        name="seenText"
        rows={4}
        aria-describedby={`${visitForm}-seen-hint`}
      >
        {entered?.text('seenText') ?? ''}
      </textarea>
    </div>
  );
}

/** The answers a question has, as the form sends them. */
export const answers = ['ok', 'unmet', 'skip'] as const;

function Question(props: {
  readonly code: string;
  readonly entered: FormValues | undefined;
  readonly say: Say;
  readonly missing: string | undefined;
  readonly children: Child;
}) {
  const { code, entered, say, missing } = props;
  const chosen = entered?.text(`q-${code}`) ?? '';
  return (
    <fieldset class="visit-question" id={`${visitForm}-${code}`}>
      <legend>{props.children}</legend>
      {missing === undefined ? null : <p class="fault">{missing}</p>}
      <div class="visit-answers">
        {answers.map((answer) => (
          <label class="visit-answer">
            <input
              type="radio"
              name={`q-${code}`}
              value={answer}
              checked={chosen === answer}
              required
            />
            <span>{say[answer]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
