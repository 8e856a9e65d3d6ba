import type { CivilDate } from '@credence/domain';

import { allChecks, cardChecks } from '../check/all-checks.ts';
import type { CardPlace, Draft, Report } from '../check/draft.ts';
import { allCardKinds, byKind, cardFolders, type CardKind } from '../card/card-kinds.ts';
import { editionCard, type EditionCard } from '../card/edition-card.ts';
import { fileSchemas } from '../card/file-schemas.ts';
import { addCard, noCards, type Cards } from '../edition/cards.ts';
import type { CardDocument, Edition, EditionDocument } from '../edition/edition.ts';
import { editionOf } from '../edition/edition-of.ts';
import { sortFindings, type Finding } from './finding.ts';
import { formatPath, noPlaces, type Places } from './place.ts';
import { readFiles, type CardFile } from './read-files.ts';
import { schemaFindings } from './schema-findings.ts';
import { checkSuccession, type Withdrawn } from './succession.ts';

/** An edition that may be used, or everything that is wrong with it. */
export type EditionCheck =
  | { readonly kind: 'loaded'; readonly edition: Edition }
  | { readonly kind: 'refused'; readonly findings: readonly [Finding, ...Finding[]] };

/** What the files alone cannot say. */
export interface CheckOptions {
  /** The edition this one succeeds, already resolved; needed when `succeeds` names one. */
  readonly predecessor?: Edition;
  /** The day of the check; given, overdue reviews are findings. */
  readonly today?: CivilDate;
}

/**
 * Decides whether the files of one edition make law that may be used, and resolves it into a whole:
 * cards of the edition it succeeds hold on unless restated or withdrawn.
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
  if (frame?.data === undefined) return refusedOr(findings, undefined);
  const { file, places, data } = frame;
  const parsed = editionCard.safeParse(data);
  if (!parsed.success) {
    const given = { file, places, data, schema: schemas.edition };
    return refusedOr([...findings, ...schemaFindings(given, parsed.error.issues)], undefined);
  }
  const report = reporter(findings, [frame, ...reading.cards], parsed.data);
  const draft = resolve(parsed.data, { frame: data, cards, files: reading.cards, report, options });
  for (const check of draft.whole ? allChecks : cardChecks) check(draft, report);
  const edition =
    findings.length === 0 ? editionOf(draft.edition, draft.cards, draft.document) : undefined;
  return refusedOr(findings, edition);
}

function refusedOr(findings: readonly Finding[], edition: Edition | undefined): EditionCheck {
  const [first, ...others] = sortFindings(findings);
  if (first !== undefined) return { kind: 'refused', findings: [first, ...others] };
  if (edition === undefined) throw new RangeError('An edition without findings was not made.');
  return { kind: 'loaded', edition };
}

interface Resolving {
  readonly frame: CardDocument;
  readonly cards: Cards;
  readonly files: readonly CardFile[];
  readonly report: Report;
  readonly options: CheckOptions;
}

/** Without its predecessor an edition is no whole, and what it cites may stand there. */
function resolve(edition: EditionCard, given: Resolving): Draft & { readonly whole: boolean } {
  const { cards, files, report, options } = given;
  const declared = new Set(files.map(({ kind, id }) => `${kind}:${id}`));
  const withdrawn = checkSuccession(
    edition,
    { declared, predecessor: options.predecessor },
    report,
  );
  if (options.predecessor !== undefined && withdrawn !== undefined) {
    takeOver(cards, { declared, withdrawn, predecessor: options.predecessor });
  }
  return {
    edition,
    cards,
    document: documentOf(given, { declared, withdrawn }),
    has: (kind, id) => cards[kind].has(id) || declared.has(`${kind}:${id}`),
    today: options.today,
    whole: edition.succeeds === 'none' || withdrawn !== undefined,
  };
}

function takeOver(
  cards: Cards,
  given: { declared: ReadonlySet<string>; withdrawn: Withdrawn; predecessor: Edition },
): void {
  for (const kind of allCardKinds) {
    for (const [id, data] of Object.entries(given.predecessor.document.cards[kind])) {
      const name = `${kind}:${id}`;
      if (!given.declared.has(name) && !given.withdrawn.has(name))
        addCard(cards, { kind, id, data });
    }
  }
}

function documentOf(
  { frame, files, options }: Resolving,
  { declared, withdrawn }: { declared: ReadonlySet<string>; withdrawn: Withdrawn | undefined },
): EditionDocument {
  const ofKind = (kind: CardKind): Record<string, CardDocument> => {
    const inherited = withdrawn === undefined ? {} : options.predecessor?.document.cards[kind];
    const kept = Object.entries(inherited ?? {}).filter(
      ([id]) => !declared.has(`${kind}:${id}`) && withdrawn?.has(`${kind}:${id}`) !== true,
    );
    const own = files.flatMap((card) =>
      card.kind === kind && card.data !== undefined ? [[card.id, card.data] as const] : [],
    );
    return Object.fromEntries([...kept, ...own]);
  };
  return { edition: frame, cards: byKind(ofKind) };
}

function reporter(findings: Finding[], files: readonly CardFile[], edition: EditionCard): Report {
  const known = new Map(files.map((card) => [nameOf(card), card]));
  return (place, complaint) => {
    const card = known.get(nameOf(place));
    if (card !== undefined) {
      const position = card.places[place.at ?? 'value'](place.path);
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
    ...places.value(['succeeds']),
    ...complaint,
    message: `${name}, taken over from ${edition.succeeds}, at ${formatPath(place.path)}: ${complaint.message}`,
    repair: 'Restate the card in this edition, or withdraw it.',
  };
}
