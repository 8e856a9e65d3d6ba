import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How far the event loop lags behind what it was asked to do, lately. */
export interface EventLoop {
  /** Longest delay of the last second, in milliseconds. */
  lagMs(): number;
  stop(): void;
}

const windowMs = 1_000;

/** Watches the event loop of this process; costs one timer a second. */
export function watchEventLoop(): EventLoop {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let last = 0;
  const timer = setInterval(() => {
    last = delay.max;
    delay.reset();
  }, windowMs);
  timer.unref();
  return {
    // The histogram counts nanoseconds; its own sampling step is no lag.
    lagMs: () => Math.max(0, Math.max(last, delay.max) / 1e6 - 20),
    stop: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}
