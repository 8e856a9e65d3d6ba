import {
  type CivilDate,
  isBefore,
  type JsonValue,
  problem,
  type Problem,
  type Refusal,
  refuse,
} from '@credence/domain';
import { commitmentOf } from '@credence/proof';

import type {
  AccountEndedPayload,
  AccountPayload,
  MandateEndedPayload,
  MandatePayload,
} from '../entry/account-payload.ts';
import type { NewEntry } from '../port/journal.ts';
import type { AccountRow } from '../port/register.ts';
import { civilToday } from '../view/answer-clock.ts';
import type { Purpose } from './access.ts';
import type {
  AccountCommand,
  AccountOutcome,
  AccountsOutcome,
  MandateCommand,
} from './access-casework.ts';
import type { AccessParts } from './access-parts.ts';
import { actorOf } from './actor-of.ts';
import { readIdentifier } from './find-home.ts';
import { mandateScopes, type KnownPrincipal } from './principal.ts';

/** Lets an official or a system of an agency in. */
export async function addAccount(
  parts: AccessParts,
  principal: KnownPrincipal,
  command: AccountCommand,
): Promise<AccountOutcome> {
  const { agency, kind, issuer, subject } = command;
  const home = await agencyHome(parts, principal, agency);
  if (typeof home !== 'string') return home;
  const today = await todayOf(parts);
  const invalid = findInvalid(command);
  if (invalid !== undefined) return refuse(invalid);
  const known = (await parts.register.accountsOf({ issuer, subject })).find(
    (row) => row.home === home && row.kind === kind && !hasEnded(row, today),
  );
  if (known !== undefined) return { kind: 'known', account: known.account };
  const account = parts.uuid();
  const { name, roles, scopes, from = today, until } = command;
  const payload: AccountPayload = {
    ...{ account, kind, name, issuer, subject, agency, roles, scopes, from },
    ...(until === undefined ? {} : { until }),
  };
  return append(parts, principal, {
    entry: entryOf(parts, { home, stream: `account/${account}`, kind: 'account@1', payload }),
    purpose: 'accounts',
    done: { kind: 'added', account },
  });
}

/** Ends an account from today on; whoever is signed in with it is not any more. */
export async function endAccount(
  parts: AccessParts,
  principal: KnownPrincipal,
  command: { readonly agency: string; readonly account: string; readonly reason: string },
): Promise<AccountOutcome> {
  const { agency, account, reason } = command;
  const home = await agencyHome(parts, principal, agency);
  if (typeof home !== 'string') return home;
  const today = await todayOf(parts);
  const row = (await parts.register.accountsIn(home)).find((each) => each.account === account);
  if (row === undefined) return refuse(problem('account-unknown', { account }));
  if (hasEnded(row, today)) return { kind: 'ended', account };
  const payload: AccountEndedPayload = { account, on: today, reason };
  return append(parts, principal, {
    entry: entryOf(parts, { home, stream: `account/${account}`, kind: 'account-ended@1', payload }),
    purpose: 'accounts',
    done: { kind: 'ended', account },
  });
}

export async function listAccounts(
  parts: AccessParts,
  principal: KnownPrincipal,
  agency: string,
): Promise<AccountsOutcome> {
  const home = await agencyHome(parts, principal, agency);
  if (typeof home !== 'string') return home;
  return { kind: 'found', accounts: await parts.register.accountsIn(home) };
}

/** Lets someone act for an organisation: by the register's own registrar, or by one who may already. */
export async function grantMandate(
  parts: AccessParts,
  principal: KnownPrincipal,
  command: MandateCommand,
): Promise<AccountOutcome> {
  const { issuer, subject, name, code, until } = command;
  const place = await subjectPlace(parts, principal, 'mandate.grant', code);
  if (place.kind === 'refused') return place;
  const { home, identifier, today, purpose } = place;
  const invalid = findInvalid(command) ?? findBeyond(principal, home, command);
  if (invalid !== undefined) return refuse(invalid);
  const known = (await parts.register.accountsOf({ issuer, subject })).find(
    (row) => row.home === home && !hasEnded(row, today),
  );
  if (known !== undefined) return { kind: 'known', account: known.account };
  const mandate = parts.uuid();
  const { from = today, scopes } = command;
  const payload: MandatePayload = {
    ...{ mandate, name, issuer, subject, identifier, from },
    ...(until === undefined ? {} : { until }),
    ...(scopes === undefined ? {} : { scopes }),
  };
  return append(parts, principal, {
    entry: entryOf(parts, { home, stream: `mandate/${mandate}`, kind: 'mandate@1', payload }),
    purpose,
    done: { kind: 'added', account: mandate },
  });
}

export async function revokeMandate(
  parts: AccessParts,
  principal: KnownPrincipal,
  command: { readonly code: string; readonly mandate: string; readonly reason: string },
): Promise<AccountOutcome> {
  const { code, mandate, reason } = command;
  const place = await subjectPlace(parts, principal, 'mandate.revoke', code);
  if (place.kind === 'refused') return place;
  const { home, today, purpose } = place;
  const rows = await parts.register.accountsIn(home);
  const row = rows.find(({ account, kind }) => kind === 'representative' && account === mandate);
  if (row === undefined) return refuse(problem('account-unknown', { account: mandate }));
  if (hasEnded(row, today)) return { kind: 'ended', account: mandate };
  const payload: MandateEndedPayload = { mandate, on: today, reason };
  return append(parts, principal, {
    entry: entryOf(parts, { home, stream: `mandate/${mandate}`, kind: 'mandate-ended@1', payload }),
    purpose,
    done: { kind: 'ended', account: mandate },
  });
}

export async function listMandates(
  parts: AccessParts,
  principal: KnownPrincipal,
  code: string,
): Promise<AccountsOutcome> {
  const place = await subjectPlace(parts, principal, 'mandate.grant', code);
  if (place.kind === 'refused') return place;
  const rows = await parts.register.accountsIn(place.home);
  return { kind: 'found', accounts: rows.filter(({ kind }) => kind === 'representative') };
}

/** Home of an agency whose accounts the principal may manage. */
async function agencyHome(
  parts: AccessParts,
  principal: KnownPrincipal,
  agency: string,
): Promise<string | Refusal> {
  const resource = { kind: 'account', agency } as const;
  const decision = parts.access.decide(principal, 'account.manage', resource, 'accounts');
  if (decision.kind === 'refused') return decision;
  const found = (await parts.register.agencies()).find(({ code }) => code === agency);
  return found?.home ?? refuse(problem('agency-unknown', { agency }));
}

async function subjectPlace(
  parts: AccessParts,
  principal: KnownPrincipal,
  operation: 'mandate.grant' | 'mandate.revoke',
  code: string,
) {
  const rulebook = await parts.loader.load(await parts.journal.head());
  const today = civilToday(parts, rulebook);
  const identifier = readIdentifier(code, rulebook, today);
  const home =
    identifier === undefined ? undefined : await parts.register.findByIdentifier(identifier);
  const purpose: Purpose = principal.kind === 'representative' ? 'own' : 'accounts';
  const { registerAgency } = parts;
  const decision = parts.access.decide(
    principal,
    operation,
    {
      kind: 'mandate',
      ...(home === undefined ? {} : { home }),
      ...(registerAgency === undefined ? {} : { agency: registerAgency }),
    },
    purpose,
  );
  if (decision.kind === 'refused') return decision;
  if (identifier === undefined || home === undefined) {
    return refuse(problem('subject-not-found', { subject: code.slice(0, 40) }));
  }
  return { kind: 'place' as const, home, identifier, today, purpose };
}

async function todayOf(parts: AccessParts): Promise<CivilDate> {
  return civilToday(parts, await parts.loader.load(await parts.journal.head()));
}

function hasEnded({ until }: AccountRow, today: CivilDate): boolean {
  return until !== undefined && !isBefore(today, until);
}

/** Nobody passes on more than he has: a limited mandate makes only mandates within its limits. */
function findBeyond(
  principal: KnownPrincipal,
  home: string,
  { scopes }: MandateCommand,
): Problem | undefined {
  if (principal.kind !== 'representative') return undefined;
  const held = principal.mandates.filter(({ subject }) => subject === home);
  if (held.some((mandate) => mandate.scopes === undefined)) return undefined;
  const own = new Set(held.flatMap((mandate) => mandate.scopes ?? []));
  if (scopes?.every((scope) => own.has(scope)) === true) return undefined;
  const accepted = [...own].join(', ');
  const value = scopes?.join(', ') ?? mandateScopes.join(', ');
  return problem('parameter-invalid', { parameter: 'scope', value, accepted });
}

const longestText = 200;

function findInvalid(command: AccountCommand | MandateCommand): Problem | undefined {
  const accepted = `1-${String(longestText)}`;
  for (const parameter of ['name', 'issuer', 'subject'] as const) {
    const value = command[parameter];
    if (value.trim() === '' || value.length > longestText) {
      return problem('parameter-invalid', { parameter, value: value.slice(0, 40), accepted });
    }
  }
  if ('code' in command && command.scopes?.length === 0) {
    return problem('parameter-invalid', {
      ...{ parameter: 'scope', value: '', accepted: mandateScopes.join(', ') },
    });
  }
  const { from, until } = command;
  if (from === undefined || until === undefined || isBefore(from, until)) return undefined;
  return problem('parameter-invalid', { parameter: 'until', value: until, accepted: `> ${from}` });
}

function entryOf(
  parts: AccessParts,
  given: Pick<NewEntry, 'home' | 'stream' | 'kind'> & { readonly payload: JsonValue },
): NewEntry {
  const salt = parts.salt();
  return { id: parts.uuid(), ...given, salt, commitment: commitmentOf(salt, given.payload) };
}

async function append(
  parts: AccessParts,
  principal: KnownPrincipal,
  order: {
    readonly entry: NewEntry;
    readonly purpose: Purpose;
    readonly done: Extract<AccountOutcome, { readonly account: string }>;
  },
): Promise<AccountOutcome> {
  const command = { actor: actorOf(principal), purpose: order.purpose, basis: [] };
  const outcome = await parts.journal.record(command, [order.entry]);
  return outcome.kind === 'recorded' ? order.done : refuse(problem('changed-meanwhile', {}));
}
