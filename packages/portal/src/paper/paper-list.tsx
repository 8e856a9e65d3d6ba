import type { AttachedPaper } from '@credence/casework';
import { AsGiven } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { casePaperPath } from '../request/paths.ts';
import { paperWords } from '../words/papers.ts';

/** The files of an act, each to be had as a download, with its digest to compare. */
export function PaperList(props: {
  readonly context: PageContext;
  readonly caseId: string;
  readonly papers: readonly AttachedPaper[] | undefined;
}) {
  const { context, caseId, papers = [] } = props;
  const { words, language } = context;
  const say = paperWords(language);
  if (papers.length === 0) return null;
  return (
    <ul class="case-lines">
      {papers.map(({ name, sha256, bytes, point }) => (
        <li>
          <a href={linkTo(context, casePaperPath(caseId, sha256))} download={name}>
            <AsGiven words={words} text={name} class="as-written" />
          </a>{' '}
          <span class="quiet">
            {[sizeOf(bytes), ...(point === undefined ? [] : [say.ofPoint(point)])].join(' · ')}
          </span>{' '}
          <span class="quiet">
            {say.digest} <code class="mono">{sha256.slice(0, 16)}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_048_576
    ? `${String(Math.ceil(bytes / 1024))} KiB`
    : `${(bytes / 1_048_576).toFixed(1)} MiB`;
}
