import type { ImpactLabel, ImpactTable } from '@credence/casework';
import { localise } from '@credence/domain';
import { PairChart, SplitChart } from '@credence/pages';

import type { PageContext } from '../page/page-context.ts';
import { readingWords } from '../words/reading.ts';
import { regionLabel } from '../page/region-label.ts';
import { sayOf } from './impact-frame.tsx';

interface ChartProps {
  readonly context: PageContext;
  readonly table: ImpactTable;
}

/** Rows a chart has room for; the table has them all. */
const rowsShown = 12;

export function labelOf(
  context: Pick<PageContext, 'language' | 'site'>,
  { code, title }: ImpactLabel,
): string {
  // What has no title of its own is a region.
  return title === undefined ? regionLabel(context, code) : localise(title, context.language).text;
}

function countOf({ words, language }: PageContext, count: number | null): string {
  return count === null ? readingWords(language).withheld : words.number(count);
}

/** How many are in each class now, and how many under the draft. */
export function ClassChart({ context, table }: ChartProps) {
  const { counts, rows, columns } = table;
  const say = sayOf(context);
  if (counts === undefined || !isSomething([...counts.rowTotals, ...counts.columnTotals])) {
    return null;
  }
  const lines = columns.map((column, at) => {
    const from = rows.findIndex(({ code }) => code === column.code);
    // A class that the rules in force do not have is a class of nobody.
    const before = from < 0 ? 0 : (counts.rowTotals[from] ?? null);
    const after = counts.columnTotals[at] ?? null;
    const value = say.pair(countOf(context, before), countOf(context, after));
    return { label: labelOf(context, column), before, after, value };
  });
  return (
    <PairChart
      says={say.classChart(lines.map((each) => say.part(each.label, each.value)).join(say.joint))}
      before={say.now}
      after={say.underDraft}
      rows={lines}
    />
  );
}

/** How many of each group end worse and how many better. */
export function MovesChart(props: ChartProps & { readonly heading: string }) {
  const { context, table, heading } = props;
  const { counts, rows } = table;
  const say = sayOf(context);
  const lines = rows.slice(0, rowsShown).flatMap((row, at) => {
    const [first = null, second = null] = counts?.cells[at] ?? [];
    // Nobody of the group moves: the table says so.
    if (first === 0 && second === 0) return [];
    const value = say.split(countOf(context, first), countOf(context, second));
    return [{ label: labelOf(context, row), first, second, value }];
  });
  if (!isSomething(lines.flatMap(({ first, second }) => [first, second]))) return null;
  const parts = lines.map((each) => say.part(each.label, each.value)).join(say.joint);
  return (
    <SplitChart
      says={say.splitChart(heading, parts)}
      first={say.worse}
      second={say.better}
      rows={lines}
    />
  );
}

/** An empty chart would look as if nobody moved. */
function isSomething(counts: readonly (number | null)[]): boolean {
  return counts.some((count) => count !== null && count > 0);
}
