import type { Actor } from '../port/journal.ts';
import type { KnownPrincipal } from './principal.ts';

/** Who acts, as the journal writes it down: a name in an office. */
export function actorOf(principal: KnownPrincipal): Actor {
  const { agency, role } = officeOf(principal);
  return { official: principal.name, agency, role };
}

/**
 * Who looks, as access entries keep it. The account in place of the name: the subject is shown the
 * office, oversight finds the account, and two people of one name are never counted as one.
 */
export function readerOf(principal: KnownPrincipal): Actor {
  const { agency, role } = officeOf(principal);
  return { official: 'account' in principal ? principal.account : principal.name, agency, role };
}

function officeOf(principal: KnownPrincipal): Pick<Actor, 'agency' | 'role'> {
  switch (principal.kind) {
    case 'operator':
      return { agency: principal.agency, role: principal.role };
    case 'official':
      return { agency: principal.agency, role: principal.roles[0] ?? 'official' };
    case 'machine':
      return { agency: principal.agency, role: 'machine' };
    case 'representative':
      return { agency: '', role: 'representative' };
    case 'reader':
      return { agency: '', role: 'reader' };
    case 'person':
      return { agency: '', role: 'named-person' };
    case 'notice-holder':
      return { agency: '', role: 'notice-holder' };
  }
}
