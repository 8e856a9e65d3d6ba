import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Writable } from 'node:stream';

import { StoreError } from '../store-error.ts';
import { createFrameReader, frameText, parseRequest, type CommandRequest } from './frames.ts';
import { listOwners, runFolder, self, writeOwnerFile } from './owner-file.ts';

/** The path of a socket may have no more bytes than this on the narrowest system we run on. */
const LONGEST_SOCKET_PATH = 103;
const LONGEST_REQUEST = 1_000_000;

/** A command from another process, to be run here as if it had been started there. */
export interface ReceivedCommand extends CommandRequest {
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Aborted when the asking process has gone; what it asked for is no longer watched. */
  readonly signal: AbortSignal;
}

export interface CommandListener {
  readonly socket: string;
  close(): Promise<void>;
}

/**
 * Listens in a data folder that this process has open. The socket lies in a folder that only this
 * user may enter, so whoever can ask could open the database as well.
 */
export async function listenForCommands(
  folder: string,
  handler: (command: ReceivedCommand) => Promise<number>,
): Promise<CommandListener> {
  const me = self();
  const owner = listOwners(folder).find(({ pid, host }) => pid === me.pid && host === me.host);
  if (owner === undefined) {
    throw new StoreError('owner-lost', `"${folder}" is not open in this process; open it first.`);
  }
  const { path, remove } = socketPath(folder);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, handler);
  });
  await listening(server, path);
  writeOwnerFile(folder, { ...owner, state: 'open', socket: path });
  return {
    socket: path,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          remove();
          done();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function socketPath(folder: string): { readonly path: string; readonly remove: () => void } {
  if (process.platform === 'win32') {
    const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32);
    return { path: `\\\\.\\pipe\\credence-${name}`, remove: () => undefined };
  }
  const near = join(resolve(runFolder(folder)), `commands-${process.pid}.sock`);
  if (Buffer.byteLength(near) <= LONGEST_SOCKET_PATH) {
    // Left behind by a killed process that had the same number.
    rmSync(near, { force: true });
    return { path: near, remove: () => rmSync(near, { force: true }) };
  }
  const short = mkdtempSync(join(tmpdir(), 'credence-'));
  const path = join(short, 'commands.sock');
  return { path, remove: () => rmSync(dirname(path), { recursive: true, force: true }) };
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(path, () => {
      server.off('error', failed);
      if (process.platform !== 'win32') chmodSync(path, 0o600);
      done();
    });
  });
}

function serve(socket: Socket, handler: (command: ReceivedCommand) => Promise<number>): void {
  const gone = new AbortController();
  let asked = false;
  // A client that vanishes mid-sentence is no fault of the server's.
  socket.on('error', () => socket.destroy());
  socket.on('close', () => gone.abort());
  const read = createFrameReader((received) => {
    const request = parseRequest(received);
    if (request === undefined) socket.destroy();
    if (asked || request === undefined) return;
    asked = true;
    void answer(socket, { ...request, signal: gone.signal }, handler);
  });
  let received = 0;
  socket.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > LONGEST_REQUEST) socket.destroy();
    else {
      try {
        read(chunk);
      } catch {
        socket.destroy();
      }
    }
  });
}

async function answer(
  socket: Socket,
  request: CommandRequest & { readonly signal: AbortSignal },
  handler: (command: ReceivedCommand) => Promise<number>,
): Promise<void> {
  const streams = { stdout: outlet(socket, 'stdout'), stderr: outlet(socket, 'stderr') };
  let code: number;
  try {
    code = await handler({ ...request, ...streams });
  } catch (error) {
    streams.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    code = 3;
  }
  await Promise.all([ended(streams.stdout), ended(streams.stderr)]);
  if (!socket.destroyed) socket.end(frameText({ kind: 'exit', code }));
}

/** A stream whose bytes go to the client as fast as it reads, and nowhere once it has gone. */
function outlet(socket: Socket, kind: 'stdout' | 'stderr'): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (socket.destroyed) {
        done();
        return;
      }
      const more = socket.write(frameText({ kind, bytes: chunk.toString('base64') }));
      if (more) {
        done();
        return;
      }
      const go = (): void => {
        socket.off('drain', go);
        socket.off('close', go);
        done();
      };
      socket.on('drain', go);
      socket.on('close', go);
    },
  });
}

function ended(stream: Writable): Promise<void> {
  return new Promise((done) => stream.end(() => done()));
}
