import type { MailSettings } from '@credence/exchange';

/** The variables about mail, each checked by itself. */
interface MailVariables {
  readonly CREDENCE_SMTP_HOST?: string | undefined;
  readonly CREDENCE_SMTP_PORT?: number | undefined;
  readonly CREDENCE_SMTP_SECURITY: MailSettings['security'];
  readonly CREDENCE_SMTP_FROM?: string | undefined;
  readonly CREDENCE_SMTP_USER?: string | undefined;
  readonly CREDENCE_SMTP_PASSWORD?: string | undefined;
  readonly CREDENCE_SMTP_LINK?: string | undefined;
}

export type MailSettingsOutcome =
  | { readonly kind: 'settings'; readonly settings?: MailSettings & { readonly link?: string } }
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

/** The ports at which servers listen by custom. */
const customary = { tls: 465, starttls: 587, none: 25 } as const;

/** Mail needs a server and a sender; without encryption it never leaves this machine. */
export function readMailSettings(data: MailVariables): MailSettingsOutcome {
  const {
    CREDENCE_SMTP_HOST: host,
    CREDENCE_SMTP_FROM: from,
    CREDENCE_SMTP_SECURITY: security,
    CREDENCE_SMTP_PORT: port = customary[security],
    CREDENCE_SMTP_USER: user,
    CREDENCE_SMTP_PASSWORD: password,
    CREDENCE_SMTP_LINK: link,
  } = data;
  if (host === undefined && from === undefined) return { kind: 'settings' };
  if (host === undefined || from === undefined) {
    const missing = host === undefined ? 'CREDENCE_SMTP_HOST' : 'CREDENCE_SMTP_FROM';
    return refuse(`${missing} is missing: mail needs a server and a sender`);
  }
  if (security === 'none' && !/^(localhost|127\.0\.0\.1|::1)$/.test(host)) {
    return refuse('CREDENCE_SMTP_SECURITY is "none": accepted only for a server on this machine');
  }
  if ((user === undefined) !== (password === undefined)) {
    return refuse('CREDENCE_SMTP_USER and CREDENCE_SMTP_PASSWORD: both or neither');
  }
  return {
    kind: 'settings',
    settings: {
      ...{ host, port, security, from },
      ...(user === undefined ? {} : { user }),
      ...(password === undefined ? {} : { password }),
      ...(link === undefined ? {} : { link }),
    },
  };
}

function refuse(fault: string): MailSettingsOutcome {
  return { kind: 'refused', faults: [fault] };
}
