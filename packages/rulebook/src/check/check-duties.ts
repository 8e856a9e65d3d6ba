import type { CardOf } from '../card/card-kinds.ts';
import type { Path } from '../load/place.ts';
import type { Check, Complaint, Draft } from './draft.ts';

type Duty = CardOf<'duty'>;
type Tell = (path: Path, complaint: Complaint) => void;

/**
 * A duty to report: whoever owes it has a last day, every field stands there once, and its lack may
 * lead to a list only that its own performance ends, of the authority to which it is owed (N1, G14).
 */
export const checkDuties: Check = (draft, report) => {
  for (const [id, card] of draft.cards.duty) {
    const tell: Tell = (path, complaint) => {
      report({ kind: 'duty', id, path }, complaint);
    };
    checkFields(card, tell);
    checkOwed(card, tell);
    checkLack(draft, card, tell);
  }
};

function checkFields({ contents, period }: Duty, tell: Tell): void {
  const seen = new Set<string>();
  contents.forEach(({ field }, index) => {
    if (seen.has(field)) {
      const message = `${field} is asked twice.`;
      tell(['contents', index, 'field'], { code: 'column-conflict', message, found: field });
    }
    seen.add(field);
  });
  if (period.kind !== 'campaign') return;
  const days = contents.filter(({ kind }) => kind === 'day').map(({ field }) => field);
  const named = { 'begins-in': period.beginsIn, 'ends-in': period.endsIn };
  for (const [key, field] of Object.entries(named)) {
    if (days.includes(field)) continue;
    tell(['period', key], {
      code: 'field-unknown',
      message: `${field} is not a day of this filing.`,
      found: field,
      accepted: days.join(', '),
    });
  }
}

function checkOwed({ owedBy, period }: Duty, tell: Tell): void {
  const isYearly = period.kind === 'yearly';
  const seen = new Set<string>();
  owedBy.forEach(({ codeBegins, lastDay }, index) => {
    const isBeforeOpening = isYearly && lastDay !== undefined && lastDay < period.opens;
    if (isYearly !== (lastDay !== undefined) || isBeforeOpening) {
      tell(['owed-by', index, 'last-day'], {
        code: lastDay === undefined ? 'key-missing' : 'value-wrong',
        message: 'A yearly filing has a last day behind its first one, and no other has one.',
        found: lastDay ?? 'none',
        accepted: isYearly ? `a day from ${period.opens} on, MM-DD` : 'no last-day',
        repair: isYearly ? 'Write the last day of the article.' : 'Remove last-day.',
      });
    }
    for (const begins of codeBegins) {
      if (seen.has(begins)) {
        const message = `Two rows say until when ${begins} files.`;
        tell(['owed-by', index, 'code-begins'], {
          code: 'column-conflict',
          message,
          found: begins,
        });
      }
      seen.add(begins);
    }
  });
}

function checkLack({ cards }: Draft, { lack, authority, collected }: Duty, tell: Tell): void {
  if (lack === 'none') return;
  const list = cards.list.get(lack.list);
  const path = ['lack', 'list'];
  const byStatus = [...cards.list].flatMap(([id, { ends, issuer }]) =>
    issuer.competence === authority && ends.some(({ by }) => by === 'status') ? [id] : [],
  );
  if (list === undefined) {
    tell(path, {
      code: 'card-unknown',
      message: 'There is no such list in this edition.',
      found: lack.list,
      accepted: byStatus.join(', '),
    });
  } else if (!byStatus.includes(lack.list)) {
    tell(path, {
      code: 'value-wrong',
      message: 'A missed report leads to a list only that ends once it is filed, of its authority.',
      found: lack.list,
      accepted: byStatus.join(', '),
      repair: 'Name a list of that authority that ends by status, or write none.',
    });
  }
  if (collected === 'elsewhere') {
    tell(['collected'], {
      code: 'value-wrong',
      message: 'What is filed elsewhere may be filed although it is not here: it is no ground.',
      found: collected,
      accepted: 'here, or lack: none',
      repair: 'Write lack: none.',
    });
  }
}
