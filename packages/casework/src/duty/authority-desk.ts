import { jsonOf, parseCivilDate, problem } from '@credence/domain';
import { z } from 'zod';

import { readerOf } from '../access/actor-of.ts';
import { readClosed } from '../access/read-closed.ts';
import { dutyDemandedKind, dutyStream, type DutyDemandedPayload } from '../entry/duty-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { debtorOf, dueFor } from './dues-of.ts';
import type { DutyCasework, DutyDeskLine, DutyOutcome } from './duty.ts';
import {
  articlesOf,
  deskEntry,
  deskHome,
  deskLine,
  erasedOn,
  foldDesk,
  recordDuty,
  refused,
  type DutyParts,
} from './duty-parts.ts';
import { dutyKey } from './fold-duties.ts';

/** @see {@link DutyCasework.listDutyDesk} */
export async function listDutyDesk(
  parts: DutyParts,
  principal: Parameters<DutyCasework['listDutyDesk']>[0],
): ReturnType<DutyCasework['listDutyDesk']> {
  const agency = 'agency' in principal ? principal.agency : '';
  const resource = { kind: 'case', agency } as const;
  const decision = parts.access.decide(principal, 'duty.oversee', resource, 'supervision');
  if (decision.kind === 'refused') return decision;
  const { clock, edition } = await startAnswer(parts);
  const fields = ['reports', 'case'];
  const look = { reader: readerOf(principal), purpose: 'supervision', fields };
  const known = foldDesk(await parts.journal.readWithAccess(look, deskHome(agency)));
  const waiting = [...known.values()].filter(
    ({ state }) => state === 'overdue' || state === 'demanded',
  );
  const lines = waiting.flatMap((line): DutyDeskLine[] => {
    const card = edition.duties.get(line.duty);
    if (card === undefined) return [];
    const list = card.lack === 'none' ? undefined : edition.lists.get(card.lack.list)?.title;
    return [{ ...line, title: card.title, ...(list === undefined ? {} : { list }) }];
  });
  const inOrder = lines.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
  return { kind: 'found', view: { clock, lines: inOrder } };
}

const saidForm = z.strictObject({
  number: z.string().trim().min(1).max(100),
  servedOn: z.string().optional(),
  mode: z.string().trim().max(40).optional(),
});

/** @see {@link DutyCasework.demandReport} */
export async function demandReport(
  parts: DutyParts,
  command: Parameters<DutyCasework['demandReport']>[0],
): Promise<DutyOutcome> {
  const { principal, home, duty, key } = command;
  const agency = 'agency' in principal ? principal.agency : '';
  const resource = { kind: 'case', home, agency } as const;
  const decision = parts.access.decide(principal, 'duty.oversee', resource, 'supervision');
  if (decision.kind === 'refused') return refused(decision.problem);
  const { clock, edition } = await startAnswer(parts);
  const { today } = clock;
  const read = saidForm.safeParse(command.said);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') ?? 'number';
    return refused(problem('duty-field', { field, value: '—', accepted: '1-100' }));
  }
  const { number, servedOn = '', mode } = read.data;
  const served = servedOn === '' ? undefined : parseCivilDate(servedOn);
  if (servedOn !== '' && (served === undefined || served > today)) {
    const accepted = `YYYY-MM-DD, ≤ ${today}`;
    return refused(problem('duty-field', { field: 'servedOn', value: servedOn, accepted }));
  }
  const opened = await readClosed(parts, principal, {
    home,
    purpose: 'supervision',
    fields: ['reports'],
  });
  if (opened.kind === 'refused') return refused(opened.problem);
  const debtor = debtorOf(home, opened.entries, { edition, today });
  if (debtor === undefined) return refused(problem('duty-unknown', { value: duty }));
  if (debtor.registrar !== agency)
    return refused(problem('duty-other-desk', { value: debtor.registrar }));
  const found = dueFor(debtor, { duty, key });
  const { lack } = found?.owed.card ?? { lack: 'none' };
  const list = lack === 'none' ? undefined : edition.lists.get(lack.list);
  if (found === undefined || list === undefined)
    return refused(problem('duty-unknown', { value: duty }));
  const isDemanded = debtor.state.demands.some(
    ({ demand }) => dutyKey(demand) === dutyKey({ duty, key }),
  );
  if (found.due.state !== 'overdue' || isDemanded) {
    return refused(problem('duty-closed', { value: key }));
  }
  const name = (await parts.register.agencies()).find(({ code }) => code === agency)?.name;
  const demand: DutyDemandedPayload = {
    ...{ duty, key, demandId: parts.uuid(), on: today, lastDay: found.due.lastDay },
    ...{ list: list.list, item: list.trigger.item, edition: edition.code, agency, number },
    agencyName: name?.zh ?? name?.en ?? agency,
    ...(served === undefined ? {} : { served: { on: served, mode: mode ?? 'direct' } }),
  };
  const eraseOn = erasedOn(found.owed, edition, today);
  const entry = { home, stream: dutyStream(duty), kind: dutyDemandedKind, payload: jsonOf(demand) };
  const what = { duty, key, lastDay: found.due.lastDay, on: today, state: 'demanded' } as const;
  return recordDuty(parts, principal, {
    ...{ home, duty, id: demand.demandId, known: opened.entries, basis: articlesOf(found.owed) },
    purpose: 'supervision',
    entries: [
      newEntry(parts, entry, eraseOn),
      deskEntry(parts, agency, deskLine(home, debtor, what), eraseOn),
    ],
  });
}
