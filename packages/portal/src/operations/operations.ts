import type { Admission } from './admission.ts';
import type { Metrics } from './metrics.ts';
import type { Readiness } from './readiness.ts';
import type { RequestLine } from './request-line.ts';

/** What whoever runs the register sees of it; each part may be left out, as tests do. */
export interface Operations {
  readonly newRequestId?: () => string;
  readonly onAnswer?: (line: RequestLine) => void;
  readonly metrics?: Metrics;
  /** Whoever has it may read `/metrics` from anywhere; without it only this machine may. */
  readonly metricsToken?: string;
  readonly readiness?: () => Promise<Readiness>;
  readonly admission?: Admission;
}
