import type { EntityJson } from '@cedar-policy/cedar-wasm/nodejs';

import type { KnownPrincipal } from './principal.ts';

/** Who asks, as policies speak of them. */
export function principalEntity(principal: KnownPrincipal): EntityJson {
  switch (principal.kind) {
    case 'operator':
      return entity('Operator', principal.name, { agency: principal.agency });
    case 'official':
      return entity('Official', principal.account, {
        agency: principal.agency,
        roles: [...principal.roles],
      });
    case 'representative':
      return entity('Representative', principal.account, {
        subjects: principal.mandates.map(({ subject }) => subject),
      });
    case 'machine':
      return entity('Machine', principal.account, {
        agency: principal.agency,
        scopes: [...principal.scopes],
      });
    case 'reader':
      return entity('Reader', principal.account, { account: principal.account });
  }
}

function entity(type: string, id: string, attrs: EntityJson['attrs']): EntityJson {
  return { uid: { type, id }, attrs, parents: [] };
}
