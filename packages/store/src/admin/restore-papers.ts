import { createHash, type Hash } from 'node:crypto';

import type { Session } from '../connection/connection.ts';
import { StoreError } from '../store-error.ts';
import type { AttachmentLine, BackupLine, PieceLine } from './backup-file.ts';

/**
 * Proves that a backup holds the files its entries name, whole and as their digests say, before
 * anything is written.
 */
export function checkPapers(path: string): { see(line: BackupLine): void; end(): void } {
  const named = new Set<string>();
  let running: { readonly place: string; readonly sha256: string; readonly hash: Hash } | undefined;
  const damaged = (what: string): StoreError =>
    new StoreError('backup-damaged', `"${path}" ${what}; take another backup.`);
  const finish = (): void => {
    if (running === undefined) return;
    const { place, sha256, hash } = running;
    if (hash.digest('hex') !== sha256) throw damaged(`holds a file that is not ${sha256}`);
    named.delete(place);
    running = undefined;
  };
  return {
    see(line) {
      if (line.kind === 'attachment') named.add(placeOf(line));
      if (line.kind !== 'piece') return;
      const place = placeOf(line);
      if (running?.place !== place) {
        finish();
        running = { place, sha256: line.sha256, hash: createHash('sha256') };
      }
      running.hash.update(Buffer.from(line.bytes, 'base64'));
    },
    end() {
      finish();
      if (named.size > 0) throw damaged(`lacks ${String(named.size)} files that its entries name`);
    },
  };
}

/** Brings files back, but for those whose entry may not come back. */
export function fillPapers(session: Session): {
  leaveOut(entry: { readonly home: string; readonly id: string }): void;
  insert(line: AttachmentLine | PieceLine): Promise<void>;
} {
  const gone = new Set<string>();
  const kept = new Set<string>();
  return {
    leaveOut: ({ home, id }) => {
      gone.add(`${home} ${id}`);
    },
    async insert(line) {
      if (line.kind === 'attachment') {
        const { home, entry_id: entryId, sha256, byte_count: bytes } = line;
        if (gone.has(`${home} ${entryId}`)) return;
        kept.add(placeOf(line));
        await session.query(
          'insert into attachment (home, entry_id, sha256, byte_count) values ($1, $2, $3, $4)',
          [home, entryId, sha256, bytes],
        );
        return;
      }
      if (!kept.has(placeOf(line))) return;
      const { home, sha256, number, bytes } = line;
      await session.query(
        `insert into attachment_piece (home, sha256, number, bytes)
          values ($1, $2, $3, decode($4, 'base64'))`,
        [home, sha256, number, bytes],
      );
    },
  };
}

function placeOf({ home, sha256 }: Pick<PieceLine, 'home' | 'sha256'>): string {
  return `${home} ${sha256}`;
}
