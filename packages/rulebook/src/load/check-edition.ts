import type { CivilDate } from '@credence/domain';

import { allChecks, cardChecks } from '../check/all-checks.ts';
import type { CardPlace, Draft, Report } from '../check/draft.ts';
import { allCardKinds, byKind, cardFolders, type CardKind } from '../card/card-kinds.ts';
import { editionCard, type EditionCard } from '../card/edition-card.ts';
import { fileSchemas } from '../card/file-schemas.ts';
import { addCard, noCards, type Cards } from '../edition/cards.ts';
import type { CardDocument, Edition } from '../edition/edition.ts';
import { editionOf } from '../edition/edition-of.ts';
import { sortFindings, type Finding } from './finding.ts';
import { ownCards } from './layering.ts';
import { formatPath, noPlaces, type Places } from './place.ts';
import { readFiles, type CardFile } from './read-files.ts';
import { schemaFindings } from './schema-findings.ts';
import { takenOver } from './succession.ts';

/** An edition that may be used, or everything that is wrong with it. */
export type EditionCheck =
  | {
      readonly kind: 'loaded';
      readonly edition: Edition;
      /** What ought to be looked at and stops nothing. */
      readonly warnings: readonly Finding[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly [Finding, ...Finding[]] };

/** What the files alone cannot say. */
export interface CheckOptions {
  /** The edition this one succeeds, already resolved; needed when `succeeds` names one. */
  readonly predecessor?: Edition;
  /** The edition this one is laid over, already resolved; needed when `parent` names one. */
  readonly parent?: Edition;
  /** The day of the check; given, overdue reviews are findings. */
  readonly today?: CivilDate;
}

/**
 * Decides whether the files of one edition make law that may be used, and resolves it into a whole:
 * cards of the edition it succeeds, or is laid over, hold on unless restated or withdrawn.
 *
 * Paths are relative to the edition's folder or end with it; all problems of all files are reported
 * at once, each with file, line and column (from 1), what was found and what is accepted.
 *
 * Legal sources of the checks: each card's own; guards G12, G31, G32, G42, N1, N2, N4-N7, N9, N15.
 */
export function checkEdition(
  files: ReadonlyMap<string, string>,
  options: CheckOptions = {},
): EditionCheck {
  const { findings, made } = judgeEdition(files, options);
  const errors = findings.filter(isError);
  const [first, ...others] = errors.length === 0 ? [] : findings;
  if (first !== undefined) return { kind: 'refused', findings: [first, ...others] };
  if (made === undefined) throw new RangeError('An edition without findings was not made.');
  return { kind: 'loaded', edition: made, warnings: findings };
}

/** A warning is read and does not stop an edition. */
export function isError({ severity }: Finding): boolean {
  return severity !== 'warning';
}

/** What was found, and the edition wherever its files make a whole at all. */
interface Judgement {
  readonly findings: readonly Finding[];
  readonly made: Edition | undefined;
}

/** Reads, resolves and asks everything; what to make of the findings is for the caller. */
export function judgeEdition(
  files: ReadonlyMap<string, string>,
  options: CheckOptions = {},
): Judgement {
  const reading = readFiles(files);
  const findings: Finding[] = [...reading.findings];
  const schemas = fileSchemas();
  const cards = noCards();
  for (const card of reading.cards) {
    if (card.kind === 'edition' || card.data === undefined) continue;
    const issues = addCard(cards, { kind: card.kind, id: card.id, data: card.data });
    const { file, places, data } = card;
    findings.push(...schemaFindings({ file, places, data, schema: schemas[card.kind] }, issues));
  }
  const frame = reading.edition;
  if (frame?.data === undefined) return { findings: sortFindings(findings), made: undefined };
  const { file, places, data } = frame;
  const parsed = editionCard.safeParse(data);
  if (!parsed.success) {
    const given = { file, places, data, schema: schemas.edition };
    findings.push(...schemaFindings(given, parsed.error.issues));
    return { findings: sortFindings(findings), made: undefined };
  }
  const read = findings.length;
  const report = reporter(findings, [frame, ...reading.cards], parsed.data);
  const draft = resolve(parsed.data, { frame: data, cards, files: reading.cards, report, options });
  for (const check of draft.whole ? allChecks : cardChecks) check(draft, report);
  const readable = read === 0 && draft.whole;
  return {
    findings: sortFindings(findings),
    made: readable ? editionOf(draft.edition, draft.cards, draft.document) : undefined,
  };
}

interface Resolving {
  readonly frame: CardDocument;
  readonly cards: Cards;
  readonly files: readonly CardFile[];
  readonly report: Report;
  readonly options: CheckOptions;
}

/** Without its predecessor or parent an edition is no whole, and what it cites may stand there. */
function resolve(edition: EditionCard, given: Resolving): Draft & { readonly whole: boolean } {
  const { cards, files, report, options, frame } = given;
  const { parent, predecessor } = options;
  const declared = new Set(files.map(({ kind, id }) => `${kind}:${id}`));
  const inherited = takenOver(edition, { declared, predecessor, parent }, report);
  for (const kind of inherited === undefined ? [] : allCardKinds) {
    for (const [id, data] of Object.entries(inherited?.[kind] ?? {})) {
      addCard(cards, { kind, id, data });
    }
  }
  const all = byKind((kind) => ({ ...inherited?.[kind], ...ownOfKind(files, kind) }));
  const above = edition.parent === 'none' ? undefined : parent;
  return {
    edition,
    cards,
    document: {
      edition: frame,
      cards: all,
      ...(above === undefined ? {} : { parent: above.document }),
    },
    has: (kind, id) => cards[kind].has(id) || declared.has(`${kind}:${id}`),
    layer: above === undefined ? undefined : { parent: above, own: ownCards(all, above.document) },
    today: options.today,
    whole: inherited !== undefined,
  };
}

function ownOfKind(files: readonly CardFile[], kind: CardKind): Record<string, CardDocument> {
  return Object.fromEntries(
    files.flatMap((card) =>
      card.kind === kind && card.data !== undefined ? [[card.id, card.data] as const] : [],
    ),
  );
}

function reporter(findings: Finding[], files: readonly CardFile[], edition: EditionCard): Report {
  const known = new Map(files.map((card) => [nameOf(card), card]));
  return (place, complaint) => {
    const card = known.get(nameOf(place));
    if (card !== undefined) {
      const position =
        place.at === 'key'
          ? card.places.key(place.path)
          : card.places.value(place.path, place.offset);
      findings.push({ file: card.file, ...position, ...complaint });
      return;
    }
    findings.push(inheritedFinding(place, complaint, { edition, frame: known.get('edition') }));
  };
}

function nameOf(card: { readonly kind: CardKind | 'edition'; readonly id: string }): string {
  return card.kind === 'edition' ? 'edition' : `${card.kind}:${card.id}`;
}

/** A card taken over has no file here; the line that takes it over is what can be changed. */
function inheritedFinding(
  place: CardPlace,
  complaint: Parameters<Report>[1],
  given: { readonly edition: EditionCard; readonly frame: CardFile | undefined },
): Finding {
  const { edition, frame } = given;
  const places: Places = frame?.places ?? noPlaces;
  const name = place.kind === 'edition' ? 'edition' : `${cardFolders[place.kind]}/${place.id}.yaml`;
  return {
    file: frame?.file ?? 'edition.yaml',
    ...places.value([edition.parent === 'none' ? 'succeeds' : 'parent']),
    ...complaint,
    message: `${name}, taken over from ${edition.parent === 'none' ? edition.succeeds : edition.parent}, at ${formatPath(place.path)}: ${complaint.message}`,
    repair: 'Restate the card in this edition, or withdraw it.',
  };
}
