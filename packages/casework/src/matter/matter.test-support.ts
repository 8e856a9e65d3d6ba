import type { Role } from '../access/principal.ts';
import type { Principal } from '../access/principal.ts';
import type { Casework } from '../casework.ts';
import {
  codeOf,
  createTown,
  fileOf,
  penaltyHeader,
  penaltyRow,
  registrationHeader,
  registrationRow,
  type Town,
} from '../town.test-support.ts';

export const reason = '原件复核后认定。';

export function officialOf(name: string, ...roles: readonly Role[]): Principal {
  return { kind: 'official', account: `account-${name}`, name, agency: 'town_office', roles };
}

export const wang: Principal = officialOf('王一', 'registrar');
export const li: Principal = officialOf('李二', 'registrar');

/** A town where organisation 1 is registered and has one penalty. */
export async function createDesk(): Promise<Town> {
  const town = await createTown();
  await importRows(town, 'registration', [registrationRow(1)]);
  await importRows(town, 'penalty', [penaltyRow(1)]);
  return town;
}

/** Imports rows of one item, taking the valid ones. */
export async function importRows(
  town: Pick<Town, 'import'>,
  item: 'registration' | 'penalty',
  rows: readonly (readonly string[])[],
): ReturnType<Town['import']> {
  const header = item === 'registration' ? registrationHeader : penaltyHeader;
  return town.import(fileOf(header, rows), { item, acceptValid: true });
}

export async function openMatters(casework: Casework) {
  const found = await casework.listMatters(wang, { agency: 'town_office', page: 1 });
  if (found.kind !== 'found') throw new Error(found.problem.code);
  return found.view.matters;
}

export async function onlyMatter(casework: Casework): Promise<string> {
  const [matter, ...others] = await openMatters(casework);
  if (matter === undefined || others.length > 0) throw new Error('one matter was expected');
  return matter.matterId;
}

export async function matterView(casework: Casework, matterId: string, principal = wang) {
  const found = await casework.viewMatter(principal, matterId);
  if (found.kind !== 'found') throw new Error(found.kind);
  return found.view;
}

/** Both names under one choice. */
export async function settle(
  casework: Casework,
  matterId: string,
  choice: string,
): ReturnType<Casework['decideMatter']> {
  const proposed = await casework.proposeMatter({
    principal: wang,
    matterId,
    choice,
    reason,
    basis: [],
  });
  if (proposed.kind !== 'recorded') return proposed;
  return casework.decideMatter({ principal: li, matterId, verdict: 'agree' });
}

/** What the public is told about organisation `number`, as text. */
export async function publicAnswer(casework: Casework, number: number): Promise<string> {
  const found = await casework.viewSubject({ by: 'code', code: codeOf(number) }, {});
  return JSON.stringify(found);
}
