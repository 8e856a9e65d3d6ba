import type { AccessCasework } from '@credence/casework';
import { problem } from '@credence/domain';

const refused = { kind: 'refused', problem: problem('account-missing', {}) } as const;
const notPermitted = {
  kind: 'refused',
  problem: problem('not-permitted', { operation: '-', purpose: '-' }),
} as const;

/** Nobody has an account in the fixture city, and nothing is permitted to anyone. */
export const fixtureAccess: AccessCasework = {
  principalOf: () => Promise.resolve(refused),
  offers: () => false,
  enter: () => notPermitted,
  addAccount: () => Promise.resolve(notPermitted),
  endAccount: () => Promise.resolve(notPermitted),
  listAccounts: () => Promise.resolve(notPermitted),
  grantMandate: () => Promise.resolve(notPermitted),
  revokeMandate: () => Promise.resolve(notPermitted),
  listMandates: () => Promise.resolve(notPermitted),
  findUsage: () => Promise.resolve(notPermitted),
};
