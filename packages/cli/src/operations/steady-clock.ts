import { instant, type Instant } from '@credence/domain';

/** A clock that cannot be moved under the process that reads it. */
export interface SteadyClock {
  readonly now: () => Instant;
  /** How far the wall clock has jumped away from its own run, in ms; positive: forward. */
  readonly skewMs: () => number;
}

export interface ClockSources {
  /** Milliseconds since 1970 by the wall clock, which people and programs may set. */
  readonly wallMs: () => number;
  /** Milliseconds since the machine started, which nobody sets and which sleep does not stop. */
  readonly runMs: () => number;
}

/**
 * Tells the wall clock's time as long as it runs evenly. A jump of more than `mostMs` is not
 * followed: the time goes on as before, `skewMs` says how far off the wall clock is, and the store
 * stops writing. When the wall clock comes back, so does everything else; a process that was
 * started under a wrong clock has to be started anew once it is right.
 *
 * Small corrections, as a time service makes them, are followed and become the new measure.
 */
export function createSteadyClock(sources: ClockSources, mostMs: number): SteadyClock {
  let offset = sources.wallMs() - sources.runMs();
  let last = sources.wallMs();

  const look = (): { readonly wall: number; readonly skew: number } => {
    const wall = sources.wallMs();
    return { wall, skew: wall - sources.runMs() - offset };
  };

  return {
    now() {
      const { wall, skew } = look();
      const steady = Math.abs(skew) <= mostMs ? wall : wall - skew;
      if (Math.abs(skew) <= mostMs) offset += skew;
      // Even a small correction backwards never makes a later answer older than an earlier one.
      last = Math.max(last, Math.round(steady));
      return instant(last);
    },
    skewMs: () => {
      const { skew } = look();
      return Math.abs(skew) <= mostMs ? 0 : Math.round(skew);
    },
  };
}
