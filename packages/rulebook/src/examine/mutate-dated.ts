import { addDays } from '@credence/domain';

import type { ClockCard } from '../card/clock-card.ts';
import type { ValueCard, ValueRow } from '../card/value-card.ts';
import type { Edition } from '../edition/edition.ts';
import { runClockCases, runValueCases } from './card-cases.ts';
import { judgeMutants, type Mutated } from './judge-mutants.ts';
import type { MutationReport, Waiver } from './run-mutants.ts';

type Span = ClockCard['steps'][number]['within'];
type Start = NonNullable<ClockCard['steps'][number]['from']>;

const starts: readonly Start[] = ['service', 'decision', 'application', 'previous_step'];

/** One unit longer and one shorter. */
export function nudge<Given extends Exclude<Span, 'at-once'>>(
  span: Given,
): readonly { readonly what: string; readonly span: Given }[] {
  return [1, -1].flatMap((step) => {
    const count = span.count + step;
    return count < 0 ? [] : [{ what: step > 0 ? 'longer' : 'shorter', span: { ...span, count } }];
  });
}

/** What is due at once may also be due a day later. */
function nudgeSpan(span: Span): readonly { readonly what: string; readonly span: Span }[] {
  return span === 'at-once'
    ? [{ what: 'a day later', span: { unit: 'days', count: 1 } }]
    : nudge(span);
}

/** Makes every small mistake in a clock and looks whether a case beside it notices. */
export function runClockMutants(
  edition: Edition,
  clock: ClockCard,
  waivers: readonly Waiver[] = [],
): MutationReport {
  return judgeMutants(mutateClock(clock), (card) => runClockCases(edition, card), waivers);
}

function mutateClock(clock: ClockCard): readonly Mutated<ClockCard>[] {
  type Step = ClockCard['steps'][number];
  const changed = (place: number, step: Step): ClockCard => ({
    ...clock,
    steps: clock.steps.with(place, step),
  });
  return clock.steps.flatMap((step, place) => {
    const name = step.step;
    const { from = 'previous_step', within, extension } = step;
    const before = clock.steps[place - 1];
    // What is done at once ends on the day it starts: to count from either is the same.
    const same = before?.within === 'at-once' ? (before.from ?? 'previous_step') : undefined;
    const isSame = (start: Start): boolean =>
      (start === 'previous_step' && from === same) || (from === 'previous_step' && start === same);
    return [
      ...nudgeSpan(within).map(({ what, span }) => ({
        name: `${name}: within ${what}`,
        card: changed(place, { ...step, within: span }),
      })),
      ...(extension === undefined ? [] : nudgeSpan(extension)).map(({ what, span }) => ({
        name: `${name}: extension ${what}`,
        card: changed(place, { ...step, extension: span }),
      })),
      ...starts
        .filter((start) => start !== from && !isSame(start))
        .map((start) => ({
          name: `${name}: from ${start}`,
          card: changed(place, { ...step, from: start }),
        })),
    ];
  });
}

/** Makes every small mistake in a dated value and looks whether a case beside it notices. */
export function runValueMutants(
  edition: Edition,
  value: ValueCard,
  waivers: readonly Waiver[] = [],
): MutationReport {
  return judgeMutants(mutateValue(value), (card) => runValueCases(edition, card), waivers);
}

function mutateValue(value: ValueCard): readonly Mutated<ValueCard>[] {
  const changed = (place: number, row: ValueRow): ValueCard => ({
    ...value,
    values: value.values.with(place, row),
  });
  return value.values.flatMap((row, place): readonly Mutated<ValueCard>[] => {
    const name = `row ${place + 1}`;
    const { min, max, publish, from } = row;
    const before = value.values[place - 1];
    return [
      ...(min === undefined ? [] : nudge(min)).map(({ what, span }) => ({
        name: `${name}: min ${what}`,
        card: changed(place, { ...row, min: span }),
      })),
      ...(max === undefined ? [] : nudge(max)).map(({ what, span }) => ({
        name: `${name}: max ${what}`,
        card: changed(place, { ...row, max: span }),
      })),
      ...(publish === undefined
        ? []
        : [{ name: `${name}: shown`, card: changed(place, shown(row)) }]),
      // A card of one row says nothing of the days before; rows that say the same are one.
      ...(value.values.length === 1 || before === undefined || isSame(before, row)
        ? []
        : [-1, 1].map((days) => ({
            name: `${name}: from ${days > 0 ? 'a day later' : 'a day sooner'}`,
            card: changed(place, { ...row, from: addDays(from, days) }),
          }))),
    ];
  });
}

/** Two rows that follow each other and give the same days on different articles. */
function isSame(before: ValueRow, row: ValueRow): boolean {
  const of = ({ min, max, publish, is }: ValueRow) => JSON.stringify([min, max, publish, is]);
  return before.until === undefined && of(before) === of(row);
}

function shown(row: ValueRow): ValueRow {
  const rest = { ...row };
  delete rest.publish;
  return rest;
}
