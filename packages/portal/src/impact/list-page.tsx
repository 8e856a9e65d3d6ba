import type { RuleDraftLine } from '@credence/casework';
import { DataTable, Day, EmptyState, TitleText } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { deskImpactPath } from '../request/paths.ts';
import { ruleDraftWords } from '../words/rule-drafts.ts';
import { ImpactFrame, sayOf } from './impact-frame.tsx';

/** Every draft, with the way to what it would do. */
export function ImpactListPage(props: {
  readonly context: PageContext;
  readonly drafts: readonly RuleDraftLine[];
}) {
  const { context, drafts } = props;
  const { words, language } = context;
  const say = sayOf(context);
  return (
    <ImpactFrame context={context} title={say.title}>
      <p class="summary">{say.says}</p>
      <p class="prose">{say.lead}</p>
      {drafts.length === 0 ? (
        <EmptyState heading={say.noDrafts} meaning={say.noDraftsMeaning} />
      ) : (
        <DataTable
          caption={say.draftsHeading}
          captionHidden
          columns={[
            { key: 'draft', label: say.draft, heads: true },
            { key: 'state', label: say.state },
            { key: 'starts', label: say.startsOn },
            { key: 'hash', label: say.fingerprint },
          ]}
          rows={drafts.map((draft) => ({
            draft: (
              <a href={linkTo(context, deskImpactPath(draft.hash))}>
                <TitleText words={words} text={draft.title} />
              </a>
            ),
            state: ruleDraftWords(language).states[draft.state],
            starts: <Day words={words} on={draft.inForceFrom} />,
            hash: <code>{draft.hash.slice(0, 16)}</code>,
          }))}
        />
      )}
    </ImpactFrame>
  );
}
