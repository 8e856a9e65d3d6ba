import type { CivilDate } from '@credence/domain';

import type { Words } from '../words/words.ts';
import { isOnAxis, percentAt, type Axis } from './axis.ts';

/** What a bar draws: a burden that visibly stops, or something valid, which is thin. */
export interface Term {
  readonly tone: 'burden' | 'licence';
  readonly begins: CivilDate;
  /** `none`: a licence without an end; `by-duty`: a burden that ends when a duty is done. */
  readonly ends: CivilDate | 'none' | 'by-duty';
  /** Of a burden that ends by a duty: it is shown until then, unless someone confirms the duty. */
  readonly nextCheckOn?: CivilDate;
  readonly repairFrom?: CivilDate;
  readonly disputed?: true;
}

/**
 * A horizontal bar that visibly stops. Every length is in per cent of the width and there is no
 * viewBox, so it never scales its strokes. Its label says both dates.
 */
export function TermBar(props: {
  readonly words: Words;
  readonly term: Term;
  readonly axis: Axis;
  /** The day of the page: elapsed before it, to come after it, a line on it. */
  readonly day: CivilDate;
  readonly size?: 'row' | 'large';
}) {
  const { words, term, axis, day } = props;
  const begin = percentAt(axis, term.begins);
  const stops = hasDate(term.ends) ? term.ends : term.nextCheckOn;
  const end = stops === undefined ? 100 : percentAt(axis, stops);
  const today = Math.min(end, Math.max(begin, percentAt(axis, day)));
  const height = term.tone === 'licence' ? 3 : 8;
  const size = props.size ?? 'row';
  const disputed = term.disputed ? ' term-disputed' : '';
  return (
    <svg
      class={`term-bar term-bar-${size} term-${term.tone}${disputed}`}
      role="img"
      aria-label={termText(words, term)}
    >
      <line class="term-track" x1="0%" x2="100%" y1="50%" y2="50%" />
      <Stretch kind="elapsed" from={begin} until={today} height={height} />
      <Stretch
        kind="rest"
        from={today}
        until={end}
        height={height}
        hatched={term.disputed === true}
      />
      {isOnAxis(axis, term.begins) ? <Tick kind="begin" at={begin} /> : null}
      {stops !== undefined && isOnAxis(axis, stops) ? (
        <Tick kind={hasDate(term.ends) ? 'end' : 'check'} at={end} />
      ) : null}
      {isOnAxis(axis, day) ? (
        <line class="term-today" x1={per(axis, day)} x2={per(axis, day)} y1="0%" y2="100%" />
      ) : null}
      {term.repairFrom !== undefined && isOnAxis(axis, term.repairFrom) ? (
        <svg x={per(axis, term.repairFrom)} y="50%" overflow="visible">
          <path class="term-diamond" d="M0-6L6 0L0 6L-6 0Z" />
        </svg>
      ) : null}
    </svg>
  );
}

/** Both dates of a term in words, with its dispute and the day repair opens. */
export function termText(words: Words, term: Term): string {
  const begins = words.date(term.begins);
  const repair =
    term.repairFrom === undefined
      ? ''
      : words.t('term.barRepair', { on: words.date(term.repairFrom) });
  const disputed = term.disputed ? words.t('term.barDisputed') : '';
  return `${spanText(words, term, begins)}${disputed}${repair}`;
}

/** The pattern of the hatched bars; a page draws it once. */
export function BarPatterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="hatch-disputed"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="hatch-line" width="3" height="6" />
        </pattern>
      </defs>
    </svg>
  );
}

function Stretch(props: {
  readonly kind: 'elapsed' | 'rest';
  readonly from: number;
  readonly until: number;
  readonly height: number;
  readonly hatched?: boolean;
}) {
  const { kind, from, until, height, hatched } = props;
  if (until <= from) return null;
  return (
    <rect
      class={hatched ? undefined : `term-${kind}`}
      x={`${from}%`}
      y="50%"
      width={`${Math.round((until - from) * 100) / 100}%`}
      height={height}
      transform={`translate(0 ${-height / 2})`}
      fill={hatched ? 'url(#hatch-disputed)' : undefined}
    />
  );
}

const ticks = {
  begin: { width: 2, height: 14, shift: -1 },
  end: { width: 4, height: 18, shift: -3 },
  check: { width: 6, height: 16, shift: -3 },
} as const;

function Tick({ kind, at }: { readonly kind: keyof typeof ticks; readonly at: number }) {
  const { width, height, shift } = ticks[kind];
  return (
    <rect
      class={`term-${kind}`}
      x={`${at}%`}
      y="50%"
      width={width}
      height={height}
      transform={`translate(${shift} ${-height / 2})`}
    />
  );
}

function spanText(words: Words, { tone, ends, nextCheckOn }: Term, begins: string): string {
  if (hasDate(ends)) {
    const dates = { begins, ends: words.date(ends) };
    return tone === 'burden' ? words.t('term.barBurden', dates) : words.t('term.barLicence', dates);
  }
  return ends === 'none'
    ? words.t('term.barLicenceOpen', { begins })
    : words.t('term.barBurdenNoDate', { begins }) + checkText(words, nextCheckOn);
}

function checkText(words: Words, on: CivilDate | undefined): string {
  return on === undefined ? '' : words.t('term.barCheck', { on: words.date(on) });
}

function hasDate(ends: Term['ends']): ends is CivilDate {
  return ends !== 'none' && ends !== 'by-duty';
}

function per(axis: Axis, on: CivilDate): string {
  return `${percentAt(axis, on)}%`;
}
