import { draftCards } from './draft-cards.ts';
import { draftFileCards } from './draft-file-cards.ts';
import { draftLimits } from './draft-limits.ts';
import { draftClasses, type DraftOrder } from './draft-order.ts';
import { textOf, type Line } from './write-lines.ts';

/**
 * The frame of an edition for a file nobody has imported before: everything that follows from the
 * file is written, and everything that only law can say is left as `fill-in` or empty, so that the
 * check refuses the edition and names each open question with its place until a person answers it.
 * No number of a law is ever proposed; the limits of the operator are, marked as proposals.
 *
 * @returns texts by path inside the edition's folder
 */
export function draftEdition(order: DraftOrder): ReadonlyMap<string, string> {
  const cards: ReadonlyMap<string, readonly Line[]> = new Map([
    ['edition.yaml', frame(order)],
    ...draftCards(order),
    ...draftFileCards(order),
    draftLimits(order),
  ]);
  return new Map([...cards].map(([path, lines]) => [path, textOf(lines)]));
}

function frame(order: DraftOrder): readonly Line[] {
  const { language } = order;
  return [
    `edition: ${order.code}`,
    ['title', { [language]: order.title }],
    'realm: live',
    'parent: none',
    'succeeds: none',
    'withdraws: []',
    `territory: ${order.territory}`,
    `zone: ${order.zone}`,
    `languages: [${language}]`,
    `currency: ${order.currency}`,
    'months: {round: down} # 31 January + 1 month is 28 February',
    'calendar: none # name a calendar card once a limit counts working days',
    `in-force: {from: ${order.from}, until: none}`,
    `review-by: ${order.reviewBy}`,
    '# Lightest first. Rename, add, remove: these are the classes your law tells apart.',
    'severities:',
    ...draftClasses.map(
      ({ code, adverse, ...title }) =>
        `  - {code: ${code}, title: {${language}: ${title[language]}}, adverse: ${String(adverse)}}`,
    ),
  ];
}
