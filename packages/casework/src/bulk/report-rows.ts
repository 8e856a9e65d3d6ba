import type { CivilDate } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import type { FiledField } from '../duty/duty.ts';
import { viewReports } from '../duty/view-duties.ts';
import { dutyFiledKind } from '../entry/duty-payload.ts';
import type { SubjectEntries } from '../port/bulk.ts';
import type { SubjectState } from '../state/subject-state.ts';
import { findPublicSubject } from '../view/subject-line.ts';
import { reportsId } from './more-sets.ts';
import { toMoreRow, whoIs, type MoreRow } from './more-row.ts';

/** What an organisation reported of itself, one value a row, by the same decision as its page. */
export function reportRows(
  { home, entries }: SubjectEntries,
  state: SubjectState,
  { rulebook, day }: { readonly rulebook: Rulebook; readonly day: CivilDate },
): readonly MoreRow[] {
  const edition = rulebook.on(day);
  if (edition === undefined || !entries.some(({ kind }) => kind === dutyFiledKind)) return [];
  const clock = { today: day, day };
  const who = findPublicSubject(state, { rulebook, clock });
  if (who === undefined) return [];
  return viewReports(home, entries, { edition, clock }).flatMap(({ duty, filings, basis }) =>
    filings.flatMap(({ key, fields, filedOn }) =>
      fields.map((filed): MoreRow => {
        const record = `${home}.${duty}.${key}.${filed.field}`;
        const row = toMoreRow(who.kind, {
          ...{ ...whoIs(who), record, duty, period: key, filed_on: filedOn, field: filed.field },
          ...valueOf(filed),
          basis: basis.map(({ citation: { source, at } }) => `${source}#${at}`),
        });
        return { dataset: reportsId, record, row, ends: 'none' };
      }),
    ),
  );
}

function valueOf({ value }: FiledField) {
  return typeof value === 'object' ? { amount: value.amount } : { value: String(value) };
}
