import { parsePeriod } from '@credence/domain';

import type { CardOf } from '../card/card-kinds.ts';
import { isLonger } from './compare-periods.ts';
import type { Tell } from './check-conditions.ts';

const CONFIRM_AT_MOST = parsePeriod('P6M');
const EXIT_AT_MOST_WORKING_DAYS = 5;

/** An entry ends by time or with the duty it is tied to, falls with its ground, and can be left. */
export function checkListEnds(list: CardOf<'list'>, tell: Tell): void {
  const ways = list.ends.flatMap(({ by }) => by);
  if (!ways.includes('time') && !ways.includes('status')) {
    tell(['ends'], {
      code: 'never-ends',
      message: 'An entry ends by itself, by time or with the duty it is tied to (G31).',
      accepted: '{by: time, after: P36M}',
      repair: 'Add an end by time.',
    });
  }
  if (!ways.includes('repair') && !ways.includes('status')) {
    tell(['ends'], {
      code: 'way-out-missing',
      message: 'There is no way to leave the list early (G32).',
      accepted: '{by: repair, earliest: P12M}',
      repair: 'Add an end by repair.',
    });
  }
  if (!ways.includes('annulment')) {
    tell(['ends'], {
      code: 'never-ends',
      message: 'An entry falls with the decision it rests on.',
      accepted: '{by: [annulment, ...]}',
      repair: 'Add annulment.',
    });
  }
  checkStatus(list, tell);
  checkRepair(list, tell);
}

/** Guard N1: an open duty is proven closed in five days and confirmed open every six months. */
function checkStatus(list: CardOf<'list'>, tell: Tell): void {
  list.ends.forEach((end, index) => {
    if (end.by !== 'status') return;
    if (end.exitWithin.workingDays > EXIT_AT_MOST_WORKING_DAYS) {
      tell(['ends', index, 'exit-within'], {
        code: 'never-ends',
        message: 'The entry ends within five working days of the proof (N1).',
        found: String(end.exitWithin.workingDays),
        accepted: `at most ${EXIT_AT_MOST_WORKING_DAYS}`,
      });
    }
    if (CONFIRM_AT_MOST && isLonger(end.confirmEvery, CONFIRM_AT_MOST)) {
      tell(['ends', index, 'confirm-every'], {
        code: 'never-ends',
        message: 'An official confirms at least every six months that the duty is open (N1).',
        accepted: 'P6M or shorter',
      });
    }
  });
}

function checkRepair(list: CardOf<'list'>, tell: Tell): void {
  const time = list.ends.find((end) => end.by === 'time');
  list.ends.forEach((end, index) => {
    if (end.by !== 'repair' || time?.by !== 'time' || !isLonger(end.earliest, time.after)) return;
    tell(['ends', index, 'earliest'], {
      code: 'way-out-missing',
      message: 'Repair would open only after the entry has ended by itself.',
      accepted: 'an earlier opening',
    });
  });
}
