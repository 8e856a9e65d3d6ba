import { defineModel } from '../../engine/define-model.ts';
import { linkOf } from '../../world/links.ts';
import { FACTOR_MOST, START } from './rating-program.ts';

const factorNames = ['history', 'behaviour', 'capacity', 'identity'] as const;

/**
 * Persons with four factors of their own, and one made of what their friends were rated last month:
 * friends = mean of (rating - 350), at most 600. Two groups, one of which starts `gap` lower in every
 * factor, live in blocks; a share `near` of links goes to those who live next (`links.ts`). In each month
 * a few do something that moves their own history; everybody is then rated by the scale.
 *
 * With a share s for friends, and h of the links inside one's own group beyond chance, the gap of
 * ratings settles at G = (1 - s) D / (1 - s h) for a gap D of own factors: at equal own conduct the
 * worse-off group is rated s h G lower. With s = 0 nobody's rating moves without an own act.
 */
export const ratingsModel = defineModel({
  name: 'ratings',
  at: { module: import.meta.url, name: 'ratingsModel' },
  parameters: {
    near: 0.7,
    links: 6,
    /** Persons in a block of one group. */
    block: 400,
    gap: 100,
    mean: 275,
    spread: 150,
    /** Chance in a month of an own act, and how far it moves the history. */
    acts: 0.02,
    step: 200,
  },
  columns: {
    ...{ history: 'u16', behaviour: 'u16', capacity: 'u16', identity: 'u16', friends: 'u16' },
    ...{ total: 'u16', band: 'u16', before: 'u16' },
    ...{ low: 'bit', acted: 'bit' },
    /** Months in which the band fell, or rose, without an own act. */
    ...{ fell: 'u16', rose: 'u16' },
  },
  draws: { history: 1, behaviour: 2, capacity: 3, identity: 4, act: 5, way: 6 },
  observers: { changed: 'count', fell: 'count', own: 'count', gap: 'sum', friendsGap: 'sum' },
  processes: [
    {
      name: 'begin',
      when: 'start',
      over: 'agents',
      draws: factorNames,
      run({ first, count, columns, draws, parameters }) {
        const { block, gap, mean, spread } = parameters;
        for (let i = 0; i < count; i += 1) {
          const isLow = Math.floor((first + i) / block) % 2 === 1;
          columns.low.set(i, isLow);
          const middle = mean - (isLow ? gap / 2 : -gap / 2);
          for (const name of factorNames) {
            const factor = middle + spread * (2 * (draws[name][i] ?? 0) - 1);
            columns[name][i] = Math.round(Math.min(FACTOR_MOST, Math.max(0, factor)));
          }
          columns.friends[i] = Math.round(middle);
        }
      },
    },
    {
      name: 'settle',
      when: 'start',
      over: 'everyone',
      run(whole) {
        // Until ratings are what friends' ratings make of them: what moves later has a cause.
        for (let round = 0; round < SETTLING; round += 1) {
          whole.programs['rate']?.(0, whole.columns);
          befriend(whole);
        }
        whole.programs['rate']?.(0, whole.columns);
      },
    },
    {
      name: 'act',
      when: 'month',
      over: 'agents',
      draws: ['act', 'way'],
      run({ count, columns, draws, parameters }) {
        for (let i = 0; i < count; i += 1) {
          columns.before[i] = columns.band[i] ?? 0;
          const acts = (draws.act[i] ?? 0) < parameters.acts;
          columns.acted.set(i, acts);
          if (!acts) continue;
          const way = (draws.way[i] ?? 0) < 0.5 ? -1 : 1;
          const history = (columns.history[i] ?? 0) + way * parameters.step;
          columns.history[i] = Math.min(FACTOR_MOST, Math.max(0, history));
        }
      },
    },
    {
      name: 'rate',
      when: 'month',
      over: 'everyone',
      run(whole) {
        const { columns, month, programs, sums } = whole;
        befriend(whole);
        programs['rate']?.(month, columns);
        const totals = { low: 0, high: 0, lowFriends: 0, highFriends: 0, lows: 0 };
        for (let i = 0; i < whole.count; i += 1) {
          const [before, band] = [columns.before[i] ?? 0, columns.band[i] ?? 0];
          if (columns.acted.get(i) === 1) sums.own += 1;
          else if (band !== before) {
            sums.changed += 1;
            if (band > before) sums.fell += 1;
            const moved = band > before ? columns.fell : columns.rose;
            moved[i] = (moved[i] ?? 0) + 1;
          }
          const [total, friends] = [columns.total[i] ?? 0, columns.friends[i] ?? 0];
          if (columns.low.get(i) === 1) {
            totals.low += total;
            totals.lowFriends += friends;
            totals.lows += 1;
          } else {
            totals.high += total;
            totals.highFriends += friends;
          }
        }
        const highs = Math.max(1, whole.count - totals.lows);
        const lows = Math.max(1, totals.lows);
        sums.gap += totals.high / highs - totals.low / lows;
        sums.friendsGap += totals.highFriends / highs - totals.lowFriends / lows;
      },
    },
  ],
});

/** Rounds after which ratings no longer change: each is a share of the one before. */
const SETTLING = 12;

interface Everyone {
  readonly count: number;
  readonly agents: number;
  readonly parameters: { readonly near: number; readonly links: number };
  readonly columns: { readonly total: Uint16Array; readonly friends: Uint16Array };
}

/** What friends were rated last, as a factor. */
function befriend({ count, agents, parameters, columns }: Everyone): void {
  const { links } = parameters;
  for (let i = 0; i < count; i += 1) {
    let sum = 0;
    for (let n = 0; n < links; n += 1) {
      sum += Math.max(0, (columns.total[linkOf({ agents, parameters }, i, n)] ?? 0) - START);
    }
    columns.friends[i] = Math.min(FACTOR_MOST, Math.round(sum / links));
  }
}
