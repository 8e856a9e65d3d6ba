import type { Edition } from '@credence/rulebook';

import type { Purpose, Resource } from '../../access/access.ts';
import type { AccessParts } from '../../access/access-parts.ts';
import type { KnownPrincipal } from '../../access/principal.ts';
import { findAgency } from '../../promulgate/add-agency.ts';

/**
 * A risk class as the policies are asked about it: it belongs to the office that plans inspections by
 * it. An office is what the register says it acts as, or has the very code that the card names.
 *
 * Legal source: guards N13, G40; the office is the card's.
 */
export async function classResources(
  parts: Pick<AccessParts, 'journal' | 'register'>,
  principal: KnownPrincipal,
  { home, law }: { readonly home: string; readonly law: Edition },
): Promise<(card: string) => Resource> {
  const own = 'agency' in principal ? principal.agency : undefined;
  const acts = own === undefined ? [] : await bodiesOf(parts, own);
  return (card) => {
    const by = law.riskClasses.get(card)?.by;
    const isOwn = by !== undefined && own !== undefined && (by === own || acts.includes(by));
    const agency = isOwn ? own : by;
    return { kind: 'subject', home, ...(agency === undefined ? {} : { agency }) };
  };
}

/** Whether a class may be shown, without a note where it may not: the rest of the answer is given. */
export function seesClass(
  parts: Pick<AccessParts, 'access'>,
  principal: KnownPrincipal,
  { resource, purpose }: { readonly resource: Resource; readonly purpose: Purpose },
): boolean {
  return parts.access.allows(principal, 'class.read', resource, purpose);
}

async function bodiesOf(
  { journal, register }: Pick<AccessParts, 'journal' | 'register'>,
  code: string,
): Promise<readonly string[]> {
  const row = (await register.agencies()).find((each) => each.code === code);
  return row === undefined ? [] : ((await findAgency({ journal }, row.home))?.acts ?? []);
}
