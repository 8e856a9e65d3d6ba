import { readdirSync, readFileSync } from 'node:fs';

import type { AccessControl, Denial } from './access.ts';
import { createAccess, type PolicyText } from './create-access.ts';

const folder = new URL('../../../../policies/', import.meta.url);

/** The policies of the repository. */
export function shippedPolicies(): PolicyText {
  const names = readdirSync(folder).filter((name) => name.endsWith('.cedar'));
  const files = names.sort().map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
  return {
    schema: readFileSync(new URL('credence.cedarschema', folder), 'utf8'),
    files: new Map(files as [string, string][]),
  };
}

/** Access control as it is shipped; denials are kept to be looked at. */
export function shippedAccess(): AccessControl & { readonly denials: readonly Denial[] } {
  const denials: Denial[] = [];
  return { ...createAccess(shippedPolicies(), (denial) => denials.push(denial)), denials };
}
