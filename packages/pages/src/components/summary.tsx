import type { Child } from 'hono/jsx';

/** The first thing under a title: one or two sentences that a page words from its state. */
export function Summary(props: { readonly note?: Child; readonly children?: Child }) {
  return (
    <>
      <p class="summary">{props.children}</p>
      {props.note === undefined ? null : <p class="quiet summary-note">{props.note}</p>}
    </>
  );
}
