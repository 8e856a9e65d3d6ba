import { PageHeading } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { DeskKeys } from './desk-keys.tsx';

/** A page of a desk: where it stands among the others, and never in a search engine. */
export function DeskFrame(props: {
  readonly context: PageContext;
  readonly title: string;
  /** The pages above this one, the desk left out. */
  readonly above?: readonly { readonly label: string; readonly path: string }[];
  /** Absent: the title alone. */
  readonly heading?: Child;
  /** What the head of the page calls this part; absent: the desk. */
  readonly workspace?: string;
  readonly side?: Child;
  /** A page whose lines are worked through, one after the other. */
  readonly queue?: true;
  readonly children?: Child;
}) {
  const { context, title, above = [], workspace, side, queue = false } = props;
  return (
    <Frame
      context={context}
      title={title}
      robots="noindex"
      {...(workspace === undefined ? {} : { workspace })}
      breadcrumb={[
        { label: accessWords(context.language).deskTitle, href: linkTo(context, paths.desk) },
        ...above.map(({ label, path }) => ({ label, href: linkTo(context, path) })),
        { label: title },
      ]}
      heading={props.heading ?? <PageHeading title={title} />}
      {...(side === undefined ? {} : { side })}
    >
      {props.children}
      <DeskKeys {...{ context, queue }} />
    </Frame>
  );
}
