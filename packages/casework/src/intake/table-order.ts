import type { Layout } from './match-header.ts';

/** How the rows of one table are read: plain data, as the whole order is. */
export interface TableOrder {
  /** Place of the table in the file, from 0. */
  readonly table: number;
  /** Cells of its header. */
  readonly width: number;
  readonly layout: Pick<Layout, 'read' | 'fixed'>;
  /** Places of the columns that are not read, only watched. */
  readonly unread: readonly number[];
}
