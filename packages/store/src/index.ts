export type { Admin } from './admin/admin.ts';
export type { BackupReport } from './admin/backup.ts';
export type { Difference, RebuildReport } from './admin/rebuild.ts';
export type { RestoreOrder, RestoreReport } from './admin/restore.ts';
export type { Engine } from './connection/connection.ts';
export { SqlError } from './connection/sql-error.ts';
export { openBareReads, type BareReads } from './health/bare-reads.ts';
export type { StoreFigures, StoreHealth } from './health/health.ts';
export type { StoreEvent } from './health/store-event.ts';
export type { SkewRule } from './health/write-gate.ts';
export { askOwner, type AskOutcome } from './folder/ask-owner.ts';
export type { CommandRequest } from './folder/frames.ts';
export {
  listenForCommands,
  type CommandListener,
  type ReceivedCommand,
} from './folder/listen-for-commands.ts';
export type { SchemaFinding, SchemaRule } from './schema/lint-schema.ts';
export {
  createRowEncoder,
  detachRows,
  encodeNames,
  type DetachedRows,
  type RowEncoder,
} from './staging/encode-rows.ts';
export { openStore, type Store, type StoreOptions, type StorePlace } from './store.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
export { measureBareCopy, type BareCopy } from './bench/bare-copy.ts';
