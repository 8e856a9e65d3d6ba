import type { Child } from 'hono/jsx';
import { PageHeading } from '@credence/pages';

import { DeskFrame } from '../desk/desk-frame.tsx';
import type { PageContext } from '../page/page-context.ts';

/** The frame of a page of the organisation's desk. */
export function OwnFrame(props: {
  readonly context: PageContext;
  readonly title: string;
  readonly above?: Child;
  readonly facts?: readonly Child[];
  /** Between the desk and the page. */
  readonly behind?: readonly { readonly label: string; readonly path: string }[];
  readonly side?: Child;
  readonly queue?: true;
  readonly children?: Child;
}) {
  const { context, title, behind = [] } = props;
  return (
    <DeskFrame
      {...{ context, title, above: behind }}
      heading={
        <PageHeading
          title={title}
          {...(props.above === undefined ? {} : { above: props.above })}
          {...(props.facts === undefined ? {} : { facts: props.facts })}
        />
      }
      {...(props.side === undefined ? {} : { side: props.side })}
      {...(props.queue === undefined ? {} : { queue: props.queue })}
    >
      {props.children}
    </DeskFrame>
  );
}
