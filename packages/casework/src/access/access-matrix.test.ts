import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { FakeStore } from '../fake-ports.test-support.ts';
import { fakePersonKeys } from '../fake-person-keys.test-support.ts';
import type { AccountRow, SignInReference } from '../port/register.ts';
import {
  granted,
  relations,
  tokenStates,
  type Asker,
  type Relation,
  type TokenState,
} from './access-matrix.test-support.ts';
import { shippedAccess } from './access.test-support.ts';
import { purposes, type Purpose, type Resource } from './access.ts';
import type { Credential } from './access-casework.ts';
import { operations, type Operation } from './operation.ts';
import { principalOf } from './principal-of.ts';
import { personIssuer, roles, type Principal } from './principal.ts';
import { town } from './town-parts.test-support.ts';

const own = { agency: 'own_office', subject: '00000000-0000-7000-8000-00000000aaaa' };
const other = { agency: 'other_office', subject: '00000000-0000-7000-8000-00000000bbbb' };
const today = civilDate('2026-05-04');

const askers: readonly Asker[] = [
  ...roles,
  'no-office',
  'representative',
  'machine-intake',
  'machine-export',
  'machine-tasks',
  'machine-consult',
  'machine-none',
  'reader',
  'person',
  'notice-holder',
  'operator',
  'anonymous',
];

/** A principal as it is found from an account that holds. */
function principalFor(asker: Asker): Principal {
  const named = { account: `account of ${asker}`, name: asker };
  const office = roles.find((role) => role === asker);
  if (office !== undefined || asker === 'no-office') {
    const held = office === undefined ? [] : [office];
    return { kind: 'official', ...named, agency: own.agency, roles: held };
  }
  switch (asker) {
    case 'representative':
      return {
        kind: 'representative',
        ...named,
        mandates: [{ mandateId: named.account, subject: own.subject, from: today }],
      };
    case 'reader':
      return { kind: 'reader', ...named };
    case 'person':
      return { kind: 'person', name: '', pass: named.account };
    case 'notice-holder':
      return { kind: 'notice-holder', ...named, as: 'creditor', caseId: 'c', home: own.subject };
    case 'operator':
      return { kind: 'operator', name: 'root', agency: own.agency, role: 'registrar' };
    case 'anonymous':
      return { kind: 'anonymous' };
    default: {
      const scopes = asker === 'machine-none' ? [] : [asker.slice('machine-'.length)];
      return { kind: 'machine', ...named, agency: own.agency, scopes };
    }
  }
}

function resourceFor(relation: Relation, asker: Asker): Resource {
  switch (relation) {
    case 'own-agency':
      return { kind: 'matter', agency: own.agency };
    case 'other-agency':
      return { kind: 'matter', agency: other.agency };
    case 'own-subject':
      return { kind: 'subject', home: own.subject };
    case 'other-subject':
      return { kind: 'subject', home: other.subject };
    case 'own-key':
      return { kind: 'file', owner: `account of ${asker}` };
    case 'none':
      return { kind: 'subject' };
  }
}

function isDeclared(cell: {
  readonly operation: Operation;
  readonly asker: Asker;
  readonly relation: Relation;
  readonly purpose: Purpose;
}): boolean {
  if (cell.asker === 'operator') return true;
  return granted[cell.operation].some(
    (grant) =>
      grant.who.includes(cell.asker) &&
      grant.to.includes(cell.relation) &&
      grant.for.includes(cell.purpose),
  );
}

describe('who may do what', () => {
  const access = shippedAccess();

  it.each(operations)('%s is as declared, in every cell', (operation) => {
    const noted = access.denials.length;
    const wrong: string[] = [];
    let refusals = 0;
    for (const asker of askers) {
      for (const relation of relations) {
        for (const purpose of purposes) {
          const decision = access.decide(
            principalFor(asker),
            operation,
            resourceFor(relation, asker),
            purpose,
          );
          const expected = isDeclared({ operation, asker, relation, purpose });
          if ((decision.kind === 'granted') !== expected) {
            wrong.push(`${asker} ${relation} ${purpose}: ${decision.kind}`);
          }
          if (decision.kind === 'refused') refusals += 1;
        }
      }
    }
    expect(wrong).toEqual([]);
    // Every refusal is written down, and none of them because the engine failed.
    const denials = access.denials.slice(noted);
    expect(denials).toHaveLength(refusals);
    expect(denials.every(({ why }) => why === 'policy')).toBe(true);
  });

  it('declares every operation, and grants each to someone', () => {
    expect(Object.keys(granted).sort()).toEqual([...operations].sort());
    for (const operation of operations)
      expect(granted[operation].length, operation).toBeGreaterThan(0);
  });

  it('lets nobody who oversees also act', () => {
    const both: Principal = {
      ...{ kind: 'official', account: 'a', name: 'n', agency: own.agency },
      roles: ['auditor', 'registrar'],
    };
    const resource = { kind: 'matter', agency: own.agency } as const;
    expect(access.decide(both, 'correction.decide', resource, 'correction').kind).toBe('refused');
    expect(access.decide(both, 'account.manage', resource, 'accounts').kind).toBe('refused');
  });

  it('writes a denial down without anything about whom', () => {
    const noted = access.denials.length;
    const resource = { kind: 'subject', home: other.subject } as const;
    access.decide(principalFor('case_officer'), 'access.read-any', resource, 'supervision');
    expect(access.denials.slice(noted)).toEqual([
      {
        operation: 'access.read-any',
        principal: 'official',
        account: 'account of case_officer',
        agency: own.agency,
        resource: 'subject',
        purpose: 'supervision',
        why: 'policy',
      },
    ]);
  });
});

/** An account in each state, as the register has it on the day. */
function rowFor(asker: Asker, state: TokenState, who: SignInReference): AccountRow | undefined {
  const principal = principalFor(asker);
  // A notice is no account: its code is asked for by the use case, each time.
  if (!('account' in principal) || principal.kind === 'notice-holder') return undefined;
  const days = {
    valid: { from: '2026-01-01', until: '2026-05-05' },
    expired: { from: '2026-01-01', until: '2026-05-04' },
    revoked: { from: '2026-01-01', until: '2026-05-04' },
    'not-yet': { from: '2026-05-05', until: '2027-01-01' },
    absent: undefined,
  }[state];
  if (days === undefined) return undefined;
  const [from, until] = [civilDate(days.from), civilDate(days.until)];
  const { kind, account, name } = principal;
  const common = { home: own.subject, account, kind, name, from, until };
  switch (principal.kind) {
    case 'official':
      return { ...common, ...who, agency: principal.agency, roles: principal.roles };
    case 'machine':
      return { ...common, ...who, agency: principal.agency, roles: principal.scopes };
    case 'representative':
      return { ...common, ...who };
    case 'reader':
      return { ...common, keyHash: 'hash of the key' };
  }
}

describe('in which state of a token', () => {
  const who: SignInReference = { issuer: 'https://id.example', subject: 'someone' };
  // Whoever asks for herself has no account: the process that keeps the keys says if her pass holds.
  const holders = askers.filter(
    (asker) => asker !== 'notice-holder' && 'account' in principalFor(asker),
  );
  const cells = holders.flatMap((asker) => tokenStates.map((state) => [asker, state] as const));

  it.each(cells)('%s, %s: only a valid one makes anyone known', async (asker, state) => {
    const store = new FakeStore();
    const row = rowFor(asker, state, who);
    if (row !== undefined) {
      store.rows.set(row.home, {
        ...{ identifiers: [], names: [], recordKeys: [], batches: [] },
        accounts: [row],
      });
    }
    const principal = principalFor(asker);
    const credential: Credential =
      principal.kind === 'reader'
        ? { by: 'key', keyHash: 'hash of the key' }
        : principal.kind === 'machine'
          ? { by: 'token', ...who, scopes: principal.scopes }
          : { by: 'sign-in', ...who };
    const found = await principalOf(town(store, today), credential);
    if (state === 'valid')
      expect(found).toMatchObject({ kind: 'known', principal: { name: asker } });
    else expect(found.kind).toBe('refused');
  });

  it('a pass makes a person known while the keeper says so, and no account ever does', async () => {
    const credential = { by: 'sign-in', issuer: personIssuer, subject: 'a pass' } as const;
    const store = new FakeStore();
    const row = rowFor('registrar', 'valid', credential);
    if (row === undefined) throw new Error('An account that holds.');
    store.rows.set(row.home, {
      ...{ identifiers: [], names: [], recordKeys: [], batches: [] },
      accounts: [row],
    });
    const parts = town(store, today);
    const keeper = {
      ...fakePersonKeys(),
      knows: (pass: string) => Promise.resolve(pass === 'a pass'),
    };
    expect((await principalOf(parts, credential)).kind).toBe('refused');
    expect(await principalOf({ ...parts, personKeys: keeper }, credential)).toEqual({
      kind: 'known',
      principal: { kind: 'person', name: '', pass: 'a pass' },
    });
    const other = { ...credential, subject: 'another' };
    expect((await principalOf({ ...parts, personKeys: keeper }, other)).kind).toBe('refused');
  });

  it('an account of one kind never serves as another', async () => {
    const store = new FakeStore();
    const rows = (['registrar', 'machine-intake'] as const).flatMap(
      (asker) => rowFor(asker, 'valid', who) ?? [],
    );
    store.rows.set(own.subject, {
      ...{ identifiers: [], names: [], recordKeys: [], batches: [] },
      accounts: rows,
    });
    const parts = town(store, today);
    const person = await principalOf(parts, { by: 'sign-in', ...who });
    expect(person).toMatchObject({ principal: { kind: 'official' } });
    const system = await principalOf(parts, { by: 'token', ...who, scopes: ['intake', 'export'] });
    // The token asks for more than the account has: it gets what both allow.
    expect(system).toMatchObject({ principal: { kind: 'machine', scopes: ['intake'] } });
  });
});
