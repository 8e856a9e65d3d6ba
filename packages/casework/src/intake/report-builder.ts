import type { ProblemCode } from '@credence/domain';

import {
  maxListedProblems,
  type DroppedColumn,
  type ImportReport,
  type ImportWarning,
  type RowChange,
  type UnderstoodColumn,
} from './import-report.ts';
import type { Layout } from './match-header.ts';
import { toRowPlace } from './row-place.ts';
import type { PlacedProblem, RowTally } from './row-tally.ts';

/** A change with the place that settles its order in the report. */
export type PlacedChange = Omit<RowChange, 'row' | 'sheet'> & { readonly staged: number };

type Heading = Pick<ImportReport, 'fileName' | 'hash' | 'item' | 'source' | 'mapping'>;
type WarningCode = ImportWarning['code'];
type Count = 'rowsRead' | 'setAside' | 'expired' | 'refused' | 'toReview' | 'changed';

/**
 * Gathers a report while a file is read. It counts everything and keeps a bounded part, so that a
 * file of a million bad rows costs no more memory than one of a thousand.
 */
export class ReportBuilder {
  readonly #heading: Heading;
  readonly #sheets: (string | undefined)[] = [];
  readonly #counts: Record<Count, number> = {
    rowsRead: 0,
    setAside: 0,
    expired: 0,
    refused: 0,
    toReview: 0,
    changed: 0,
  };
  readonly #problems: PlacedProblem[] = [];
  #findings: readonly PlacedProblem[] = [];
  #changes: readonly PlacedChange[] = [];
  readonly #byCode: Map<ProblemCode, number> = new Map();
  readonly #warnings: Map<WarningCode, number> = new Map();
  readonly #understood: UnderstoodColumn[] = [];
  readonly #ignored: ImportReport['ignored'][number][] = [];
  readonly #unread: UnreadColumn[] = [];

  constructor(heading: Heading) {
    this.#heading = heading;
  }

  get rowsRead(): number {
    return this.#counts.rowsRead;
  }

  get tables(): number {
    return this.#sheets.length;
  }

  get problemsTotal(): number {
    const ofRows = [...this.#byCode.values()].reduce((sum, count) => sum + count, 0);
    return ofRows + this.#findings.length;
  }

  get droppedCells(): number {
    return this.#unread.reduce((sum, column) => sum + (column.isDropped() ? column.cells : 0), 0);
  }

  /** A table begins; its columns that are not read are watched through the returned list. */
  addTable(sheet: string | undefined, layout: Layout): readonly UnreadColumn[] {
    this.#sheets.push(sheet);
    const place = (column: string) => (sheet === undefined ? { column } : { column, sheet });
    for (const { header, column, by } of layout.read) {
      const { column: as, field, says } = column;
      this.#understood.push({ ...place(header), as, field, says, by });
    }
    this.#ignored.push(...layout.ignored.map(({ header }) => place(header)));
    const unread = [
      ...layout.dropped.map(
        (found) => new UnreadColumn(found.index, place(found.header), found.because),
      ),
      ...layout.notUnderstood.map((found) => new UnreadColumn(found.index, place(found.header))),
    ];
    this.#unread.push(...unread);
    return unread;
  }

  count(what: Count, rows = 1): void {
    this.#counts[what] += rows;
  }

  /** What the next rows of a table add; `unread` is what `addTable` returned for it. */
  addTally(tally: RowTally, unread: readonly UnreadColumn[]): void {
    for (const what of ['setAside', 'expired', 'refused'] as const) this.count(what, tally[what]);
    for (const [code, rows] of tally.warnings) {
      this.#warnings.set(code, (this.#warnings.get(code) ?? 0) + rows);
    }
    for (const found of tally.problems) this.addProblem(found);
    unread.forEach((column, index) => {
      const seen = tally.unread[index];
      if (seen !== undefined) column.see(seen);
    });
  }

  addProblem(found: PlacedProblem): void {
    const { code } = found.problem;
    this.#byCode.set(code, (this.#byCode.get(code) ?? 0) + 1);
    if (this.#problems.length < maxListedProblems) this.#problems.push(found);
  }

  /**
   * What the register says about valid rows, in place of what it said before: another import may
   * come in between, and then it is asked again.
   */
  setFindings(found: readonly PlacedProblem[], toReview: number): void {
    this.#findings = found;
    this.#counts.toReview = toReview;
  }

  /** Changes that rows state of their organisations, in the order of the file. */
  setChanges(rows: number, changes: readonly PlacedChange[]): void {
    this.#counts.changed = rows;
    this.#changes = changes.slice(0, maxListedProblems);
  }

  build(result: Pick<ImportReport, 'recorded' | 'fresh' | 'known'>): ImportReport {
    const listed = [...this.#problems, ...this.#findings]
      .sort((a, b) => a.staged - b.staged)
      .slice(0, maxListedProblems)
      .map((found) => this.#toRow(found));
    const total = this.problemsTotal;
    const notListed = total - listed.length;
    const warnings = [...this.#warnings].map(([code, rows]) => ({ code, rows }));
    return {
      ...this.#heading,
      ...this.#counts,
      refused: this.#counts.refused + this.#findings.length,
      ...result,
      changes: this.#changes.map((change) => this.#toRow(change)),
      droppedColumns: this.#unread.flatMap((column) => column.toDropped() ?? []),
      understood: this.#understood,
      notUnderstood: this.#unread.filter((column) => !column.isDropped()).map(({ place }) => place),
      ignored: this.#ignored,
      problems: listed,
      problemsTotal: total,
      problemsByCode: this.#countByCode(),
      warnings:
        notListed > 0 ? [...warnings, { code: 'problems-not-listed', rows: notListed }] : warnings,
    };
  }

  #countByCode(): ImportReport['problemsByCode'] {
    const counts = new Map(this.#byCode);
    for (const { problem } of this.#findings) {
      counts.set(problem.code, (counts.get(problem.code) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
  }

  /** With the row, and the sheet where there are several, in place of the staged number. */
  #toRow<Found extends { readonly staged: number }>({ staged, ...found }: Found) {
    const { table, row } = toRowPlace(staged, this.#sheets.length);
    const sheet = this.#sheets[table];
    return { row, ...(sheet === undefined ? {} : { sheet }), ...found };
  }
}

/** A column that is not stored: counted where it is about people, named where it is not understood. */
export class UnreadColumn {
  readonly index: number;
  readonly place: ImportReport['notUnderstood'][number];
  cells = 0;
  #because: DroppedColumn['because'] | undefined;

  constructor(index: number, place: UnreadColumn['place'], because?: DroppedColumn['because']) {
    this.index = index;
    this.place = place;
    this.#because = because;
  }

  isDropped(): boolean {
    return this.#because !== undefined;
  }

  /** Cells with text have passed. */
  see({ cells, holdsPersonData }: RowTally['unread'][number]): void {
    this.cells += cells;
    if (holdsPersonData) this.#because ??= 'values';
  }

  toDropped(): DroppedColumn | undefined {
    if (this.#because === undefined) return undefined;
    return { ...this.place, cells: this.cells, because: this.#because };
  }
}
