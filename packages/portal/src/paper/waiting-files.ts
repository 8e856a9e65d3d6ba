import type { PaperGiven } from '@credence/casework';

import type { FormValues } from '../desk/form-values.ts';

/** Field in which a form carries the files that were received with it, from step to step. */
export const waitingName = 'waiting';
/** Begins the names of boxes in which files are chosen; a number behind it names a point. */
export const filesName = 'files';

/** A file that was received and waits, as a form carries it. */
export interface WaitingFileLine extends PaperGiven {
  /** As whoever sent it called it; shown and never relied on. */
  readonly name: string;
}

export function carryFile({ id, point, name }: WaitingFileLine): string {
  return `${id} ${String(point ?? 0)} ${name}`;
}

/** The files that a form carries, without those that were unticked. */
export function waitingIn(form: FormValues): readonly WaitingFileLine[] {
  return form.all(waitingName).flatMap((line) => {
    const [, id = '', point = '0', name = ''] = /^(\S+) (\d{1,3}) (.*)$/.exec(line) ?? [];
    if (id === '') return [];
    return [{ id, name, ...(point === '0' ? {} : { point: Number(point) }) }];
  });
}

/** What a step is told of them. */
export function givenIn(form: FormValues): readonly PaperGiven[] {
  return waitingIn(form).map(({ id, point }) => ({
    id,
    ...(point === undefined ? {} : { point }),
  }));
}

/** The point that a box of files belongs to; 0: the whole. */
export function pointOfBox(name: string): number {
  return Number(/^files-(\d{1,2})$/.exec(name)?.[1] ?? 0);
}
