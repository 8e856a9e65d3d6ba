import { compareEditions, type CardName, type Edition } from '@credence/rulebook';

import { isEdition } from '../entry/house-payload.ts';
import type { Journal } from '../port/journal.ts';
import type { Register } from '../port/register.ts';
import { editionLine, type Answering } from '../view/answer-clock.ts';
import type { CardLine } from '../view/view.ts';
import { toCardLine } from '../view/view-rulebook.ts';
import type { RuleChange, RuleChangesView } from './reading.ts';

/** Every promulgation, the latest first, with what it changed card by card and field by field. */
export async function viewRuleChanges(
  parts: { readonly journal: Journal; readonly register: Register },
  { clock, rulebook }: Answering,
): Promise<RuleChangesView> {
  const rows = await parts.register.editions();
  const entries = await parts.journal.entriesOfMany(rows.map(({ home }) => home));
  const found = rows.flatMap(({ home, code }) => {
    const edition = rulebook.editions.find((known) => known.code === code);
    const entry = entries.get(home)?.findLast(({ kind }) => kind === 'edition@1');
    if (edition === undefined || entry === undefined || !isEdition(entry.payload)) return [];
    return [{ edition, entry, approvals: entry.payload.approvals }];
  });
  const changes = found
    .toSorted((a, b) => b.entry.position - a.entry.position)
    .map(({ edition, entry, approvals }): RuleChange => {
      const before = predecessorOf(edition, rulebook.editions);
      return {
        edition: editionLine(edition),
        promulgatedAt: entry.recordedAt,
        // In which office, and when; the register names nobody without need.
        approvals: approvals.map(({ role, on }) => ({ role, on })),
        ...(before === undefined ? {} : { since: before.code }),
        ...differences(before, edition),
      };
    });
  return { clock, changes };
}

/** The edition it succeeds, else the one in force before it. */
function predecessorOf(edition: Edition, editions: readonly Edition[]): Edition | undefined {
  const named = editions.find(({ code }) => code === edition.succeeds);
  return named ?? editions[editions.indexOf(edition) - 1];
}

function differences(
  before: Edition | undefined,
  edition: Edition,
): Pick<RuleChange, 'added' | 'withdrawn' | 'changed'> {
  const line =
    (of: Edition) =>
    (card: CardName): CardLine =>
      toCardLine(of, card);
  if (before === undefined) return { added: [], withdrawn: [], changed: [] };
  const { added, withdrawn, changed } = compareEditions(before.document, edition.document);
  return {
    added: added.map(line(edition)),
    withdrawn: withdrawn.map(line(before)),
    changed: changed.map(({ fields, ...card }) => ({ card: toCardLine(edition, card), fields })),
  };
}
