import type { NoticeKey, NoticeView } from '@credence/casework';
import type { FieldError } from '@credence/pages';

import type { FormValues } from '../desk/form-values.ts';
import type { PageContext } from '../page/page-context.ts';

/** What was tried and could not be taken. */
export interface NoticeTried {
  /** A form by its name: an act, or a choice. */
  readonly form: string;
  readonly entered: FormValues;
  readonly errors: readonly FieldError[];
}

export interface NoticePageProps {
  readonly context: PageContext;
  readonly held: NoticeKey;
  readonly view: NoticeView;
  readonly tried?: NoticeTried;
  /** Number in the register of what was just taken. */
  readonly receipt?: string;
}

/** Number and code travel in the body of each form, and nowhere else. */
export function KeyFields({ number, code }: NoticeKey) {
  return (
    <>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="code" value={code} />
    </>
  );
}
