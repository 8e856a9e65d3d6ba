import { createConnection, type Socket } from 'node:net';
import type { Writable } from 'node:stream';

import { StoreError } from '../store-error.ts';
import { createFrameReader, frameText, parseAnswer, type CommandRequest } from './frames.ts';
import { listOwners } from './owner-file.ts';

export type AskOutcome =
  | { readonly kind: 'answered'; readonly exitCode: number }
  /** Nobody has the folder open; the command may open it itself. */
  | { readonly kind: 'no-owner' }
  /** A process has it open that takes no commands, e.g. an import that runs by itself. */
  | { readonly kind: 'not-listening'; readonly pid: number };

/**
 * Hands a command to the process that has the data folder open, and its output to the streams.
 *
 * @throws StoreError `owner-lost` when that process ends before the command does
 */
export async function askOwner(
  folder: string,
  request: CommandRequest,
  streams: { readonly stdout: Writable; readonly stderr: Writable },
): Promise<AskOutcome> {
  const owner = listOwners(folder).find(({ state }) => state === 'open');
  if (owner === undefined) return { kind: 'no-owner' };
  if (owner.socket === undefined) return { kind: 'not-listening', pid: owner.pid };
  const socket = await connect(owner.socket);
  if (socket === undefined) return { kind: 'not-listening', pid: owner.pid };
  return { kind: 'answered', exitCode: await converse(socket, request, streams) };
}

function connect(path: string): Promise<Socket | undefined> {
  return new Promise((done) => {
    const socket = createConnection(path);
    socket.once('error', () => done(undefined));
    socket.once('connect', () => done(socket));
  });
}

function converse(
  socket: Socket,
  request: CommandRequest,
  streams: { readonly stdout: Writable; readonly stderr: Writable },
): Promise<number> {
  return new Promise((done, failed) => {
    let code: number | undefined;
    const read = createFrameReader((received) => {
      const frame = parseAnswer(received);
      if (frame === undefined) socket.destroy();
      else if (frame.kind === 'exit') code = frame.code;
      else write(socket, streams[frame.kind], Buffer.from(frame.bytes, 'base64'));
    });
    socket.on('data', read);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (code !== undefined) done(code);
      else {
        failed(
          new StoreError(
            'owner-lost',
            'The process that has the data folder open ended before the command did. ' +
              'What the command had recorded until then is kept; run it again.',
          ),
        );
      }
    });
    socket.write(frameText(request));
  });
}

/** Reads no further from the owner than the reader of this output can take. */
function write(socket: Socket, stream: Writable, bytes: Buffer): void {
  // Several frames come in one piece: the first that is too much waits for all of them.
  if (stream.write(bytes) || socket.isPaused()) return;
  socket.pause();
  stream.once('drain', () => socket.resume());
}
