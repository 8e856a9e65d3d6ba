import type { EntityJson } from '@cedar-policy/cedar-wasm/nodejs';

import type { KnownPrincipal, MandateScope } from './principal.ts';

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
        subjects: homesFor(principal, 'read'),
        speaksFor: homesFor(principal, 'speak'),
        givesUpFor: homesFor(principal, 'give-up'),
        namesFor: homesFor(principal, 'mandates'),
      });
    case 'machine':
      return entity('Machine', principal.account, {
        agency: principal.agency,
        scopes: [...principal.scopes],
      });
    case 'reader':
      return entity('Reader', principal.account, { account: principal.account });
    case 'person':
      return entity('Person', 'person', { pass: principal.pass });
    case 'notice-holder':
      return entity('NoticeHolder', principal.account, { notice: principal.account });
  }
}

/** Homes of which a mandate covers what is meant; whoever may do anything there may also read. */
function homesFor(
  { mandates }: Extract<KnownPrincipal, { readonly kind: 'representative' }>,
  scope: MandateScope,
): string[] {
  return mandates
    .filter(({ scopes }) => scope === 'read' || scopes === undefined || scopes.includes(scope))
    .map(({ subject }) => subject);
}

function entity(type: string, id: string, attrs: EntityJson['attrs']): EntityJson {
  return { uid: { type, id }, attrs, parents: [] };
}
