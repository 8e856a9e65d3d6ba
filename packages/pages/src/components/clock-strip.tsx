import type { CivilDate } from '@credence/domain';
import type { Child } from 'hono/jsx';

import type { CivilMoment } from '../words/moment.ts';
import type { Words } from '../words/words.ts';
import { splitAddress } from './address.ts';
import { Day, Moment } from './text.tsx';

/** The time and law every page is given under. */
export interface PageClock {
  readonly asOf: CivilMoment;
  readonly day: CivilDate;
  readonly today: CivilDate;
  /** Absent before the first edition is in force. */
  readonly edition?: {
    readonly code: string;
    readonly inForceFrom: CivilDate;
    readonly href?: string;
  };
  /** Earliest day that can be looked at. */
  readonly earliest?: CivilDate;
  /** The page is not about a day, so it offers no other one. */
  readonly fixed?: true;
}

/** The time and rules of the page; on a past day its first words say so. */
export function ClockStrip(props: {
  readonly words: Words;
  readonly clock: PageClock;
  readonly address: string;
  readonly person?: Child;
}) {
  const { words, clock } = props;
  const { edition } = clock;
  const past = clock.day !== clock.today;
  return (
    <section class={past ? 'clock clock-past' : 'clock'} aria-label={words.t('page.timeAndRules')}>
      <div class="clock-row">
        {past ? (
          <p>
            <b>{words.rich('page.pastDay', { day: <Day words={words} on={clock.day} /> })}</b>{' '}
            <a href={splitAddress(props.address).without('day')}>{words.t('page.backToToday')}</a>
          </p>
        ) : null}
        {clock.today < clock.asOf.date ? (
          // Nothing is recorded after today, so an operator has moved it: no reader may miss that.
          <p>
            <b>{words.rich('page.todayMoved', { day: <Day words={words} on={clock.today} /> })}</b>
          </p>
        ) : null}
        <p>
          {words.rich('page.asOf', {
            moment: past ? (
              <Moment words={words} at={clock.asOf} />
            ) : (
              <b>
                <Moment words={words} at={clock.asOf} />
              </b>
            ),
          })}
        </p>
        {edition === undefined ? null : (
          <p>
            {words.rich('page.edition', {
              code:
                edition.href === undefined ? (
                  edition.code
                ) : (
                  <a href={edition.href}>{edition.code}</a>
                ),
              on: <Day words={words} on={edition.inForceFrom} />,
            })}
          </p>
        )}
        {clock.fixed ? null : <OtherDay {...props} />}
        {props.person}
      </div>
    </section>
  );
}

/** A form that asks the same page for another day. */
function OtherDay(props: {
  readonly words: Words;
  readonly clock: PageClock;
  readonly address: string;
}) {
  const { words, clock } = props;
  const { path, params } = splitAddress(props.address);
  return (
    <details class="other-day">
      <summary>{words.t('page.lookAtAnotherDay')}</summary>
      <form method="get" action={path}>
        {params
          .filter(([name]) => name !== 'day' && name !== 'page')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <label for="day">{words.t('page.otherDayLabel')}</label>
        <input
          id="day"
          name="day"
          type="date"
          value={clock.day}
          min={clock.earliest}
          max={clock.today}
          required
          aria-describedby="day-hint"
        />
        <button class="button button-second" type="submit">
          {words.t('page.otherDayShow')}
        </button>
        <p class="hint" id="day-hint">
          {words.t('page.otherDayHint')}
        </p>
      </form>
    </details>
  );
}
