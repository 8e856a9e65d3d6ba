import type { Principal } from '../../access/principal.ts';
import type { CaseRow } from '../../port/register.ts';
import type { CaseFile } from '../case.ts';
import { matterOf } from '../fold-case.ts';

/** Systems of an agency see measures alone; people are asked nothing here. */
export function isForSystems(principal: Principal, { kind }: Pick<CaseRow, 'kind'>): boolean {
  return principal.kind !== 'machine' || kind === 'measure';
}

/** The same once the file is open: whichever other desk the agency has in it, it is the body's. */
export function isOpenToSystem(principal: Principal, file: CaseFile): boolean {
  if (principal.kind !== 'machine') return true;
  return matterOf(file, 'measure') !== undefined && file.opened.desks.body === principal.agency;
}
