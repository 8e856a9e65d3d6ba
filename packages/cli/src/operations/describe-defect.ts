/** What of an error may be written down. */
export interface DefectLine {
  readonly name: string;
  /** A code of the closed lists, or of the system, e.g. `payload-unreadable`, `ECONNRESET`. */
  readonly code?: string;
  readonly sqlState?: string;
  /** Where it happened: functions, files and lines. */
  readonly frames: readonly string[];
  readonly cause?: DefectLine;
}

const mostFrames = 12;
const mostCauses = 3;

/**
 * An error without its message. Messages repeat what was wrong with a value, and the value may be
 * somebody's name; where it happened says enough to find the defect.
 */
export function describeDefect(error: unknown, depth = 0): DefectLine {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code = textOf(error, 'code');
  const sqlState = textOf(error, 'sqlState');
  const { cause } = error;
  return {
    name: error.name.slice(0, 60),
    ...(code === undefined ? {} : { code }),
    ...(sqlState === undefined ? {} : { sqlState }),
    frames: framesOf(error),
    ...(cause === undefined || depth === mostCauses
      ? {}
      : { cause: describeDefect(cause, depth + 1) }),
  };
}

/** Codes are short words of programs; anything else is not written down. */
function textOf(error: Error, field: string): string | undefined {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(value) ? value : undefined;
}

function framesOf({ stack = '', message }: Error): readonly string[] {
  // A stack begins with the message, and a message may look like a place.
  const after = stack.indexOf(message);
  return (after === -1 ? '' : stack.slice(after + message.length))
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && /:\d+:\d+\)?$/.test(line))
    .slice(0, mostFrames)
    .map((line) =>
      line
        .trim()
        .replace(/^at /, '')
        .replace(/file:\/\//g, ''),
    );
}
