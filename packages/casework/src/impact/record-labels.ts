import { localise, type Localised } from '@credence/domain';
import { writeDate, type Edition, type Labels } from '@credence/rulebook';

import type { SubjectState } from '../state/subject-state.ts';

const actions: Readonly<Record<string, Localised>> = {
  repair: { zh: '申请信用修复', en: 'apply for repair' },
};

/** Records by what they are, their number and day, as a layman knows them from the paper. */
export function labelsOfRecords(
  { records }: SubjectState,
  edition: Edition,
): Pick<Labels, 'record' | 'action'> {
  const titles = new Map(
    records.map(({ record }): [string, Localised] => {
      const title = edition.items.get(record.item)?.title ?? { en: record.item };
      const { decidedOn, document } = record;
      const [zh, en] = [localise(title, 'zh').text, localise(title, 'en').text];
      const number = document === undefined ? undefined : document.number;
      return [
        record.recordId,
        {
          zh: `${writeDate(decidedOn, 'zh')}的${zh}${number === undefined ? '' : `“${number}”`}`,
          en: `${en} ${number === undefined ? '' : `${number} `}of ${writeDate(decidedOn, 'en')}`,
        },
      ];
    }),
  );
  return { record: (id) => titles.get(id), action: (code) => actions[code] };
}
