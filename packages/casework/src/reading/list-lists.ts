import type { Localised } from '@credence/domain';
import type { Edition, ItemCard, ListCard } from '@credence/rulebook';

import type { Found, NotFound } from '../view/answer.ts';
import type { Journal } from '../port/journal.ts';
import type { ListedCount } from '../port/listed.ts';
import type { RecordLineRow, Register } from '../port/register.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { Answering } from '../view/answer-clock.ts';
import { viewListings, withLists } from '../view/listing-view.ts';
import { toBasis, toRecordView } from '../view/record-view.ts';
import { findPublicSubject, toSubjectLine } from '../view/subject-line.ts';
import { findAgencies, type AgencyState } from './agency-state.ts';
import type {
  ListedEntry,
  ListEntry,
  ListExit,
  ListLine,
  ListQuery,
  ListsView,
  ListView,
} from './reading.ts';

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
  const listed = await parts.register.countListed({ day, today });
  const lists = publicLists(edition).map((list) => ({
    ...listLine(list, edition),
    standing: standingOf(listed.find(({ card }) => card === list.list)),
  }));
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
    const list = publicLists(edition).find((card) => card.list === asked.id);
    if (list === undefined) return { kind: 'not-found' };
    return {
      kind: 'found',
      view: await viewListed(parts, answering, { list, query: asked.query }),
    };
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

/** Lists whose entries these pages may name. */
export function publicLists({ lists }: Edition): readonly ListCard[] {
  return [...lists.values()].filter(({ publicity }) => publicity.channels.includes('portal'));
}

/** A list under law with who stands in it by its procedure. */
async function viewListed(
  parts: ListParts,
  answering: Answering,
  { list, query }: { readonly list: ListCard; readonly query: ListQuery },
): Promise<ListView> {
  const { clock, edition } = answering;
  const { order, page, agency, region, decidedFrom, decidedUntil } = query;
  const { day, today } = clock;
  const wanted = {
    ...{ card: list.list, day, today },
    ...(agency === undefined ? {} : { agency }),
    ...(region === undefined ? {} : { region }),
    ...(decidedFrom === undefined ? {} : { from: decidedFrom }),
    ...(decidedUntil === undefined ? {} : { until: decidedUntil }),
  };
  const offset = (page - 1) * entriesPerPage;
  const found = await parts.register.listListed(wanted, { order, limit: entriesPerPage, offset });
  const counts = await parts.register.countListed({ day, today });
  const regions = await parts.register.crossCountListed({ day, today }, 'region');
  const listed = await readListed(parts, answering, found.entries);
  return {
    ...{ clock, order, page, pageSize: entriesPerPage, entries: [], listed },
    regions: regions.flatMap(({ row, column }) => (column === list.list ? (row ?? []) : [])).sort(),
    list: {
      ...listLine(list, edition),
      standing: standingOf(counts.find(({ card }) => card === list.list)),
    },
    // What the register counted and nobody may see is not counted either.
    total: found.total - (found.entries.length - listed.length),
  };
}

/** Each entry is decided again from the journal: the projection only says where to look. */
async function readListed(
  { journal }: ListParts,
  answering: Answering,
  found: readonly { readonly home: string; readonly caseId: string }[],
): Promise<readonly ListedEntry[]> {
  const homes = [...new Set(found.map(({ home }) => home))];
  const entries = await journal.entriesOfMany(homes);
  return found.flatMap(({ home, caseId }): ListedEntry[] => {
    const own = entries.get(home) ?? [];
    const subject = findPublicSubject(foldSubject(home, own), answering);
    const listing = viewListings(home, own, answering).find(({ id }) => id === caseId);
    if (subject === undefined || listing === undefined) return [];
    const line = toSubjectLine(subject, answering.edition);
    return [{ subject: withLists(line, own, answering), listing }];
  });
}

function standingOf(count: ListedCount | undefined): ListLine['standing'] {
  return { records: count?.entries ?? 0, subjects: count?.subjects ?? 0 };
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
        subject: withLists(
          toSubjectLine(subject, answering.edition),
          entries.get(home) ?? [],
          answering,
        ),
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

function listLine(list: ListCard, edition: Edition): Omit<ListLine, 'standing'> {
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
