import { describe, expect, it } from 'vitest';
import { isPair, parseDocument, visit } from 'yaml';

import { shippedEdition, shippedFiles } from '../examine/shipped-editions.test-support.ts';
import { baseFiles } from '../guard/corpus.test-support.ts';
import { checkEdition } from '../load/check-edition.ts';
import type { Finding } from '../load/finding.ts';

/** One word of a card with one letter wrong. */
interface Slip {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly word: string;
  readonly wrong: string;
  readonly text: string;
  /** The field, without list places: `trigger.domains`; a key ends with `(key)`. */
  readonly field: string;
}

/** Editions whose words are spoilt, with what they rest on. */
const editions = {
  'corpus-national': { files: baseFiles('national'), options: {} },
  'cn-2026': {
    files: new Map(
      [...shippedFiles('cn-2026')].map(([name, text]) => [`cn-2026/${name}`, text] as const),
    ),
    options: { predecessor: shippedEdition('cn-2023') },
  },
} as const;

type EditionName = keyof typeof editions;

/** Every n-th word unless the long form is asked for; all of them take a minute. */
const every = process.env['CREDENCE_LONG'] === '1' ? 1 : 48;

/**
 * Fields in which a card gives a new name. A slip there is another name; it is found where the right
 * one is used, and nowhere if nobody uses it.
 */
const naming = [
  /^edition:territory$/,
  /^checklists:questions\.question$/,
  /^competences:(?:body|domains)$/,
  /^items:(?:collection|import-as)$/,
  /^pledges:approval\.(?:conditions\.condition|materials\.material)$/,
  /^risk-classes:indicators\.indicator$/,
  /^schemas:columns\.(?:field|codes\.code)$/,
  /^sources:(?:articles\..*|cross-domain)$/,
  /^edition:severities\.code$/,
];

/** Words that no list of names could hold: the place alone is said. */
const unlisted = /^(?:edition:(?:parent|succeeds)|.*\.lab-report|.*bands\.rows\.when)$/;

const isName = (field: string): boolean => naming.some((pattern) => pattern.test(field));
const isPeriod = (word: string): boolean => /^P\d+[YMD]$/.test(word);

function slipsOf(file: string, text: string): Slip[] {
  const slips: Slip[] = [];
  const [, folder = '', card] = file.split('/');
  const kind = card === undefined ? 'edition' : folder;
  visit(parseDocument(text), {
    Scalar(key, { value, range }, path) {
      if (typeof value !== 'string' || range === undefined || range === null) return;
      const keys = path.filter(isPair).map((pair) => String(pair.key));
      if (key === 'key') keys.push('(key)');
      const prose = keys.some((each) => each === 'zh' || each === 'en');
      if (prose || !(/^[a-z][a-z0-9_.-]+$/.test(value) || isPeriod(value))) return;
      const [start, end] = range;
      const wrong = slipIn(value);
      const line = text.slice(0, start).split('\n').length;
      const field = `${kind}:${keys.join('.')}`;
      const changed = text.slice(0, start) + wrong + text.slice(end);
      const name = `${file}:${String(line)} ${field} ${value}`;
      slips.push({ name, file, line, word: value, wrong, text: changed, field });
    },
  });
  return slips;
}

/** The middle letter replaced. */
function slipIn(word: string): string {
  const at = Math.floor(word.length / 2);
  return `${word.slice(0, at)}${word[at] === 'x' ? 'y' : 'x'}${word.slice(at + 1)}`;
}

function findingsOf(edition: EditionName, { file, text }: Slip): readonly Finding[] {
  const { files, options } = editions[edition];
  const outcome = checkEdition(new Map([...files, [file, text]]), options);
  return outcome.kind === 'refused' ? outcome.findings : [];
}

/** What is wrong with the answer to a slip; undefined where it is the right one. */
function complaintOf(edition: EditionName, slip: Slip): string | undefined {
  const findings = findingsOf(edition, slip);
  if (findings.length === 0) return isName(slip.field) ? undefined : 'nothing found';
  if (isName(slip.field)) return undefined;
  const here = findings.filter(({ file, line }) => file === slip.file && line === slip.line);
  const there = findings.filter((finding) => JSON.stringify(finding).includes(slip.wrong));
  if (here.length === 0 && there.length === 0) return `elsewhere: ${findings[0]?.message ?? ''}`;
  if (unlisted.test(slip.field)) return here.length > 0 ? undefined : 'not at its place';
  const said = JSON.stringify([...here, ...there]);
  if (isPeriod(slip.word)) return /P\d+[YMD]/.test(said) ? undefined : 'no accepted period';
  return said.includes(slip.word) ? undefined : `not named: ${said.slice(0, 200)}`;
}

describe('a word with one letter wrong', { timeout: 600_000 }, () => {
  it.each([
    ['corpus-national', every, 1000],
    // The whole of it takes minutes: each word has the edition before it checked as well.
    ['cn-2026', every === 1 ? 1 : every * 2, 900],
  ] as const)(
    'of %s is refused at its place, with the word that was meant',
    (name, step, least) => {
      const slips = [...editions[name].files].flatMap(([file, text]) => slipsOf(file, text));
      const tried = slips.filter((_, index) => index % step === 0);
      const wrong = tried.flatMap((slip) => {
        const complaint = complaintOf(name, slip);
        return complaint === undefined ? [] : [`${slip.name}: ${complaint}`];
      });
      expect(wrong).toEqual([]);
      expect(slips.length).toBeGreaterThan(least);
    },
  );
});
