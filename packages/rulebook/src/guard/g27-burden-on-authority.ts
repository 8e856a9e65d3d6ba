import type { CardPlace } from '../check/draft.ts';
import type { CardOf } from '../card/card-kinds.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { isAdverseItem, placeOf } from './view.ts';

type Evidence = NonNullable<CardOf<'item'>['evidence']>;

/** What proves something by itself. */
const direct: readonly Evidence['kinds'][number][] = [
  'decision',
  'judgment',
  'admission',
  'inspection_record',
  'measurement',
  'register_entry',
];

/** Averages, mismatches, silence and missing replies prove nothing; where there is doubt there is no record. */
export const g27: Guard = {
  id: 'G27',
  title: { zh: '举证责任在机关', en: 'The authority carries the burden' },
  why: {
    zh: '平均数、数据不一致、沉默或者没有答复都不是证据；有疑问就不记录。',
    en: 'Averages, mismatches, silence and missing replies prove nothing; where there is doubt there is no record.',
  },
  source: 'Robodebt; MiDAS',
  judge(view, report) {
    for (const { kind, id, at, trigger } of view.actions) {
      judgeEvidence(trigger.evidence, placeOf(kind, id, at, 'evidence'), report);
    }
    for (const [id, item] of view.cards.item) {
      if (item.evidence === undefined || !isAdverseItem(view.draft, item)) continue;
      judgeEvidence(item.evidence, placeOf('item', id, 'evidence'), report);
    }
    for (const [id, { broken }] of view.cards.pledge) {
      judgeEvidence(broken.evidence, placeOf('pledge', id, 'broken', 'evidence'), report);
    }
  },
};

function judgeEvidence(evidence: Evidence, place: CardPlace, report: ReportBreach): void {
  const weak = evidence.kinds.filter((kind) => !direct.includes(kind));
  if (weak.length > 0 || evidence.kinds.length === 0) {
    report(
      { ...place, path: [...place.path, 'kinds'] },
      {
        code: 'burden-reversed',
        message: 'This would be enough for a finding and proves nothing by itself.',
        found: weak.length > 0 ? weak.join(', ') : 'nothing',
        accepted: direct.join(' | '),
        repair: 'Demand direct evidence; let anything else open an inquiry without effect.',
      },
    );
  }
  if (evidence.burden === 'subject') {
    report(
      { ...place, path: [...place.path, 'burden'] },
      {
        code: 'burden-reversed',
        message: 'The subject would have to prove that it did nothing.',
        found: 'subject',
        accepted: 'authority',
        repair: 'Write burden: authority.',
      },
    );
  }
}
