import { problem } from '@credence/domain';
import { canonicalJson, commitmentOf } from '@credence/proof';

import type { AddAgencyOutcome, AgencyCommand, CaseworkParts } from '../casework.ts';
import { isAgency, type AgencyPayload } from '../entry/house-payload.ts';

type Parts = Pick<CaseworkParts, 'journal' | 'register' | 'uuid' | 'salt'>;

/** What an agency is called and may supply, apart from all that it has supplied. */
export const agencyStream = 'agency';

/**
 * Enters a supplying agency, or what has changed about it: a name or the items it may supply. An
 * agency that the journal has in these very words is known.
 */
export async function addAgency(parts: Parts, command: AgencyCommand): Promise<AddAgencyOutcome> {
  const { code, name, supplies, actor } = command;
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(code)) {
    const accepted = 'A-Z, a-z, 0-9, _, -';
    const refused = problem('parameter-invalid', { parameter: 'code', value: code, accepted });
    return { kind: 'refused', problem: refused };
  }
  const payload: AgencyPayload = { code, name, supplies };
  const rows = await parts.register.agencies();
  const known = rows.find((row) => row.code === code);
  if (known !== undefined) {
    const entries = await parts.journal.entriesOf(known.home, { stream: agencyStream });
    const current = entries.findLast(({ kind }) => kind === 'agency@1')?.payload;
    const same = isAgency(current) && canonicalJson(current) === canonicalJson(payload);
    if (same) return { kind: 'known', home: known.home };
  }
  const home = known?.home ?? parts.uuid();
  const salt = parts.salt();
  const outcome = await parts.journal.record({ actor, purpose: 'agency', basis: [] }, [
    {
      id: parts.uuid(),
      home,
      stream: agencyStream,
      kind: 'agency@1',
      payload,
      salt,
      commitment: commitmentOf(salt, payload),
    },
  ]);
  if (outcome.kind === 'recorded') return { kind: 'added', home, receipt: outcome.receipt };
  return { kind: 'refused', problem: { code: 'changed-meanwhile', params: {} } };
}
