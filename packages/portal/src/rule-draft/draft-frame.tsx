import type { RuleDraftLine } from '@credence/casework';
import { addDays, daysBetween } from '@credence/domain';
import { PageHeading, TitleText } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { ruleDraftWords, type RuleDraftWords } from '../words/rule-drafts.ts';

export function sayOf({ language }: PageContext): RuleDraftWords {
  return ruleDraftWords(language);
}

/** A page of the public about drafts. */
export function PublicFrame(props: {
  readonly context: PageContext;
  readonly title: string;
  readonly above?: readonly { readonly label: Child; readonly path: string }[];
  readonly heading?: Child;
  readonly json?: string;
  readonly feed?: string;
  readonly children?: Child;
}) {
  const { context, title, above = [], heading } = props;
  const { words } = context;
  return (
    <Frame
      context={context}
      title={title}
      area="rules"
      breadcrumb={[
        { label: words.t('page.rules'), href: linkTo(context, paths.rules) },
        ...above.map(({ label, path }) => ({ label, href: linkTo(context, path) })),
        { label: title },
      ]}
      heading={heading ?? <PageHeading title={title} />}
      {...(props.json === undefined ? {} : { json: props.json })}
      {...(props.feed === undefined ? {} : { feed: props.feed })}
    >
      {props.children}
    </Frame>
  );
}

export function DraftHeading(props: {
  readonly context: PageContext;
  readonly draft: RuleDraftLine;
  readonly above: string;
}) {
  const { context, draft } = props;
  return (
    <PageHeading
      title={<TitleText words={context.words} text={draft.title} />}
      above={props.above}
      facts={[<code>{draft.code}</code>, sayOf(context).states[draft.state]]}
    />
  );
}

/** Where a draft stands, in one sentence. */
export function summaryOf(context: PageContext, draft: RuleDraftLine): string {
  const { words, clock } = context;
  const say = sayOf(context).summaries;
  const { state, published, inForceFrom } = draft;
  if (state === 'promulgated') return say.promulgated(words.date(inForceFrom));
  if (state === 'commenting' && published !== undefined && clock !== undefined) {
    return say.commenting(words.number(daysBetween(clock.today, published.commentUntil)));
  }
  return state === 'deciding' ? say.deciding : say.preparing;
}

/** The last day on which a comment is taken. */
export function lastDayOf({ commentUntil }: NonNullable<RuleDraftLine['published']>) {
  return addDays(commentUntil, -1);
}
