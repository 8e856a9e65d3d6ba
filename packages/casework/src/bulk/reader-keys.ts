import { isBefore, isOnOrAfter, problem, type Refusal, refuse } from '@credence/domain';
import { commitmentOf, sha256Hex } from '@credence/proof';

import type { Principal } from '../access/principal.ts';
import {
  readerPurposes,
  type ReaderKeyPayload,
  type ReaderPurpose,
} from '../entry/reader-payload.ts';
import { holdsPersonData } from '../intake/person-scan.ts';
import type { Journal } from '../port/journal.ts';
import type { Register } from '../port/register.ts';
import { startAnswer, type TimeParts } from '../view/answer-clock.ts';

export interface ReaderKeyParts extends TimeParts {
  readonly journal: Journal;
  readonly register: Register;
  readonly uuid: () => string;
  readonly salt: () => string;
}

export interface ReaderKeyCommand {
  /** Name of an organisation; `private` for everyone else. No personal data is asked for. */
  readonly holder: string;
  readonly purpose: string;
}

export type ReaderKeyOutcome =
  /** The key is told this once; what is kept of it is its hash. */
  { readonly kind: 'created'; readonly key: string; readonly account: string } | Refusal;

const longestHolder = 100;
const keyPattern = /^ck_[A-Za-z0-9_-]{40,64}$/;

/** Gives out a free key to whoever says what for. */
export async function createReaderKey(
  parts: ReaderKeyParts,
  command: ReaderKeyCommand,
): Promise<ReaderKeyOutcome> {
  const holder = command.holder.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const usable = holder.length >= 2 && holder.length <= longestHolder && !holdsPersonData(holder);
  if (!usable) {
    const value = holdsPersonData(holder) ? '***' : holder.slice(0, 40);
    const accepted = `private, 2-${String(longestHolder)}`;
    return refuse(problem('holder-unusable', { field: 'holder', value, accepted }));
  }
  const purpose = readerPurposes.find((each) => each === command.purpose);
  if (purpose === undefined) {
    const value = command.purpose.slice(0, 40);
    const accepted = readerPurposes.join(', ');
    return refuse(problem('holder-unusable', { field: 'purpose', value, accepted }));
  }
  return record(parts, { holder, purpose });
}

async function record(
  parts: ReaderKeyParts,
  given: { readonly holder: string; readonly purpose: ReaderPurpose },
): Promise<ReaderKeyOutcome> {
  const { clock } = await startAnswer(parts);
  // A reader is one account in a home of its own, and both have one id.
  const home = parts.uuid();
  const account = home;
  const key = `ck_${parts.salt()}${parts.salt()}`;
  const payload: ReaderKeyPayload = {
    account,
    ...given,
    keyHash: sha256Hex(key),
    from: clock.today,
  };
  const salt = parts.salt();
  const commitment = commitmentOf(salt, payload);
  const entry = { id: parts.uuid(), home, stream: 'key', kind: 'reader-key@1', payload, salt };
  const actor = { official: account, agency: 'reader', role: 'reader' };
  const outcome = await parts.journal.record({ actor, purpose: 'reuse', basis: [] }, [
    { ...entry, commitment },
  ]);
  if (outcome.kind === 'conflict') return refuse({ code: 'changed-meanwhile', params: {} });
  return { kind: 'created', key, account };
}

/** Whoever shows a key that is in use today; undefined for any other text. */
export async function readerOfKey(
  parts: ReaderKeyParts,
  key: string,
): Promise<(Principal & { readonly kind: 'reader' }) | undefined> {
  if (!keyPattern.test(key)) return undefined;
  const row = await parts.register.accountByKey(sha256Hex(key));
  if (row?.kind !== 'reader') return undefined;
  const { clock } = await startAnswer(parts);
  if (isBefore(clock.today, row.from)) return undefined;
  if (row.until !== undefined && isOnOrAfter(clock.today, row.until)) return undefined;
  return { kind: 'reader', account: row.account, name: row.name };
}
