import type { CivilDate } from '@credence/domain';
import type { ClockCard, Edition, ListCard, MeasureCard, PledgeCard } from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case.ts';
import { matterOf } from '../fold-case.ts';

/** The law of one day, with the newest calendar: a year is published late and counts for all. */
export function editionOn(world: CaseWorld, day: CivilDate): Edition | undefined {
  return world.rulebook.on(day);
}

/** The listing that a case is about: itself, or the one it is directed at. */
export function listingOf(file: CaseFile, world: CaseWorld): CaseFile | undefined {
  const { matter } = file.opened;
  switch (matter.case) {
    case 'listing':
      return file;
    case 'measure':
      return world.docket.get(matter.cause);
    case 'appeal': {
      const against = world.docket.get(matter.of);
      return against === undefined || against.caseId === file.caseId
        ? undefined
        : listingOf(against, world);
    }
    case 'objection':
    case 'repair':
    case 'reply': {
      const { target } = matter;
      const against = target.kind === 'case' ? world.docket.get(target.caseId) : undefined;
      return against?.opened.matter.case === 'listing' ? against : undefined;
    }
    case 'spending':
    case 'payment-complaint':
    case 'identity':
    case 'pledge':
    case 'inspection':
      return undefined;
  }
}

/** The case that an appeal is about, in the end: itself where it is about none, or that is gone. */
export function rootOf(file: CaseFile, world: CaseWorld): CaseFile {
  const { matter } = file.opened;
  const of = matter.case === 'appeal' ? matter.of : undefined;
  const against = of === undefined || of === file.caseId ? undefined : world.docket.get(of);
  return against === undefined ? file : rootOf(against, world);
}

/** Id of the record that a case rests on. */
export function recordOf(file: CaseFile, world: CaseWorld): string | undefined {
  const { matter } = file.opened;
  if ('target' in matter && matter.target.kind === 'record') return matter.target.recordId;
  if (matter.case === 'spending') return matter.recordId;
  if (matter.case === 'identity') return matter.records.at(0);
  const root = rootOf(file, world);
  // An appeal rests on whatever the case rests on that it is against.
  if (root.caseId !== file.caseId) return recordOf(root, world);
  const listing = listingOf(file, world);
  return listing === undefined ? undefined : matterOf(listing, 'listing')?.recordId;
}

/** The card of the list that a case is about, as the law of a day has it. */
export function listCardOf(file: CaseFile, world: CaseWorld, day: CivilDate): ListCard | undefined {
  const listing = listingOf(file, world);
  const list = listing === undefined ? undefined : matterOf(listing, 'listing')?.list;
  return list === undefined ? undefined : editionOn(world, day)?.lists.get(list);
}

/** The card of the measure that a case carries out. */
export function measureCardOf(
  file: CaseFile,
  world: CaseWorld,
  day: CivilDate,
): MeasureCard | undefined {
  const measure = matterOf(file, 'measure')?.measure ?? matterOf(file, 'spending')?.measure;
  return measure === undefined ? undefined : editionOn(world, day)?.measures.get(measure);
}

/** The card of what was pledged, as the law of a day has it. */
export function pledgeCardOf(
  file: CaseFile,
  world: CaseWorld,
  day: CivilDate,
): PledgeCard | undefined {
  const pledge = matterOf(file, 'pledge')?.pledge;
  return pledge === undefined ? undefined : editionOn(world, day)?.pledges.get(pledge);
}

/** The clock under which a case was lodged: the law of that day runs it to its end. */
export function clockCardOf(
  file: CaseFile,
  world: CaseWorld,
  lodgedOn: CivilDate,
): ClockCard | undefined {
  const id = clockIdOf(file, world, lodgedOn);
  return id === undefined ? undefined : editionOn(world, lodgedOn)?.clocks.get(id);
}

function clockIdOf(file: CaseFile, world: CaseWorld, lodgedOn: CivilDate): string | undefined {
  const { matter } = file.opened;
  const edition = editionOn(world, lodgedOn);
  if (edition === undefined) return undefined;
  switch (matter.case) {
    case 'objection':
    case 'payment-complaint':
      return matter.clock;
    case 'repair': {
      const exit = listCardOf(file, world, lodgedOn)?.ends.find(({ by }) => by === 'repair');
      if (exit?.by === 'repair' && exit.clock !== undefined) return exit.clock;
      const record = recordOf(file, world);
      const item = record === undefined ? undefined : world.records.get(record)?.record.item;
      const ofItem = item === undefined ? undefined : edition.items.get(item)?.clocks?.repair;
      return repairCardOf(file, world, lodgedOn)?.clock ?? ofItem;
    }
    case 'appeal': {
      const record = recordOf(file, world);
      const item = record === undefined ? undefined : world.records.get(record)?.record.item;
      return item === undefined ? undefined : edition.items.get(item)?.clocks?.review;
    }
    default:
      return undefined;
  }
}

/** The rule of repair that is for the list or the item, where the law has one. */
export function repairCardOf(file: CaseFile, world: CaseWorld, day: CivilDate) {
  const edition = editionOn(world, day);
  if (edition === undefined) return undefined;
  const list = listCardOf(file, world, day);
  const exit = list?.ends.find(({ by }) => by === 'repair');
  if (exit?.by === 'repair' && exit.rule !== undefined) return edition.repairs.get(exit.rule);
  const cards = [...edition.repairs.values()];
  if (list !== undefined) return cards.find(({ lists }) => lists.includes(list.list));
  const record = recordOf(file, world);
  const item = record === undefined ? undefined : world.records.get(record)?.record.item;
  return item === undefined ? undefined : cards.find((card) => card.of.includes(item));
}
