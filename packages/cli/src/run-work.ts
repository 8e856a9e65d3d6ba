import { runDay, sendMail, type DayReport, type MailReport } from '@credence/casework';
import { openCarrier } from '@credence/exchange';

import type { Context } from './command/context.ts';
import type { System } from './system.ts';

/** What a run has done; the mail where the settings name a server for it. */
export type WorkReport = DayReport & { readonly mail?: MailReport };

/** One run of all that a day brings: who is due, and the mail that waits. */
export async function runWork(
  { store, casework, clock }: System,
  { environment, today }: Pick<Context, 'environment' | 'today'>,
  limit?: number,
): Promise<WorkReport> {
  const { zone } = await casework.clock();
  const order = { today: today(zone), ...(limit === undefined ? {} : { limit }) };
  const tell = (homes: readonly string[]) => casework.tellReaders(homes);
  const evaluate = (homes: readonly string[]) => casework.evaluateDue(homes);
  const remind = (homes: readonly string[]) => casework.remindDue(homes);
  const rulebook = await casework.rulebook();
  const day = await runDay({ work: store.work, rulebook, tell, evaluate, remind }, order);
  const { mail: settings } = environment;
  if (settings === undefined) return day;
  const { outbox, journal, register } = store;
  const { link } = settings;
  const carrier = openCarrier(settings);
  const more = link === undefined ? {} : { link };
  return {
    ...day,
    mail: await sendMail({ outbox, journal, register, carrier, clock, zone, ...more }),
  };
}
