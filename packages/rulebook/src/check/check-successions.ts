import type { JsonValue } from '@credence/domain';

import { allCardKinds, type CardKind, type CardOf } from '../card/card-kinds.ts';
import type { Path } from '../load/place.ts';
import type { Check, Complaint, Draft, Report } from './draft.ts';

type Tell = (path: Path, complaint: Complaint) => void;

/**
 * An event in the life of an organisation moves nothing that the law does not let pass: no list and
 * no measure ever, records only where organisations merge or divide and two officials say so, and no
 * other card rests on a state that is neutral (guards G03, G12, G42).
 */
export const checkSuccessions: Check = (draft, report) => {
  const seen = new Set<string>();
  for (const [id, card] of draft.cards.succession) {
    const tell: Tell = (path, complaint) => {
      report({ kind: 'succession', id, path }, complaint);
    };
    if (seen.has(card.event)) tell(['event'], twice(card.event));
    seen.add(card.event);
    checkGoes(card, tell);
    for (const code of card.neutralCodes ?? []) checkNeutral(draft, code, report);
  }
};

function twice(found: string): Complaint {
  return {
    code: 'value-wrong',
    message: 'Two cards speak of the same event.',
    found,
    repair: 'Leave one card for each event.',
  };
}

const parting: ReadonlySet<string> = new Set(['merger', 'division']);

function checkGoes({ event, goes, confirmedBy }: CardOf<'succession'>, tell: Tell): void {
  goes.forEach(({ what, goes: where }, index) => {
    const path = ['goes', index];
    if (goes.findIndex((each) => each.what === what) !== index) {
      tell([...path, 'what'], {
        code: 'value-wrong',
        message: 'The same thing goes two ways.',
        found: what,
        repair: 'Write one row for each thing.',
      });
    }
    if (where !== 'passes') return;
    const binds = what === 'listings' || what === 'measures';
    if (!binds && parting.has(event) && confirmedBy === 2) return;
    tell([...path, 'goes'], {
      code: 'value-wrong',
      message: binds
        ? 'A listing or a measure binds only whom it was decided about.'
        : 'Records pass only where organisations merge or divide and two officials say so.',
      found: where,
      accepted: 'stays',
      repair: 'Write stays.',
    });
  });
}

/** Kinds that describe files, papers and sources, and decide nothing. */
const describing: ReadonlySet<CardKind> = new Set<CardKind>([
  ...(['schema', 'mapping', 'source', 'succession', 'document'] as const),
]);

const prose: ReadonlySet<string> = new Set(['zh', 'en']);

/** What is neutral is the ground of nothing: not of a list, a measure, a class or an evaluation. */
function checkNeutral(draft: Draft, code: string, report: Report): void {
  const named = new RegExp(`(?<![a-z0-9_])${code}(?![a-z0-9_])`);
  for (const kind of allCardKinds) {
    if (describing.has(kind)) continue;
    for (const [id, card] of Object.entries(draft.document.cards[kind])) {
      eachText(card, [], (text, path) => {
        if (!named.test(text)) return;
        report(
          { kind, id, path },
          {
            code: 'value-wrong',
            message: 'The card rests on a state that is neutral by law.',
            found: code,
            repair: 'Leave the state out; nothing adverse follows from it.',
          },
        );
      });
    }
  }
}

function eachText(value: JsonValue, path: Path, visit: (text: string, path: Path) => void): void {
  if (typeof value === 'string') {
    visit(value, path);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (!prose.has(key)) eachText(part, [...path, step], visit);
  }
}
