import type { Language, Localised } from '@credence/domain';

import { findingIn } from '../finding-words/finding-in.ts';
import type { FaultCode } from '../language/fault.ts';

/** Everything the checker can find wrong with an edition. */
export type FindingCode =
  | FaultCode
  | 'yaml-syntax'
  | 'yaml-duplicate-key'
  | 'yaml-feature'
  | 'text-hidden'
  | 'file-too-large'
  | 'file-unknown'
  | 'file-name'
  | 'edition-missing'
  | 'edition-folder'
  | 'key-unknown'
  | 'key-missing'
  | 'value-wrong'
  | 'card-unknown'
  | 'article-unknown'
  | 'basis-not-in-force'
  | 'basis-ends-early'
  | 'basis-rank'
  | 'repeal-missing'
  | 'repeal-without-end'
  | 'never-in-force'
  | 'interval-empty'
  | 'review-too-late'
  | 'review-overdue'
  | 'translation-missing'
  | 'value-row'
  | 'value-overlap'
  | 'value-gap'
  | 'column-conflict'
  | 'column-incomplete'
  | 'field-unknown'
  | 'field-type'
  | 'publicity-missing'
  | 'never-ends'
  | 'way-out-missing'
  | 'clock-missing'
  | 'effect-understated'
  | 'import-word-taken'
  | 'impact-missing'
  | 'remedy-missing'
  | 'same-role'
  | 'class-mismatch'
  | 'private-measure-demanded'
  | 'calendar-insane'
  | 'mapping-incomplete'
  | 'succession'
  | 'layering'
  | 'limit-laxer'
  | 'realm'
  | 'hash'
  | 'score-of-person'
  | 'taint-of-family'
  | 'guilt-by-association'
  | 'minor-listed'
  | 'item-uncatalogued'
  | 'data-forbidden'
  | 'trait-undeclared'
  | 'trait-used'
  | 'unverified-counts'
  | 'document-missing'
  | 'right-punished'
  | 'list-too-light'
  | 'measure-unknown'
  | 'competence-missing'
  | 'reaches-back'
  | 'twice-for-one'
  | 'domain-foreign'
  | 'disproportion'
  | 'essential-touched'
  | 'publicity-shames'
  | 'points-take'
  | 'not-free-to-join'
  | 'cliff'
  | 'notice-missing'
  | 'hearing-missing'
  | 'decided-by-machine'
  | 'burden-reversed'
  | 'rule-hidden'
  | 'dispute-unmarked'
  | 'removal-partial'
  | 'expired-used'
  | 'purpose-foreign'
  | 'data-unbounded'
  | 'access-hidden'
  | 'statistic-unsafe'
  | 'wall-broken'
  | 'inspection-unfair'
  | 'change-hidden'
  | 'government-exempt'
  | 'quota'
  | 'not-free';

/** A guard of the rule of law, `G01` to `G46`. */
export type GuardId = `G${number}`;

/** A question about the quality of a rule that is no guard, such as `L12`. */
export type LintId = `L${number}`;

/** One thing wrong, with its place and its repair: lines and columns count from 1. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: FindingCode;
  readonly message: string;
  /** What was read. */
  readonly found?: string;
  /** What would have been right. */
  readonly accepted?: string;
  /** What to do. */
  readonly repair?: string;
  /** Absent: an error. An edition that has only warnings may be used. */
  readonly severity?: 'warning';
  /** The guard that refuses it. */
  readonly guard?: GuardId;
  /** The lint that says it, or the name of the guard among the lints. */
  readonly alias?: LintId;
  /** What the guard holds. */
  readonly title?: Localised;
  /** The card, as `kind:id`. */
  readonly card?: string;
  /** The field inside the card, `procedure.notice`. */
  readonly field?: string;
  /** Why the guard exists. */
  readonly why?: Localised;
  /** Where the guard comes from. */
  readonly source?: string;
}

/** The guard, the lint or the code: what a reader looks a finding up by. */
export function ruleOf(finding: Finding): string {
  return finding.guard ?? finding.alias ?? finding.code;
}

/** A finding in words, as a terminal prints it: place, what, what is accepted, why, what to do. */
export function formatFinding(finding: Finding): string {
  return formatFindingIn('en', finding);
}

/** @see {@link formatFinding}; what was found and what is accepted stay as they are typed. */
export function formatFindingIn(language: Language, finding: Finding): string {
  const { file, line, column, code, card, field } = finding;
  const { labels, colon, warning, listed, brackets } = findingLabels[language];
  const { message, repair, source: cited } = findingIn(language, finding);
  const rule = ruleOf(finding);
  const mark = finding.severity === 'warning' ? `  ${warning}` : '';
  const lines = [
    `${file}:${String(line)}:${String(column)}  ${rule}${rule === code ? '' : `  ${code}`}${mark}`,
    `  ${message}`,
  ];
  const add = (label: keyof typeof labels, text: string | undefined): void => {
    if (text !== undefined) lines.push(`  ${labels[label]}${colon}${text}`);
  };
  add('found', finding.found);
  add('accepted', finding.accepted);
  const why = finding.why === undefined ? undefined : textOf(finding.why, language);
  const source = cited === undefined ? '' : `${brackets[0]}${cited}${brackets[1]}`;
  add('why', why === undefined ? undefined : `${why}${source}`);
  add('repair', repair);
  const place = field === undefined || field === '' ? '' : `${listed}${field}`;
  add('card', card === undefined ? undefined : `${card}${place}`);
  return lines.join('\n');
}

const findingLabels = {
  zh: {
    labels: { found: '现为', accepted: '可用', why: '理由', repair: '改法', card: '卡' },
    colon: '：',
    warning: '提醒',
    listed: '，',
    brackets: ['（', '）'],
  },
  en: {
    labels: { found: 'Found', accepted: 'Accepted', why: 'Why', repair: 'Repair', card: 'Card' },
    colon: ': ',
    warning: 'warning',
    listed: ', ',
    brackets: [' (', ')'],
  },
} as const;

function textOf(text: Localised, language: Language): string | undefined {
  return text[language] ?? text.en ?? text.zh;
}

/** Findings in the order of their places, each once. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return [...findings]
    .sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column)
    .filter((finding) => {
      const key = JSON.stringify(finding);
      return !seen.has(key) && seen.add(key);
    });
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
