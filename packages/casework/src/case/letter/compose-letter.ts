import {
  type CivilDate,
  type Language,
  type Localised,
  problem,
  type Refusal,
  refuse,
} from '@credence/domain';
import type { DocumentCard } from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case.ts';
import { lastOf, matterOf } from '../fold-case.ts';
import { editionOn } from '../law/law-of-case.ts';
import { both, dayWords, inBoth, type Both } from './letter-words.ts';
import type { CaseDocument, Letter, LetterBlock, LetterLanguage } from './letter.ts';
import { allowanceOf, changeOf, lettersOf, removalOf } from './letters-of.ts';
import { nameValues, type LetterMeans } from './name-values.ts';
import { checkNumber, openNumber, patternsOf, readNumber } from './number-form.ts';
import { numberOf } from './number-of.ts';
import { serviceTable, toSign } from './service-table.ts';

export type ComposeOutcome = { readonly kind: 'composed'; readonly letter: Letter } | Refusal;

/** A paper of a case in words: what the edition says it has to tell, filled in from the acts. */
export function composeLetter(
  file: CaseFile,
  world: CaseWorld,
  order: {
    readonly document: CaseDocument;
    readonly language: LetterLanguage;
    readonly today: CivilDate;
    readonly nameOf: LetterMeans['nameOf'];
    /** To whom it goes, where that is not the subject of the case. */
    readonly to?: Both;
  },
): ComposeOutcome {
  const { document, today, nameOf } = order;
  const written = lettersOf(file.actions);
  if (!written.includes(document)) {
    const accepted = written.length === 0 ? '-' : written.join(', ');
    return refuse(problem('case-letter-not-yet', { document, accepted }));
  }
  const day = dayOf(file, document) ?? today;
  const edition = editionOn(world, day);
  const card = edition?.documents.get(document);
  if (edition === undefined || card === undefined) {
    return refuse(problem('case-no-rule', { day, card: document }));
  }
  const own = numberOf(file, document);
  const wrong = own === undefined ? undefined : checkNumber(patternsOf(card), own);
  if (wrong !== undefined) return refuse(wrong);
  const values = nameValues(file, world, { edition, day, document, nameOf });
  const authority = nameOf(file.opened.desks.own);
  const head = headOf(edition.documents, file);
  return {
    kind: 'composed',
    letter: {
      document,
      languages: order.language === 'both' ? ['zh', 'en'] : [order.language],
      authority,
      title: card.title,
      number: own ?? openNumber(card.number, head ?? '', day),
      addressee: order.to ?? addresseeOf(document, { file, values }),
      opening: fillTemplate(card.opening, values),
      blocks: blocksOf(card, { file, values, document }),
      ...(card.closing === undefined ? {} : { closing: fillTemplate(card.closing, values) }),
      signature: {
        authority,
        on: dayWords(day),
        ...(card.seal === 'none' ? {} : { seal: both('（印章）', '(seal)') }),
      },
      toSign: document === 'proof-of-service' ? toSign : [],
      foot: both(
        `案件 ${file.caseId} · ${edition.code} · ${document}`,
        `Case ${file.caseId} · ${edition.code} · ${document}`,
      ),
    },
  };
}

/** The day a paper bears: that of the act it records. */
function dayOf(file: CaseFile, document: CaseDocument): CivilDate | undefined {
  switch (document) {
    case 'advance-notice':
    case 'identity-notice':
      return lastOf(file, 'noticed')?.on;
    case 'hearing-notice':
      return lastOf(file, 'hearing-set')?.on;
    case 'listing-decision':
    case 'repair-notice':
    case 'repair-void-decision':
    case 'spending-order':
    case 'identity-decision':
      return lastOf(file, 'approved')?.on;
    case 'superior-notice':
      return (lastOf(file, 'superior-told') ?? lastOf(file, 'approved'))?.on;
    case 'allowance-decision':
      return allowanceOf(file.actions)?.on;
    case 'removal-decision':
      return removalOf(file.actions)?.on;
    case 'correction-notice':
      return changeOf(file.actions)?.on;
    case 'proof-of-service':
      return undefined;
  }
}

/** The authority's word at the head of its numbers, as the papers of this case have it. */
function headOf(cards: ReadonlyMap<string, DocumentCard>, file: CaseFile): string | undefined {
  return (['advance-notice', 'identity-notice', 'listing-decision', 'removal-decision'] as const)
    .map((document) => {
      const number = numberOf(file, document);
      const card = cards.get(document);
      if (number === undefined || card === undefined) return undefined;
      return patternsOf(card).flatMap((each) => readNumber(each, number) ?? [])[0];
    })
    .find((head) => head !== undefined);
}

function addresseeOf(
  document: CaseDocument,
  { file, values }: { readonly file: CaseFile; readonly values: Readonly<Record<string, Both>> },
): Both {
  if (document === 'correction-notice') {
    return both('曾经查询该信息的使用方', 'To everyone who read it');
  }
  if (document === 'superior-notice') {
    return both(matterOf(file, 'listing')?.enforcement?.superior ?? '');
  }
  const { subject = both(''), code = both('') } = values;
  return both(`${subject.zh}（${code.zh}）`, `${subject.en} (${code.en})`);
}

function blocksOf(
  card: DocumentCard,
  means: {
    readonly file: CaseFile;
    readonly values: Readonly<Record<string, Both>>;
    readonly document: CaseDocument;
  },
): readonly LetterBlock[] {
  const { file, values, document } = means;
  return card.parts.map(({ part, heading, text }): LetterBlock => {
    if (document === 'proof-of-service' && part === 'service') {
      return { kind: 'table', rows: serviceTable(file, card, values) };
    }
    const { zh, en } = inBoth(fillTemplate(text, values));
    const inZh = zh.split('\n');
    const inEn = en.split('\n');
    const lines = inZh.map((line, at) => both(line, inEn[at] ?? ''));
    return { kind: 'part', heading, lines };
  });
}

/** A text with its names in braces filled in; every name is known, since the card was checked. */
export function fillTemplate(text: Localised, values: Readonly<Record<string, Both>>): Localised {
  const inOne = (language: Language): string | undefined =>
    text[language]?.replaceAll(
      /\{([a-z-]+)\}/g,
      (_, name: string) => values[name]?.[language] ?? '',
    );
  const { zh, en } = { zh: inOne('zh'), en: inOne('en') };
  return { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) };
}
