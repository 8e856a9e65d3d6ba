/** Everything the checker can find wrong with an edition. */
export type FindingCode =
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
  | 'code-unknown'
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
  | 'table-incomplete'
  | 'row-unreachable'
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
  | 'parent-not-supported'
  | 'realm'
  | 'hash';

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
}

/** A finding in words, as a terminal prints it: place, what, what is accepted, what to do. */
export function formatFinding(finding: Finding): string {
  const lines = [
    `${finding.file}:${String(finding.line)}:${String(finding.column)}  ${finding.code}`,
    `  ${finding.message}`,
  ];
  if (finding.found !== undefined) lines.push(`  Found: ${finding.found}`);
  if (finding.accepted !== undefined) lines.push(`  Accepted: ${finding.accepted}`);
  if (finding.repair !== undefined) lines.push(`  Repair: ${finding.repair}`);
  return lines.join('\n');
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
