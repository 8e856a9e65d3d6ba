import {
  problem,
  isBefore,
  isOnOrAfter,
  type CivilDate,
  type Localised,
  type Problem,
} from '@credence/domain';

import type { AccountRow, Register } from '../port/register.ts';
import { civilToday } from '../view/answer-clock.ts';
import type { Credential, PrincipalOutcome } from './access-casework.ts';
import type { AccessParts } from './access-parts.ts';
import {
  isRole,
  mandateScopes,
  personIssuer,
  type KnownPrincipal,
  type Mandate,
} from './principal.ts';

/**
 * Who someone is today. Asked anew at every request: what has been ended, or has run out, holds no
 * more from the moment it was recorded.
 */
export async function principalOf(
  parts: AccessParts,
  credential: Credential,
): Promise<PrincipalOutcome> {
  const rulebook = await parts.loader.load(await parts.journal.head());
  const today = civilToday(parts, rulebook);
  if (credential.by === 'sign-in' && credential.issuer === personIssuer) {
    return personOf(parts, credential.subject);
  }
  const rows = await rowsOf(parts.register, credential);
  const standing = await standingRows(parts.register, rows, today);
  const principal = principalFrom(standing, credential);
  if (principal !== undefined) {
    const actingFor = await actingForOf(parts.register, principal);
    return { kind: 'known', principal, ...(actingFor === undefined ? {} : { actingFor }) };
  }
  return { kind: 'refused', problem: reasonOf(rows, today) };
}

/** Somebody who asks for herself has no account; the process that gave her pass says if it holds. */
async function personOf(
  { personKeys }: Pick<AccessParts, 'personKeys'>,
  pass: string,
): Promise<PrincipalOutcome> {
  return (await personKeys?.knows(pass)) === true
    ? { kind: 'known', principal: { kind: 'person', name: '', pass } }
    : { kind: 'refused', problem: problem('account-missing', {}) };
}

/** For whom, as a page says it: an agency by name, an organisation by its code. */
async function actingForOf(
  register: Register,
  principal: KnownPrincipal,
): Promise<Localised | string | undefined> {
  if (principal.kind === 'representative') return principal.mandates[0]?.identifier?.value;
  if (principal.kind !== 'official') return undefined;
  const agencies = await register.agencies();
  return agencies.find(({ code }) => code === principal.agency)?.name ?? principal.agency;
}

/** An account of one kind never serves in the place of another. */
async function rowsOf(register: Register, credential: Credential): Promise<readonly AccountRow[]> {
  if (credential.by === 'key') {
    const row = await register.accountByKey(credential.keyHash);
    return row?.kind === 'reader' ? [row] : [];
  }
  const rows = await register.accountsOf(credential);
  const isMachine = credential.by === 'token';
  return rows.filter(({ kind }) => kind !== 'reader' && (kind === 'machine') === isMachine);
}

async function standingRows(
  register: Register,
  rows: readonly AccountRow[],
  today: CivilDate,
): Promise<readonly AccountRow[]> {
  const held = rows.filter(
    ({ from, until }) =>
      isOnOrAfter(today, from) && (until === undefined || isBefore(today, until)),
  );
  const bound = held.flatMap(({ identifier }) => identifier ?? []);
  if (bound.length === 0) return held;
  // A mandate is bound to a code: whoever has that code no more is not acted for.
  const homes = await register.findByIdentifiers(bound);
  return held.filter(
    ({ home, identifier }) =>
      identifier === undefined || homes.get(`${identifier.scheme}:${identifier.value}`) === home,
  );
}

function principalFrom(
  rows: readonly AccountRow[],
  credential: Credential,
): KnownPrincipal | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const { account, name } = first;
  if (first.kind === 'reader') return { kind: 'reader', account, name };
  if (credential.by === 'token') {
    const scopes = (first.roles ?? []).filter((scope) => credential.scopes.includes(scope));
    return { kind: 'machine', account, name, agency: first.agency ?? '', scopes };
  }
  const office = rows.find(({ kind }) => kind === 'official');
  if (office !== undefined) {
    return {
      kind: 'official',
      account: office.account,
      name: office.name,
      agency: office.agency ?? '',
      roles: (office.roles ?? []).filter(isRole),
    };
  }
  return { kind: 'representative', account, name, mandates: rows.map(toMandate) };
}

function toMandate({ account, home, identifier, from, until, roles: given }: AccountRow): Mandate {
  const scopes = mandateScopes.filter((scope) => given?.includes(scope) === true);
  return {
    mandateId: account,
    subject: home,
    ...(identifier === undefined ? {} : { identifier }),
    from,
    ...(until === undefined ? {} : { until }),
    ...(given === undefined || given.length === 0 ? {} : { scopes }),
  };
}

/** Why nothing holds: the nearest thing that did or will. */
function reasonOf(rows: readonly AccountRow[], today: CivilDate): Problem {
  const next = rows.find(({ from }) => isBefore(today, from));
  if (next !== undefined) return problem('account-not-yet', { day: next.from });
  const ends = rows.flatMap(({ until }) => until ?? []).sort();
  const last = ends.at(-1);
  return last === undefined
    ? problem('account-missing', {})
    : problem('account-ended', { day: last });
}
