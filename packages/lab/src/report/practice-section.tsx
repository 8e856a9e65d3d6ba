import { DataTable, Section } from '@credence/pages';

import type { StatementContext } from './statement.ts';
import { figureWriter } from './write-figure.ts';

/** What no rule says: how each regime is carried out, every value with its mark. */
export function PracticeSection({ context }: { readonly context: StatementContext }) {
  const { say, told, text, words } = context;
  const rows = told.flatMap(({ regime }) => regime.practice);
  const items = rows.filter(({ id }, at) => rows.findIndex((each) => each.id === id) === at);
  if (items.length === 0) return null;
  const number = (value: number) => figureWriter('index', words).value(value);
  return (
    <Section id="practice" heading={say.practice}>
      <p>{say.practiceLead}</p>
      <DataTable
        caption={say.practice}
        captionHidden
        columns={[
          { key: 'item', label: say.item, heads: true },
          ...told.map(({ name, series }) => ({ key: `r${series}`, label: name })),
        ]}
        rows={items.map(({ id, title }) => ({
          item: text(title),
          ...Object.fromEntries(
            told.map(({ regime, series }) => {
              const found = regime.practice.find((each) => each.id === id);
              const said =
                found === undefined
                  ? '—'
                  : `${number(found.value)} (${say.marks[found.confidence]})`;
              return [`r${series}`, said];
            }),
          ),
        }))}
      />
    </Section>
  );
}
