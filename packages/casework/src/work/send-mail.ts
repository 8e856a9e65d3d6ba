import { civilDayAt, instant, type Instant } from '@credence/domain';

import { consentOn, foldConsents } from '../case/service/consent.ts';
import { serviceConsentStream } from '../entry/service-consent-payload.ts';
import type { Journal } from '../port/journal.ts';
import type { Mail, MailCarrier, Outbox, WaitingMessage } from '../port/outbox.ts';

/** Topic of messages that say that a paper waits. */
export const paperWaits = 'paper-waits';

/** Operator settings: a first retry after a minute, doubled each time, twelve hours at most. */
const firstPauseMs = 60_000;
const longestPauseMs = 12 * 3_600_000;
/** About three days of attempts, as mail servers themselves keep at it. */
const attemptsMost = 14;
/** Taken on in one read. */
const perStep = 50;

export interface MailParts {
  readonly outbox: Outbox;
  readonly journal: Pick<Journal, 'entriesOf'>;
  readonly carrier: MailCarrier;
  readonly clock: () => Instant;
  /** Zone in which a consent has its days. */
  readonly zone: string;
  /** Where the inbox is opened; absent: the register is named alone. */
  readonly link?: string;
}

/** What a run has done with the mail that waited. */
export interface MailReport {
  readonly sent: number;
  readonly later: number;
  /** Given up: the server will never take it, or it was tried too often. */
  readonly failed: number;
  /** Consent was taken back meanwhile. */
  readonly dropped: number;
}

/**
 * Hands over the mail that waits. A mail is marked only after it was taken, so that a run that is
 * broken off sends it again, under the same id; it says that a paper waits, and nothing of it.
 */
export async function sendMail(parts: MailParts): Promise<MailReport> {
  const report = { sent: 0, later: 0, failed: 0, dropped: 0 };
  // Whatever is put off below has its next moment after this one, so the loop comes to an end.
  const now = parts.clock();
  for (;;) {
    const due = await parts.outbox.listDue(paperWaits, now, perStep);
    if (due.length === 0) return report;
    for (const message of due) report[await handOver(parts, message, now)] += 1;
  }
}

async function handOver(
  parts: MailParts,
  message: WaitingMessage,
  now: Instant,
): Promise<keyof MailReport> {
  const { outbox, journal, carrier, zone } = parts;
  const entries = await journal.entriesOf(message.home, { stream: serviceConsentStream });
  const to = consentOn(foldConsents(entries), civilDayAt(now, zone))?.mail;
  if (to === undefined) {
    await outbox.remove(message);
    return 'dropped';
  }
  const outcome = await carrier.deliver(mailOf(message.id, to, parts.link));
  if (outcome.kind === 'delivered') {
    await outbox.remove(message);
    return 'sent';
  }
  const { because } = outcome;
  const tried = message.attempts + 1;
  if (outcome.kind === 'refused' || tried >= attemptsMost) {
    await outbox.postpone(message, { because });
    return 'failed';
  }
  const pause = Math.min(firstPauseMs * 2 ** message.attempts, longestPauseMs);
  await outbox.postpone(message, { until: instant(now + pause), because });
  return 'later';
}

/** Nothing in it is adverse, or names anybody: a mail may be read by others. */
function mailOf(id: string, to: string, link: string | undefined): Mail {
  const zh =
    link === undefined ? '请登录公共信用登记，在收件箱中查收。' : `请在收件箱中查收：${link}`;
  const en =
    link === undefined
      ? 'Please sign in to the register and open your inbox.'
      : `Please open your inbox: ${link}`;
  return {
    ...{ id, to },
    subject: '有一份文书待查收 / A document waits for you',
    text: [
      `公共信用登记中有一份文书待你单位查收。${zh}`,
      '本邮件不含文书内容，也不代替送达；请勿回复。',
      '',
      `A document waits for you in the register. ${en}`,
      'This mail has nothing of its content and is no service of it. Please do not reply.',
      '',
    ].join('\n'),
  };
}
