/** The shapes of section "meaning without hue": the word beside them carries the meaning. */
export type IconShape = 'dot' | 'half' | 'pause' | 'ring' | 'tick' | 'clock' | 'cross';

/** A 14 px shape in the colour of its text, hidden from voice because a word always stands beside. */
export function Icon({ shape }: { readonly shape: IconShape }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      {drawing(shape)}
    </svg>
  );
}

function drawing(shape: IconShape) {
  switch (shape) {
    case 'dot':
      return <circle class="icon-fill" cx="7" cy="7" r="4.25" />;
    case 'half':
      return (
        <>
          <circle class="icon-line" cx="7" cy="7" r="5" />
          <path class="icon-fill" d="M7 2a5 5 0 0 1 0 10z" />
        </>
      );
    case 'pause':
      return (
        <>
          <circle class="icon-line" cx="7" cy="7" r="5.5" />
          <path class="icon-line" d="M5.5 5v4M8.5 5v4" />
        </>
      );
    case 'ring':
      return <circle class="icon-line" cx="7" cy="7" r="4.5" />;
    case 'tick':
      return <path class="icon-line icon-bold" d="M2.5 7.5l3 3 6-7" />;
    case 'clock':
      return (
        <>
          <circle class="icon-line" cx="7" cy="7" r="5.5" />
          <path class="icon-line" d="M7 4v3.2l2 1.3" />
        </>
      );
    case 'cross':
      return <path class="icon-line icon-bold" d="M3 3l8 8M11 3l-8 8" />;
  }
}
