import type { DoorChoice, DoorTarget } from '@credence/casework';

import { paths, withQuery } from '../request/paths.ts';

/** The door before a record or a case, where an organisation or a counter stands. */
export function doorPath(
  target: DoorTarget,
  given: {
    readonly subject?: string | undefined;
    readonly choice?: DoorChoice;
    readonly counter?: boolean;
  } = {},
): string {
  return withQuery(paths.ownDoor, {
    subject: given.subject,
    [target.kind]: idOf(target),
    choice: given.choice,
    counter: given.counter === true ? '1' : undefined,
  });
}

/** The id of what a door stands before; its kind names it in addresses and forms. */
export function idOf(target: DoorTarget): string {
  switch (target.kind) {
    case 'record':
      return target.recordId;
    case 'case':
      return target.caseId;
    case 'evaluation':
      return target.evaluationId;
    case 'event':
      return target.eventId;
  }
}

/** A document of the inbox; opening it is its receipt. */
export function documentPath(caseId: string, place: number, subject?: string): string {
  const path = `${paths.ownDocuments}/${encodeURIComponent(caseId)}/${String(place)}`;
  return withQuery(path, { subject });
}

/** The receipt for what was lodged. */
export function receiptPath(
  caseId: string,
  given: { readonly subject: string; readonly counter: boolean },
): string {
  return withQuery(`${paths.ownReceipts}/${encodeURIComponent(caseId)}`, {
    subject: given.subject,
    counter: given.counter ? '1' : undefined,
  });
}
