import type { Instant, Localised } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { isAgency } from '../entry/house-payload.ts';
import type { Journal } from '../port/journal.ts';
import type { Register } from '../port/register.ts';

/** An agency as its entries, or a card of the edition, say. */
export interface AgencyState {
  readonly code: string;
  readonly name: Localised;
  readonly supplies: readonly string[];
  /** When its last batch was taken in. */
  readonly lastBatchAt?: Instant;
}

/** All agencies that may supply something, in the order of their codes. */
export async function findAgencies(
  parts: { readonly journal: Journal; readonly register: Register },
  edition: Edition,
): Promise<readonly AgencyState[]> {
  const rows = await parts.register.agencies();
  const entries = await parts.journal.entriesOfMany(rows.map(({ home }) => home));
  const held = rows.flatMap(({ home }): AgencyState[] => {
    const own = entries.get(home) ?? [];
    const payload = own.findLast(({ kind }) => kind === 'agency@1')?.payload;
    if (!isAgency(payload)) return [];
    const batch = own.findLast(({ kind }) => kind.startsWith('batch@'));
    const { code, name, supplies } = payload;
    const last = batch === undefined ? {} : { lastBatchAt: batch.recordedAt };
    return [{ code, name, supplies, ...last }];
  });
  const named = [...edition.agencies.values()]
    .filter(({ agency }) => held.every(({ code }) => code !== agency))
    .map(({ agency, title, supplies }) => ({ code: agency, name: title, supplies }));
  return [...held, ...named].sort((a, b) => (a.code < b.code ? -1 : 1));
}
