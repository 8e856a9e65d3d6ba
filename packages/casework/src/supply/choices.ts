import { problem } from '@credence/domain';
import { supplyRuleOf, type Edition, type ItemCard } from '@credence/rulebook';

import type { Operation } from '../access/operation.ts';
import type { Principal } from '../access/principal.ts';
import { findSource, type Source } from '../intake/resolve-source.ts';
import type { Actor } from '../port/journal.ts';
import { startAnswer, type Answering } from '../view/answer-clock.ts';
import type { SupplyAgency, SupplyChoices, SupplyItem, SupplyRefused } from './supply.ts';
import type { SupplyParts } from './supply-parts.ts';

/** A principal that acts for an agency: who it is in the journal, and what its agency is. */
export interface Desk {
  readonly account: string;
  readonly actor: Actor;
  readonly source: Source;
  readonly answering: Answering;
}

export type DeskOutcome = { readonly kind: 'open'; readonly desk: Desk } | SupplyRefused;

/** The one decision at the start of everything an agency does here, and the agency itself. */
export async function openDesk(
  parts: SupplyParts,
  principal: Principal,
  operation: Operation,
): Promise<DeskOutcome> {
  const agency = 'agency' in principal ? principal.agency : undefined;
  const resource = { kind: 'batch', ...(agency === undefined ? {} : { agency }) } as const;
  const decision = parts.access.decide(principal, operation, resource, 'intake');
  if (decision.kind === 'refused') return decision;
  const acting = actorOf(principal);
  if (acting === undefined || agency === undefined) {
    const purpose = 'intake';
    return { kind: 'refused', problem: problem('not-permitted', { operation, purpose }) };
  }
  const answering = await startAnswer(parts);
  const source = await findSource(parts, answering.edition, agency);
  if (source === undefined) {
    const accepted = [...answering.edition.agencies.keys()].sort().join(', ') || '—';
    const unknown = problem('source-unknown', { source: agency, accepted });
    return { kind: 'refused', problem: unknown };
  }
  return { kind: 'open', desk: { ...acting, source, answering } };
}

function actorOf(principal: Principal): Pick<Desk, 'account' | 'actor'> | undefined {
  switch (principal.kind) {
    case 'official': {
      const { account, name: official, agency } = principal;
      return { account, actor: { official, agency, role: 'data_officer' } };
    }
    case 'machine': {
      const { account, name: official, agency } = principal;
      return { account, actor: { official, agency, role: 'machine' } };
    }
    case 'operator': {
      const { name: official, agency, role } = principal;
      return { account: `operator:${agency}`, actor: { official, agency, role } };
    }
    default:
      return undefined;
  }
}

/** What the agency of this account may supply, and how. */
export async function supplyChoices(
  parts: SupplyParts,
  principal: Principal,
): Promise<{ readonly kind: 'found'; readonly view: SupplyChoices } | SupplyRefused> {
  const opened = await openDesk(parts, principal, 'intake.check');
  if (opened.kind === 'refused') return opened;
  const { source, answering } = opened.desk;
  const { limitBytes, keepMs } = parts.inbox;
  const view: SupplyChoices = {
    clock: answering.clock,
    agency: agencyView(source),
    items: itemsOf(source, answering.edition),
    limitBytes,
    keepMs,
  };
  return { kind: 'found', view };
}

export function agencyView({ code, name }: Source): SupplyAgency {
  return { code, name };
}

/** The items of the edition that an agency may supply, in the order the edition has them. */
export function itemsOf(source: Source, edition: Edition): readonly SupplyItem[] {
  const { supplies } = source;
  return [...edition.items.values()]
    .filter(({ item, importAs }) => supplies.includes(item) || supplies.includes(importAs))
    .map((card) => itemView(card, edition));
}

function itemView(card: ItemCard, edition: Edition): SupplyItem {
  const { item, importAs, title, service } = card;
  const rule = supplyRuleOf(item, edition);
  const mappings = [...edition.mappings.values()]
    .filter((mapping) => mapping.item === item)
    .map(({ mapping: id, title: says }) => (says === undefined ? { id } : { id, title: says }));
  return {
    item,
    importAs,
    title,
    service,
    ...(rule === undefined ? {} : { supplyWithinWorkingDays: rule.workingDays }),
    mappings,
  };
}
