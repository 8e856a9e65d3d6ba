import type { Child } from 'hono/jsx';

/** The title of a page with what identifies its subject below. */
export function PageHeading(props: {
  readonly title: Child;
  /** Chip and kind, above the title. */
  readonly above?: Child;
  readonly second?: Child;
  readonly facts?: readonly Child[];
}) {
  const { facts } = props;
  return (
    <div class="heading">
      {props.above === undefined ? null : <p class="record-line">{props.above}</p>}
      <h1>{props.title}</h1>
      {props.second === undefined ? null : <p class="second-name">{props.second}</p>}
      {facts === undefined || facts.length === 0 ? null : (
        <ul class="heading-facts">
          {facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A section of the main column; its links stand beside its heading. */
export function Section(props: {
  readonly heading: Child;
  readonly id?: string;
  readonly aside?: Child;
  readonly children?: Child;
}) {
  return (
    <section class="section" id={props.id}>
      <div class="section-head">
        <h2>{props.heading}</h2>
        {props.aside === undefined ? null : <div class="section-aside">{props.aside}</div>}
      </div>
      {props.children}
    </section>
  );
}
