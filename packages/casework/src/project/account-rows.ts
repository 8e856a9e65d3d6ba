import { earlier, type CivilDate } from '@credence/domain';

import {
  isAccount,
  isAccountEnded,
  isMandate,
  isMandateEnded,
  type AccountPayload,
  type MandatePayload,
} from '../entry/account-payload.ts';
import type { Entry } from '../port/journal.ts';
import type { AccountRow } from '../port/register.ts';

/** The accounts and mandates that lie in a home, each with the day on which it ends. */
export function accountRows(home: string, entries: readonly Entry[]): readonly AccountRow[] {
  const rows = new Map<string, AccountRow>();
  for (const { kind, payload } of entries) {
    if (kind === 'account@1' && isAccount(payload))
      rows.set(payload.account, ofAccount(home, payload));
    if (kind === 'mandate@1' && isMandate(payload))
      rows.set(payload.mandate, ofMandate(home, payload));
    if (kind === 'account-ended@1' && isAccountEnded(payload))
      end(rows, payload.account, payload.on);
    if (kind === 'mandate-ended@1' && isMandateEnded(payload))
      end(rows, payload.mandate, payload.on);
  }
  return [...rows.values()];
}

function end(rows: Map<string, AccountRow>, account: string, on: CivilDate): void {
  const row = rows.get(account);
  if (row === undefined) return;
  rows.set(account, { ...row, until: row.until === undefined ? on : earlier(row.until, on) });
}

function ofAccount(home: string, payload: AccountPayload): AccountRow {
  const { account, kind, name, issuer, subject, agency, from, until } = payload;
  return {
    ...{ home, account, kind, name, issuer, subject, agency, from },
    roles: kind === 'official' ? payload.roles : payload.scopes,
    ...(until === undefined ? {} : { until }),
  };
}

function ofMandate(home: string, payload: MandatePayload): AccountRow {
  const { mandate, name, issuer, subject, identifier, from, until, scopes } = payload;
  return {
    ...{ home, account: mandate, kind: 'representative' as const, name, issuer, subject },
    ...{ identifier, from },
    ...(until === undefined ? {} : { until }),
    ...(scopes === undefined ? {} : { roles: scopes }),
  };
}
