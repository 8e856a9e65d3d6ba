import {
  identityPapers,
  type CaseField,
  type CaseKind,
  type CaseOpening,
  type CaseOpeningsView,
} from '@credence/casework';
import { localise, type Language } from '@credence/domain';
import {
  ActionButton,
  Actions,
  AsGiven,
  Day,
  DocumentNumber,
  EmptyState,
  ErrorSummary,
  Field,
  Section,
  TitleText,
  type FieldError,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import type { FormValues } from '../desk/form-values.ts';
import { DeskFrame } from '../desk/desk-frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { caseWords } from '../words/case.ts';
import { isCaseKind, kindWord } from '../words/case-codes.ts';
import { doorWords } from '../words/own-door.ts';
import { FileBox, formWithFiles } from '../paper/file-box.tsx';
import { waitingIn } from '../paper/waiting-files.ts';
import { FormFields } from './act-form.tsx';
import { Desks } from './new-desks.tsx';
import { refusalText, sayOf } from './say.ts';

/** Stands before the ids of the form that opens a case. */
export const formPrefix = 'new';

interface NewCaseProps {
  readonly context: PageContext;
  readonly token: Child;
  readonly errors: readonly FieldError[];
  /** Absent until a subject is named. */
  readonly view?: CaseOpeningsView;
  /** Record or case it is about. */
  readonly about?: string;
  /** Key of the opening that is filled in. */
  readonly open?: string;
  readonly entered?: FormValues;
  /** A code that nobody has. */
  readonly unknown?: string;
}

/** What an official at a counter says of whoever is present; of no paper a number is taken down. */
export function counterFields(language: Language): readonly CaseField[] {
  const { papers } = doorWords(language);
  const options = identityPapers.map((code) => ({ code, title: { [language]: papers[code] } }));
  return [
    { name: 'identityPaper', kind: 'choice', required: true, options },
    { name: 'counterReason', kind: 'text', required: true },
  ];
}

/** Opens a case from what stands in the register; measures come from the closed catalogue alone. */
export function NewCasePage(props: NewCaseProps) {
  const { context, view, errors } = props;
  const say = sayOf(context);
  const opening = view?.about
    .flatMap(({ openings }) => openings)
    .find(({ key }) => key === props.open);
  return (
    <DeskFrame
      context={context}
      title={say.newTitle}
      above={[{ label: say.title, path: paths.deskCases }]}
    >
      {errors.length === 0 ? null : <ErrorSummary words={context.words} errors={errors} />}
      <p class="summary">{say.newLead}</p>
      {view === undefined ? (
        <FindForm {...props} />
      ) : opening === undefined ? (
        <Choices {...props} view={view} />
      ) : (
        <OpenForm {...props} view={view} opening={opening} />
      )}
    </DeskFrame>
  );
}

function FindForm({ context, unknown }: NewCaseProps) {
  const say = sayOf(context);
  return (
    <form class="form-block" method="get" action={linkTo(context, paths.deskCasesNew)}>
      <Field
        words={context.words}
        id="code"
        name="code"
        label={say.newCode}
        value={unknown ?? ''}
        required
        {...(unknown === undefined ? {} : { error: say.newNotFound })}
      />
      <Actions>
        <ActionButton rank="first">{say.newFind}</ActionButton>
      </Actions>
    </form>
  );
}

type Chosen = NewCaseProps & { readonly view: CaseOpeningsView };

/** Whom it is about, above what may be opened and above the form. */
function SubjectLine({ context, view }: Pick<Chosen, 'context' | 'view'>) {
  const { name, code } = view.subject;
  return (
    <p>
      <b>
        <AsGiven words={context.words} text={name ?? code ?? ''} />
      </b>{' '}
      <span class="code" translate="no">
        {code}
      </span>
    </p>
  );
}

function Choices({ context, view, about }: Chosen) {
  const { words } = context;
  const say = sayOf(context);
  const named = view.about.filter(({ openings }) => openings.length > 0);
  const listed =
    about === undefined || about === '' ? named : named.filter(({ id }) => id === about);
  return (
    <>
      <SubjectLine {...{ context, view }} />
      {listed.length === 0 ? (
        <EmptyState level={3} heading={say.newNothing} meaning={say.newNothingMeaning} />
      ) : null}
      {listed.map((line) => (
        <Section
          heading={
            <>
              {line.kind === 'case' && isCaseKind(line.title.en ?? '') ? (
                kindWord(context.language, line.title.en as CaseKind)
              ) : (
                <TitleText words={words} text={line.title} />
              )}{' '}
              {line.document === undefined ? null : (
                <DocumentNumber words={words} text={line.document} />
              )}{' '}
              {line.kind === 'subject' ? null : <Day words={words} on={line.on} />}
            </>
          }
        >
          <Openings {...{ context, view, openings: line.openings, about: line.id }} />
        </Section>
      ))}
    </>
  );
}

function Openings(props: {
  readonly context: PageContext;
  readonly view: CaseOpeningsView;
  readonly openings: readonly CaseOpening[];
  readonly about: string;
}) {
  const { context, view, openings, about } = props;
  const { words, language } = context;
  const say = sayOf(context);
  const open = openings.filter(({ refused }) => refused.length === 0);
  const refused = openings.filter((each) => each.refused.length > 0);
  const subject = view.subject.home;
  return (
    <>
      {open.length === 0 ? null : (
        <ul class="desk-list">
          {open.map((opening) => (
            <li>
              <a
                href={withQuery(linkTo(context, paths.deskCasesNew), {
                  ...{ subject, about },
                  open: opening.key,
                })}
              >
                <b>{openingTitle(context, opening)}</b>
              </a>
              <Meaning context={context} opening={opening} />
            </li>
          ))}
        </ul>
      )}
      {refused.length === 0 ? null : (
        <details class="case-refused">
          <summary>{say.newMayNot(words.number(refused.length))}</summary>
          <ul class="case-lines">
            {refused.map((opening) => (
              <li>
                <b>{openingTitle(context, opening)}</b>
                {opening.refused.map((each) => {
                  const said = refusalText(each, language, view.titles);
                  return (
                    <p>
                      {said.title}
                      {language === 'zh' ? '。' : '. '}
                      {said.detail}
                    </p>
                  );
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The kind of case with its list or measure; of a case about the subject, what it does. */
function openingTitle({ language }: PageContext, { kind, title, fixed }: CaseOpening): string {
  const colon = language === 'zh' ? '：' : ': ';
  const does = fixed['does'];
  const of =
    kind === 'identity' ? caseWords(language).newDoes[does === 'merge' ? 'merge' : 'split'] : '';
  const named = kind === 'payment-complaint' ? '' : localise(title, language).text;
  const what = of === '' ? named : of;
  return what === '' ? kindWord(language, kind) : `${kindWord(language, kind)}${colon}${what}`;
}

/** What leads to it, and of a measure how heavy it weighs and until when it would last. */
function Meaning({ context, opening }: Pick<NewCaseProps, 'context'> & Opened) {
  const { words } = context;
  const say = sayOf(context);
  const { kind, says, burden, until, counter } = opening;
  const why = kind === 'listing' || kind === 'measure' ? say.newWhy[kind] : undefined;
  return (
    <>
      {says === undefined ? null : (
        <p>
          <TitleText words={words} text={says} />
        </p>
      )}
      {why === undefined ? null : <p class="quiet">{why}</p>}
      {counter === undefined ? null : <p>{say.newCounter}</p>}
      {burden === undefined ? null : (
        <p class="quiet">
          {say.newBurden(words.number(burden.value), words.number(burden.limit))}{' '}
          {until === undefined ? say.newUntilDuty : say.newUntil(words.date(until))}
        </p>
      )}
    </>
  );
}

interface Opened {
  readonly opening: CaseOpening;
}

function OpenForm(props: Chosen & { readonly opening: CaseOpening }) {
  const { context, view, opening, token, entered, errors, about = '' } = props;
  const say = sayOf(context);
  return (
    <Section id="new-case" heading={openingTitle(context, opening)}>
      <SubjectLine {...{ context, view }} />
      <Meaning context={context} opening={opening} />
      {opening.kind === 'identity' ? <p>{say.newOtherHint}</p> : null}
      <form
        class="form-block"
        method="post"
        enctype={formWithFiles}
        action={linkTo(context, paths.deskCasesNew)}
      >
        {token}
        <input type="hidden" name="subject" value={view.subject.home} />
        <input type="hidden" name="about" value={about} />
        <input type="hidden" name="open" value={opening.key} />
        <FormFields
          context={context}
          prefix={formPrefix}
          points={[]}
          fields={opening.fields}
          entered={entered}
          errors={errors}
        />
        {opening.counter === undefined ? null : (
          <FormFields
            context={context}
            prefix={formPrefix}
            points={[]}
            fields={counterFields(context.language)}
            entered={entered}
            errors={errors}
          />
        )}
        <FileBox
          {...{ context, prefix: formPrefix, errors }}
          waiting={entered === undefined ? [] : waitingIn(entered)}
        />
        <Desks {...{ context, view, errors, entered, kind: opening.kind, prefix: formPrefix }} />
        <Actions>
          <ActionButton rank="first">{say.newSubmit}</ActionButton>
        </Actions>
      </form>
    </Section>
  );
}
