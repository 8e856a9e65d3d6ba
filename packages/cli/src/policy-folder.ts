import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { PolicyText } from '@credence/casework';

/** The policies shipped with Credence, beside the packages. */
const shippedPolicies = fileURLToPath(new URL('../../../policies/', import.meta.url));

/** The policies of a folder as text, in order of their names. */
export function readPolicies(folder = shippedPolicies): PolicyText {
  const names = readdirSync(folder).filter((name) => name.endsWith('.cedar'));
  return {
    schema: readFileSync(join(folder, 'credence.cedarschema'), 'utf8'),
    files: new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  };
}
