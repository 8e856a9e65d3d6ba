import {
  civilDate,
  jsonOf,
  nextDutyDay,
  reminderDue,
  type CivilDate,
  type Due,
} from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { consentOn, foldConsents } from '../case/service/consent.ts';
import { dutyRemindedKind, dutyStream } from '../entry/duty-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { Entry, NewEntry } from '../port/journal.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { paperWaits } from '../work/mail-topics.ts';
import { debtorOf, type Debtor, type OwedDuty } from './dues-of.ts';
import {
  deskEntry,
  deskHome,
  deskLine,
  erasedOn,
  foldDesk,
  lineKey,
  type DutyParts,
} from './duty-parts.ts';
import { dutyKey } from './fold-duties.ts';

/**
 * Reminds before a last day, each time once, and tells the authority behind it. Where it was not done
 * on a day it is done on the next; nothing else waits for it.
 */
export async function remindDue(parts: DutyParts, homes: readonly string[]): Promise<number> {
  const { clock, edition } = await startAnswer(parts);
  if (edition.duties.size === 0) return 0;
  let told = 0;
  // Read once for all homes of a step: after a last day there are as many of them as an authority has.
  const desks = new Map<string, ReturnType<typeof foldDesk>>();
  const deskOf = async (agency: string) => {
    const known = desks.get(agency) ?? foldDesk(await parts.journal.entriesOf(deskHome(agency)));
    desks.set(agency, known);
    return known;
  };
  for (const [home, entries] of await parts.journal.entriesOfMany(homes)) {
    const debtor = debtorOf(home, entries, { edition, today: clock.today });
    if (debtor === undefined) continue;
    for (const owed of debtor.duties) {
      const order = { home, entries, debtor, owed, edition, today: clock.today, deskOf };
      if (owed.card.collected === 'here') told += await tellOf(parts, order);
    }
  }
  return told;
}

interface Order {
  readonly home: string;
  readonly entries: readonly Entry[];
  readonly debtor: Debtor;
  readonly owed: OwedDuty;
  readonly edition: Edition;
  readonly today: CivilDate;
  readonly deskOf: (agency: string) => Promise<ReturnType<typeof foldDesk>>;
}

async function tellOf(parts: DutyParts, order: Order): Promise<number> {
  const { home, entries, debtor, owed, today } = order;
  const { dues, card } = owed;
  const reminders = dues.flatMap((due) => reminderOf(parts, order, due));
  const isOverdue = dues.some(({ state }) => state === 'overdue');
  const desk = isOverdue ? await order.deskOf(debtor.registrar) : new Map<string, unknown>();
  const overdue = dues.flatMap(({ state, filing, lastDay }): NewEntry[] => {
    const what = { duty: card.duty, key: filing, lastDay, on: today, state: 'overdue' } as const;
    const line = deskLine(home, debtor, what);
    if (state !== 'overdue' || desk.has(lineKey(line))) return [];
    const eraseOn = erasedOn(owed, order.edition, today);
    return [deskEntry(parts, debtor.registrar, line, eraseOn)];
  });
  const written = [...reminders, ...overdue];
  if (written.length === 0) return 0;
  const stream = dutyStream(card.duty);
  const seq = entries.filter((entry) => entry.stream === stream).length;
  const mail = consentOn(foldConsents(entries), today)?.mail;
  const outcome = await parts.journal.record(
    {
      // The register counts the days; the authority of the duty answers for it.
      actor: { official: 'register', agency: debtor.registrar, role: 'register' },
      purpose: 'supervision',
      basis: owed.row.basis.map(({ source, at }) => `${source}#${at}`),
    },
    written,
    {
      // Where somebody files meanwhile, the next run looks again.
      expect: [{ home, stream, seq }],
      outbox:
        reminders.length === 0 || mail === undefined
          ? []
          : [{ home, stream, topic: paperWaits, body: {} }],
    },
  );
  return outcome.kind === 'recorded' ? written.length : 0;
}

function reminderOf(
  parts: DutyParts,
  { home, debtor, owed, edition, today }: Order,
  due: Due & { readonly filing: string },
): readonly NewEntry[] {
  const { duty, reminders } = owed.card;
  const before = reminderDue(due, reminders, today);
  const what = { duty, key: due.filing };
  if (before === undefined || debtor.state.reminded.has(`${dutyKey(what)} ${String(before)}`)) {
    return [];
  }
  const payload = jsonOf({ ...what, on: today, lastDay: due.lastDay, before });
  const entry = { home, stream: dutyStream(duty), kind: dutyRemindedKind, payload };
  return [newEntry(parts, entry, erasedOn(owed, edition, today))];
}

/** The first day behind `after` on which a duty of a home is asked about by time alone. */
export function nextReportDay(
  home: string,
  entries: readonly Entry[],
  { edition, after }: { readonly edition: Edition; readonly after: CivilDate },
): CivilDate | undefined {
  const debtor = debtorOf(home, entries, { edition, today: after });
  const days = (debtor?.duties ?? []).flatMap(({ card, dues }) => {
    if (card.collected === 'elsewhere') return [];
    const { period } = card;
    const nextYear = Number(after.slice(0, 4)) + 1;
    // What opens next year is looked at on its first day.
    const opens = period.kind === 'yearly' ? [civilDate(`${nextYear}-${period.opens}`)] : [];
    return [nextDutyDay(dues, card.reminders, after), ...opens];
  });
  return days.flatMap((day) => day ?? []).sort()[0];
}
