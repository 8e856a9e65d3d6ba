import type { Principal } from '../access/principal.ts';
import type { MatterProposed, Signatory } from '../entry/matter-payload.ts';
import type { Actor } from '../port/journal.ts';

/** Somebody whose name can stand under a step; nobody else signs. */
export function signatoryOf(principal: Principal): Signatory | undefined {
  switch (principal.kind) {
    case 'official': {
      const { account, name: official, agency, roles } = principal;
      return { official, agency, role: roles.join(', '), account };
    }
    case 'operator': {
      const { name: official, agency, role } = principal;
      return { official, agency, role };
    }
    default:
      return undefined;
  }
}

export function actorOf({ official, agency, role }: Signatory): Actor {
  return { official, agency, role };
}

declare const second: unique symbol;

/** An official who is not the one that proposed; only `secondTo` makes one. */
export type SecondSignatory = Signatory & { readonly [second]: true };

/**
 * The signatory as the second name under a proposal; undefined for whoever proposed. Two accounts of
 * one name in one agency, or a name on the machine itself and the same name at the desk, count as
 * one person: where the register cannot tell two people apart, they are not two.
 */
export function secondTo(
  proposal: Pick<MatterProposed, 'by'>,
  signatory: Signatory,
): SecondSignatory | undefined {
  const { by } = proposal;
  const isSameAccount = by.account !== undefined && by.account === signatory.account;
  const isSameName = plain(by.official) === plain(signatory.official);
  // The one place where the second name is made.
  return isSameAccount || isSameName ? undefined : (signatory as SecondSignatory);
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}
