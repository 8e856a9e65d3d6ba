import { problem, type Refusal } from '@credence/domain';
import { sha256Hex } from '@credence/proof';
import {
  allCardKinds,
  cardFolders,
  checkEdition,
  type Edition,
  type ItemCard,
  type MappingCard,
} from '@credence/rulebook';

export type MappingOutcome =
  | {
      readonly kind: 'resolved';
      readonly card: MappingCard | undefined;
      /** Part of what makes a file known: the same file read otherwise is another import. */
      readonly key: string;
    }
  | Refusal;

/** The mapping a file is read by: none, a card of the edition by its id, or the text of a card. */
export function resolveMapping(
  given: string | undefined,
  edition: Edition,
  item: ItemCard,
): MappingOutcome {
  if (given === undefined) return { kind: 'resolved', card: undefined, key: 'none' };
  const outcome = isText(given) ? openText(given, edition) : findCard(given, edition);
  if (outcome.kind === 'refused' || outcome.card?.item === item.item) return outcome;
  const mapping = outcome.card?.mapping ?? outcome.key;
  const found = `item: ${outcome.card?.item ?? ''} (${item.item})`;
  return { kind: 'refused', problem: problem('mapping-invalid', { mapping, found }) };
}

function isText(given: string): boolean {
  return /[\n:]/.test(given);
}

function findCard(id: string, edition: Edition): MappingOutcome {
  const card = edition.mappings.get(id);
  if (card !== undefined) return { kind: 'resolved', card, key: id };
  const accepted = [...edition.mappings.keys()].sort().join(', ') || '—';
  return { kind: 'refused', problem: problem('mapping-unknown', { mapping: id, accepted }) };
}

/**
 * A text is read as if the edition had it as a card: the rulebook's own checks decide, with the place
 * of every fault. The edition itself passed them when it was promulgated, so what they say about
 * other files does not concern the mapping.
 */
function openText(text: string, edition: Edition): MappingOutcome {
  const id = /^mapping:\s*["']?([\w.-]+)/m.exec(text)?.[1] ?? 'mapping';
  const path = `${cardFolders.mapping}/${id}.yaml`;
  const outcome = checkEdition(filesOf(edition).set(path, text));
  if (outcome.kind === 'loaded') {
    const card = outcome.edition.mappings.get(id);
    return { kind: 'resolved', card, key: `text:${sha256Hex(text)}` };
  }
  const { findings } = outcome;
  const { line, column, message } = findings.find(({ file }) => file === path) ?? findings[0];
  const found = `${line}:${column} ${message}`;
  return { kind: 'refused', problem: problem('mapping-invalid', { mapping: id, found }) };
}

/** The edition as files again; JSON is YAML. */
function filesOf(edition: Edition): Map<string, string> {
  const { document } = edition;
  const frame = { ...document.edition, succeeds: 'none', withdraws: [] };
  const cards = allCardKinds.flatMap((kind) =>
    Object.entries(document.cards[kind]).map(
      ([id, card]) => [`${cardFolders[kind]}/${id}.yaml`, JSON.stringify(card)] as const,
    ),
  );
  return new Map([['edition.yaml', JSON.stringify(frame)], ...cards]);
}
