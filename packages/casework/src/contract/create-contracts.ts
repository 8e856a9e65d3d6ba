import { startAnswer } from '../view/answer-clock.ts';
import type { ContractCasework } from './contract.ts';
import { importContracts } from './ocds/import-contracts.ts';
import type { ContractParts } from './open-contract.ts';
import { registerContract } from './register-contract.ts';
import { reportRetaliation } from './report-retaliation.ts';
import { actInContract, actOnPromise, disclose, makePromise } from './take-steps.ts';
import {
  answerRetaliation,
  listRetaliations,
  viewOwnContract,
  viewOwnContracts,
} from './view-own-contracts.ts';
import {
  exportContracts,
  latePaymentsOf,
  listPublicBodies,
  viewDisclosures,
  viewPublicContracts,
} from './view-public-contracts.ts';

/** The use cases of contracts, payments and promises. */
export function createContracts(parts: ContractParts): ContractCasework {
  return {
    registerContract: (command) => registerContract(parts, command),
    actInContract: (command) => actInContract(parts, command),
    makePromise: (command) => makePromise(parts, command),
    actOnPromise: (command) => actOnPromise(parts, command),
    disclose: (command) => disclose(parts, command),
    reportRetaliation: (command) => reportRetaliation(parts, command),
    viewOwnContracts: (principal, home) => viewOwnContracts(parts, principal, home),
    viewOwnContract: (principal, asked) => viewOwnContract(parts, principal, asked),
    listRetaliations: (principal, asked) => listRetaliations(parts, principal, asked),
    answerRetaliation: (command) => answerRetaliation(parts, command),
    contractCurrency: async () => (await startAnswer(parts)).edition.currency,
    listPublicBodies: () => listPublicBodies(parts),
    viewPublicContracts: (home, asOf) => viewPublicContracts(parts, home, asOf),
    viewDisclosures: (year) => viewDisclosures(parts, year),
    latePaymentsOf: (home) => latePaymentsOf(parts, home),
    importContracts: (command) => importContracts(parts, command),
    exportContracts: (home, options) => exportContracts(parts, home, options),
  };
}
