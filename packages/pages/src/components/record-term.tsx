import type { CivilDate } from '@credence/domain';

import type { Words } from '../words/words.ts';
import { axisOf } from './axis.ts';
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
        axis={axisOf(begins, ends)}
        term={{
          tone: 'burden',
          begins,
          ends,
          ...(repairFrom === undefined ? {} : { repairFrom }),
          ...(props.disputed ? { disputed: true as const } : {}),
        }}
      />
      {repairFrom === undefined ? null : (
        <p class="record-term-repair">
          <b>{words.rich('record.repairFrom', { on: <Day words={words} on={repairFrom} /> })}</b>
          <span class="quiet">
            {words.t(
              isBeforeDay(day, repairFrom) ? 'record.repairFromTerm' : 'record.repairFromReached',
            )}
          </span>
        </p>
      )}
    </section>
  );
}

const beginsKeys = {
  decided: 'record.beginsDecided',
  published: 'record.beginsPublished',
  served: 'record.beginsServed',
} as const;
