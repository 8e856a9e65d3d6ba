import type { CardOf } from '../card/card-kinds.ts';
import type { Approval } from '../card/approval-parts.ts';
import type { Path } from '../load/place.ts';
import type { Check, Complaint, Draft } from './draft.ts';

type Tell = (path: Path, complaint: Complaint) => void;

/**
 * An item open to notification and pledge: a free choice that costs nothing, told before, looked at
 * afterwards whatever the class, put right before anything follows, and with a way back.
 */
export const checkPledges: Check = (draft, report) => {
  for (const [id, card] of draft.cards.pledge) {
    const tell: Tell = (path, complaint) => {
      report({ kind: 'pledge', id, path }, complaint);
    };
    if (card.approval === undefined) {
      // The past is described as it was, with what it left open.
      if (draft.edition.realm === 'live') tell([], noApproval);
      continue;
    }
    checkChoice(card, card.approval, tell);
    checkExclusions(draft, card.approval, tell);
    checkPostCheck(draft, card.approval, tell);
    checkMaterials(card.approval, tell);
  }
};

const noApproval: Complaint = {
  code: 'key-missing',
  message: 'The pledge does not say what it is told, signed and looked at for.',
  accepted: 'approval: {way, decision, form, conditions, materials, post-check, cure, ...}',
  repair: 'Add approval.',
};

function checkChoice({ voluntary }: CardOf<'pledge'>, approval: Approval, tell: Tell): void {
  const refuse = (path: Path, found: string, accepted: string): void => {
    tell(path, {
      code: 'value-wrong',
      message: 'Whoever does not pledge would be worse off: it would be no free choice.',
      found,
      accepted,
      repair: `Write ${accepted}.`,
    });
  };
  const { ordinaryWay, withdrawal } = approval;
  if (!voluntary) refuse(['voluntary'], 'false', 'true');
  if (ordinaryWay.detriment !== 'none') {
    refuse(['approval', 'ordinary-way', 'detriment'], ordinaryWay.detriment, 'none');
  }
  if (withdrawal === 'never') {
    refuse(['approval', 'withdrawal'], withdrawal, 'before_completion');
  }
}

/** Whoever broke a pledge and has not put it right is left out; whoever has is not. */
function checkExclusions({ cards }: Draft, { exclusions }: Approval, tell: Tell): void {
  if (exclusions.every(({ by }) => by !== 'unrepaired_pledge')) {
    tell(['approval', 'exclusions'], {
      code: 'key-missing',
      message: 'Whoever broke a pledge and has not repaired it is not left out.',
      accepted: '{by: unrepaired_pledge, ...}',
      repair: 'Add the exclusion with its article.',
    });
  }
  exclusions.forEach(({ by, measure }, index) => {
    const path = ['approval', 'exclusions', index, 'measure'];
    const isKnown = measure !== undefined && cards.measure.has(measure);
    if (by !== 'measure' || isKnown) return;
    tell(path, {
      code: 'measure-unknown',
      message: 'The measure that leaves out has no card in this edition.',
      ...(measure === undefined ? {} : { found: measure }),
      accepted: [...cards.measure.keys()].sort().join(', '),
      repair: 'Name a measure of the catalogue.',
    });
  });
}

/** Every class is looked at at some time: a class exempts nobody (G40). */
function checkPostCheck({ cards }: Draft, { postCheck }: Approval, tell: Tell): void {
  const { byClass } = postCheck;
  const card = byClass === undefined ? undefined : cards['risk-class'].get(byClass.card);
  if (byClass === undefined || card === undefined) return;
  const path = ['approval', 'post-check', 'by-class', 'rows'];
  const known = card.classes.map((each) => each.class);
  const named = byClass.rows.map((each) => each.class);
  const missing = known.filter((each) => !named.includes(each));
  const stray = named.find((each, at) => !known.includes(each) || named.indexOf(each) !== at);
  if (missing.length === 0 && stray === undefined) return;
  tell(path, {
    code: 'class-mismatch',
    message: 'Each class has its period once: nobody is exempt from being looked at.',
    found: named.join(', '),
    accepted: known.join(', '),
    repair: 'Write one row for each class.',
  });
}

function checkMaterials({ materials }: Approval, tell: Tell): void {
  materials.forEach(({ instead, within }, index) => {
    if ((instead === 'postponed') === (within !== undefined)) return;
    tell(['approval', 'materials', index, 'within'], {
      code: within === undefined ? 'key-missing' : 'key-unknown',
      message: 'A paper that is postponed has its day, and one that is waived has none.',
      accepted: '{instead: postponed, within: P30D} | {instead: waived}',
      repair: 'Say by when, or leave the day out.',
    });
  });
}
