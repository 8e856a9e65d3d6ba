import { Writable } from 'node:stream';

import cliProgress from 'cli-progress';

import { line, type Terminal } from './terminal.ts';

export interface Progress {
  advance(done: number): void;
  end(): void;
}

/** A bar where someone watches, one line at the end where nobody does. */
export function startProgress(terminal: Terminal, label: string, known?: number): Progress {
  if (!terminal.isTty) {
    let last = 0;
    return {
      advance: (done) => (last = done),
      end: () => {
        if (last > 0) line(terminal, `${label}: ${last}`);
      },
    };
  }
  const bar = new cliProgress.SingleBar(
    {
      format: known === undefined ? `${label} {value}` : `${label} [{bar}] {value}/{total}`,
      stream: terminalStream(terminal),
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(known ?? 0, 0);
  return { advance: (done) => bar.update(done), end: () => bar.stop() };
}

/** A bar wants a stream; the terminal may be at the far end of a socket. */
function terminalStream(terminal: Terminal): Writable {
  return new Writable({
    write: (chunk: Buffer | string, _encoding, done) => {
      terminal.err(chunk.toString());
      done();
    },
  });
}
