import type { MailCarrier, MailOutcome } from '@credence/casework';
import type { Transporter } from 'nodemailer';

/** How mail leaves the house. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` or nothing sent, `none` on this machine itself only. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly from: string;
  readonly user?: string;
  readonly password?: string;
  /** Certificates of a house of its own, PEM; absent: those the system trusts. */
  readonly authorities?: string;
}

/** A server that says nothing for so long is treated as down. */
const silenceMs = 15_000;

/** Hands mail to one server. Nothing is connected, or loaded, before the first mail. */
export function openCarrier(settings: MailSettings): MailCarrier {
  let made: Promise<Transporter> | undefined;
  return {
    deliver: async ({ id, to, subject, text }) => {
      made ??= connect(settings);
      const transport = await made;
      const { from } = settings;
      try {
        await transport.sendMail({
          // One mailbox, whatever characters it has: never a list, a group or a name beside it.
          ...{ from, to: { name: '', address: to }, subject, text },
          messageId: `<${id}@${domainOf(from)}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { kind: 'delivered' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

async function connect(settings: MailSettings): Promise<Transporter> {
  const { host, port, security, user, password, authorities } = settings;
  const { createTransport } = await import('nodemailer');
  return createTransport({
    ...{ host, port },
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2', ...(authorities === undefined ? {} : { ca: authorities }) },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    logger: false,
  });
}

function domainOf(address: string): string {
  return /@([^\s@>]+)>?$/.exec(address)?.[1] ?? 'credence.invalid';
}

/** Codes under which the letter itself is at fault; the answer's own number says more than they do. */
const forGood: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

/**
 * What an error means for the mail. A number of the five hundreds about sender, recipient or content is
 * for good; everything else (greylisting, a server that is down, a wrong password that somebody will
 * mend) is tried again. The text of an answer may repeat the address, so only its number is kept.
 */
function outcomeOf(error: unknown): MailOutcome {
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // Without a code it is no answer of a server, but a mistake of ours.
  if (code === undefined) throw error;
  const answered = 'responseCode' in error ? error.responseCode : undefined;
  const because = typeof answered === 'number' ? `${code} ${String(answered)}` : code;
  const never = typeof answered === 'number' ? answered >= 500 : true;
  return { kind: forGood.has(code) && never ? 'refused' : 'later', because };
}
