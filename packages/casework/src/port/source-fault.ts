import type { SourceFault } from './reader.ts';

/** Whether an error is bad input met while rows were read, and not a defect. */
export function isSourceFault(error: unknown): error is SourceFault {
  return error instanceof Error && error.name === 'SourceFault' && 'trouble' in error;
}
