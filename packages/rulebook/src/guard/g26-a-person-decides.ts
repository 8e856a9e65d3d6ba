import { officials } from '../card/guard-words.ts';
import { revocationsOf, type Burden } from './actions.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { isAdverseItem, placeOf, type GuardView } from './view.ts';

/** A grade, an index or a match decides nothing adverse alone: a named official decides on the evidence, one case at a time. */
export const g26: Guard = {
  id: 'G26',
  alias: 'L19',
  title: { zh: '由人作出决定', en: 'A person decides' },
  why: {
    zh: '分数、等级或者系统匹配不能单独决定对人不利的事；由有姓名的工作人员根据证据逐件决定。',
    en: 'A grade, an index or a match decides nothing adverse alone: a named official decides on the evidence, one case at a time.',
  },
  source: 'PIPL art. 24; GDPR art. 22; C-634/21; MiDAS',
  judge(view, report) {
    judgeDeciders(view, report);
    judgeRecords(view, report);
    for (const [id, { addressee }] of view.cards.measure) {
      if (addressee.kind === 'authority' || addressee.modality === 'may') continue;
      report(placeOf('measure', id, 'addressee'), {
        code: 'decided-by-machine',
        message:
          'A private party must act on an entry alone: no official decides on evidence whether it follows.',
        found: `${addressee.kind}, ${addressee.modality}`,
        accepted: '{kind: authority, modality: must}',
        repair: 'Let an authority decide, or leave the private party its choice.',
      });
    }
    for (const [id, { broken }] of view.cards.pledge) {
      if (broken.found === 'by_decision') continue;
      report(placeOf('pledge', id, 'broken', 'found'), {
        code: 'decided-by-machine',
        message: 'That a pledge was broken is found by an official, in a decision.',
        found: broken.found,
        accepted: 'by_decision',
        repair: 'Write by_decision.',
      });
    }
  },
};

/** What a machine has found, or another grade, is no fact that an official has found. */
function judgeRecords(view: GuardView, report: ReportBreach): void {
  for (const [id, item] of view.cards.item) {
    if (item.sourceType !== 'computed' || !isAdverseItem(view.draft, item)) continue;
    report(placeOf('item', id, 'source-type'), {
      code: 'decided-by-machine',
      message: 'Something adverse would be recorded that nobody has found.',
      found: 'computed',
      accepted: 'authority | court',
      repair: 'Record what an official has decided.',
    });
  }
  for (const { kind, id, at, items } of view.actions) {
    const grades = items.filter((name) => view.cards.item.get(name)?.category === 'evaluation');
    if (grades.length === 0) continue;
    report(placeOf(kind, id, at, 'item'), {
      code: 'decided-by-machine',
      message: 'It follows from a record of a grade: a grade would be the deciding ground.',
      found: grades.join(', '),
      accepted: 'an item of decisions',
      repair: 'Name the breach and the document it is proven by.',
    });
  }
}

function judgeDeciders(view: GuardView, report: ReportBreach): void {
  for (const { kind, id, procedure, byClass, at } of view.actions) {
    if (byClass !== undefined) {
      report(placeOf(kind, id, at, kind === 'list' ? 'by-class' : 'class'), {
        code: 'decided-by-machine',
        message: `It follows from a class of ${byClass.card}: a grade would be the deciding ground.`,
        found: byClass.classes.join(', '),
        accepted: 'a listed act, proven in a decision',
        repair: 'Name the breach and the document it is proven by.',
      });
    }
    if (procedure !== undefined) judgeDecider({ kind, id, above: [], procedure }, report);
  }
  for (const burden of revocationsOf(view.draft)) judgeDecider(burden, report);
}

function judgeDecider({ kind, id, above, procedure }: Burden, report: ReportBreach): void {
  if (!officials.some((role) => role === procedure.decides)) {
    report(placeOf(kind, id, ...above, 'procedure', 'decides'), {
      code: 'decided-by-machine',
      message: 'Nobody decides: something adverse would follow by automated means alone.',
      found: procedure.decides,
      accepted: officials.join(' | '),
      repair: 'Name the role that decides on the evidence.',
    });
  }
  if (procedure.confirms === 'in_bulk') {
    report(placeOf(kind, id, ...above, 'procedure', 'confirms'), {
      code: 'decided-by-machine',
      message: 'Confirming in bulk is not deciding.',
      found: 'in_bulk',
      accepted: 'one_by_one',
      repair: 'Write one_by_one.',
    });
  }
}
