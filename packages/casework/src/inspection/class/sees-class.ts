import type { Edition } from '@credence/rulebook';

import type { Purpose, Resource } from '../../access/access.ts';
import type { AccessParts } from '../../access/access-parts.ts';
import { isRole, type KnownPrincipal } from '../../access/principal.ts';
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
  return parts.access.allows(asksForClass(principal), 'class.read', resource, purpose);
}

/**
 * Who asks for a class. At the terminal it is the office and the role that are named, and no more
 * than an official of them would be shown: being on the machine is no reason to read a class.
 */
export function asksForClass(principal: KnownPrincipal): KnownPrincipal {
  if (principal.kind !== 'operator') return principal;
  const { name, agency, role } = principal;
  return { kind: 'official', account: name, name, agency, roles: isRole(role) ? [role] : [] };
}

/**
 * Whether an office is the body that a card names: by its code, or by what the register says it acts
 * as. Where the register knows no such body, whoever may plan inspections stands for it.
 */
export async function isBody(
  parts: Pick<AccessParts, 'journal' | 'register'>,
  office: string,
  body: string,
): Promise<boolean> {
  const codes = (await parts.register.agencies()).map(({ code }) => code);
  const known = await Promise.all(
    codes.map(async (code) => code === body || (await bodiesOf(parts, code)).includes(body)),
  );
  return office === body || !known.includes(true) || known[codes.indexOf(office)] === true;
}

async function bodiesOf(
  { journal, register }: Pick<AccessParts, 'journal' | 'register'>,
  code: string,
): Promise<readonly string[]> {
  const row = (await register.agencies()).find((each) => each.code === code);
  return row === undefined ? [] : ((await findAgency({ journal }, row.home))?.acts ?? []);
}
