import { fieldsOfCase } from '../../access/case-of-look.ts';
import type { Principal } from '../../access/principal.ts';
import type { CaseRow } from '../../port/register.ts';
import { isForSystems, isOpenToSystem } from '../task/for-systems.ts';
import type { CaseFile, CaseStanding } from '../case.ts';
import { standing } from '../standing/standing.ts';
import { isOpenTo } from './audience.ts';
import {
  allow,
  openHome,
  type Allowed,
  type CaseParts,
  type OpenedHome,
  type Refused,
} from './open-desk.ts';
import { findSeat, type PartySeat } from './party-seat.ts';

/** A case that whoever asks may read, with all that it is judged by. */
export interface ReadableCase extends OpenedHome {
  readonly kind: 'found';
  readonly allowed: Allowed;
  readonly row: CaseRow;
  readonly home: string;
  readonly file: CaseFile;
  readonly standing: CaseStanding;
  /** Of another party than the subject. */
  readonly seat: PartySeat | undefined;
}

/**
 * Reads a case and writes down in the same step who did. Before its notice a proposal is nobody's
 * business; a desk without a turn yet sees nothing.
 */
export async function findReadable(
  parts: CaseParts,
  principal: Principal,
  caseId: string,
  /** What is looked at beside the case itself. */
  beside: readonly string[] = [],
): Promise<ReadableCase | { readonly kind: 'not-found' } | Refused> {
  const row = await parts.register.findCase(caseId);
  const own = row?.agency[0];
  const seat = await findSeat(parts, principal, row);
  const allowed = allow(parts, principal, {
    operation: principal.kind === 'machine' ? 'task.read' : 'case.read',
    ...(row === undefined ? {} : { home: row.home }),
    desks: { ...(own === undefined ? {} : { own }), ...deskOf(principal, row?.agency ?? []) },
    seat,
  });
  if (allowed.kind === 'refused') return allowed;
  if (row === undefined || !isForSystems(principal, row)) return { kind: 'not-found' };
  const { home } = row;
  const { access } = allowed;
  const opened = await openHome(parts, home, {
    ...access,
    fields: [...fieldsOfCase(caseId), ...beside],
  });
  const { cases, world, today } = opened;
  const file = cases.get(caseId)?.file;
  const found = file === undefined ? undefined : standing(file, world, today);
  if (file === undefined || found === undefined) return { kind: 'not-found' };
  const isOpen =
    isOpenTo(principal, file, found.visibleTo, seat) && isOpenToSystem(principal, file);
  if (!isOpen) return { kind: 'not-found' };
  return { kind: 'found', allowed, row, home, file, standing: found, seat, ...opened };
}

function deskOf(principal: Principal, agencies: readonly string[]) {
  const body =
    'agency' in principal ? agencies.find((each) => each === principal.agency) : undefined;
  return body === undefined ? {} : { body };
}
