import { isOnOrAfter, type CivilDate } from '@credence/domain';
import { goesOf, successionOf, type Edition, type Rulebook } from '@credence/rulebook';

import { ownEvents } from '../life/fold-life.ts';
import { lifeNames } from '../life/life-names.ts';
import { viewLife } from '../life/life-view.ts';
import type { LifeEventView } from '../life/life.ts';
import type { BulkRow, SubjectEntries } from '../port/bulk.ts';
import type { SubjectState } from '../state/subject-state.ts';
import { findPublicSubject, type PublicSubject } from '../view/subject-line.ts';
import { toRecordView } from '../view/record-view.ts';
import { inheritedId, lifeId } from './more-sets.ts';
import { toMoreRow, whoIs, type MoreRow } from './more-row.ts';

/**
 * Events of an organisation, and its records that passed to others, by the same decision as its page.
 * An event in which it only took part is in the row of whom it happened to.
 *
 * Legal sources: the card of each event; guard N8.
 */
export function lifeRows(
  { home, entries }: SubjectEntries,
  state: SubjectState,
  { rulebook, day }: { readonly rulebook: Rulebook; readonly day: CivilDate },
): readonly MoreRow[] {
  const { events = [] } = state;
  const edition = rulebook.on(day);
  if (events.length === 0 || edition === undefined) return [];
  const who = findPublicSubject(state, { rulebook, clock: { today: day, day } });
  if (who === undefined) return [];
  const answering = { edition, rulebook, clock: { day } };
  const life = viewLife({ home, entries, events, answering, agencies: [] });
  const own = life.events.filter(({ predecessor }) => predecessor === undefined);
  return [...own.map((event) => toRow(who, event)), ...passedRows(who, edition, day)];
}

function toRow(who: PublicSubject, event: LifeEventView): MoreRow {
  const { effectiveOn, until, form, before, after, document, authority, disputedSince } = event;
  // Of an individual business the address is in no file.
  const isHidden = who.kind === 'sole_trader' && event.event === 'address';
  const names = lifeNames(ownEvents(who.events)).join('；');
  const row = toMoreRow(who.kind, {
    ...whoIs(who),
    record: event.id,
    event: event.event,
    effective_on: effectiveOn,
    ...{ until, form, document_number: document, disputed_since: disputedSince },
    before: isHidden ? undefined : before,
    after: isHidden ? undefined : after,
    successors: event.successors.flatMap(({ code, id }) => code ?? id ?? []),
    authority_code: authority.zh,
    basis: event.basis.map(({ citation: { source, at } }) => `${source}#${at}`),
    // By these names are those in the other columns masked.
    former_names: names,
  });
  return { dataset: lifeId, record: event.id, row: without(row, 'former_names'), ends: 'none' };
}

function without(row: BulkRow, column: string): BulkRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== column));
}

/** Its adverse records at those who took its place by an event that lets records pass. */
function passedRows(who: PublicSubject, edition: Edition, day: CivilDate): readonly MoreRow[] {
  const [identifier] = who.identifiers;
  return ownEvents(who.events).flatMap((event) => {
    const { eventId, effectiveOn, parties } = event;
    const card = successionOf(edition, event.event, effectiveOn)?.card;
    const { goes, basis } = goesOf(card, 'records');
    if (goes !== 'passes' || !isOnOrAfter(day, effectiveOn)) return [];
    const passed = who.records
      .filter(({ state: { record } }) => isOnOrAfter(effectiveOn, record.decidedOn))
      .map(toRecordView)
      .filter(({ publicity }) => publicity.kind === 'shown');
    const successors = parties.filter(({ as }) => as === 'successor');
    return successors.flatMap((successor) =>
      passed.map(({ id, item, publicity, disputedSince }): MoreRow => {
        const record = `${eventId}.${id}`;
        const { begins, ends } = publicity.kind === 'shown' ? publicity : noDays;
        const row = toMoreRow(who.kind, {
          ...{ organisation: successor.home, record, code: successor.code },
          ...{ predecessor: who.home, name: who.name, predecessor_code: identifier?.value },
          ...{ source_record: id, item: item.code, since: effectiveOn, begins },
          ends: ends === 'none' ? undefined : ends,
          disputed_since: disputedSince,
          basis: basis.map(({ source, at }) => `${source}#${at}`),
        });
        const { name, ...rest } = row;
        const named = name === undefined ? rest : { ...rest, predecessor_name: name };
        return { dataset: inheritedId, record, row: named, ends: ends ?? 'none' };
      }),
    );
  });
}

const noDays = { begins: undefined, ends: undefined } as const;
