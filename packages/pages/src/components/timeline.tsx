import type { Child } from 'hono/jsx';
import type { CivilDate } from '@credence/domain';

import type { Words } from '../words/words.ts';
import { axisFor, isOnAxis, percentAt, yearTicks, type Axis } from './axis.ts';
import { TermBar, type Term } from './term-bar.tsx';
import { Day } from './text.tsx';

/** One line of the timeline: what, its term, and its end in words. */
export interface TimelineRow {
  readonly label: Child;
  readonly note?: Child;
  readonly term: Term;
  /** Under the end date: "by itself; repair is open". */
  readonly endNote?: Child;
}

/** Records on a common axis, readable without the bars: label, end, then the bar. */
export function DatedTimeline(props: {
  readonly words: Words;
  readonly rows: readonly TimelineRow[];
  readonly day: CivilDate;
  readonly today: CivilDate;
  /** Left out where the bars are no records and the rows say what they are. */
  readonly legend?: false;
}) {
  const { words, rows, day, today } = props;
  const ends = rows.map(({ term }) => (term.ends === 'by-duty' ? 'none' : term.ends));
  const axis = axisFor(day, ends);
  return (
    <div class="timeline">
      <TimelineAxis words={words} axis={axis} day={day} isToday={day === today} />
      <ol>
        {rows.map((row) => (
          <li>
            <div class="timeline-label">
              <span>{row.label}</span>
              {row.note === undefined ? null : <span class="quiet">{row.note}</span>}
            </div>
            <div class="timeline-end">
              <EndDate words={words} term={row.term} />
              {row.endNote === undefined ? null : <span class="quiet">{row.endNote}</span>}
            </div>
            <TermBar words={words} term={row.term} axis={axis} day={day} />
          </li>
        ))}
      </ol>
      {props.legend === false ? null : <TimelineLegend words={words} rows={rows} />}
    </div>
  );
}

function EndDate({ words, term }: { readonly words: Words; readonly term: Term }) {
  if (term.ends === 'none') return <b>{words.t('term.noEndDate')}</b>;
  if (term.ends === 'by-duty') return <b>{words.t('term.untilDuty')}</b>;
  return (
    <b>
      <Day words={words} on={term.ends} />
    </b>
  );
}

function TimelineAxis(props: {
  readonly words: Words;
  readonly axis: Axis;
  readonly day: CivilDate;
  readonly isToday: boolean;
}) {
  const { words, axis, day } = props;
  const at = percentAt(axis, day);
  return (
    <div class="timeline-axis" aria-hidden="true">
      <svg class="axis">
        {yearTicks(axis).map((tick) => (
          <>
            <line class="axis-tick" x1={`${tick.at}%`} x2={`${tick.at}%`} y1="30" y2="38" />
            <text x={`${tick.at}%`} dx="5" y="38">
              {tick.year}
            </text>
          </>
        ))}
        {isOnAxis(axis, day) ? (
          <>
            <line class="axis-today" x1={`${at}%`} x2={`${at}%`} y1="2" y2="40" />
            <text
              class="axis-day"
              x={`${at}%`}
              dx={at > 80 ? -6 : 6}
              y="15"
              text-anchor={at > 80 ? 'end' : 'start'}
            >
              {words.t(props.isToday ? 'term.today' : 'term.thatDay')}
            </text>
          </>
        ) : null}
      </svg>
    </div>
  );
}

function TimelineLegend(props: { readonly words: Words; readonly rows: readonly TimelineRow[] }) {
  const { words, rows } = props;
  const terms = rows.map(({ term }) => term);
  const entries = [
    { kind: 'elapsed', shown: terms.some(({ tone }) => tone === 'burden') },
    { kind: 'disputed', shown: terms.some(({ disputed }) => disputed === true) },
    { kind: 'repair', shown: terms.some(({ repairFrom }) => repairFrom !== undefined) },
    { kind: 'licence', shown: terms.some(({ tone }) => tone === 'licence') },
  ] as const;
  return (
    <ul class="legend">
      {entries
        .filter(({ shown }) => shown)
        .map(({ kind }) => (
          <li>
            <LegendMark kind={kind} />
            {words.t(legendKeys[kind])}
          </li>
        ))}
    </ul>
  );
}

const legendKeys = {
  elapsed: 'term.legendElapsed',
  disputed: 'term.legendDisputed',
  repair: 'term.legendRepair',
  licence: 'term.legendLicence',
} as const;

function LegendMark({ kind }: { readonly kind: keyof typeof legendKeys }) {
  return (
    <svg class="legend-mark" width="26" height="14" aria-hidden="true">
      {legendDrawing(kind)}
    </svg>
  );
}

function legendDrawing(kind: keyof typeof legendKeys) {
  switch (kind) {
    case 'elapsed':
      return (
        <>
          <rect class="legend-past" x="0" y="3" width="12" height="8" />
          <rect class="legend-rest" x="12" y="3" width="11" height="8" />
          <rect class="legend-past" x="22" y="0" width="3" height="14" />
        </>
      );
    case 'disputed':
      return <rect x="0" y="3" width="24" height="8" fill="url(#hatch-disputed)" />;
    case 'repair':
      return <path class="term-diamond" d="M13 1L19 7L13 13L7 7Z" />;
    case 'licence':
      return <rect class="legend-good" x="0" y="5.5" width="24" height="3" />;
  }
}
