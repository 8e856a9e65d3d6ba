import { PageHeading } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { Frame } from '../../page/frame.tsx';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { paths } from '../../request/paths.ts';
import { matterWords, type MatterWords } from '../../words/matters.ts';

export function sayOf({ language }: PageContext): MatterWords {
  return matterWords(language);
}

/** A page of the desk that settles contradictions. */
export function MatterFrame(props: {
  readonly context: PageContext;
  readonly title: string;
  readonly above?: readonly { readonly label: string; readonly path: string }[];
  readonly over?: Child;
  readonly facts?: readonly Child[];
  readonly side?: Child;
  readonly children?: Child;
}) {
  const { context, title, above = [], over, facts } = props;
  return (
    <Frame
      context={context}
      title={title}
      robots="noindex"
      breadcrumb={[
        { label: sayOf(context).desk, href: linkTo(context, paths.desk) },
        ...above.map(({ label, path }) => ({ label, href: linkTo(context, path) })),
        { label: title },
      ]}
      heading={
        <PageHeading
          title={title}
          {...(over === undefined ? {} : { above: over })}
          {...(facts === undefined ? {} : { facts })}
        />
      }
      {...(props.side === undefined ? {} : { side: props.side })}
    >
      {props.children}
    </Frame>
  );
}
