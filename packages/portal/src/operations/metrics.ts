import { Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Admission } from './admission.ts';
import type { EventLoop } from './event-loop.ts';
import type { RequestLine } from './request-line.ts';

/** What the store says about itself, asked when the figures are read. */
export interface StoreFigures {
  /** Last position of the journal. */
  readonly position: number;
  /** Due rows of days before today. */
  readonly dueOverdue: number;
  readonly pool: { readonly open: number; readonly idle: number; readonly waiting: number };
}

export interface MetricsParts {
  readonly admission?: Admission;
  readonly eventLoop?: EventLoop;
  readonly store?: () => Promise<StoreFigures>;
}

export interface Metrics {
  /** A request has come; the answer is called when it has been dealt with. */
  entered(): () => void;
  answered(line: RequestLine): void;
  shed(lane: string): void;
  /** Someone was refused what he may not do. */
  denied(operation: string): void;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Upper bounds of the durations, in seconds: 1 s is what R19 allows a reserved answer. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The figures of one process, kept in a registry of its own so that tests do not share any. */
export function createMetrics(parts: MetricsParts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({
    ...named('credence_requests_total', 'Answers by method, route and status'),
    labelNames,
    registers,
  });
  const seconds = new Histogram({
    ...named('credence_request_seconds', 'Time to an answer, by route'),
    labelNames: ['route'] as const,
    buckets: durations,
    registers,
  });
  const inFlight = new Gauge({
    ...named('credence_requests_in_flight', 'Requests being answered now'),
    registers,
  });
  const shed = new Counter({
    ...named('credence_requests_shed_total', 'Requests refused because of the load, by lane'),
    labelNames: ['lane'] as const,
    registers,
  });
  const denied = new Counter({
    ...named('credence_access_denied_total', 'Refusals by the policies, by operation'),
    labelNames: ['operation'] as const,
    registers,
  });
  const refresh = stateGauges(parts, registers);
  return {
    contentType: registry.contentType,
    entered() {
      inFlight.inc();
      return () => {
        inFlight.dec();
      };
    },
    answered({ method, route, status, ms }) {
      requests.inc({ method, route, status });
      seconds.observe({ route }, ms / 1000);
    },
    shed: (lane) => {
      shed.inc({ lane });
    },
    denied: (operation) => {
      denied.inc({ operation });
    },
    async text() {
      await refresh();
      return registry.metrics();
    },
  };
}

/** Figures that are read when someone asks; the answer is called before they are written. */
function stateGauges(
  { admission, eventLoop, store }: MetricsParts,
  registers: Registry[],
): () => Promise<void> {
  if (admission !== undefined) {
    new Gauge({
      ...named('credence_lane_in_flight', 'Requests being answered now, by lane'),
      labelNames: ['lane'] as const,
      registers,
      collect() {
        for (const [lane, count] of Object.entries(admission.inFlight())) this.set({ lane }, count);
      },
    });
  }
  if (eventLoop !== undefined) {
    new Gauge({
      ...named('credence_event_loop_lag_seconds', 'Longest delay of the last second'),
      registers,
      collect() {
        this.set(eventLoop.lagMs() / 1000);
      },
    });
  }
  return store === undefined ? () => Promise.resolve() : storeGauges(store, registers);
}

/** A store that does not answer leaves its figures out. */
function storeGauges(
  store: () => Promise<StoreFigures>,
  registers: Registry[],
): () => Promise<void> {
  const position = new Gauge({
    ...named('credence_journal_position', 'Last position of the journal'),
    registers,
  });
  const overdue = new Gauge({
    ...named('credence_due_overdue', 'Due rows of days before today'),
    registers,
  });
  const pool = new Gauge({
    ...named('credence_store_pool', 'Connections to the store, by state'),
    labelNames: ['state'] as const,
    registers,
  });
  const up = new Gauge({
    ...named('credence_store_up', '1 while the store answers'),
    registers,
  });
  return async () => {
    try {
      const figures = await store();
      position.set(figures.position);
      overdue.set(figures.dueOverdue);
      for (const [state, count] of Object.entries(figures.pool)) pool.set({ state }, count);
      up.set(1);
    } catch {
      for (const gauge of [position, overdue, pool]) gauge.reset();
      up.set(0);
    }
  };
}

function named(name: string, help: string): { readonly name: string; readonly help: string } {
  return { name, help };
}
