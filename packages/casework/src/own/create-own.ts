import { findSubjectHome } from '../case/desk/find-subject-home.ts';
import { lodge } from './lodge.ts';
import { openDocument } from './open-document.ts';
import type { OwnCasework } from './own.ts';
import type { OwnParts } from './own-parts.ts';
import { acknowledgeChange, listReaderChanges } from './reader-changes.ts';
import { viewDoor, viewOwnDesk } from './view-own-desk.ts';

/** The use cases of the organisation's desk, and of those who read about it. */
export function createOwn(parts: OwnParts): OwnCasework {
  return {
    findOwnHome: (code) => findSubjectHome(parts, { by: 'code', code }),
    viewOwnDesk: (principal, home) => viewOwnDesk(parts, principal, home),
    viewDoor: (principal, asked) => viewDoor(parts, principal, asked),
    lodge: (command) => lodge(parts, command),
    openDocument: (principal, asked) => openDocument(parts, principal, asked),
    listReaderChanges: (principal) => listReaderChanges(parts, principal),
    acknowledgeChange: (principal, id) => acknowledgeChange(parts, principal, id),
  };
}
