import type { CardOf } from '../card/card-kinds.ts';
import { soundDocuments } from '../card/guard-words.ts';
import type { Guard } from './guard.ts';
import { isAdverseItem, placeOf } from './view.ts';

/** Documents that find something; what the subject or somebody else states finds nothing. */
const findings: readonly CardOf<'item'>['document']['mustBe'][] = [
  'effective_decision',
  'judgment',
  'court_decision',
  'arbitral_award',
  'listing_decision',
  'inspection_record',
  'inspection_report',
  'licence_decision',
  'decision',
];

/** A document already in legal effect, with its number and its service, behind all that is adverse. */
export const g09: Guard = {
  id: 'G09',
  alias: 'L01',
  title: { zh: '以生效文书为依据', en: 'A legally effective document behind every adverse record' },
  why: {
    zh: '认定失信行为必须以具有法律效力的文书为依据。',
    en: 'A finding rests on a legally effective document.',
  },
  source: 'Opinions 2020/49 item 4; State Council meeting, November 2020',
  judge(view, report) {
    const adverse = new Set<string>();
    for (const [id, item] of view.cards.item) {
      if (!isAdverseItem(view.draft, item)) continue;
      adverse.add(id);
      if (!findings.some((sound) => sound === item.document.mustBe)) {
        report(placeOf('item', id, 'document', 'must-be'), {
          code: 'document-missing',
          message: 'An adverse record rests on a document in legal effect.',
          found: item.document.mustBe,
          accepted: findings.join(' | '),
          repair: 'Demand the decision or the judgment, or remove the item.',
        });
      }
      if (item.service === 'not-needed' && (item.serviceBasis?.basis ?? []).length === 0) {
        report(placeOf('item', id, 'service'), {
          code: 'document-missing',
          message:
            'Something adverse is shown without proven service; no article is named for it (N5).',
          accepted: 'service-basis: {basis, confidence}',
          repair: 'Add service-basis, or require service.',
        });
      }
    }
    for (const { kind, id, at, items } of view.actions) {
      for (const name of items) {
        const item = view.cards.item.get(name);
        if (item === undefined || adverse.has(name) || isSound(item)) continue;
        report(placeOf(kind, id, at, 'item'), {
          code: 'document-missing',
          message: `${name} rests on ${item.document.mustBe}; nothing adverse may follow from it.`,
          found: item.document.mustBe,
          accepted: soundDocuments.join(' | '),
          repair: 'Name an item that rests on a document in legal effect.',
        });
      }
    }
    for (const { kind, id, inputs } of view.programs) {
      for (const { item, path } of inputs) {
        if (item === undefined || adverse.has(item.item) || isSound(item)) continue;
        report(placeOf(kind, id, ...path), {
          code: 'document-missing',
          message: `${item.item} rests on ${item.document.mustBe}; no class may read it.`,
          found: item.document.mustBe,
          accepted: soundDocuments.join(' | '),
          repair: 'Read an item that rests on a document in legal effect.',
        });
      }
    }
  },
};

function isSound({ document }: CardOf<'item'>): boolean {
  return soundDocuments.some((sound) => sound === document.mustBe);
}
