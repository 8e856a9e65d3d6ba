import { problem } from '@credence/domain';
import { canonicalJson, commitmentOf } from '@credence/proof';

import type { CaseworkParts } from '../casework-parts.ts';
import type { AddAgencyOutcome, AgencyCommand } from './promulgation.ts';
import { isAgency, type AgencyPayload } from '../entry/house-payload.ts';
import type { Journal } from '../port/journal.ts';

type Parts = Pick<CaseworkParts, 'journal' | 'register' | 'uuid' | 'salt'>;

/** One address, without a display name: whether anybody reads it only a mail can tell. */
const address = /^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,190}$/;

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
  const rows = await parts.register.agencies();
  const known = rows.find((row) => row.code === code);
  const current = known === undefined ? undefined : await findAgency(parts, known.home);
  const above = {
    superior: command.superior ?? current?.superior,
    review: command.review ?? current?.review,
  };
  const mail = command.mail ?? current?.mail;
  if (mail !== undefined && !address.test(mail)) {
    const accepted = 'office@agency.example';
    const given = { parameter: 'mail', value: mail.slice(0, 40), accepted };
    return { kind: 'refused', problem: problem('parameter-invalid', given) };
  }
  const acts = command.acts ?? current?.acts ?? [];
  const unread = acts.find((body) => !/^[a-z][a-z0-9_]{0,63}$/.test(body));
  if (unread !== undefined) {
    const given = { parameter: 'acts', value: unread.slice(0, 40), accepted: 'market_supervision' };
    return { kind: 'refused', problem: problem('parameter-invalid', given) };
  }
  const strange = Object.entries(above).find(
    ([, other]) =>
      other !== undefined && !(other !== code && rows.some((row) => row.code === other)),
  );
  if (strange !== undefined) return { kind: 'refused', problem: noOther(strange, rows, code) };
  const payload: AgencyPayload = {
    ...{ code, name, supplies },
    ...(above.superior === undefined ? {} : { superior: above.superior }),
    ...(above.review === undefined ? {} : { review: above.review }),
    ...(mail === undefined ? {} : { mail }),
    ...(acts.length === 0 ? {} : { acts }),
  };
  if (known !== undefined && current !== undefined) {
    if (canonicalJson(current) === canonicalJson(payload)) {
      return { kind: 'known', home: known.home };
    }
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

/** The newest statement of an agency about itself. */
export async function findAgency(
  { journal }: { readonly journal: Pick<Journal, 'entriesOf'> },
  home: string,
): Promise<AgencyPayload | undefined> {
  const entries = await journal.entriesOf(home, { stream: agencyStream });
  const payload = entries.findLast(({ kind }) => kind === 'agency@1')?.payload;
  return isAgency(payload) ? payload : undefined;
}

/** No agency is above itself or decides appeals against itself, and both have to be there. */
function noOther(
  [parameter, value = '']: readonly [string, string | undefined],
  rows: readonly { readonly code: string }[],
  own: string,
) {
  const others = rows.flatMap((row) => (row.code === own ? [] : [row.code]));
  const accepted = others.length === 0 ? '—' : others.join(', ');
  return problem('parameter-invalid', { parameter, value, accepted });
}
