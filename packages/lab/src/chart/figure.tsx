import type { Child } from 'hono/jsx';

/** What every chart is given besides its data. */
export interface FigureTexts {
  /** Unique on its page: names the parts for screen readers. */
  readonly id: string;
  readonly title: string;
  /** The sentence that gives the result. */
  readonly says: string;
  /** How it is read, what is left out. */
  readonly note?: Child;
  /** The label of the table with the numbers. */
  readonly numbers: string;
  /** Said in place of a drawing where there is nothing to draw. */
  readonly nothing: string;
  /** Said on paper in place of a table that would fill sheets: where these numbers are. */
  readonly elsewhere?: string;
}

/** A chart with its title above and its numbers below: nothing is in the drawing alone. */
export function Figure(props: {
  readonly texts: FigureTexts;
  readonly table: Child;
  readonly empty?: boolean;
  readonly children?: Child;
}) {
  const { id, title, says, note, numbers, nothing, elsewhere } = props.texts;
  return (
    <figure class="lab-figure" id={id} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h3 id={`${id}-title`}>{title}</h3>
        <p class="lab-says">{says}</p>
      </figcaption>
      {props.empty ? <p class="quiet">{nothing}</p> : props.children}
      {note === undefined ? null : <p class="quiet lab-note">{note}</p>}
      {props.empty ? null : (
        <details class={elsewhere === undefined ? 'lab-numbers' : 'lab-numbers lab-not-printed'}>
          <summary>{numbers}</summary>
          {props.table}
        </details>
      )}
      {props.empty || elsewhere === undefined ? null : (
        <p class="quiet lab-on-paper">{elsewhere}</p>
      )}
    </figure>
  );
}
