import type { Random } from '@credence/domain';

import {
  readingOf,
  syllablesOf,
  tradeOf,
  variantKinds,
  writeVariant,
  type Company,
  type VariantKind,
} from './names/company.ts';
import { latinKey, plainLatin } from './names/latin-firm.ts';
import type { BenchSubject } from './names/subject.ts';

/** A query with the label that says which subjects it is for, by what they consist of. */
export interface LabelledQuery {
  readonly kind: string;
  readonly text: string;
  /** Subjects that answer it share this text with it. */
  readonly bucket: string;
  satisfies(subject: BenchSubject): boolean;
}

/** A class of queries: how one is made from a subject, and where subjects that answer it may be. */
export interface QueryClass {
  readonly kind: string;
  draw(subject: BenchSubject, random: Random): LabelledQuery | undefined;
  bucketsOf(subject: BenchSubject): readonly string[];
}

/** Every class: the ten true variants, parts of names, readings, Latin names, former names. */
export const queryClasses: readonly QueryClass[] = [
  ofKey(
    'as registered',
    (company) => ownKey(company),
    ({ name }) => name,
  ),
  ...variantKinds.map(variantClass),
  ofKey(
    'trade name and business',
    (company) => coreOf(company),
    (_, company) => coreOf(company),
  ),
  beginning(),
  inside(),
  ofKey(
    'pinyin',
    (company) => pinyinOf(company),
    (_, company) => pinyinOf(company),
  ),
  ofKey(
    'pinyin without the region',
    (company) => syllablesOf(company).own.join(''),
    (_, company) => syllablesOf(company).own.join(''),
  ),
  ofKey('initials', initialsOf, (_, company) => initialsOf(company)),
  ofKey(
    'initials without the region',
    (company) => ownInitials(company),
    (_, company) => ownInitials(company),
  ),
  former(),
  latinClass('Latin: case, accents, punctuation', ({ latin }) =>
    latin === undefined ? '' : `${plainLatin(latin.words.join(' '))} ${latin.business}`,
  ),
  latinClass('Latin: with its form', ({ name }) => name.toUpperCase()),
  latinClass('Latin: words in another order', ({ latin }) =>
    latin === undefined ? '' : `${latin.business} ${latin.words.toReversed().join(' ')}`,
  ),
];

function variantClass(kind: VariantKind): QueryClass {
  const isEnglish = kind.startsWith('English');
  const keyOf = (company: Company): string => (isEnglish ? englishKey(company) : ownKey(company));
  return {
    kind,
    bucketsOf: ({ company }) => (company === undefined ? [] : [keyOf(company)]),
    draw({ company }, random) {
      // What a branch is called is not translated.
      if (company === undefined || (isEnglish && company.branch !== undefined)) return undefined;
      const bucket = keyOf(company);
      return {
        kind,
        text: writeVariant(company, kind, random),
        bucket,
        satisfies: (other) => other.company !== undefined && keyOf(other.company) === bucket,
      };
    },
  };
}

function ofKey(
  kind: string,
  keyOf: (company: Company) => string,
  textOf: (subject: BenchSubject, company: Company) => string,
): QueryClass {
  return {
    kind,
    bucketsOf: ({ company }) => (company === undefined ? [] : [keyOf(company)]),
    draw(subject) {
      const { company } = subject;
      if (company === undefined || company.branch !== undefined) return undefined;
      const bucket = keyOf(company);
      return {
        kind,
        text: textOf(subject, company),
        bucket,
        satisfies: (other) => other.company !== undefined && keyOf(other.company) === bucket,
      };
    },
  };
}

/** City, trade name and the first character of the business: a name that is still being typed. */
function beginning(): QueryClass {
  return {
    kind: 'beginning',
    bucketsOf: ({ company }) =>
      company === undefined ? [] : [company.city.name + tradeOf(company).slice(0, 2)],
    draw({ company }) {
      if (company === undefined) return undefined;
      const begun = coreOf(company).slice(0, tradeOf(company).length + 1);
      return {
        kind: 'beginning',
        text: company.city.name + begun,
        bucket: company.city.name + begun.slice(0, 2),
        satisfies: (other) =>
          other.company?.city.name === company.city.name && coreOf(other.company).startsWith(begun),
      };
    },
  };
}

/** Four to seven neighbouring characters from anywhere behind the first one. */
function inside(): QueryClass {
  const lettersOf = (name: string): string => name.replaceAll(/[（）]/g, '');
  const namesOf = ({ name, former: old }: BenchSubject): readonly string[] =>
    old === undefined ? [lettersOf(name)] : [lettersOf(name), lettersOf(old)];
  return {
    kind: 'part inside',
    bucketsOf: (subject) =>
      subject.company === undefined
        ? []
        : [...new Set(namesOf(subject).flatMap((name) => pairsOf(name)))],
    draw(subject, random) {
      if (subject.company === undefined) return undefined;
      const letters = lettersOf(subject.name);
      const from = random.between(1, letters.length - 4);
      const text = letters.slice(from, from + random.between(4, 7));
      return {
        kind: 'part inside',
        text,
        bucket: text.slice(0, 2),
        satisfies: (other) => namesOf(other).some((name) => name.includes(text)),
      };
    },
  };
}

function former(): QueryClass {
  return {
    kind: 'former name',
    bucketsOf: ({ former: old }) => (old === undefined ? [] : [old]),
    draw: ({ former: old }) =>
      old === undefined
        ? undefined
        : {
            kind: 'former name',
            text: old,
            bucket: old,
            satisfies: (other) => other.former === old,
          },
  };
}

function latinClass(kind: string, textOf: (subject: BenchSubject) => string): QueryClass {
  const keyOf = (subject: BenchSubject): string =>
    subject.latin === undefined ? '' : latinKey(subject.latin).split(' ').sort().join(' ');
  return {
    kind,
    bucketsOf: (subject) => (subject.latin === undefined ? [] : [keyOf(subject)]),
    draw(subject) {
      if (subject.latin === undefined) return undefined;
      const bucket = keyOf(subject);
      const satisfies = (other: BenchSubject): boolean => keyOf(other) === bucket;
      return { kind, text: textOf(subject), bucket, satisfies };
    },
  };
}

/** What makes a firm this one, whichever legal form it has; a group and a branch are others. */
function ownKey(company: Company): string {
  const { city, form, branch = '' } = company;
  return [city.name, coreOf(company), form.text.includes('集团') ? 'group' : '', branch].join('|');
}

function englishKey(company: Company): string {
  const { city, industry, form, branch = '' } = company;
  const isGroup = form.text.includes('集团') ? 'group' : '';
  return [city.en, readingOf(company), industry.en, isGroup, branch].join('|');
}

function coreOf(company: Company): string {
  return tradeOf(company) + company.industry.zh;
}

function pinyinOf(company: Company): string {
  const { city, own } = syllablesOf(company);
  return [...city, ...own].join('');
}

function initialsOf(company: Company): string {
  const { city, own } = syllablesOf(company);
  return [...city, ...own].map((syllable) => syllable.slice(0, 1)).join('');
}

function ownInitials(company: Company): string {
  return syllablesOf(company)
    .own.map((syllable) => syllable.slice(0, 1))
    .join('');
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
}
