import { findSubjectHome } from '../case/desk/find-subject-home.ts';
import { applyForListing, viewListingForm } from './apply-for-listing.ts';
import { lodge } from './lodge.ts';
import { openDocument } from './open-document.ts';
import type { OwnCasework } from './own.ts';
import type { OwnParts } from './own-parts.ts';
import {
  acknowledgeChange,
  listReaderChanges,
  openReaderChange,
  writeReaderLetter,
} from './reader-changes.ts';
import { tellReaders } from './tell-readers.ts';
import { viewDoor, viewOwnDesk } from './view-own-desk.ts';

/** The use cases of the organisation's desk, and of those who read about it. */
export function createOwn(parts: OwnParts): OwnCasework {
  return {
    findOwnHome: (code) => findSubjectHome(parts, { by: 'code', code }),
    viewOwnDesk: (principal, home, counter) => viewOwnDesk(parts, principal, home, counter),
    viewDoor: (principal, asked) => viewDoor(parts, principal, asked),
    lodge: (command) => lodge(parts, command),
    viewListingForm: (principal, home) => viewListingForm(parts, principal, home),
    applyForListing: (command) => applyForListing(parts, command),
    openDocument: (principal, asked) => openDocument(parts, principal, asked),
    listReaderChanges: (principal) => listReaderChanges(parts, principal),
    openReaderChange: (principal, id) => openReaderChange(parts, principal, id),
    writeReaderLetter: (principal, asked) => writeReaderLetter(parts, principal, asked),
    acknowledgeChange: (principal, id) => acknowledgeChange(parts, principal, id),
    tellReaders: (homes) => tellReaders(parts, homes),
  };
}
