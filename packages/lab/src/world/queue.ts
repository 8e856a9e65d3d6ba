import type { WorldWhole } from './world-kinds.ts';

/** A queue on a ring of shared memory: who waits longest comes first. */
export interface Queue {
  readonly join: (agent: number) => void;
  /** The next, or -1 when nobody waits. */
  readonly take: () => number;
  readonly size: () => number;
}

/** The queue of a field, whose head and size stand in `queueState` at two places. */
export function openQueue(
  { fields, agents }: WorldWhole,
  name: 'disputeQueue' | 'repairQueue',
  { head, size }: { readonly head: number; readonly size: number },
): Queue {
  const { [name]: ring, queueState } = fields;
  return {
    join(agent) {
      const end = ((queueState[head] ?? 0) + (queueState[size] ?? 0)) % agents;
      ring[end] = agent;
      queueState[size] = (queueState[size] ?? 0) + 1;
    },
    take() {
      if (queueState[size] === 0) return -1;
      const first = queueState[head] ?? 0;
      queueState[head] = (first + 1) % agents;
      queueState[size] = (queueState[size] ?? 1) - 1;
      return ring[first] ?? -1;
    },
    size: () => queueState[size] ?? 0,
  };
}

/** Cases that so many per 10,000 subjects allow in this month; parts of a case are carried over. */
export function capacityOf({ agents, month }: WorldWhole, perTenThousand: number): number {
  const monthly = (perTenThousand * agents) / 10_000;
  return Math.floor((month + 1) * monthly) - Math.floor(month * monthly);
}
