import { isBefore, type CivilDate, type Localised, type Problem } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { CaseActionKind, Hand } from '../../entry/case-payload.ts';
import type { CaseFile, CaseOffer, CasePart, CaseWorld } from '../case.ts';
import { isServed, papersIn } from '../condition/again.ts';
import { actsOf, lastOf, matterOf } from '../fold-case.ts';
import { offersTo } from '../judge/judge-action.ts';
import { claimsOf, enforcementOf, lengtheningOf, releasesOf } from '../law/court-law.ts';
import { editionOn, listCardOf, measureCardOf, pledgeCardOf } from '../law/law-of-case.ts';
import { inspectorsOf, questionsOf, visitOf } from '../law/inspection-law.ts';
import { exclusionsOf } from '../law/pledge-law.ts';
import { procedureOf } from '../law/procedure-of.ts';
import { repairLaw } from '../law/repair-law.ts';
import { electronic } from '../service/service-rule.ts';
import { fieldsOfAct, type ActField } from './act-fields.ts';

/** Something that may be chosen; without a title its code is a word of the interface. */
export interface FieldOption {
  readonly code: string;
  readonly title?: Localised;
}

/** A part of an action as it is asked for in one case on one day. */
export interface CaseField extends ActField {
  /** All that may be chosen; absent: it is written freely. */
  readonly options?: readonly FieldOption[];
  /** Chosen already, because the law asks for each of them. */
  readonly chosen?: readonly string[];
  readonly fields?: readonly CaseField[];
}

/** An action that somebody may take, or why he may not, with what it asks for. */
export interface CaseForm {
  readonly act: CaseActionKind;
  /** The seat in which he takes it. */
  readonly part: CasePart;
  readonly fields: readonly CaseField[];
  /** Everything that stands against it; empty: it may be done. */
  readonly refused: readonly Problem[];
}

/** What a person may do in a case, each action once, in the seat in which least stands against it. */
export function formsFor(
  hand: Hand,
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): readonly CaseForm[] {
  const best = new Map<CaseActionKind, CaseOffer>();
  for (const offer of offersTo(hand, file, world, today)) {
    const known = best.get(offer.act);
    if (known === undefined || offer.refused.length < known.refused.length) {
      best.set(offer.act, offer);
    }
  }
  return [...best.values()].map(({ act, part, refused }) => ({
    ...{ act, part, refused },
    fields: fieldsFor(fieldsOfAct(act), { act, part, file, world, today }),
  }));
}

interface Asked {
  readonly act: CaseActionKind;
  readonly part?: CasePart;
  readonly file: CaseFile;
  readonly world: CaseWorld;
  readonly today: CivilDate;
}

/** Parts of an action with what the case and its law let one choose. */
export function fieldsFor(fields: readonly ActField[], asked: Asked): readonly CaseField[] {
  const { file, world, today } = asked;
  const isCourts = enforcementOf(file, world, today) !== undefined;
  return fields.flatMap((field): CaseField[] => {
    // Only a court says on which ground and for whom, and a court always does.
    if (field.name === 'enforcement' && !isCourts) return [];
    // A term is lengthened only where the law lengthens it.
    if (field.name === 'lengthened' && lengtheningOf(file, world, today) === undefined) return [];
    const { fields: parts, ...plain } = field;
    return [
      {
        ...plain,
        ...choicesFor(field, asked),
        ...(parts === undefined ? {} : { fields: fieldsFor(parts, asked) }),
        ...(field.name === 'enforcement' ? { required: true } : {}),
      },
    ];
  });
}

type Choices = Pick<CaseField, 'options' | 'chosen'>;

function choicesFor({ name, codes }: ActField, asked: Asked): Choices {
  const { act, file, world, today } = asked;
  switch (name) {
    case 'told': {
      const contents = procedureOf(file, world, today)?.contents ?? [];
      return allOf([...new Set([...contents, ...(act === 'drafted' ? waysOut : [])])]);
    }
    case 'measures':
      return { options: measuresFor(asked) };
    case 'basis':
      return { options: basisFor(asked) };
    case 'capacity':
      return { options: capacitiesFor(asked) };
    case 'clock':
      return { options: complaintClocks(asked) };
    case 'currency': {
      const currency = editionOn(world, today)?.currency;
      return currency === undefined ? {} : { options: [{ code: currency }] };
    }
    case 'records':
      return { options: recordsFor(asked) };
    case 'recordId':
    case 'inspector':
    case 'inspectors':
    case 'skipped':
      return visitChoices(asked, name);
    case 'mode': {
      const modes = procedureOf(file, world, today)?.service ?? provable;
      // Whoever is served opens the paper; nobody else can say that it was opened.
      const own = modes.filter((mode) => (mode === electronic) === (asked.part === 'subject'));
      return { options: own.map((code) => ({ code })) };
    }
    case 'paper': {
      const papers = papersIn(file).filter((paper) => !isServed(file, paper));
      return { options: papers.map((code) => ({ code })) };
    }
    case 'condition':
      return { options: repairLaw(file, world, today).toShow.map((code) => ({ code })) };
    case 'for':
      return { options: (lengtheningOf(file, world, today)?.for ?? []).map((code) => ({ code })) };
    case 'superior': {
      // Told is whom the case was opened with; who that is, the opening says.
      const named = matterOf(file, 'listing')?.enforcement?.superior;
      if (act !== 'superior-told' || named === undefined) return {};
      return { options: [{ code: named, title: { zh: named, en: named } }], chosen: [named] };
    }
    case 'claim':
      return { options: claimsOf(enforcementOf(file, world, today)).map((code) => ({ code })) };
    case 'factor':
    case 'forbids':
      return { options: orderedIn(asked, name) };
    case 'ground':
      return codes === undefined ? groundsFor(asked) : { options: codes.map((code) => ({ code })) };
    case 'considered':
      return { options: exemptionsFor(asked) };
    case 'pledge':
    case 'unmet':
      return pledgedIn(asked, name) ?? visitChoices(asked, name);
    case 'missing':
    case 'grounds': {
      const leftOut = pledgedIn(asked, name);
      if (leftOut !== undefined) return leftOut;
      return { options: unmetIn(file, world, today).map((code) => ({ code })) };
    }
    default:
      return codes === undefined ? {} : { options: codes.map((code) => ({ code })) };
  }
}

/** Who visits, what is asked, and the decision that came of it; nothing for any other case. */
function visitChoices(asked: Asked, name: string): Choices {
  const { file, world, today, act } = asked;
  if (matterOf(file, 'inspection') === undefined) return {};
  if (name === 'recordId') return { options: recordsFor({ ...asked, today }) };
  if (name.startsWith('inspector')) {
    const names = inspectorsOf(file);
    const options = names.map((each) => ({ code: each, title: { zh: each, en: each } }));
    return name === 'inspectors' ? { options, chosen: names } : { options };
  }
  const questions = questionsOf(file, world);
  const again = visitOf(file)?.unmet ?? [];
  return {
    options: questions
      .filter(({ question }) => act !== 'seen-faulty' || again.includes(question))
      .map(({ question, says }) => ({ code: question, title: says })),
  };
}

/** What is signed, which of its conditions was not met, and who is left out: as the card writes it. */
function pledgedIn({ act, file, world, today }: Asked, name: string): Choices | undefined {
  const card = pledgeCardOf(file, world, today);
  if (card?.approval === undefined) return undefined;
  const { form, conditions, exclusions } = card.approval;
  const wording = form.zh ?? form.en ?? '';
  switch (name) {
    case 'pledge':
      return act === 'pledged'
        ? { options: [{ code: wording, title: form }], chosen: [wording] }
        : undefined;
    case 'unmet':
      return {
        options: conditions.map(({ condition, says }) => ({ code: condition, title: says })),
      };
    default: {
      const held = exclusionsOf(card, world, today).map(({ exclusion }) => exclusion);
      const open = exclusions.filter(
        ({ by, exclusion }) => by === 'office' || held.includes(exclusion),
      );
      return { options: open.map(({ exclusion, says }) => ({ code: exclusion, title: says })) };
    }
  }
}

/** What every decision tells beside itself. */
const waysOut = ['exit', 'remedies'] as const;

/** Ways of service that leave proof, where no card names those that count. */
const provable = ['in_person', 'registered_letter', electronic] as const;

function allOf(codes: readonly string[]): Choices {
  return { options: codes.map((code) => ({ code })), chosen: codes };
}

/** The closed catalogue: what the list brings, and of that what the notice named. */
function measuresFor({ act, file, world, today }: Asked): readonly FieldOption[] {
  const brought = listCardOf(file, world, today)?.effect.measures ?? [];
  const named = lastOf(file, 'noticed')?.measures ?? [];
  const codes = act === 'drafted' ? brought.filter((each) => named.includes(each)) : brought;
  const edition = editionOn(world, today);
  return codes.map((code) => {
    const title = edition?.measures.get(code)?.title;
    return { code, ...(title === undefined ? {} : { title }) };
  });
}

/**
 * In which capacities a body may carry the measure out, or an order name a person: the card says so,
 * nobody writes one in.
 */
function capacitiesFor({ file, world, today }: Asked): readonly FieldOption[] {
  const card = measureCardOf(file, world, today);
  const codes = card?.order?.persons.capacities ?? card?.implementing ?? [];
  return codes.map((code) => ({ code }));
}

/** What an order weighs and forbids; whoever asks for relief chooses among what this one forbids. */
function orderedIn(
  { act, file, world, today }: Asked,
  part: 'factor' | 'forbids',
): readonly FieldOption[] {
  const order = measureCardOf(file, world, today)?.order;
  if (part === 'factor') {
    return (order?.weighed ?? []).map(({ factor, says }) => ({ code: factor, title: says }));
  }
  const forbidden = matterOf(file, 'spending')?.forbids ?? [];
  return (order?.forbids ?? []).flatMap(({ forbids, says }) =>
    act === 'opened' || forbidden.includes(forbids) ? [{ code: forbids, title: says }] : [],
  );
}

/** The clocks under which a complaint runs; an objection has that of its item. */
function complaintClocks({ world, today }: Asked): readonly FieldOption[] {
  const clocks = [...(editionOn(world, today)?.clocks.values() ?? [])];
  return clocks
    .filter(({ clock }) => clock.startsWith(complaints))
    .map(({ clock: code, title }) => ({ code, title }));
}

/** What the ids of clocks of complaints begin with. */
export const complaints = 'complaint.';

/** The records of the subject that stand, by the number of their document, else what they are. */
function recordsFor({ world, today }: Asked): readonly FieldOption[] {
  const items = editionOn(world, today)?.items;
  return [...world.records].flatMap(([code, { record, endedOn }]) => {
    if (endedOn !== undefined && !isBefore(today, endedOn)) return [];
    const number = record.document?.number;
    const named =
      number === undefined ? items?.get(record.item)?.title : { zh: number, en: number };
    return [{ code, title: named ?? { en: record.item } }];
  });
}

/** The closed list of what a court's entry rests on, or of what ends it; elsewhere it is written. */
function groundsFor({ act, file, world, today }: Asked): Choices {
  const grounds =
    act === 'opened'
      ? enforcementOf(file, world, today)?.grounds
      : releasesOf(file, world, today)?.releases.grounds;
  return grounds === undefined
    ? {}
    : { options: grounds.map(({ ground, says }) => ({ code: ground, title: says })) };
}

/** Every exemption of a court's list, to be ticked once it was looked for. */
function exemptionsFor({ file, world, today }: Asked): readonly FieldOption[] {
  const grounds = enforcementOf(file, world, today)?.grounds ?? [];
  return grounds.flatMap(({ exempt }) =>
    exempt.map((each) => ({ code: each.exempt, title: each.says })),
  );
}

/**
 * Articles a decision may rest on: those of the list's card, else those of the item's, else those
 * that the case itself was opened with; an appeal has those of what it is against.
 */
function basisFor(asked: Asked): readonly FieldOption[] {
  const { file, world, today } = asked;
  const edition = editionOn(world, today);
  if (edition === undefined) return [];
  const against =
    file.opened.matter.case === 'appeal' ? world.docket.get(file.opened.matter.of) : undefined;
  if (against !== undefined) return basisFor({ ...asked, file: against });
  const list = listCardOf(file, world, today);
  const clock =
    'clock' in file.opened.matter ? edition.clocks.get(file.opened.matter.clock) : undefined;
  const items = [...edition.items.values()];
  const { matter } = file.opened;
  const recordId =
    'target' in matter && matter.target.kind === 'record' ? matter.target.recordId : undefined;
  const of = recordId === undefined ? undefined : world.records.get(recordId)?.record.item;
  const item = items.find((each) => each.item === of);
  const revoked = pledgeCardOf(file, world, today)?.approval?.revocation;
  const card = list ?? clock ?? revoked ?? item;
  const stated = 'basis' in matter ? matter.basis : [];
  const codes = card?.basis.map(({ source, at }) => `${source}#${at}`) ?? stated;
  return codes.map((code) => {
    const [source = '', at = ''] = code.split('#');
    return { code, title: citedAs(edition, source, at) };
  });
}

/** Places in a text that bear a number, as both languages write them. */
const places: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  art: ['条', 'article'],
  item: ['项', 'item'],
};

function citedAs(edition: Edition, source: string, at: string): Localised {
  const { zh, en } = edition.sources.get(source)?.title ?? {};
  const [, kind = '', number = ''] = /^(art|item)-(\d+)$/.exec(at) ?? [];
  const [unit, word] = places[kind] ?? ['', ''];
  return {
    zh: `《${zh ?? en ?? source}》${number === '' ? '' : `第${number}${unit}`}`,
    en: `${en ?? zh ?? source}${number === '' ? '' : `, ${word} ${number}`}`,
  };
}

/** Conditions that no official has found met. */
function unmetIn(file: CaseFile, world: CaseWorld, today: CivilDate): readonly string[] {
  const found = actsOf(file, 'condition-shown').flatMap(({ by, condition }) =>
    by.kind === 'official' ? [condition] : [],
  );
  return repairLaw(file, world, today).toShow.filter((each) => !found.includes(each));
}
