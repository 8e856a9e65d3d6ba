import { civilDayAt, instant, type Instant, type JsonValue } from '@credence/domain';

import { consentOn, foldConsents } from '../case/service/consent.ts';
import { serviceConsentStream } from '../entry/service-consent-payload.ts';
import type { Journal } from '../port/journal.ts';
import type { Mail, MailCarrier, Outbox, WaitingMessage } from '../port/outbox.ts';
import type { Register } from '../port/register.ts';
import { findAgency } from '../promulgate/add-agency.ts';
import { agencyWord, paperWaits, taskWaits } from './mail-topics.ts';

/** Operator settings: a first retry after a minute, doubled each time, twelve hours at most. */
const firstPauseMs = 60_000;
const longestPauseMs = 12 * 3_600_000;
/** About three days of attempts, as mail servers themselves keep at it. */
const attemptsMost = 14;
/** A day: an agency that gives an address later is told of what still waits. */
const addressLookedForMs = 24 * 3_600_000;
/** Taken on in one read. */
const perStep = 50;

export interface MailParts {
  readonly outbox: Outbox;
  readonly journal: Pick<Journal, 'entriesOf'>;
  readonly register: Pick<Register, 'agencies'>;
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
  /** There is no address: consent was taken back meanwhile, or an agency gave none. */
  readonly dropped: number;
}

/**
 * Hands over the mail that waits. A mail is marked only after it was taken, so that a run that is
 * broken off sends it again, under the same id; it says that something waits, and nothing of it.
 */
export async function sendMail(parts: MailParts): Promise<MailReport> {
  const report = { sent: 0, later: 0, failed: 0, dropped: 0 };
  // Whatever is put off below has its next moment after this one, so the loop comes to an end.
  const now = parts.clock();
  for (const topic of [paperWaits, agencyWord, taskWaits]) {
    for (;;) {
      const due = await parts.outbox.listDue(topic, now, perStep);
      if (due.length === 0) break;
      for (const message of due) {
        const letter = await letterOf(parts, topic, message, now);
        report[await handOver(parts, { topic, message, letter }, now)] += 1;
      }
    }
  }
  return report;
}

/** To whom a message goes and what it says; undefined where nobody is to have a mail of it. */
async function letterOf(
  parts: MailParts,
  topic: string,
  { home, id, body }: WaitingMessage,
  now: Instant,
): Promise<Mail | undefined> {
  const { journal, register, zone, link } = parts;
  if (topic === paperWaits) {
    const entries = await journal.entriesOf(home, { stream: serviceConsentStream });
    const to = consentOn(foldConsents(entries), civilDayAt(now, zone))?.mail;
    return to === undefined ? undefined : mailToSubject(id, to, link);
  }
  const code = wordIn(body, 'body');
  const agency = (await register.agencies()).find((each) => each.code === code);
  const to = agency === undefined ? undefined : (await findAgency(parts, agency.home))?.mail;
  return to === undefined
    ? undefined
    : mailToAgency({ id, to, caseId: wordIn(body, 'caseId'), link });
}

function wordIn(body: JsonValue, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const found: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : undefined;
}

async function handOver(
  { outbox, carrier }: MailParts,
  given: {
    readonly topic: string;
    readonly message: WaitingMessage;
    readonly letter: Mail | undefined;
  },
  now: Instant,
): Promise<keyof MailReport> {
  const { topic, message, letter } = given;
  // What a measure asks stays in the outbox until it is done: it is the body's feed as well.
  const stays = topic === taskWaits;
  if (letter === undefined) {
    const until = instant(now + addressLookedForMs);
    if (stays) await outbox.postpone(message, { until, because: 'no-address' });
    else await outbox.remove(message);
    return 'dropped';
  }
  const outcome = await carrier.deliver(letter);
  if (outcome.kind === 'delivered') {
    if (stays) await outbox.postpone(message, { because: 'told-by-mail' });
    else await outbox.remove(message);
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
function mailToSubject(id: string, to: string, link: string | undefined): Mail {
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

/** A measure by its case number, or a notice; the organisation it is about is not in it. */
function mailToAgency(given: {
  readonly id: string;
  readonly to: string;
  readonly caseId: string | undefined;
  readonly link: string | undefined;
}): Mail {
  const { id, to, caseId, link } = given;
  const path =
    caseId === undefined ? '/desk/corrections' : `/desk/cases/${encodeURIComponent(caseId)}`;
  const at = link === undefined ? undefined : new URL(path, link).href;
  const zh = at === undefined ? '请登录公共信用登记办理。' : `请登录办理：${at}`;
  const en = at === undefined ? 'Please sign in to the register.' : `Please sign in: ${at}`;
  const [whatZh, whatEn] =
    caseId === undefined
      ? ['有一份通知待你单位查收。', 'A notice waits for your office.']
      : [
          `案件 ${caseId} 有一项措施待你单位办理。`,
          `A measure waits for your office under case ${caseId}.`,
        ];
  return {
    ...{ id, to },
    subject:
      caseId === undefined
        ? '有一份通知待查收 / A notice waits for your office'
        : '有一项措施待办理 / A measure waits for your office',
    text: [
      `公共信用登记：${whatZh}${zh}`,
      '本邮件不含其他内容；请勿回复。',
      '',
      `The register: ${whatEn} ${en}`,
      'This mail says nothing else. Please do not reply.',
      '',
    ].join('\n'),
  };
}
