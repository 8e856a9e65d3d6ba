import { Writable } from 'node:stream';

import cliProgress from 'cli-progress';

import type { LabTerminal } from './terminal.ts';

export interface Progress {
  readonly advance: (done: number, planned: number) => void;
  readonly end: () => void;
}

/** A bar where someone watches, one line at the end where nobody does: as of the `credence` command. */
export function startProgress(terminal: LabTerminal, label: string): Progress {
  if (terminal.isTty !== true) {
    let last = 0;
    return {
      advance: (done) => (last = done),
      end: () => {
        if (last > 0) terminal.err(`${label}: ${String(last)}\n`);
      },
    };
  }
  const stream = new Writable({
    write: (chunk: Buffer | string, _encoding, done) => {
      terminal.err(chunk.toString());
      done();
    },
  });
  const bar = new cliProgress.SingleBar(
    { format: `${label} [{bar}] {value}/{total}`, stream, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(0, 0);
  return {
    advance: (done, planned) => {
      bar.setTotal(planned);
      bar.update(done);
    },
    end: () => bar.stop(),
  };
}
