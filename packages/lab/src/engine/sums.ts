import { LabError } from './define-model.ts';

/** A sum of floating-point numbers and what rounding took from it (Neumaier). */
export interface RunningSum {
  sum: number;
  lost: number;
}

/** Adds a number; the error of the whole sum stays within one rounding of the exact result. */
export function addTo(running: RunningSum, value: number): void {
  const next = running.sum + value;
  running.lost +=
    Math.abs(running.sum) >= Math.abs(value)
      ? running.sum - next + value
      : value - next + running.sum;
  running.sum = next;
}

export function totalOf({ sum, lost }: RunningSum): number {
  return sum + lost;
}

/** @throws LabError when a count is not whole, or too large to be exact */
export function checkCount(observer: string, value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new LabError(
    `Observer "${observer}" counts, but was given ${value}; declare it as a sum, or add whole numbers.`,
  );
}
