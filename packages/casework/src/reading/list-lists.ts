import type { Localised } from '@credence/domain';
import type { Edition, ItemCard, ListCard } from '@credence/rulebook';

import type { Found, NotFound } from '../casework.ts';
import type { Journal } from '../port/journal.ts';
import type { RecordLineRow, Register } from '../port/register.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { Answering } from '../view/answer-clock.ts';
import { toBasis, toRecordView } from '../view/record-view.ts';
import { findPublicSubject, toSubjectLine } from '../view/subject-line.ts';
import { findAgencies, type AgencyState } from './agency-state.ts';
import type { ListEntry, ListExit, ListLine, ListQuery, ListsView, ListView } from './reading.ts';

export interface ListParts {
  readonly journal: Journal;
  readonly register: Register;
}

/** Entries of a list on one page. */
const entriesPerPage = 50;

/** Every list of the edition of the day: what may be recorded, who keeps it, and how one gets off. */
export async function listLists(parts: ListParts, answering: Answering): Promise<ListsView> {
  const { clock, edition } = answering;
  const agencies = await findAgencies(parts, edition);
  const { day, today } = clock;
  const counts = await parts.register.lines.countByItem({ day, today });
  const items = publicItems(edition).map((item) => {
    const found = counts.find((count) => count.item === item.item);
    const { records, subjects } = found ?? { records: 0, subjects: 0 };
    return { ...itemLine(item, edition, agencies), standing: { records, subjects } };
  });
  const lists = [...edition.lists.values()].map((list) => listLine(list, edition));
  return { clock, lists: [...items, ...lists] };
}

/** One list with the subjects that stand on it on the day, by decision or by name, never by rank. */
export async function viewList(
  parts: ListParts,
  answering: Answering,
  asked: { readonly id: string; readonly query: ListQuery },
): Promise<Found<ListView> | NotFound> {
  const { clock, edition } = answering;
  const { order, page } = asked.query;
  const item = publicItems(edition).find((card) => card.item === asked.id);
  if (item === undefined) {
    const list = edition.lists.get(asked.id);
    if (list === undefined) return { kind: 'not-found' };
    const line = listLine(list, edition);
    const none = { total: 0, pageSize: entriesPerPage, entries: [], regions: [] };
    return { kind: 'found', view: { clock, list: line, order, page, ...none } };
  }
  const { agency: source, region, decidedFrom, decidedUntil } = asked.query;
  const { day, today } = clock;
  const shown = { day, today, item: item.item };
  const wanted = {
    ...shown,
    ...(source === undefined ? {} : { source }),
    ...(region === undefined ? {} : { region }),
    ...(decidedFrom === undefined ? {} : { decidedFrom }),
    ...(decidedUntil === undefined ? {} : { decidedUntil }),
  };
  const { lines } = parts.register;
  const offset = (page - 1) * entriesPerPage;
  const found = await lines.list(wanted, { order, limit: entriesPerPage, offset });
  const counts = await lines.crossCount(shown, { row: 'region', column: 'item' });
  const [counted] = (await lines.countByItem(shown)).filter((count) => count.item === item.item);
  const agencies = await findAgencies(parts, edition);
  const { records, subjects } = counted ?? { records: 0, subjects: 0 };
  const line = { ...itemLine(item, edition, agencies), standing: { records, subjects } };
  const entries = await readEntries(parts, answering, found.lines);
  return {
    kind: 'found',
    view: {
      ...{ clock, list: line, order, page, pageSize: entriesPerPage, entries },
      // What the register counted and nobody may see is not counted either.
      total: found.total - (found.lines.length - entries.length),
      regions: counts.flatMap(({ row }) => row ?? []).sort(),
    },
  };
}

/** Each line is decided again from the entries: the projection only says where to look. */
async function readEntries(
  parts: ListParts,
  answering: Answering,
  lines: readonly RecordLineRow[],
): Promise<readonly ListEntry[]> {
  const homes = [...new Set(lines.map(({ home }) => home))];
  const entries = await parts.journal.entriesOfMany(homes);
  const subjects = new Map(
    homes.map((home) => [
      home,
      findPublicSubject(foldSubject(home, entries.get(home) ?? []), answering),
    ]),
  );
  return lines.flatMap(({ home, recordId }): ListEntry[] => {
    const subject = subjects.get(home);
    if (subject === undefined) return [];
    const all = [...(subject.registration ? [subject.registration] : []), ...subject.records];
    const record = all.find(({ state }) => state.record.recordId === recordId);
    if (record === undefined) return [];
    const { id, heading, severity, decidedOn, provider, publicity, effect, document } =
      toRecordView(record);
    return [
      {
        subject: toSubjectLine(subject, answering.edition),
        record: {
          ...{ id, heading, decidedOn, provider, publicity, effect },
          ...(severity === undefined ? {} : { severity }),
          ...(document === undefined ? {} : { document }),
        },
      },
    ];
  });
}

/** Items whose records are shown to everyone. */
export function publicItems(edition: Edition): readonly ItemCard[] {
  return [...edition.items.values()].filter(({ disclosure }) => disclosure === 'public');
}

function itemLine(
  item: ItemCard,
  edition: Edition,
  agencies: readonly AgencyState[],
): Omit<ListLine, 'standing'> {
  const keepers = agencies.filter(
    ({ supplies }) => supplies.includes(item.item) || supplies.includes(item.importAs),
  );
  return {
    kind: 'item',
    id: item.item,
    title: item.title,
    effect: item.effect,
    keepers: keepers.map(({ code, name }) => ({ code, name })),
    basis: item.basis.map((citation) =>
      toBasis({ citation, confidence: item.confidence }, 'publication', edition),
    ),
    confidence: item.confidence,
    exits: exitsOfItem(item),
  };
}

function exitsOfItem(item: ItemCard): readonly ListExit[] {
  const kinds = { correction: 'correction', review: 'review', court: 'court' } as const;
  const ways = (item.waysOut ?? []).flatMap((way): ListExit[] => {
    switch (way) {
      case 'repair':
        return [{ kind: 'repair' }];
      case 'put_right':
        return [{ kind: 'put-right' }];
      case 'wait':
        return [];
      default:
        return [{ kind: kinds[way] }];
    }
  });
  return item.term === 'severity' ? ways : [{ kind: item.term }, ...ways];
}

function listLine(list: ListCard, edition: Edition): ListLine {
  const { competence, level } = list.issuer;
  return {
    kind: 'list',
    id: list.list,
    title: list.title,
    effect: 'adverse',
    keepers: [],
    issuer: { competence, level },
    basis: list.basis.map((citation) =>
      toBasis({ citation, confidence: list.confidence }, 'publication', edition),
    ),
    confidence: list.confidence,
    exits: exitsOfList(list),
  };
}

function exitsOfList(list: ListCard): readonly ListExit[] {
  const ends = list.ends.flatMap((end): ListExit[] => {
    if (Array.isArray(end.by)) return end.by.includes('annulment') ? [{ kind: 'annulment' }] : [];
    if ('after' in end) {
      // Guard G31 lets no list through that has no end.
      return typeof end.after === 'string' ? [] : [{ kind: 'time', after: end.after }];
    }
    if ('earliest' in end) return [{ kind: 'repair', earliest: end.earliest }];
    if ('duty' in end) {
      const duty: Localised = end.duty;
      return [{ kind: 'duty', duty, confirmEvery: end.confirmEvery }];
    }
    return [];
  });
  return [...ends, { kind: 'correction' }, { kind: 'review' }, { kind: 'court' }];
}
