import type { Child } from 'hono/jsx';

import { Frame } from '../../page/frame.tsx';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { paths } from '../../request/paths.ts';
import { accessWords } from '../../words/access.ts';
import { intakeWords, type IntakeWords } from '../../words/intake-desk.ts';

/** A page of the intake desk: where it stands among the others, and never in a search engine. */
export function IntakePage(props: {
  readonly context: PageContext;
  readonly title: string;
  readonly heading: Child;
  /** The pages above this one, the desk left out. */
  readonly above?: readonly { readonly label: string; readonly path: string }[];
  readonly side?: Child;
  readonly children?: Child;
}) {
  const { context, title, above = [] } = props;
  return (
    <Frame
      context={context}
      title={title}
      robots="noindex"
      workspace={wordsOf(context).workspace}
      breadcrumb={[
        { label: accessWords(context.language).deskTitle, href: linkTo(context, paths.desk) },
        ...above.map(({ label, path }) => ({ label, href: linkTo(context, path) })),
        { label: title },
      ]}
      heading={props.heading}
      {...(props.side === undefined ? {} : { side: props.side })}
    >
      {props.children}
    </Frame>
  );
}

export function wordsOf(context: PageContext): IntakeWords {
  return intakeWords(context.language);
}

const mebibyte = 1_048_576;

/** A size as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < 1_024) return `${String(bytes)} B`;
  if (bytes < mebibyte) return `${String(Math.ceil(bytes / 1_024))} KiB`;
  const mebibytes = bytes / mebibyte;
  return `${Number.isInteger(mebibytes) ? String(mebibytes) : mebibytes.toFixed(1)} MiB`;
}
