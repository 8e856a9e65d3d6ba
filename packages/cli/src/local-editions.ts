import type { Edition } from '@credence/rulebook';

import { checkFolderInTurns } from './check-folder.ts';
import { shippedRulebooks } from './rulebook-folder.ts';

let known: Promise<readonly Edition[]> | undefined;

/**
 * Shipped editions of single places, laid over a national one, for readers to compare; law for nobody
 * until some register promulgates them. They are checked once a process, one edition at a turn: a
 * server begins as soon as it listens, and whoever asks earlier waits alone.
 */
export function localEditions(): Promise<readonly Edition[]> {
  known ??= checkFolderInTurns(shippedRulebooks).then(({ editions }) =>
    editions.filter(({ parent }) => parent !== 'none'),
  );
  return known;
}
