import type { Child } from 'hono/jsx';

/** A link that looks like the act it leads to. The label is a verb for what happens. */
export function ActionLink(props: {
  readonly href: string;
  readonly rank?: 'first' | 'second';
  readonly children?: Child;
}) {
  return (
    <a class={`button button-${props.rank ?? 'second'}`} href={props.href}>
      {props.children}
    </a>
  );
}

/** A button of a form. When it cannot be used the reason stands beside it. */
export function ActionButton(props: {
  readonly rank?: 'first' | 'second';
  readonly disabledBecause?: string;
  readonly name?: string;
  readonly value?: string;
  readonly children?: Child;
}) {
  const { disabledBecause } = props;
  return (
    <>
      <button
        class={`button button-${props.rank ?? 'second'}`}
        type="submit"
        disabled={disabledBecause !== undefined}
        name={props.name}
        value={props.value}
      >
        {props.children}
      </button>
      {disabledBecause === undefined ? null : <span class="reason">{disabledBecause}</span>}
    </>
  );
}

/** Actions under each other on a phone, beside each other elsewhere. */
export function Actions({ children }: { readonly children?: Child }) {
  return <div class="actions">{children}</div>;
}

/** Text links side by side. */
export function LinkRow(props: {
  readonly links: readonly { readonly href: string; readonly label: Child }[];
}) {
  return (
    <p class="link-row">
      {props.links.map(({ href, label }) => (
        <a href={href}>{label}</a>
      ))}
    </p>
  );
}
