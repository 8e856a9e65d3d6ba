import { type Localised, problem, type Refusal } from '@credence/domain';
import type { Edition, ItemCard } from '@credence/rulebook';

import { isAgency } from '../entry/house-payload.ts';
import type { Journal } from '../port/journal.ts';
import type { Register } from '../port/register.ts';
import { agencyStream } from '../promulgate/add-agency.ts';

/** An agency that may supply the item. */
export interface Source {
  readonly code: string;
  readonly name: Localised;
  readonly supplies: readonly string[];
  /** Absent while the journal has no entry of an agency that the edition itself names. */
  readonly home?: string;
}

export type SourceOutcome = { readonly kind: 'resolved'; readonly source: Source } | Refusal;

/** The supplying agency by its code: from the journal, else from the edition's own cards. */
export async function resolveSource(
  parts: { readonly journal: Journal; readonly register: Register },
  code: string,
  law: { readonly edition: Edition; readonly item: ItemCard },
): Promise<SourceOutcome> {
  const source = await findSource(parts, law.edition, code);
  if (source === undefined) {
    const rows = await parts.register.agencies();
    const known = [...rows.map((agency) => agency.code), ...law.edition.agencies.keys()];
    const accepted = [...new Set(known)].sort().join(', ') || '—';
    return { kind: 'refused', problem: problem('source-unknown', { source: code, accepted }) };
  }
  const { item, importAs } = law.item;
  if (!source.supplies.includes(item) && !source.supplies.includes(importAs)) {
    const accepted = source.supplies.join(', ') || '—';
    const refused = problem('item-not-supplied', { source: code, accepted, item });
    return { kind: 'refused', problem: refused };
  }
  return { kind: 'resolved', source };
}

/** An agency by its code, whatever it supplies. */
export async function findSource(
  parts: { readonly journal: Journal; readonly register: Register },
  edition: Edition,
  code: string,
): Promise<Source | undefined> {
  const rows = await parts.register.agencies();
  const row = rows.find((agency) => agency.code === code);
  return row === undefined
    ? sourceInEdition(edition, code)
    : sourceInJournal(parts.journal, row.home);
}

function sourceInEdition(edition: Edition, code: string): Source | undefined {
  const card = edition.agencies.get(code);
  if (card === undefined) return undefined;
  return { code, name: card.title, supplies: card.supplies };
}

async function sourceInJournal(journal: Journal, home: string): Promise<Source | undefined> {
  const entries = await journal.entriesOf(home, { stream: agencyStream });
  const payload = entries.findLast(({ kind }) => kind === 'agency@1')?.payload;
  return isAgency(payload) ? { ...payload, home } : undefined;
}
