import type { CivilDate } from '@credence/domain';

import type { Words } from '../words/words.ts';
import { axisOf, percentAt, type Axis } from './axis.ts';
import { TermBar } from './term-bar.tsx';
import { Day } from './text.tsx';
import { isBeforeDay, daysFrom } from '../words/moment.ts';

/** Begin and end of one record, equally large, with its bar and the day repair opens. */
export function RecordTerm(props: {
  readonly words: Words;
  readonly begins: CivilDate;
  readonly beginsFrom: 'decided' | 'published' | 'served';
  readonly ends: CivilDate;
  readonly day: CivilDate;
  readonly repairFrom?: CivilDate;
  readonly disputed?: true;
}) {
  const { words, begins, ends, day, repairFrom } = props;
  const left = daysFrom(day, ends);
  const axis = axisOf(begins, ends);
  return (
    <section class="record-term" aria-label={words.t('record.ends')}>
      <dl class="record-term-ends">
        <div>
          <dt>{words.t('record.begins')}</dt>
          <dd class="record-term-date">
            <Day words={words} on={begins} />
          </dd>
          <dd class="quiet">{words.t(beginsKeys[props.beginsFrom])}</dd>
        </div>
        <div>
          <dt>{words.t('record.ends')}</dt>
          <dd class="record-term-date">
            <Day words={words} on={ends} />
          </dd>
          <dd class="quiet">{words.t('record.bySelfDaysLeft', { count: left })}</dd>
        </div>
      </dl>
      <TermBar
        words={words}
        size="large"
        day={day}
        axis={axis}
        term={{
          tone: 'burden',
          begins,
          ends,
          ...(repairFrom === undefined ? {} : { repairFrom }),
          ...(props.disputed ? { disputed: true as const } : {}),
        }}
      />
      {repairFrom === undefined ? null : (
        <RepairLabel words={words} on={repairFrom} day={day} axis={axis} />
      )}
    </section>
  );
}

/** Under the diamond; on the right half of the bar it ends there instead of beginning. */
function RepairLabel(props: {
  readonly words: Words;
  readonly on: CivilDate;
  readonly day: CivilDate;
  readonly axis: Axis;
}) {
  const { words, on } = props;
  const at = percentAt(props.axis, on);
  const left = at <= 50;
  // A length in per cent is an attribute of SVG, so the spacer needs no inline style.
  const spacer = (
    <svg
      class="record-term-spacer"
      width={`${left ? at : Math.round((100 - at) * 100) / 100}%`}
      height="1"
      aria-hidden="true"
    />
  );
  return (
    <div class={left ? 'record-term-repair' : 'record-term-repair record-term-repair-right'}>
      {left ? spacer : null}
      <p>
        <b>{words.rich('record.repairFrom', { on: <Day words={words} on={on} /> })}</b>
        <span class="quiet">
          {words.t(
            isBeforeDay(props.day, on) ? 'record.repairFromTerm' : 'record.repairFromReached',
          )}
        </span>
      </p>
      {left ? null : spacer}
    </div>
  );
}

const beginsKeys = {
  decided: 'record.beginsDecided',
  published: 'record.beginsPublished',
  served: 'record.beginsServed',
} as const;
