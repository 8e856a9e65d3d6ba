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
export function createFrameReader<Frame>(onFrame: (frame: Frame) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const line = rest.subarray(0, end).toString('utf8');
      rest = rest.subarray(end + 1);
      onFrame(JSON.parse(line) as Frame);
    }
  };
}

export function frameText(frame: CommandRequest | AnswerFrame): string {
  return `${JSON.stringify(frame)}\n`;
}
