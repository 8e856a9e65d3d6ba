/**
 * What the database said no to. Details and parameters are left out on purpose: they repeat values,
 * and a message ends in logs.
 */
export class SqlError extends Error {
  /** SQLSTATE, e.g. `23505`. */
  readonly sqlState: string;
  readonly constraint: string | undefined;

  constructor(fault: SqlFault) {
    super(fault.message);
    this.name = 'SqlError';
    this.sqlState = fault.sqlState;
    this.constraint = fault.constraint;
  }
}

/** The same as plain data, for the way between two threads. */
export interface SqlFault {
  readonly sqlState: string;
  readonly message: string;
  readonly constraint?: string | undefined;
}

/** Reads a driver's error; undefined when it is not one of the database itself. */
export function sqlFaultOf(error: unknown): SqlFault | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
  // Five capitals are also what the system's own errors can be: EPIPE is a lost server, not a state.
  if (typeof code !== 'string' || !/^[0-9A-DF-Z][0-9A-Z]{4}$/.test(code)) return undefined;
  return {
    sqlState: code,
    message: error.message,
    constraint: typeof constraint === 'string' ? constraint : undefined,
  };
}

export const sqlStates = {
  uniqueViolation: '23505',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  insufficientPrivilege: '42501',
  lockNotAvailable: '55P03',
} as const;

/** Whether it is an error of the database: any, or one of the states named. */
export function isSqlError(error: unknown, ...states: readonly string[]): error is SqlError {
  return error instanceof SqlError && (states.length === 0 || states.includes(error.sqlState));
}
