import type { Watch } from '../connection/transaction.ts';
import { StoreError } from '../store-error.ts';
import type { OnStoreEvent } from './store-event.ts';
import type { WriteGate } from './write-gate.ts';

/** Says once that the database has gone and once that it is back, however many requests found out. */
export function watchStore(
  gate: WriteGate,
  options: { readonly clock: () => number; readonly onEvent?: OnStoreEvent },
): Watch {
  const { clock, onEvent = () => undefined } = options;
  let lostAt: number | undefined;
  return {
    succeeded() {
      if (lostAt === undefined) return;
      onEvent({ kind: 'store-back', afterMs: Math.max(0, clock() - lostAt) });
      lostAt = undefined;
    },
    failed(error) {
      if (error instanceof StoreError && error.code === 'store-unavailable') {
        if (lostAt === undefined) onEvent({ kind: 'store-lost', reason: causeOf(error) });
        lostAt ??= clock();
        return error;
      }
      return gate.note(error);
    },
  };
}

/** A code of the system or the driver, e.g. `ECONNREFUSED`; messages may repeat values. */
function causeOf({ cause }: StoreError): string {
  if (typeof cause !== 'object' || cause === null) return 'no answer';
  if ('code' in cause && typeof cause.code === 'string') return cause.code.slice(0, 20);
  return 'no answer';
}
