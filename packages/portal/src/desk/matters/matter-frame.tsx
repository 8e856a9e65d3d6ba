import { PageHeading } from '@credence/pages';
import type { Child } from 'hono/jsx';

import type { PageContext } from '../../page/page-context.ts';
import { matterWords, type MatterWords } from '../../words/matters.ts';
import { DeskFrame } from '../desk-frame.tsx';

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
  readonly queue?: true;
  readonly children?: Child;
}) {
  const { context, title, above = [], over, facts } = props;
  return (
    <DeskFrame
      {...{ context, title, above }}
      heading={
        <PageHeading
          title={title}
          {...(over === undefined ? {} : { above: over })}
          {...(facts === undefined ? {} : { facts })}
        />
      }
      {...(props.side === undefined ? {} : { side: props.side })}
      {...(props.queue === undefined ? {} : { queue: props.queue })}
    >
      {props.children}
    </DeskFrame>
  );
}
