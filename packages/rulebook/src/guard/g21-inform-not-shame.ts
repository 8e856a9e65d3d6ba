import type { Category } from '../card/guard-words.ts';
import type { Guard } from './guard.ts';
import { placeOf } from './view.ts';

/** Fields that inform (N10). */
const fields = [
  'name',
  'code',
  'document',
  'document_number',
  'document_type',
  'authority',
  'breach',
  'content',
  'basis',
  'decided',
  'begins',
  'ends',
  'measures',
  'reply',
  'dispute_mark',
] as const;

const channels = ['portal', 'open_data', 'gazette'] as const;

/** What is published says what was decided, by whom and until when; nobody is put on show. */
export const g21: Guard = {
  id: 'G21',
  title: { zh: '公示是告知，不是示众', en: 'Publicity informs, it does not shame' },
  why: {
    zh: '不公示照片、住址、身份证号、电话，不在大屏、彩铃、广告上曝光。',
    en: 'No photo, home address, identity number or telephone; no screens, ring tones or adverts.',
  },
  source: 'Shanghai station screens, 2016; Suining 2010',
  judge(view, report) {
    for (const [id, { publicity }] of view.cards.list) {
      publicity.fields.forEach((field, index) => {
        if (fields.some((allowed) => allowed === field)) return;
        report(placeOf('list', id, 'publicity', 'fields', index), {
          code: 'publicity-shames',
          message: `${field} is not published (N10).`,
          found: field,
          accepted: fields.join(' | '),
          repair: 'Remove it.',
        });
      });
      publicity.channels.forEach((channel, index) => {
        if (channels.some((allowed) => allowed === channel)) return;
        report(placeOf('list', id, 'publicity', 'channels', index), {
          code: 'publicity-shames',
          message: `Entries are not shown on ${channel}.`,
          found: channel,
          accepted: channels.join(' | '),
          repair: 'Remove it.',
        });
      });
    }
    for (const [id, item] of view.cards.item) {
      const columns = view.cards.schema.get(item.fields)?.columns ?? [];
      const named = [
        ...item.shows.map((field, index) => ({ field, path: ['shows', index] })),
        { field: item.heading, path: ['heading'] },
      ];
      for (const { field, path } of named) {
        const { category } = columns.find((each) => each.field === field) ?? {};
        if (category === undefined || !isPersonal(category)) continue;
        report(placeOf('item', id, ...path), {
          code: 'publicity-shames',
          message: `${field} tells where or who a person is; it is not published (N10).`,
          found: field,
          repair: path[0] === 'heading' ? 'Name another field.' : 'Remove it from shows.',
        });
      }
    }
  },
};

/** What tells where somebody is, who somebody is, or whom somebody knows. */
function isPersonal(category: Category): boolean {
  return category === 'personal_identifier' || /^(?:trait|proxy|tie)_/.test(category);
}
