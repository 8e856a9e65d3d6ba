/** A thing that has to be right before this process should be sent readers. */
export interface Check {
  readonly name: 'store' | 'migrations' | 'clock' | 'disk' | 'writing';
  readonly state: 'right' | 'wrong';
  /** What is wrong, in words for an operator; never anything about a subject or a setting's value. */
  readonly reason?: string;
}

export interface Readiness {
  readonly checks: readonly Check[];
}

/** Whether nothing is wrong. */
export function isReady({ checks }: Readiness): boolean {
  return checks.every(({ state }) => state === 'right');
}
