import type { CivilDate, Problem } from '@credence/domain';

import { headOf } from '../../access/find-home.ts';
import { findSubjectHome } from '../../case/desk/find-subject-home.ts';
import type { CaseParts } from '../../case/desk/open-desk.ts';
import { isProtected, type ContractPayload } from '../../entry/contract-payload.ts';
import type { Access, Entry } from '../../port/journal.ts';
import { derivedHome } from '../../supply/derived-home.ts';
import { foldContract, foldContracts, type ContractState } from '../fold-contracts.ts';
import { isPublicBody } from '../take-steps.ts';
import { ownIdIn, type OcdsContract, type Release } from './ocds.ts';
import { invalid, ValueReader } from './read-values.ts';
import { milestonesOf, stepsOfFile } from './steps-of-file.ts';

/** A contract as the register had it, and as it is with what the file has told so far. */
export interface PlannedContract {
  readonly home: string;
  /** Undefined where the file brings it. */
  readonly before: ContractState | undefined;
  readonly after: ContractState;
}

/** What is known of each payer, and what the releases before this one have added. */
export interface Ledger {
  readonly homes: Map<string, readonly Entry[]>;
  readonly planned: Map<string, PlannedContract>;
}

interface Given {
  readonly path: string;
  readonly today: CivilDate;
  readonly currency: string;
  readonly access: Access;
  readonly ledger: Ledger;
}

/**
 * Reads the contracts of one release into the ledger. A contract is known by the name its process
 * has in files and by its own id; what continues one need not tell again what it began with.
 */
export async function planRelease(
  parts: CaseParts,
  release: Release,
  given: Given,
): Promise<readonly Problem[]> {
  const { path, access, ledger } = given;
  const buyer = release.parties.find(({ id }) => id === release.buyer.id);
  const code = buyer?.identifier?.id ?? undefined;
  const home = code === undefined ? undefined : await findSubjectHome(parts, { by: 'code', code });
  if (home === undefined || code === undefined) {
    const accepted = 'a party whose identifier is on the register';
    return [invalid(`${path}/buyer/id`, release.buyer.id, accepted)];
  }
  // Once for each payer of the file, however many releases it has.
  const entries = ledger.homes.get(home) ?? (await parts.journal.readWithAccess(access, home));
  ledger.homes.set(home, entries);
  const payer = { home, code, entries, name: headOf(home, entries)?.name ?? buyer?.name ?? code };
  const problems: Problem[] = [];
  for (const [index, each] of (release.contracts ?? []).entries()) {
    const at = { ...given, path: `${path}/contracts/${index}`, problems, payer };
    const planned = await planContract(parts, { release, each }, at);
    if (planned !== undefined) {
      ledger.planned.set(planned.after.contract.contractId, planned);
    }
  }
  return problems;
}

interface At extends Given {
  readonly problems: Problem[];
  readonly payer: {
    readonly home: string;
    readonly code: string;
    readonly name: string;
    readonly entries: readonly Entry[];
  };
}

interface Read {
  readonly release: Release;
  readonly each: OcdsContract;
}

async function planContract(
  parts: CaseParts,
  read: Read,
  at: At,
): Promise<PlannedContract | undefined> {
  const { release, each } = read;
  const { path, today, payer, ledger } = at;
  const reader = new ValueReader(path, at);
  const states = foldContracts(payer.entries);
  const own = states.get(ownIdIn(release.ocid) ?? '');
  const contractId = own?.contract.contractId ?? derivedHome(`ocds ${release.ocid} ${each.id}`);
  const before = own ?? states.get(contractId);
  const known = ledger.planned.get(contractId)?.after ?? before;
  if (known !== undefined) {
    const { signedOn } = known.contract;
    const said = each.dateSigned ?? undefined;
    if (said !== undefined && reader.day('dateSigned', said) !== signedOn) {
      reader.fail('dateSigned', said, `${signedOn}, as it is known`);
      return undefined;
    }
    const after = stepsOfFile(known, each, { reader, today });
    return { home: payer.home, before, after };
  }
  const opened = await openedBy(parts, read, { ...at, reader, contractId });
  if (opened === undefined) return undefined;
  const after = stepsOfFile(foldContract(opened, []), each, { reader, today });
  return { home: payer.home, before, after };
}

/** A contract that the register does not know yet. */
async function openedBy(
  parts: CaseParts,
  { release, each }: Read,
  at: At & { readonly reader: ValueReader; readonly contractId: string },
): Promise<ContractPayload | undefined> {
  const { reader, contractId, payer, today, currency } = at;
  const award = release.awards?.find(({ id }) => id === each.awardID);
  const supplierId = award?.suppliers?.[0]?.id;
  const supplier = release.parties.find(({ id }) => id === supplierId);
  const name = supplier?.name ?? undefined;
  if (name === undefined || award?.suppliers?.length !== 1) {
    reader.fail('awardID', each.awardID, 'an award with one supplier among the parties');
    return undefined;
  }
  const code = supplier?.identifier?.id ?? undefined;
  const home = code === undefined ? undefined : await findSubjectHome(parts, { by: 'code', code });
  const signedOn = reader.day('dateSigned', each.dateSigned);
  const amount = reader.sum('value', each.value);
  if (signedOn === undefined || amount === undefined) return undefined;
  const { days, yearlyRatePartsPerMillion: yearlyRate } = each.paymentTerms ?? {};
  const isBody = isPublicBody(payer);
  const buyer = release.parties.find(({ roles }) => roles?.includes('buyer') === true);
  const sizes = sizesOf({ supplier, buyer, isBody });
  const payment = isBody ? 'public_body' : 'large_enterprise';
  // Where no rule gives days, the contract has to.
  if (days === undefined && !isProtected({ payer: payment, ...sizes })) {
    reader.fail(
      'paymentTerms.days',
      'nothing',
      'days, where the rules on payment do not reach the contract',
    );
    return undefined;
  }
  return {
    ...sizes,
    ...{ contractId, on: today, by: 'file', ocid: release.ocid, number: each.id, signedOn, amount },
    ...{ title: each.title ?? each.id, currency },
    payer: payment,
    buyer: { home: payer.home, name: payer.name, code: payer.code },
    supplier: {
      ...(home === undefined ? {} : { home }),
      name,
      ...(code === undefined ? {} : { code }),
    },
    terms: {
      ...(days === undefined ? {} : { days }),
      ...(yearlyRate === undefined ? {} : { yearlyRate }),
    },
    milestones: milestonesOf(each, reader),
  };
}

type OcdsParty = Release['parties'][number];

/**
 * What a file says of the size of both sides. Of the supplier of a public body it may say nothing; an
 * enterprise that pays is large only where it is said to be.
 */
function sizesOf(of: {
  readonly supplier: OcdsParty | undefined;
  readonly buyer: OcdsParty | undefined;
  readonly isBody: boolean;
}): Pick<ContractPayload, 'sizes'> {
  const scale = of.supplier?.details?.scale ?? undefined;
  if (scale === undefined && of.isBody) return {};
  const supplierIsSmall = scale !== undefined && scale !== 'large';
  return { sizes: { supplierIsSmall, buyerIsLarge: of.buyer?.details?.scale === 'large' } };
}
