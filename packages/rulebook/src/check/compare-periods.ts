import { addDays, addPeriod, civilDate, isBefore, type Period } from '@credence/domain';

/** Months differ in length, so two periods of different units are compared from a fixed day. */
const REFERENCE = civilDate('2001-01-01');

/** Whether the first period is longer than the second; working days count as calendar days. */
export function isLonger(first: Period, second: Period): boolean {
  return isBefore(endOf(second), endOf(first));
}

function endOf(period: Period): ReturnType<typeof civilDate> {
  return period.unit === 'working-days'
    ? addDays(REFERENCE, period.count)
    : addPeriod(REFERENCE, period, 'down');
}
