import type { Mail } from '@credence/casework';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';

import { openCarrier, type MailSettings } from './open-carrier.ts';

interface Received {
  readonly to: readonly string[];
  readonly text: string;
  readonly encrypted: boolean;
}

interface Post {
  readonly port: number;
  readonly received: Received[];
}

const running: SMTPServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    await new Promise<void>((done) => {
      server.close(done);
    });
  }
});

/** A real server on a port of its own, which keeps what it takes. */
async function openPost(options: SMTPServerOptions = {}): Promise<Post> {
  const received: Received[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, logger: false },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const text = Buffer.concat(chunks).toString('utf8');
        received.push({ to, text, encrypted: session.secure });
        done();
      });
    },
    ...options,
  });
  // What goes wrong in a connection is what these tests bring about.
  server.on('error', () => undefined);
  running.push(server);
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens nowhere.');
  return { port: address.port, received };
}

const plain = (port: number): MailSettings => ({
  ...{ host: '127.0.0.1', port, security: 'none', from: 'register@example.org' },
});
const mail: Mail = {
  ...{ id: '0190-1', to: 'office@firm.example' },
  ...{ subject: '有一份文书待查收', text: '请查收。\n' },
};
/** An answer of the server to a recipient. */
function answering(code: number, text: string): SMTPServerOptions {
  return {
    onRcptTo: (_, __, done) => {
      done(Object.assign(new Error(text), { responseCode: code }));
    },
  };
}

describe('mail over SMTP', () => {
  it('is delivered to one mailbox, under the id of its message', async () => {
    const { port, received } = await openPost();
    expect(await openCarrier(plain(port)).deliver(mail)).toEqual({ kind: 'delivered' });
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['office@firm.example']);
    expect(received[0]?.text).toMatch(/^Message-ID: <0190-1@example\.org>\r$/m);
    expect(received[0]?.text).toContain('Auto-Submitted: auto-generated');
  });

  it('is refused for good where there is no such mailbox, and the reason names nobody', async () => {
    const { port } = await openPost(answering(550, 'no office@firm.example here'));
    expect(await openCarrier(plain(port)).deliver(mail)).toEqual({
      ...{ kind: 'refused', because: 'EENVELOPE 550' },
    });
  });

  it('waits where the server asks for patience, and arrives the next time', async () => {
    let asked = 0;
    const { port, received } = await openPost({
      onRcptTo: (_, __, done) => {
        asked += 1;
        done(asked === 1 ? Object.assign(new Error('greylisted'), { responseCode: 450 }) : null);
      },
    });
    const carrier = openCarrier(plain(port));
    expect(await carrier.deliver(mail)).toEqual({ kind: 'later', because: 'EENVELOPE 450' });
    expect(await carrier.deliver(mail)).toEqual({ kind: 'delivered' });
    expect(received).toHaveLength(1);
  });

  it('waits where no server is', async () => {
    const { port } = await openPost();
    await new Promise<void>((done) => {
      running.pop()?.close(done);
    });
    expect(await openCarrier(plain(port)).deliver(mail)).toEqual({
      ...{ kind: 'later', because: 'ESOCKET' },
    });
  });

  it('never leaves in clear where encryption is asked for, nor to a stranger’s certificate', async () => {
    const bare = await openPost({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    const strange = await openPost();
    for (const { port, received } of [bare, strange]) {
      const outcome = await openCarrier({ ...plain(port), security: 'starttls' }).deliver(mail);
      expect(outcome.kind).toBe('later');
      expect(received).toEqual([]);
    }
  });

  it('waits where the password is wrong', async () => {
    const { port, received } = await openPost({
      ...{ authOptional: false, allowInsecureAuth: true },
      onAuth: (_, __, done) => {
        done(new Error('no'));
      },
    });
    const settings = { ...plain(port), user: 'register', password: 'wrong' };
    const outcome = await openCarrier(settings).deliver(mail);
    expect(outcome).toEqual({ kind: 'later', because: 'EAUTH 535' });
    expect(received).toEqual([]);
  });

  it('has no second recipient by a trick in the first', async () => {
    const { port, received } = await openPost();
    const carrier = openCarrier(plain(port));
    for (const to of ['a@b.example, c@d.example', 'a@b.example\r\nRCPT TO:<c@d.example>']) {
      await carrier.deliver({ ...mail, to });
    }
    for (const each of received) expect(each.to).toHaveLength(1);
    expect(received.flatMap(({ to }) => to)).not.toContain('c@d.example');
  });
});
