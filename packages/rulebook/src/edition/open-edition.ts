import type { JsonValue } from '@credence/domain';

import { allChecks } from '../check/all-checks.ts';
import type { Draft, Layer, Report } from '../check/draft.ts';
import {
  allCardKinds,
  byKind,
  cardFolders,
  isCardKind,
  type CardKind,
} from '../card/card-kinds.ts';
import { editionCard, type EditionCard } from '../card/edition-card.ts';
import { fileSchemas } from '../card/file-schemas.ts';
import { isError, type EditionCheck } from '../load/check-edition.ts';
import { checkParent, ownCards } from '../load/layering.ts';
import { sortFindings, type Finding, type FindingCode } from '../load/finding.ts';
import { formatPath, noPlaces } from '../load/place.ts';
import { schemaFindings } from '../load/schema-findings.ts';
import { addCard, noCards, type Cards } from './cards.ts';
import type { CardDocument, Edition, EditionDocument } from './edition.ts';
import { documentToJson, editionOf, hashOf } from './edition-of.ts';

/**
 * An edition as the journal keeps it: its whole document and its hash. `openEdition` reads it back.
 */
export function editionToJson(edition: Edition): JsonValue {
  return { ...documentToJson(edition.document), hash: edition.hash };
}

/**
 * A document under its own hash, as `openEdition` takes it: how a reform becomes an edition. Nothing
 * is decided here; the checks decide when it is opened.
 */
export function sealDocument(document: EditionDocument): JsonValue {
  return { ...documentToJson(document), hash: hashOf(document) };
}

/**
 * Opens an edition from the journal. Nothing is trusted: a hash that does not fit its content, a
 * card that breaks its schema, a check that fails, and a realm other than `live` (guard N16) all
 * refuse it. Findings name cards by the file they came from, at line 1 where no text is at hand.
 */
export function openEdition(json: JsonValue): EditionCheck {
  const strange = strangeKinds(json);
  if (strange.length > 0) {
    return refused([
      finding(
        'edition.yaml',
        'value-wrong',
        'It has kinds of cards that this program does not know.',
        {
          found: strange.join(', '),
          accepted: allCardKinds.join(', '),
          repair: 'Open it with the version of the program that promulgated it, or a later one.',
        },
      ),
    ]);
  }
  const document = readDocument(json);
  if (document === undefined) {
    return refused([
      finding('edition.yaml', 'value-wrong', 'This is no edition.', {
        accepted: '{edition, cards, hash}, with cards by kind and id',
      }),
    ]);
  }
  const stated = field(json, 'hash');
  const hash = hashOf(document);
  if (stated !== hash) {
    return refused([
      finding('edition.yaml', 'hash', 'The hash does not fit the content: it was changed.', {
        found: typeof stated === 'string' ? stated : JSON.stringify(stated ?? null),
        accepted: hash,
        repair: 'Take the edition from a copy of the journal that verifies.',
      }),
    ]);
  }
  return openDocument(document);
}

function openDocument(document: EditionDocument): EditionCheck {
  const schemas = fileSchemas();
  const cards = noCards();
  const findings = addAll(cards, document);
  const frame = editionCard.safeParse(document.edition);
  if (!frame.success) {
    const given = { file: 'edition.yaml', places: noPlaces, data: document.edition };
    findings.push(...schemaFindings({ ...given, schema: schemas.edition }, frame.error.issues));
    return refused(findings);
  }
  if (frame.data.realm !== 'live') {
    findings.push(
      finding('edition.yaml', 'realm', 'Only live editions are law here (N16).', {
        found: frame.data.realm,
        accepted: 'live',
      }),
    );
  }
  const report: Report = (place, complaint) => {
    const file = place.kind === 'edition' ? 'edition.yaml' : fileOf(place.kind, place.id);
    const message = `${formatPath(place.path)}: ${complaint.message}`;
    findings.push({ file, line: 1, column: 1, ...complaint, message });
  };
  const above = openParent(frame.data, document, report);
  if (above.kind === 'refused') return refused([...findings, ...above.findings]);
  const draft: Draft = {
    edition: frame.data,
    cards,
    document,
    has: (kind, id) => Object.hasOwn(document.cards[kind], id),
    layer: above.layer,
    today: undefined,
  };
  for (const check of allChecks) check(draft, report);
  return findings.some(isError)
    ? refused(findings)
    : { kind: 'loaded', edition: editionOf(frame.data, cards, document), warnings: findings };
}

type Above =
  | { readonly kind: 'opened'; readonly layer: Layer | undefined }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/** The edition above stands in the document itself and is trusted no more than the rest of it. */
function openParent(edition: EditionCard, document: EditionDocument, report: Report): Above {
  const { cards, parent } = document;
  if (parent === undefined && edition.parent === 'none') {
    return { kind: 'opened', layer: undefined };
  }
  const opened = parent === undefined ? undefined : openDocument(parent);
  if (opened?.kind === 'refused') return opened;
  const above = opened?.edition;
  if (!checkParent(edition, above, report)) return { kind: 'opened', layer: undefined };
  return {
    kind: 'opened',
    layer: { parent: above, own: ownCards(cards, above.document) },
  };
}

function addAll(cards: Cards, document: EditionDocument): Finding[] {
  const schemas = fileSchemas();
  return allCardKinds.flatMap((kind) =>
    Object.entries(document.cards[kind]).flatMap(([id, data]) => {
      const file = fileOf(kind, id);
      const issues = addCard(cards, { kind, id, data });
      const found = schemaFindings({ file, places: noPlaces, data, schema: schemas[kind] }, issues);
      if (data[kind] === id) return found;
      const message = 'The card stands under another id than its own.';
      return [...found, finding(file, 'file-name', message, { accepted: id })];
    }),
  );
}

function fileOf(kind: CardKind, id: string): string {
  return `${cardFolders[kind]}/${id}.yaml`;
}

function finding(
  file: string,
  code: FindingCode,
  message: string,
  rest: { readonly found?: string; readonly accepted?: string; readonly repair?: string },
): Finding {
  return { file, line: 1, column: 1, code, message, ...rest };
}

function refused(findings: readonly Finding[]): EditionCheck {
  const [first, ...others] = sortFindings(findings);
  if (first === undefined) throw new RangeError('An edition was refused without a finding.');
  return { kind: 'refused', findings: [first, ...others] };
}

/** Kinds that a later version of the program has; those it lacks are kinds without a card. */
function strangeKinds(json: JsonValue): readonly string[] {
  const cards = field(json, 'cards');
  return isCard(cards) ? Object.keys(cards).filter((kind) => !isCardKind(kind)) : [];
}

function readDocument(json: JsonValue): EditionDocument | undefined {
  const edition = field(json, 'edition');
  const cards = field(json, 'cards');
  const above = field(json, 'parent');
  const parent = above === undefined ? undefined : readDocument(above);
  if (above !== undefined && parent === undefined) return undefined;
  if (!isCard(edition) || !isCard(cards)) return undefined;
  if (Object.keys(cards).some((kind) => !isCardKind(kind))) return undefined;
  const read = byKind((kind) => readKind(cards[kind]));
  if (Object.values(read).includes(undefined)) return undefined;
  return {
    edition,
    cards: byKind((kind) => read[kind] ?? {}),
    ...(parent === undefined ? {} : { parent }),
  };
}

function readKind(ofKind: JsonValue | undefined): Record<string, CardDocument> | undefined {
  // A kind without cards is not written.
  if (ofKind === undefined) return {};
  if (!isCard(ofKind)) return undefined;
  const entries = Object.entries(ofKind).flatMap(([id, card]) =>
    isCard(card) ? [[id, card] as const] : [],
  );
  return entries.length === Object.keys(ofKind).length ? Object.fromEntries(entries) : undefined;
}

function field(json: JsonValue, key: string): JsonValue | undefined {
  return isCard(json) ? json[key] : undefined;
}

function isCard(value: JsonValue | undefined): value is CardDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
