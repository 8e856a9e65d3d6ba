import type { RuleDraftLine } from '@credence/casework';
import {
  ActionButton,
  Actions,
  DataTable,
  Day,
  EmptyState,
  ErrorSummary,
  Section,
  TitleText,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { DeskFrame } from '../desk/desk-frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { deskDraftPath, paths } from '../request/paths.ts';
import { lastDayOf, sayOf } from './draft-frame.tsx';

/** Every draft with where it stands, and the form that checks the files of one. */
export function DeskListPage(props: {
  readonly context: PageContext;
  readonly drafts: readonly RuleDraftLine[];
  readonly token: Child;
  /** Whether whoever looks may check and propose. */
  readonly prepares: boolean;
  readonly error?: string;
}) {
  const { context, drafts, prepares, error } = props;
  const { words } = context;
  const say = sayOf(context);
  return (
    <DeskFrame context={context} title={say.deskTitle} queue>
      {error === undefined ? null : (
        <ErrorSummary words={words} errors={[{ fieldId: 'files', says: error }]} />
      )}
      {drafts.length === 0 ? (
        <EmptyState heading={say.deskNone} meaning={prepares ? say.deskNoneMeaning : say.lead} />
      ) : (
        <DataTable
          caption={say.deskTitle}
          captionHidden
          columns={[
            { key: 'draft', label: say.draft, heads: true },
            { key: 'state', label: say.state },
            { key: 'last', label: say.lastCommentDay },
            { key: 'waiting', label: say.waiting, align: 'end' },
            { key: 'starts', label: say.startsOn },
          ]}
          rows={drafts.map((draft) => ({
            draft: (
              <>
                <a href={linkTo(context, deskDraftPath(draft.hash))}>
                  <TitleText words={words} text={draft.title} />
                </a>
                <br />
                <code class="quiet">{draft.hash.slice(0, 16)}</code>
              </>
            ),
            state: say.states[draft.state],
            last:
              draft.published === undefined ? (
                context.say.notApplicable
              ) : (
                <Day words={words} on={lastDayOf(draft.published)} />
              ),
            waiting: words.number(draft.unanswered),
            starts: <Day words={words} on={draft.inForceFrom} />,
          }))}
        />
      )}
      {prepares ? <CheckForm {...props} /> : null}
    </DeskFrame>
  );
}

function CheckForm({ context, token }: { readonly context: PageContext; readonly token: Child }) {
  const say = sayOf(context);
  return (
    <Section id="check" heading={say.checkTitle}>
      <p>{say.checkLead}</p>
      <form
        class="form-block"
        method="post"
        enctype="multipart/form-data"
        action={linkTo(context, paths.deskRulesCheck)}
      >
        {token}
        <div class="field">
          <label for="files">{say.folder}</label>
          <p class="hint" id="files-hint">
            {say.folderHint}
          </p>
          <input
            id="files"
            name="files"
            type="file"
            multiple
            required
            aria-describedby="files-hint"
            {...{ webkitdirectory: 'webkitdirectory' }}
          />
        </div>
        <Actions>
          <ActionButton rank="first" name="act" value="check">
            {say.check}
          </ActionButton>
          <ActionButton name="act" value="propose">
            {say.checkAndPropose}
          </ActionButton>
        </Actions>
      </form>
    </Section>
  );
}
