import type {
  CommentOutcome,
  RuleCommentView,
  RuleDraftLine,
  RuleDraftView,
} from '@credence/casework';
import {
  ActionButton,
  Actions,
  AsGiven,
  DataTable,
  Day,
  EmptyState,
  ErrorSummary,
  FactList,
  LinkRow,
  Section,
  TextArea,
  TitleText,
  type FieldError,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { draftCommentsPath, draftPath, paths } from '../request/paths.ts';
import { DraftChangesSection } from './changes-section.tsx';
import { DraftHeading, lastDayOf, PublicFrame, sayOf, summaryOf } from './draft-frame.tsx';
import { LabSection } from './lab-section.tsx';
import { ImpactSection } from './report-sections.tsx';

/** Every draft that was published, the latest first. */
export function DraftsPage(props: {
  readonly context: PageContext;
  readonly drafts: readonly RuleDraftLine[];
}) {
  const { context, drafts } = props;
  const { words } = context;
  const say = sayOf(context);
  return (
    <PublicFrame
      context={context}
      title={say.title}
      json={paths.apiDrafts}
      feed={linkTo(context, paths.draftsFeed)}
    >
      <p class="summary">{say.lead}</p>
      {drafts.length === 0 ? (
        <EmptyState heading={say.none} meaning={say.noneMeaning} />
      ) : (
        <DataTable
          caption={say.title}
          captionHidden
          columns={[
            { key: 'draft', label: say.draft, heads: true },
            { key: 'state', label: say.state },
            { key: 'last', label: say.lastCommentDay },
            { key: 'starts', label: say.startsOn },
          ]}
          rows={drafts.map((draft) => ({
            draft: (
              <a href={linkTo(context, draftPath(draft.hash))}>
                <TitleText words={words} text={draft.title} />
              </a>
            ),
            state: say.states[draft.state],
            last:
              draft.published === undefined ? null : (
                <Day words={words} on={lastDayOf(draft.published)} />
              ),
            starts: <Day words={words} on={draft.inForceFrom} />,
          }))}
        />
      )}
    </PublicFrame>
  );
}

interface DraftPageProps {
  readonly context: PageContext;
  readonly view: RuleDraftView;
  readonly token: Child;
  readonly errors: readonly FieldError[];
  readonly entered?: string;
}

/** A draft before the public: what would change, whom it would touch, what was said and answered. */
export function DraftPage(props: DraftPageProps) {
  const { context, view } = props;
  const { words } = context;
  const say = sayOf(context);
  const { draft, changes, reports, impact } = view;
  return (
    <PublicFrame
      context={context}
      title={draft.code}
      above={[{ label: say.title, path: paths.drafts }]}
      heading={<DraftHeading context={context} draft={draft} above={say.title} />}
      json={`${paths.apiDrafts}/${draft.hash}`}
    >
      {props.errors.length === 0 ? null : <ErrorSummary words={words} errors={props.errors} />}
      <p class="summary">{summaryOf(context, draft)}</p>
      <DraftFacts context={context} draft={draft} />
      <DraftChangesSection context={context} changes={changes} readable />
      <ImpactSection context={context} {...(impact === undefined ? {} : { impact })} />
      <LabSection context={context} reports={reports} />
      <Section id="comments" heading={say.commentsTitle}>
        <Comments context={context} view={view} />
      </Section>
      {draft.state === 'commenting' ? <CommentForm {...props} /> : null}
    </PublicFrame>
  );
}

export function DraftFacts(props: {
  readonly context: PageContext;
  readonly draft: RuleDraftLine;
}) {
  const { context, draft } = props;
  const { words } = context;
  const say = sayOf(context);
  const { published } = draft;
  return (
    <FactList
      facts={[
        { label: say.startsOn, value: <Day words={words} on={draft.inForceFrom} /> },
        { label: say.territory, value: <code>{draft.territory}</code> },
        ...(published === undefined
          ? []
          : [
              { label: say.publishedOn, value: <Day words={words} on={published.on} /> },
              {
                label: say.lastCommentDay,
                value: say.until(words.date(lastDayOf(published))),
              },
            ]),
        {
          label: say.fingerprint,
          value: (
            <>
              <code class="hash">{draft.hash}</code>
              <br />
              <span class="quiet">{say.fingerprintNote}</span>
            </>
          ),
        },
      ]}
    />
  );
}

function Comments({ context, view }: { context: PageContext; view: RuleDraftView }) {
  const say = sayOf(context);
  const { words } = context;
  const { unanswered } = view.draft;
  return (
    <>
      {view.comments.length === 0 ? <p>{say.commentsNone}</p> : null}
      {unanswered === 0 ? null : (
        <p class="quiet">{say.commentsWaiting(words.number(unanswered))}</p>
      )}
      {view.comments.length === 0 ? null : (
        <ol class="plain-list rule-comments">
          {view.comments.map((comment) => (
            <li id={comment.number}>
              <Comment context={context} comment={comment} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Comment(props: { readonly context: PageContext; readonly comment: RuleCommentView }) {
  const { context, comment } = props;
  const { words } = context;
  const say = sayOf(context);
  const { text, answer } = comment;
  return (
    <>
      <h3 translate="no">{comment.number}</h3>
      <p class="quiet">{say.commentOn(words.date(comment.on))}</p>
      {text === undefined ? (
        <p class="quiet">{say.commentWithheld}</p>
      ) : (
        <Paragraphs context={context} text={text} />
      )}
      <div class="answer">
        <p>
          <b>{say.answer}</b>
        </p>
        <Paragraphs context={context} text={answer.text} />
        <p class="quiet">{say.answerBy(answer.agency, words.date(answer.on))}</p>
      </div>
    </>
  );
}

/** A text as it was written, a paragraph for each line. */
export function Paragraphs(props: { readonly context: PageContext; readonly text: string }) {
  return (
    <>
      {props.text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p class="prose">
            <AsGiven words={props.context.words} text={line} />
          </p>
        ))}
    </>
  );
}

function CommentForm({ context, view, token, errors, entered }: DraftPageProps) {
  const { words } = context;
  const say = sayOf(context);
  const wrong = errors.find(({ fieldId }) => fieldId === 'text');
  return (
    <Section id="comment" heading={say.formTitle}>
      <p>{say.formLead}</p>
      <form
        class="form-block"
        method="post"
        action={linkTo(context, draftCommentsPath(view.draft.hash))}
      >
        {token}
        <TextArea
          words={words}
          id="text"
          name="text"
          label={say.text}
          hint={say.textHint}
          rows={8}
          value={entered ?? ''}
          {...(wrong === undefined ? {} : { error: wrong.says })}
        />
        <Actions>
          <ActionButton rank="first">{say.send}</ActionButton>
        </Actions>
      </form>
    </Section>
  );
}

/** The number under which the comment will be answered. */
export function ReceivedPage(props: {
  readonly context: PageContext;
  readonly hash: string;
  readonly outcome: Extract<CommentOutcome, { kind: 'received' }>;
}) {
  const { context, hash, outcome } = props;
  const say = sayOf(context);
  return (
    <PublicFrame
      context={context}
      title={say.receivedTitle}
      above={[{ label: say.title, path: paths.drafts }]}
    >
      <p class="summary">{say.receivedLead}</p>
      <FactList
        facts={[
          {
            label: say.number,
            value: (
              <code class="code" id="number" translate="no">
                {outcome.number}
              </code>
            ),
          },
        ]}
      />
      {outcome.masked ? <p>{say.masked}</p> : null}
      <LinkRow links={[{ href: linkTo(context, draftPath(hash)), label: say.backToDraft }]} />
    </PublicFrame>
  );
}
