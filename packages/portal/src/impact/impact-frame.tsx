import { PageHeading } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { deskImpactPath, paths } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { impactWords, type ImpactWords } from '../words/impact.ts';

export function sayOf({ language }: PageContext): ImpactWords {
  return impactWords(language);
}

/** A page of the desk about the impact of drafts, below the list of them. */
export function ImpactFrame(props: {
  readonly context: PageContext;
  readonly title: string;
  /** The draft it is about; absent: the list itself. */
  readonly draft?: { readonly hash: string; readonly label: Child };
  readonly heading?: Child;
  readonly children?: Child;
}) {
  const { context, title, draft, heading } = props;
  const say = sayOf(context);
  const desk = {
    label: accessWords(context.language).deskTitle,
    href: linkTo(context, paths.desk),
  };
  const list = { label: say.title, href: linkTo(context, paths.deskImpact) };
  const above =
    draft === undefined
      ? []
      : [{ label: draft.label, href: linkTo(context, deskImpactPath(draft.hash)) }];
  const here = title === say.title ? [{ label: title }] : [list, ...above, { label: title }];
  return (
    <Frame
      context={context}
      title={title}
      robots="noindex"
      breadcrumb={[desk, ...here]}
      heading={heading ?? <PageHeading title={title} />}
    >
      {props.children}
    </Frame>
  );
}
