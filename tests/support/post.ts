import { SMTPServer } from 'smtp-server';

/** A mail server on this machine that takes everything; `onTaken` before it says that it has. */
export function openPost(onTaken: () => void = () => undefined) {
  const taken: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, logger: false, disabledCommands: ['STARTTLS'] },
    onData: (stream, _, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString('utf8'));
        onTaken();
        done();
      });
    },
  });
  return {
    taken,
    listen: () =>
      new Promise<number>((ready) => {
        server.listen(0, '127.0.0.1', () => {
          const address = server.server.address();
          ready(address === null || typeof address === 'string' ? 0 : address.port);
        });
      }),
    close: () =>
      new Promise<void>((done) => {
        server.close(done);
      }),
  };
}
