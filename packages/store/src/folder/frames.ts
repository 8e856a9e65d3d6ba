/** What one `credence` command hands to the process that has the data folder open. */
export interface CommandRequest {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly columns: number;
  readonly isTTY: boolean;
}

/** What comes back, one JSON object a line; bytes in base64, so that no character is cut in two. */
export type AnswerFrame =
  | { readonly kind: 'stdout' | 'stderr'; readonly bytes: string }
  | { readonly kind: 'exit'; readonly code: number };

/** Cuts a stream of bytes into its lines of JSON and parses them one by one. */
export function createFrameReader(onFrame: (frame: unknown) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const line = rest.subarray(0, end).toString('utf8');
      rest = rest.subarray(end + 1);
      onFrame(JSON.parse(line));
    }
  };
}

/** A request as it must be; undefined for anything else that came in by the socket. */
export function parseRequest(frame: unknown): CommandRequest | undefined {
  const { argv, cwd, columns, isTTY } = (frame ?? {}) as Partial<Record<string, unknown>>;
  const words = Array.isArray(argv) ? argv.filter((word) => typeof word === 'string') : undefined;
  if (words === undefined || typeof cwd !== 'string') return undefined;
  if (typeof columns !== 'number' || typeof isTTY !== 'boolean') return undefined;
  return { argv: words, cwd, columns, isTTY };
}

/** @see parseRequest */
export function parseAnswer(frame: unknown): AnswerFrame | undefined {
  const { kind, bytes, code } = (frame ?? {}) as Partial<Record<string, unknown>>;
  if ((kind === 'stdout' || kind === 'stderr') && typeof bytes === 'string') return { kind, bytes };
  return kind === 'exit' && typeof code === 'number' ? { kind, code } : undefined;
}

export function frameText(frame: CommandRequest | AnswerFrame): string {
  return `${JSON.stringify(frame)}\n`;
}
