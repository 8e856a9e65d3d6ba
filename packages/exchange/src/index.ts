export { openShelf } from './downloads/open-shelf.ts';
export { createNameKeys, type NameKeysOptions } from './names/name-keys.ts';
export { readDictionaries, type NameDictionaries } from './names/read-dictionaries.ts';
export type { Division } from './regions/divisions.ts';
export { readRegionCodes } from './regions/region-codes.ts';
export { createRegionNames } from './regions/region-names.ts';
export { openSourceFile, type SourceBytes } from './source/open-source-file.ts';
export { writeTable, type Table, type TableOptions } from './table/write-table.ts';
export { writeWorkbook, type Sheet, type SheetCell } from './table/write-workbook.ts';
export { readVisits } from './inspections/read-visits.ts';
export {
  visitAdapters,
  type IgnoredColumn,
  type VisitAdapter,
  type VisitFault,
} from './inspections/visit-file.ts';
export { openInbox, type InboxOptions } from './inbox/open-inbox.ts';
export { openTray, type TrayOptions } from './paper/open-tray.ts';
export { openPress } from './letter/open-press.ts';
export { openCarrier, type MailSettings } from './mail/open-carrier.ts';
export { openSignIn, type SignInSettings } from './sign-in/open-sign-in.ts';
export { openPersonKeys } from './person-keys/open-person-keys.ts';
