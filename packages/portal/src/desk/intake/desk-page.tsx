import type { Child } from 'hono/jsx';

import type { PageContext } from '../../page/page-context.ts';
import { intakeWords, type IntakeWords } from '../../words/intake-desk.ts';
import { DeskFrame } from '../desk-frame.tsx';

/** A page of the intake desk. */
export function IntakePage(props: {
  readonly context: PageContext;
  readonly title: string;
  readonly heading: Child;
  /** The pages above this one, the desk left out. */
  readonly above?: readonly { readonly label: string; readonly path: string }[];
  readonly side?: Child;
  readonly children?: Child;
}) {
  return <DeskFrame {...props} workspace={wordsOf(props.context).workspace} />;
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
