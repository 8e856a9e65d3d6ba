import type { PageContext } from '../../page/page-context.ts';

/** Counts side by side, equally large: rows that were read, and what becomes of them. */
export function CountStrip(props: {
  readonly context: PageContext;
  readonly counts: readonly { readonly label: string; readonly value: number }[];
}) {
  return (
    <dl class="counts">
      {props.counts.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{props.context.words.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
