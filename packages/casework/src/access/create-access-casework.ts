import {
  addAccount,
  endAccount,
  grantMandate,
  listAccounts,
  listMandates,
  revokeMandate,
} from './accounts.ts';
import type { AccessCasework } from './access-casework.ts';
import type { AccessParts } from './access-parts.ts';
import { findUsage } from './find-usage.ts';
import { enter, offers } from './offers.ts';
import { principalOf } from './principal-of.ts';

/** The use cases about access, over the parts of casework. */
export function createAccessCasework(parts: AccessParts): AccessCasework {
  return {
    offers: (principal, operation, purpose) => offers(parts, principal, operation, purpose),
    enter: (principal, operation, purpose) => enter(parts, principal, operation, purpose),
    principalOf: (credential) => principalOf(parts, credential),
    addAccount: (principal, command) => addAccount(parts, principal, command),
    endAccount: (principal, command) => endAccount(parts, principal, command),
    listAccounts: (principal, agency) => listAccounts(parts, principal, agency),
    grantMandate: (principal, command) => grantMandate(parts, principal, command),
    revokeMandate: (principal, command) => revokeMandate(parts, principal, command),
    listMandates: (principal, code) => listMandates(parts, principal, code),
    findUsage: (principal, subject, page) => findUsage(parts, principal, subject, page),
  };
}
