import { addDays, addPeriod, isBefore, later, type CivilDate } from '@credence/domain';
import { clockDays, type ClockCard, type Edition } from '@credence/rulebook';

import type { CaseEffect, CaseFile, CaseWorld } from '../case.ts';
import { actsOf, lastOf, matterOf, serviceOf, since } from '../fold-case.ts';
import { editionOn } from '../law/law-of-case.ts';
import { runningText } from '../law/laws-since.ts';
import { endsByActs, firstEnd, isPutOffIn, type End } from './listing-effect.ts';

/** Why a late payment may be shown. */
type PaymentGround = 'upheld' | 'confirmed' | 'unanswered';

/** The step by which an edition says how long a debtor has to confirm what it owes. */
const confirming = 'confirm_receivable';

/**
 * What a complaint about a public body does on a day: its late payment is shown once the body has
 * confirmed the debt, has let the days of the law pass after it was served, or two officials have
 * found it; until it is paid, and no longer than the edition lets any entry last. It binds nobody.
 *
 * Legal sources: guard N18; the term and the confirmations are those of N1.
 */
export function paymentEffect(file: CaseFile, world: CaseWorld, today: CivilDate): CaseEffect {
  const begun = paymentShownFrom(file, world, today);
  const edition = editionOn(world, today);
  const limits = edition?.limits.get('guards');
  if (begun === undefined) return { kind: 'none' };
  const { from } = begun;
  if (edition === undefined || limits === undefined) {
    return { kind: 'suspended', from, because: 'no-rule-in-force' };
  }
  const { round } = edition.months;
  const until = paymentEndsOn(file, edition);
  const end = firstEnd([{ on: until, because: 'time' }, ...endsOf(file, world, today)]);
  if (end !== undefined && !isBefore(today, end.on)) return { kind: 'ended', ...end };
  if (isPutOffIn(file, world)) return { kind: 'suspended', from, because: 'stay' };
  const checked = lastOf(file, 'duty-open')?.on ?? from;
  const confirmBy = addPeriod(later(checked, from), limits.openDutyConfirmed.atMost, round);
  if (isBefore(confirmBy, today)) return { kind: 'suspended', from, because: 'not-confirmed' };
  const basis = confirmationCard(edition)?.basis ?? [];
  const texts = [runningText(edition, basis, { today, ends: until })];
  return { kind: 'in-effect', from, shownFrom: from, until, confirmBy, texts };
}

/** First day on which nothing of a complaint is shown any more, paid or not. */
export function paymentEndsOn({ opened }: CaseFile, edition: Edition): CivilDate {
  const most = edition.limits.get('guards')?.listTerm.atMost;
  return most === undefined ? opened.on : addPeriod(opened.on, most, edition.months.round);
}

/** From which day a late payment is shown, and why; undefined for whoever is no public body. */
export function paymentShownFrom(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): { readonly from: CivilDate; readonly because: PaymentGround } | undefined {
  const isPublic = [...world.records.values()].some(
    ({ record }) => record.subject.kind === 'public_body',
  );
  if (!isPublic) return undefined;
  const approved = lastOf(file, 'approved');
  const found = lastOf(file, 'found');
  const served = serviceOf(since(file, 'approved'), 'decision');
  const isUpheld = approved !== undefined && found?.outcome === 'upheld' && served !== undefined;
  const upheld = isUpheld ? later(approved.on, served.servedOn) : undefined;
  const grounds = [
    { because: 'confirmed', from: actsOf(file, 'confirmed').at(0)?.on },
    { because: 'unanswered', from: silentFrom(file, world, today) },
    { because: 'upheld', from: upheld },
  ] as const;
  return grounds
    .flatMap(({ because, from }) => (from === undefined ? [] : [{ because, from }]))
    .filter(({ from }) => !isBefore(today, from))
    .reduce<{ from: CivilDate; because: PaymentGround } | undefined>(
      (first, each) => (first === undefined || isBefore(each.from, first.from) ? each : first),
      undefined,
    );
}

/** The last day on which the debtor may confirm or say what it has to say; from proven service only. */
export function confirmableUntil(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): { readonly card: string; readonly servedOn: CivilDate; readonly dueOn?: CivilDate } | undefined {
  const service = serviceOf(since(file, 'noticed'), 'notice')?.servedOn;
  const edition = editionOn(world, today);
  const card = edition === undefined ? undefined : confirmationCard(edition);
  if (service === undefined || edition === undefined || card === undefined) return undefined;
  const dueOn = clockDays(edition, card, { service }).get(confirming);
  return { card: card.clock, servedOn: service, ...(dueOn === undefined ? {} : { dueOn }) };
}

/** What the debtor said of the debt, in whichever way; then nothing follows from its silence. */
export function answeredOn(file: CaseFile): CivilDate | undefined {
  return file.actions.find(
    ({ kind, by }) =>
      by.kind === 'party' && by.as === 'subject' && ['stated', 'confirmed', 'paid'].includes(kind),
  )?.on;
}

function silentFrom(file: CaseFile, world: CaseWorld, today: CivilDate): CivilDate | undefined {
  const last = confirmableUntil(file, world, today)?.dueOn;
  const answered = answeredOn(file);
  const isSilent = last !== undefined && (answered === undefined || isBefore(last, answered));
  return isSilent ? addDays(last, 1) : undefined;
}

/** The card that says how long a debtor has to confirm what it owes. */
export function confirmationCard({ clocks }: Edition): ClockCard | undefined {
  return [...clocks.values()].find(({ steps }) => steps.some(({ step }) => step === confirming));
}

function endsOf(file: CaseFile, world: CaseWorld, today: CivilDate): readonly End[] {
  const ends = [...endsByActs(file, world, today)];
  const paid = paidOn(file);
  if (paid !== undefined) ends.push({ on: paid, because: 'performed' });
  const approved = lastOf(file, 'approved');
  const refused = lastOf(file, 'found')?.outcome === 'refused';
  if (approved !== undefined && refused) ends.push({ on: approved.on, because: 'corrected' });
  const left = lastOf(file, 'withdrawn') ?? lastOf(file, 'declined');
  if (left !== undefined) ends.push({ on: left.on, because: 'removed' });
  return ends;
}

/** What is owed: as found, else as the debtor confirmed it, and never more than was claimed. */
export function owedIn(file: CaseFile): number {
  const claimed = matterOf(file, 'payment-complaint')?.amount.amount ?? 0;
  const found = lastOf(file, 'found');
  const upheld = found?.outcome === 'upheld' ? found.amount?.amount : undefined;
  return Math.min(claimed, upheld ?? lastOf(file, 'confirmed')?.amount.amount ?? claimed);
}

/** The day on which all of it had been paid. */
function paidOn(file: CaseFile): CivilDate | undefined {
  const owed = owedIn(file);
  let sum = 0;
  for (const { amount, on } of actsOf(file, 'paid')) {
    sum += amount.amount;
    if (sum >= owed) return on;
  }
  return undefined;
}
