import {
  commentShown,
  stepsInOrder,
  type RuleDraftDeskView,
  type StepDue,
} from '@credence/casework';
import {
  ActionButton,
  Actions,
  ErrorSummary,
  Icon,
  LinkRow,
  Section,
  TextArea,
  type FieldError,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { DeskFrame } from '../desk/desk-frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { deskDraftPath, deskImpactPath, draftPath, paths } from '../request/paths.ts';
import { DraftChangesSection } from './changes-section.tsx';
import { DraftHeading, sayOf, summaryOf } from './draft-frame.tsx';
import { DraftFacts, Paragraphs } from './public-pages.tsx';
import { LabSection } from './lab-section.tsx';

/** What was typed into one of the forms of the page and could not be taken. */
export interface EnteredAtDesk {
  readonly manifest?: string;
  readonly answer?: string;
  readonly numbers?: readonly string[];
  readonly shows?: string;
}

export interface DeskDraftProps {
  readonly context: PageContext;
  readonly view: RuleDraftDeskView;
  readonly token: Child;
  readonly errors: readonly FieldError[];
  readonly entered: EnteredAtDesk;
}

/** A draft at the legal desk: its steps, and a form for each that can be taken. */
export function DeskDraftPage(props: DeskDraftProps) {
  const { context, view, errors } = props;
  const say = sayOf(context);
  const { draft, stepsDue, reports, changes, may } = view;
  const isLaw = draft.state === 'promulgated';
  const open = !isLaw && may.prepare;
  return (
    <DeskFrame
      context={context}
      title={draft.code}
      above={[{ label: say.deskTitle, path: paths.deskRules }]}
      heading={<DraftHeading context={context} draft={draft} above={say.deskTitle} />}
    >
      {errors.length === 0 ? null : <ErrorSummary words={context.words} errors={errors} />}
      <p class="summary">{summaryOf(context, draft)}</p>
      <DraftFacts context={context} draft={draft} />
      <LinkRow
        links={[
          { href: linkTo(context, deskImpactPath(draft.hash)), label: say.impactLink },
          ...(draft.published === undefined
            ? []
            : [{ href: linkTo(context, draftPath(draft.hash)), label: say.publicPage }]),
        ]}
      />
      {isLaw ? null : <Steps {...props} />}
      <LabSection context={context} reports={reports} />
      {open && stepsDue.includes('report') ? <AttachForm {...props} /> : null}
      {open && draft.published === undefined ? <PublishForm {...props} /> : null}
      {view.waiting.length > 0 || draft.published !== undefined ? <Waiting {...props} /> : null}
      <ApproveSection {...props} />
      <DraftChangesSection
        context={context}
        changes={changes}
        readable={draft.published !== undefined}
      />
    </DeskFrame>
  );
}

/** Every step in its order, done or due: in words, with a sign, never by colour alone. */
function Steps({ context, view }: DeskDraftProps) {
  const say = sayOf(context);
  const isDue = (step: StepDue): boolean => view.stepsDue.includes(step);
  // A step that has not begun is not done: comments are over only after publication.
  const notBegun = (step: StepDue): boolean =>
    (step === 'comment' || step === 'answers') && view.draft.published === undefined;
  return (
    <Section id="steps" heading={say.stepsTitle}>
      <ol class="draft-steps">
        {stepsInOrder.map((step) => {
          const due = isDue(step) || notBegun(step);
          return (
            <li>
              <Icon shape={due ? 'clock' : 'tick'} /> {say.steps[step]}
              {context.language === 'zh' ? '：' : ': '}
              <b>{due ? say.stepDue : say.stepDone}</b>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function AttachForm({ context, view, token, errors, entered }: DeskDraftProps) {
  const say = sayOf(context);
  const wrong = errors.find(({ fieldId }) => fieldId === 'manifest');
  return (
    <Section id="attach" heading={say.attachTitle}>
      <p>{say.attachLead}</p>
      <form class="form-block" method="post" action={at(context, view, 'report')}>
        {token}
        <TextArea
          words={context.words}
          id="manifest"
          name="manifest"
          label={say.manifest}
          rows={6}
          value={entered.manifest ?? ''}
          {...(wrong === undefined ? {} : { error: wrong.says })}
        />
        <Actions>
          <ActionButton rank="first">{say.attach}</ActionButton>
        </Actions>
      </form>
    </Section>
  );
}

function at(context: PageContext, { draft }: DeskDraftProps['view'], step: string): string {
  return `${linkTo(context, deskDraftPath(draft.hash))}/${step}`;
}

function PublishForm({ context, view, token }: DeskDraftProps) {
  const say = sayOf(context);
  const before: readonly StepDue[] = ['draft', 'report', 'impact'];
  const waits = view.stepsDue.some((step) => before.includes(step));
  return (
    <Section id="publish" heading={say.publishTitle}>
      <p>{say.publishLead}</p>
      <form class="form-block" method="post" action={at(context, view, 'publish')}>
        {token}
        <Actions>
          <ActionButton rank="first" {...(waits ? { disabledBecause: say.notYet } : {})}>
            {say.publish}
          </ActionButton>
        </Actions>
      </form>
    </Section>
  );
}

function Waiting(props: DeskDraftProps) {
  const { context, view } = props;
  const say = sayOf(context);
  return (
    <Section id="answer-comments" heading={say.answersTitle}>
      {view.waiting.length === 0 ? (
        <p>{say.answersNone}</p>
      ) : view.may.prepare ? (
        <AnswerForm {...props} />
      ) : (
        <ol class="plain-list rule-comments">
          {view.waiting.map((comment) => (
            <li>
              <h3 translate="no">{comment.number}</h3>
              <Paragraphs context={context} text={comment.text} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function AnswerForm({ context, view, token, errors, entered }: DeskDraftProps) {
  const { words } = context;
  const say = sayOf(context);
  const wrong = errors.find(({ fieldId }) => fieldId === 'answer');
  const { numbers = [], shows = 'whole' } = entered;
  return (
    <>
      <p>{say.answersLead}</p>
      <form class="form-block" method="post" action={at(context, view, 'answer')}>
        {token}
        <fieldset class="choices" id="numbers">
          <legend>{say.choose}</legend>
          {view.waiting.map(({ number, on, text }) => (
            <div class="choice">
              <input
                id={`n-${number}`}
                type="checkbox"
                name="numbers"
                value={number}
                checked={numbers.includes(number) || view.waiting.length === 1}
              />
              <label for={`n-${number}`}>
                <b translate="no">{number}</b>{' '}
                <span class="quiet">{say.commentOn(words.date(on))}</span>
              </label>
              <Paragraphs context={context} text={text} />
            </div>
          ))}
        </fieldset>
        <fieldset class="choices" id="shows">
          <legend>{say.shows}</legend>
          {commentShown.map((each) => (
            <div class="choice">
              <input
                id={`shows-${each}`}
                type="radio"
                name="shows"
                value={each}
                required
                checked={shows === each}
              />
              <label for={`shows-${each}`}>{say.showsWords[each]}</label>
            </div>
          ))}
        </fieldset>
        <TextArea
          words={words}
          id="answer"
          name="answer"
          label={say.answerText}
          hint={say.answerHint}
          rows={6}
          value={entered.answer ?? ''}
          {...(wrong === undefined ? {} : { error: wrong.says })}
        />
        <Actions>
          <ActionButton rank="first">{say.sendAnswer}</ActionButton>
        </Actions>
      </form>
    </>
  );
}

function ApproveSection({ context, view, token }: DeskDraftProps) {
  const { words } = context;
  const say = sayOf(context);
  const { approvals, may, draft, stepsDue } = view;
  return (
    <Section id="approve" heading={say.approveTitle}>
      {approvals.length === 0 ? (
        <p>{say.approvalsNone}</p>
      ) : (
        <ul>
          {approvals.map(({ official, role, on }) => (
            <li>{say.approvedBy(official, say.roles[role] ?? role, words.date(on))}</li>
          ))}
        </ul>
      )}
      {draft.state === 'promulgated' || !may.approve ? null : (
        <>
          <p>{say.approveLead}</p>
          <form class="form-block" method="post" action={at(context, view, 'approve')}>
            {token}
            <Actions>
              <ActionButton
                rank="first"
                {...(stepsDue.length > 0 ? { disabledBecause: say.notYet } : {})}
              >
                {say.approve}
              </ActionButton>
            </Actions>
          </form>
        </>
      )}
    </Section>
  );
}
