import { isBefore, problem, type Problem } from '@credence/domain';

import { headOf } from '../access/find-home.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { findSubjectHome } from '../case/desk/find-subject-home.ts';
import { isProtected, readContract, type ContractPayload } from '../entry/contract-payload.ts';
import { contractEntries } from './contract-entries.ts';
import type { ContractOutcome } from './contract.ts';
import { foldContract } from './fold-contracts.ts';
import {
  clauseProblems,
  openDesk,
  readAsOtherSide,
  type ContractParts,
  type OpenedDesk,
} from './open-contract.ts';
import { paymentLawOn } from './owed.ts';
import {
  badForm,
  objectOf,
  personIn,
  record,
  refused,
  stringOf,
  type Command,
} from './record-said.ts';
import { isPublicBody } from './take-steps.ts';

/**
 * By either side. The look at the other's home, for its name and kind, is written down there.
 *
 * @see {@link ContractCasework.registerContract}
 */
export async function registerContract(
  parts: ContractParts,
  { principal, home, said }: Command<'registerContract'>,
): Promise<ContractOutcome> {
  const desk = await openDesk(parts, principal, { home, operation: 'contract.act' });
  if (desk.kind === 'refused') return refused(desk.problem);
  const unsaid = personIn(said);
  if (unsaid !== undefined) return refused(problem('case-person-number', { field: unsaid }));
  const { buyerCode, supplierCode, supplierName, ...fields } = objectOf(said);
  const isBuyer = buyerCode === undefined;
  const code = stringOf(buyerCode) ?? stringOf(supplierCode) ?? '';
  const given = { code, name: stringOf(supplierName) };
  const other = await otherSide(parts, principal, { given, role: isBuyer ? 'buyer' : 'supplier' });
  const value = code.slice(0, 40);
  if (other.home === home) return refused(problem('contract-party-same', { value }));
  if (!isBuyer && code === '') return badForm('buyerCode');
  // A supplier may be unknown to the register; whoever pays has to be on it.
  if (!isBuyer && other.home === undefined) {
    return refused(problem('contract-party-unknown', { value }));
  }
  const own = { home, entries: desk.entries, party: partyOf(home, desk.entries) };
  const [buyer, supplier] = isBuyer ? [own, other] : [other, own];
  const buyerHome = buyer.home ?? home;
  const isPublic = isPublicBody({ home: buyerHome, entries: buyer.entries });
  const read = readContract({
    ...{ milestones: [], terms: {}, ...fields },
    ...{ contractId: parts.uuid(), on: desk.today, by: isBuyer ? 'buyer' : 'supplier' },
    ...{ currency: desk.edition.currency, payer: isPublic ? 'public_body' : 'large_enterprise' },
    ...{ buyer: buyer.party, supplier: supplier.party },
  });
  if (read.kind === 'fault') {
    return badForm(read.field === 'supplier.name' ? 'supplierName' : read.field);
  }
  if (read.payload.sizes === undefined) return badForm('sizes.supplierIsSmall');
  // Where no rule gives days, the contract has to.
  if (!isProtected(read.payload) && read.payload.terms.days === undefined) {
    return refused(problem('contract-days-unsaid', {}));
  }
  const wrong = faultsOf(read.payload, desk);
  if (wrong.length > 0) return refused(...wrong);
  const entries = await contractEntries(parts, buyerHome, read.payload);
  return record(parts, principal, { id: read.payload.contractId, entries, expect: [] });
}

function faultsOf(contract: ContractPayload, desk: OpenedDesk): readonly Problem[] {
  const { today, rulebook } = desk;
  if (isBefore(today, contract.signedOn)) {
    return [problem('contract-day-ahead', { value: contract.signedOn, until: today })];
  }
  if (paymentLawOn(rulebook, today) === undefined) {
    return [problem('contract-law-missing', { day: today })];
  }
  return clauseProblems(foldContract(contract, []), desk, today);
}

/** The other side as the register knows it; a supplier may be unknown to it, and is then a name. */
async function otherSide(
  parts: ContractParts,
  principal: KnownPrincipal,
  asked: {
    readonly given: { readonly code: string; readonly name: string | undefined };
    readonly role: 'buyer' | 'supplier';
  },
) {
  const { code, name } = asked.given;
  const home = code === '' ? undefined : await findSubjectHome(parts, { by: 'code', code });
  if (home === undefined) {
    const party = { name: name ?? code, ...(code === '' ? {} : { code }) };
    return { home, entries: [], party };
  }
  const entries = await readAsOtherSide(parts, principal, { home, role: asked.role });
  return { home, entries, party: partyOf(home, entries) };
}

function partyOf(home: string, entries: OpenedDesk['entries']) {
  const head = headOf(home, entries);
  const code = head?.identifiers[0]?.value;
  return { home, name: head?.name ?? code ?? home, ...(code === undefined ? {} : { code }) };
}
