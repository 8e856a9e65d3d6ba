import {
  type CivilDate,
  localise,
  problem,
  type PublicCreditRecord,
  type Refusal,
  refuse,
} from '@credence/domain';
import type { Edition, ItemCard, MappingCard, Rulebook } from '@credence/rulebook';

import type { Decision } from '../access/access.ts';
import type { CaseworkParts } from '../casework-parts.ts';
import type { ImportCommand } from './import-outcome.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';
import type { RowWorkshop } from '../port/row-workshop.ts';
import { civilToday } from '../view/answer-clock.ts';
import { resolveMapping } from './resolve-mapping.ts';
import { resolveSource, type Source } from './resolve-source.ts';
import { indexSchema, type SchemaIndex } from './schema-index.ts';

/** An import command with everything it names found: nothing is looked up again while rows run. */
export interface ImportOrder {
  readonly today: CivilDate;
  readonly rulebook: Rulebook;
  readonly edition: Edition;
  readonly item: ItemCard;
  readonly schema: SchemaIndex;
  readonly source: Source;
  readonly mapping: MappingCard | undefined;
  readonly mappingKey: string;
  readonly provider: PublicCreditRecord['provider'];
}

export type OrderOutcome = { readonly kind: 'settled'; readonly order: ImportOrder } | Refusal;

export type IntakeParts = Pick<
  CaseworkParts,
  | 'access'
  | 'journal'
  | 'register'
  | 'staging'
  | 'nameKeys'
  | 'clock'
  | 'uuid'
  | 'salt'
  | 'regions'
  | 'today'
> & { readonly loader: RulebookLoader; readonly workshop?: RowWorkshop | undefined };

/** Finds the law, the item, the supplier and the mapping of a command, or says which is missing. */
export async function settleOrder(
  parts: IntakeParts,
  command: ImportCommand,
): Promise<OrderOutcome> {
  const allowed = decideAccess(parts, command);
  if (allowed.kind === 'refused') return allowed;
  const rulebook = await parts.loader.load(await parts.journal.head());
  const today = civilToday(parts, rulebook);
  const edition = rulebook.on(today);
  if (edition === undefined) return refuse(problem('edition-missing', { day: today }));
  const item = findItem(edition, command.item);
  if (item === undefined) {
    const accepted = [...edition.items.values()].map(({ importAs }) => importAs).join(', ');
    return refuse(problem('item-unknown', { item: command.item, accepted }));
  }
  const unsigned = [command.serviceStatement, command.migration].find(isIncomplete);
  if (unsigned !== undefined) {
    return refuse(problem('statement-incomplete', { found: unsigned.join(', ') }));
  }
  const source = await resolveSource(parts, command.source, { edition, item });
  if (source.kind === 'refused') return source;
  const mapping = resolveMapping(command.mapping, edition, item);
  if (mapping.kind === 'refused') return mapping;
  const schema = edition.schemas.get(item.fields);
  if (schema === undefined) {
    throw new RangeError(`Edition ${edition.code} has no schema ${item.fields}.`);
  }
  return {
    kind: 'settled',
    order: {
      ...{ today, rulebook, edition, item },
      schema: indexSchema(schema),
      source: source.source,
      mapping: mapping.card,
      mappingKey: mapping.key,
      provider: providerOf(source.source, edition),
    },
  };
}

function decideAccess(parts: IntakeParts, command: ImportCommand): Decision {
  const { agency, official: name, role } = command.actor;
  const principal = command.principal ?? { kind: 'operator', name, agency, role };
  const operation = command.dryRun === true ? 'intake.check' : 'intake.accept';
  const resource = { kind: 'batch', agency: command.source } as const;
  return parts.access.decide(principal, operation, resource, 'intake');
}

/** A statement is signed by two people, or it is none. */
function isIncomplete(signed: readonly [string, string] | undefined): boolean {
  const [first = '', second = ''] = signed?.map((name) => name.trim()) ?? ['1', '2'];
  return first === '' || second === '' || first === second;
}

function findItem(edition: Edition, word: string): ItemCard | undefined {
  const byId = edition.items.get(word);
  return byId ?? [...edition.items.values()].find(({ importAs }) => importAs === word);
}

function providerOf(source: Source, edition: Edition): PublicCreditRecord['provider'] {
  const language = edition.languages[0] ?? 'zh';
  return { code: source.code, name: localise(source.name, language).text };
}
