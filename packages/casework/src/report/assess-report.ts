import { addMonths, civilDayAt, later, type CivilDate } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { isBatch } from '../entry/house-payload.ts';
import type { ReportPayload } from '../entry/report-payload.ts';
import type { Entry, Journal } from '../port/journal.ts';
import type { AgencyRow, Register } from '../port/register.ts';
import type { Answering } from '../view/answer-clock.ts';
import { viewSubject } from '../view/view-subject.ts';
import type { StandingLine } from './report.ts';

interface Parts {
  readonly journal: Journal;
  readonly register: Register;
}

/** Which card says how far a report looks back. */
const clockOfReports = 'report.no-records';

/** First day of the period of a report; undefined where the edition has no such report. */
export function periodFrom(edition: Edition, today: CivilDate): CivilDate | undefined {
  const within = edition.clocks.get(clockOfReports)?.steps[0]?.within;
  if (typeof within !== 'object' || within.unit !== 'months') return undefined;
  return addMonths(today, -within.count, edition.months.round);
}

/**
 * What stands of an organisation today and so keeps a report from being made. What has ended, was
 * repaired or was never public has no part in it (guards N8).
 */
export async function standingOf(
  parts: Parts,
  answering: Answering,
  { home, entries }: { readonly home: string; readonly entries: readonly Entry[] },
): Promise<readonly StandingLine[]> {
  const found = await viewSubject(
    parts,
    { ...answering, known: { home, entries } },
    { by: 'id', id: home },
  );
  if (found.kind === 'not-found') return [];
  const { records, listings = [], latePayments = [], identityReview } = found.view;
  return [
    ...listings.map(({ list, document, ends }) => ({
      title: list.title,
      ...(document === undefined ? {} : { number: document.number }),
      ...(ends === undefined ? {} : { ends }),
    })),
    ...latePayments.map(({ ends }) => ({ title: lateTitle, ends })),
    ...records
      .filter(({ effect }) => effect === 'adverse')
      .map(({ item, document, publicity }) => ({
        title: item.title,
        ...(document === undefined ? {} : { number: document.number }),
        ...(publicity.kind === 'shown' ? { ends: publicity.ends } : {}),
      })),
    ...(identityReview === undefined ? [] : [{ title: reviewTitle }]),
  ];
}

const lateTitle = { zh: '逾期未支付款项', en: 'A payment that is late' };
const reviewTitle = { zh: '主体身份正在核对', en: 'Who it is, is being looked into' };

/** Every adverse item of the catalogue that is public, by who supplies it, with the last supply. */
export async function sourcesOf(
  { journal }: Parts,
  { edition, clock }: Answering,
  agencies: readonly AgencyRow[],
): Promise<ReportPayload['sources']> {
  const homes = await journal.entriesOfMany(agencies.map(({ home }) => home));
  const items = [...edition.items.values()].filter(
    ({ effect, disclosure }) => effect === 'adverse' && disclosure === 'public',
  );
  const supplied = items.flatMap((item) =>
    agencies.flatMap(({ name, home }): ReportPayload['sources'] => {
      const days = (homes.get(home) ?? []).flatMap(({ payload, recordedAt }) =>
        isBatch(payload) && payload.item === item.item ? [civilDayAt(recordedAt, clock.zone)] : [],
      );
      const lastOn = days.reduce<CivilDate | undefined>(
        (last, day) => (last === undefined ? day : later(last, day)),
        undefined,
      );
      return lastOn === undefined ? [] : [{ title: item.title, agency: name, lastOn }];
    }),
  );
  const lists = [...edition.lists.values()]
    .filter(({ publicity }) => publicity.channels.includes('portal'))
    // An entry made here stands from its day; there is nobody who could supply it late.
    .map(({ title }) => ({ title, agency: ourselves, lastOn: clock.today }));
  return [...supplied, ...lists];
}

const ourselves = { zh: '本登记', en: 'this register' };
