import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { sha256Hex } from '@credence/proof';

const rooms = [
  ...['engine', 'models', 'validate', 'world', 'regime', 'society'],
  ...['experiment/design', 'experiment/statistic'],
] as const;

/**
 * Of the code that the checks run, the society under the rules in force among it (V12): figures of
 * other code say nothing of this.
 */
export function validatedCode(): string {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const files = rooms.flatMap((room) =>
    readdirSync(join(folder, room))
      .filter((name) => /^(?!.*\.(test|test-support|d)\.).*\.(ts|js)$/.test(name))
      .sort()
      .map((name) => join(room, name)),
  );
  return sha256Hex(...files.flatMap((name) => [name, readFileSync(join(folder, name))]));
}
