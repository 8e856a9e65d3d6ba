import { type CivilDate, problem, type Refusal, refuse } from '@credence/domain';
import type { Edition, ItemCard, Rulebook } from '@credence/rulebook';

import type { Operation } from '../access/operation.ts';
import type { Principal } from '../access/principal.ts';
import type { CaseworkParts } from '../casework-parts.ts';
import { findSource } from '../intake/resolve-source.ts';
import type { Actor } from '../port/journal.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';
import { startAnswer } from '../view/answer-clock.ts';
import type { ExportOrder } from './export.ts';
import { foldExports, type ExportsState } from './fold-exports.ts';
import { sheetOf, type Sheet } from './write-cells.ts';

export type ExportParts = CaseworkParts & { readonly loader: RulebookLoader };

/** An order to report with everything it names found. */
export interface OpenExport {
  readonly today: CivilDate;
  readonly rulebook: Rulebook;
  readonly item: ItemCard;
  readonly sheet: Sheet;
  readonly actor: Actor;
  /** Home of the agency; absent while it has supplied nothing. */
  readonly home: string | undefined;
  readonly state: ExportsState;
}

export type OpenExportOutcome = { readonly kind: 'open'; readonly open: OpenExport } | Refusal;

/** The one decision at the start, then law, item, platform and what was sent before. */
export async function openExport(
  parts: ExportParts,
  order: Pick<ExportOrder, 'principal' | 'item' | 'target' | 'source'>,
  operation: Operation,
): Promise<OpenExportOutcome> {
  const resource = { kind: 'export', agency: order.source } as const;
  const allowed = parts.access.decide(order.principal, operation, resource, 'export');
  if (allowed.kind === 'refused') return allowed;
  const { clock, rulebook, edition } = await startAnswer(parts);
  const item = findItem(edition, order.item);
  if (item === undefined) {
    const accepted = [...edition.items.values()].map(({ importAs }) => importAs).join(', ');
    return refuse(problem('item-unknown', { item: order.item, accepted }));
  }
  const schema = edition.schemas.get(item.fields);
  const target = schema?.targets.find((one) => one.target === order.target);
  if (schema === undefined || target === undefined) {
    const accepted = schema?.targets.map((one) => one.target).join(', ') ?? '';
    const { item: named } = item;
    const unknown = { item: named, target: order.target, accepted: accepted || '—' };
    return refuse(problem('export-target-unknown', unknown));
  }
  const source = await findSource(parts, edition, order.source);
  if (source === undefined) {
    const accepted = [...edition.agencies.keys()].sort().join(', ') || '—';
    return refuse(problem('source-unknown', { source: order.source, accepted }));
  }
  const entries = source.home === undefined ? [] : await parts.journal.entriesOf(source.home);
  return {
    kind: 'open',
    open: {
      today: clock.today,
      rulebook,
      item,
      sheet: sheetOf(schema, target, edition.languages[0] ?? 'zh'),
      actor: actorOf(order.principal, order.source),
      home: source.home,
      state: foldExports(entries, { target: target.target, item: item.item }),
    },
  };
}

function findItem(edition: Edition, word: string): ItemCard | undefined {
  const byId = edition.items.get(word);
  return byId ?? [...edition.items.values()].find(({ importAs }) => importAs === word);
}

function actorOf(principal: Principal, agency: string): Actor {
  const official = 'name' in principal ? principal.name : '';
  const role = principal.kind === 'operator' ? principal.role : 'data_officer';
  return { official, agency, role: principal.kind === 'machine' ? 'machine' : role };
}
