import type { Child } from 'hono/jsx';

/** A fact with its label; the label is never the only place of its meaning. */
export interface LabelledFact {
  readonly label: Child;
  readonly value: Child;
}

/** Facts of the main column, label beside value. */
export function FactList({ facts }: { readonly facts: readonly LabelledFact[] }) {
  return <dl class="facts">{facts.map(pair)}</dl>;
}

/** Facts of the side column, label above value. */
export function KeyValues({ facts }: { readonly facts: readonly LabelledFact[] }) {
  return <dl class="key-values">{facts.map(pair)}</dl>;
}

/** A block of the side column: one question, its answer. */
export function SideBlock(props: { readonly heading: Child; readonly children?: Child }) {
  return (
    <section class="side-block">
      <h2>{props.heading}</h2>
      {props.children}
    </section>
  );
}

function pair({ label, value }: LabelledFact) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
