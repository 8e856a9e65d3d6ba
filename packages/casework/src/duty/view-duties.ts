import { isBefore } from '@credence/domain';
import type { DutyCard, Edition } from '@credence/rulebook';

import { headOf } from '../access/find-home.ts';
import { readClosed } from '../access/read-closed.ts';
import { startAnswer, type Answering } from '../view/answer-clock.ts';
import { toBasis } from '../view/record-view.ts';
import type { BasisView } from '../view/view.ts';
import type { Entry } from '../port/journal.ts';
import { debtorOf, type Debtor, type OwedDuty } from './dues-of.ts';
import type { DutyCasework, DutyView, FiledField, PublicDuty, PublicFiling } from './duty.ts';
import type { DutyParts } from './duty-parts.ts';
import type { Filing } from './fold-duties.ts';

/** @see {@link DutyCasework.viewOwnDuties} */
export async function viewOwnDuties(
  parts: DutyParts,
  principal: Parameters<DutyCasework['viewOwnDuties']>[0],
  home: string,
): ReturnType<DutyCasework['viewOwnDuties']> {
  const resource = { kind: 'case', home } as const;
  const decision = parts.access.decide(principal, 'duty.read', resource, 'own');
  if (decision.kind === 'refused') return decision;
  const { clock, edition } = await startAnswer(parts);
  const read = await readClosed(parts, principal, { home, purpose: 'own', fields: ['reports'] });
  if (read.kind === 'refused') return read;
  const subject = headOf(home, read.entries);
  if (subject === undefined) return { kind: 'not-found' };
  const debtor = debtorOf(home, read.entries, { edition, today: clock.today });
  const demands = (debtor?.state.demands ?? []).flatMap(({ demand, performedOn }) => {
    const { duty, key, number } = demand;
    return performedOn === undefined ? [{ duty, key, number }] : [];
  });
  const duties = (debtor?.duties ?? []).map((owed) => viewDuty(owed, debtor, edition));
  const { currency } = edition;
  return { kind: 'found', view: { clock, subject, duties, demands, currency } };
}

function viewDuty(owed: OwedDuty, debtor: Debtor | undefined, edition: Edition): DutyView {
  const { card, dues } = owed;
  const { duty, title, period, collected, contents, lack } = card;
  const list = lack === 'none' ? undefined : edition.lists.get(lack.list);
  return {
    ...{ duty, title, period, collected, contents, dues, basis: basisOf(owed, edition) },
    filings: filingsOf(debtor, card).map((filing) => ({
      ...{ key: filing.newest.key, by: filing.newest.by, filedOn: filing.firstOn },
      fields: fieldsOf(filing, card, ['public', 'internal']),
      ...(filing.days.length > 1 ? { changedOn: filing.newest.on } : {}),
    })),
    ...(list === undefined ? {} : { lack: { list: list.list, title: list.title } }),
  };
}

function filingsOf(debtor: Debtor | undefined, { duty }: DutyCard): readonly Filing[] {
  return [...(debtor?.state.filings.values() ?? [])].filter(({ newest }) => newest.duty === duty);
}

function fieldsOf(
  { newest }: Filing,
  { contents }: DutyCard,
  shown: readonly DutyCard['contents'][number]['disclosure'][],
): readonly FiledField[] {
  return contents.flatMap(({ field, title, disclosure }) => {
    const value = newest.fields[field];
    return value === undefined || !shown.includes(disclosure) ? [] : [{ field, title, value }];
  });
}

/** The articles of the duty and of the last day, each with its own mark. */
function basisOf({ card, row }: OwedDuty, edition: Edition): readonly BasisView[] {
  const isOwn = ({ source, at }: (typeof card.basis)[number]): boolean =>
    !row.basis.some((each) => each.source === source && each.at === at);
  const { confidence } = card;
  return [
    ...row.basis.map((citation) => ({ citation, confidence: row.confidence })),
    ...(card.lack === 'none' ? [] : card.basis.filter(isOwn).slice(0, 1)).map((citation) => ({
      ...{ citation, confidence },
    })),
  ].map((each) => toBasis(each, 'publication', edition));
}

/**
 * What anyone reads on a day: what was filed by then, as its newest word has it. What is owed and
 * what was late is not there.
 *
 * Legal sources: guards N8, G31.
 */
export function viewReports(
  home: string,
  entries: readonly Entry[],
  {
    edition,
    clock,
  }: Pick<Answering, 'edition'> & { readonly clock: Pick<Answering['clock'], 'today' | 'day'> },
): readonly PublicDuty[] {
  const { today, day } = clock;
  const debtor = debtorOf(home, entries, { edition, today });
  return (debtor?.duties ?? []).flatMap((owed): PublicDuty[] => {
    const { card, dues } = owed;
    const filings = filingsOf(debtor, card)
      .filter(({ firstOn }) => !isBefore(day, firstOn))
      .map((filing): PublicFiling => {
        const { key } = filing.newest;
        const isLate = dues.some((due) => due.filing === key && due.state !== 'filed');
        return {
          ...{ key, fields: fieldsOf(filing, card, ['public']) },
          ...(isLate ? {} : { filedOn: filing.firstOn }),
        };
      });
    const { duty, title } = card;
    return filings.length === 0 ? [] : [{ duty, title, basis: basisOf(owed, edition), filings }];
  });
}
