import type { CardOf } from '../card/card-kinds.ts';
import type { DocumentPart } from '../card/document-card.ts';
import { findNearest } from '../load/nearest.ts';
import type { Path } from '../load/place.ts';
import type { Check, Report } from './draft.ts';
import { waysOfService } from './word-fields.ts';

/** What a text of a document may name in braces; whoever writes a letter fills exactly these. */
const documentNames = [
  'subject',
  'code',
  'authority',
  'list',
  'source',
  'notice',
  'document',
  'reason',
  'evidence',
  'basis',
  'measures',
  'term',
  'exit',
  'remedies',
  'statement',
  'hearing',
  'hearing-on',
  'place',
  'presiding',
  'answers',
  'from',
  'change',
  'service',
] as const;

/** What a paper that burdens has to state (G24). */
const burdening: readonly DocumentPart[] = [
  'facts',
  'evidence',
  'article',
  'measures',
  'term',
  'exit',
  'remedies',
];
/** What one paper has to state besides (G24, G25). */
const besides: Readonly<Partial<Record<string, readonly DocumentPart[]>>> = {
  'advance-notice': ['statement', 'hearing'],
  'listing-decision': ['answers'],
  'hearing-notice': ['hearing'],
  'removal-decision': ['facts', 'change', 'remedies'],
  'repair-notice': ['exit', 'remedies'],
  'proof-of-service': ['service'],
  'correction-notice': ['change'],
  'repair-void-decision': ['answers'],
  'spending-order': ['answers'],
  'allowance-decision': ['change', 'facts', 'remedies'],
  'superior-notice': ['facts', 'article', 'term', 'exit'],
  'identity-notice': ['change', 'facts', 'evidence', 'article', 'statement', 'remedies'],
  'identity-decision': ['change', 'facts', 'evidence', 'answers', 'article', 'remedies'],
};
/** Papers that burden by what they are, whatever their card says. */
const alwaysBurden: ReadonlySet<string> = new Set([
  'advance-notice',
  'listing-decision',
  'repair-void-decision',
  'spending-order',
]);
/** Parts whose words come from the law and the case, so that no template can leave them out. */
const filled: ReadonlySet<string> = new Set<DocumentPart>([
  ...burdening.filter((part) => part !== 'facts'),
  'hearing',
  'answers',
]);

/** Papers state what they have to, and name nothing that cannot be filled in. */
export const checkDocuments: Check = (draft, report) => {
  for (const [id, card] of draft.cards.document) {
    checkParts(id, card, report);
    checkNames(id, card, report);
    checkNumber(id, card, report);
    checkModes(id, card, report);
    const wantsModes = card.document === 'proof-of-service';
    if (wantsModes && card.modes === undefined) {
      report(
        { kind: 'document', id, path: [] },
        {
          code: 'key-missing',
          message: 'The proof of service does not say which ways of service count.',
          repair: 'Add modes, each with its proof and the day from which it counts.',
        },
      );
    }
    if (alwaysBurden.has(card.document) && !card.burdens) {
      report(
        { kind: 'document', id, path: ['burdens'] },
        {
          code: 'value-wrong',
          message: 'This paper says something adverse, whatever its card says.',
          found: 'false',
          accepted: 'true',
        },
      );
    }
  }
};

function checkModes(id: string, card: CardOf<'document'>, report: Report): void {
  for (const mode of Object.keys(card.modes ?? {})) {
    if (waysOfService.includes(mode)) continue;
    const nearest = findNearest(mode, waysOfService);
    report(
      { kind: 'document', id, path: ['modes', mode], at: 'key' },
      {
        code: 'code-unknown',
        message:
          `${mode} is not a word of this field.` +
          (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
        found: mode,
        accepted: waysOfService.join(', '),
        repair: 'Write one of them.',
      },
    );
  }
}

function checkParts(id: string, card: CardOf<'document'>, report: Report): void {
  const wanted = [...(card.burdens ? burdening : []), ...(besides[card.document] ?? [])];
  const stated = new Set(card.parts.map(({ part }) => part));
  for (const part of new Set(wanted)) {
    if (stated.has(part)) continue;
    report(
      { kind: 'document', id, path: ['parts'] },
      {
        code: 'key-missing',
        message: `The paper does not state ${part}.`,
        accepted: wanted.join(', '),
        repair: 'Add a part that states it.',
      },
    );
  }
}

function checkNames(id: string, card: CardOf<'document'>, report: Report): void {
  const { opening, closing = {}, parts } = card;
  const ask = (text: Readonly<Record<string, string | undefined>>, path: Path, part?: string) => {
    for (const [language, words = ''] of Object.entries(text)) {
      const names = namesIn(words);
      for (const name of names.filter((each) => !isDocumentName(each))) {
        report(
          { kind: 'document', id, path: [...path, language] },
          {
            code: 'code-unknown',
            message: `${name} is not a word of this field.`,
            found: name,
            accepted: documentNames.join(', '),
            repair: 'Write one of them.',
          },
        );
      }
      if (part !== undefined && card.burdens && filled.has(part) && names.length === 0) {
        report(
          { kind: 'document', id, path: [...path, language] },
          {
            code: 'value-wrong',
            message: `${part} is always the same text; it has to come from the law and the case.`,
            found: words,
            accepted: 'a text with a name in braces',
          },
        );
      }
    }
  };
  ask(opening, ['opening']);
  ask(closing, ['closing']);
  parts.forEach(({ part, text }, index) => {
    ask(text, ['parts', index, 'text'], part);
  });
}

/** A number that two papers could share, or that hides its year, is none. */
function checkNumber(id: string, card: CardOf<'document'>, report: Report): void {
  const written = [
    [['number'], card.number] as const,
    ...(card.alsoNumbered ?? []).map((also, at) => [['also-numbered', at] as const, also] as const),
  ];
  for (const [path, pattern] of written) {
    const names = namesIn(pattern);
    for (const wanted of ['authority', 'year', 'sequence']) {
      if (names.filter((name) => name === wanted).length === 1) continue;
      report(
        { kind: 'document', id, path: [...path] },
        {
          code: 'value-wrong',
          message: `The number does not have ${wanted} exactly once.`,
          found: pattern,
          accepted: '{authority}告〔{year}〕{sequence}号',
        },
      );
    }
  }
}

/** Names in braces, in the order of the text. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

function isDocumentName(name: string): boolean {
  return documentNames.some((each) => each === name);
}
