import { paperBytesMax, papersPerAct } from '@credence/casework';
import { describeProblem, type Language, type Problem } from '@credence/domain';
import { AsGiven, FieldFault, type FieldError } from '@credence/pages';

import type { PageContext } from '../page/page-context.ts';
import { paperWords } from '../words/papers.ts';
import { carryFile, filesName, waitingName, type WaitingFileLine } from './waiting-files.ts';

/** The encoding of every form that has such a box. */
export const formWithFiles = 'multipart/form-data';

interface FileBoxProps {
  readonly context: PageContext;
  /** Stands before the id, since several forms share a page. */
  readonly prefix: string;
  /** The point that the files show; absent: they belong to the whole. */
  readonly point?: number;
  /** All files that the form carries. */
  readonly waiting: readonly WaitingFileLine[];
  readonly errors: readonly FieldError[];
}

/** Where files are chosen, with those that came with the form before and wait. */
export function FileBox({ context, prefix, point, waiting, errors }: FileBoxProps) {
  const { language, words } = context;
  const say = paperWords(language);
  const name = point === undefined ? filesName : `${filesName}-${String(point)}`;
  const id = filesId(prefix, point);
  const own = waiting.filter((each) => each.point === point);
  const error = errors.find(({ fieldId }) => fieldId === id)?.says;
  return (
    <div class="field">
      <label for={id}>{say.choose}</label>
      <p class="hint" id={`${id}-hint`}>
        {say.hint(largestFile, papersPerAct)}
      </p>
      <FieldFault {...{ words, id, error }} />
      {own.map((file) => (
        <label class="case-check">
          <input type="checkbox" name={waitingName} value={carryFile(file)} checked />
          <span>
            <AsGiven words={words} text={file.name} class="as-written" />{' '}
            <span class="quiet">{say.waiting}</span>
          </span>
        </label>
      ))}
      <input
        id={id}
        name={name}
        type="file"
        multiple
        accept=".pdf,.jpg,.jpeg,.png,.txt,.csv"
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={`${id}-hint${error === undefined ? '' : ` ${id}-error`}`}
      />
    </div>
  );
}

const largestFile = `${String(paperBytesMax / 1_048_576)} MiB`;

export function filesId(prefix: string, point?: number): string {
  const id = prefix === '' ? filesName : `${prefix}-${filesName}`;
  return point === undefined ? id : `${id}-${String(point)}`;
}

/** Files that were not taken, at the box they came from. */
export function fileErrors(
  refused: readonly Problem[],
  { fieldId, language }: { readonly fieldId: string; readonly language: Language },
): readonly FieldError[] {
  return refused.map((each) => {
    const { title, detail, todo } = describeProblem(each, language);
    const says = language === 'zh' ? `${title}。${detail}${todo}` : `${title}. ${detail} ${todo}`;
    return { fieldId, says };
  });
}
