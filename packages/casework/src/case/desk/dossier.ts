import { isBefore, type CivilDate, type Localised } from '@credence/domain';
import type { Citation, Confidence, Edition } from '@credence/rulebook';

import type { CaseAction, Hand } from '../../entry/case-payload.ts';
import type { AccountRow, AgencyRow } from '../../port/register.ts';
import { toBasis } from '../../view/record-view.ts';
import type { BasisView, CardKind } from '../../view/view.ts';
import type { CaseFile, CasePart, CaseWorld } from '../case.ts';
import { actsOf, pointsOf, since } from '../fold-case.ts';
import { formsFor, type CaseForm } from '../form/act-form.ts';
import { evaluationTitle } from '../law/evaluation-title.ts';
import { checklistsOf, listsCard } from '../law/inspection-law.ts';
import {
  clockCardOf,
  editionOn,
  listCardOf,
  measureCardOf,
  recordOf,
  repairCardOf,
  rootOf,
} from '../law/law-of-case.ts';
import { officesFor, partsOf } from '../law/parts-of.ts';
import { procedureOf, type CaseProcedure } from '../law/procedure-of.ts';

/** Something that was said, with what was answered to it. */
export interface CasePoint {
  readonly text: string;
  /** Which party said it. */
  readonly said: (Hand & { readonly kind: 'party' })['as'];
  readonly field?: string;
  /** Papers that show it. */
  readonly evidence?: readonly string[];
  readonly answer?: { readonly text: string; readonly outcome: 'upheld' | 'refused' };
}

/** Who may sit in a seat: the agency, and how many of its officials hold the office today. */
export interface CaseSeat {
  readonly part: CasePart;
  readonly agency: string;
  /** Absent where the register does not know the agency's people. */
  readonly officials?: number;
}

/** What a case is about and what it rests on, as whoever has a part in it reads it. */
export interface CaseDossier {
  readonly subject: { readonly home: string; readonly name?: string; readonly code?: string };
  /** The list, the measure, or the record. */
  readonly title: Localised;
  readonly record?: {
    readonly recordId: string;
    readonly item: Localised;
    readonly document?: string;
    readonly decidedOn: CivilDate;
    readonly provider: string;
    readonly endedOn?: CivilDate;
  };
  readonly card?: { readonly kind: CardKind; readonly id: string; readonly title: Localised };
  /** The checklists of a visit with their questions; none for any other case. */
  readonly lists: readonly CaseChecklist[];
  readonly basis: readonly BasisView[];
  readonly procedure?: CaseProcedure;
  readonly measures: readonly { readonly code: string; readonly title: Localised }[];
  readonly points: readonly CasePoint[];
  /** How many acts there are, those that a party does not read included. */
  readonly acts: number;
  readonly held: readonly CasePart[];
  readonly forms: readonly CaseForm[];
  readonly seats: readonly CaseSeat[];
  readonly agencies: readonly { readonly code: string; readonly name: Localised }[];
}

/** Where the people of agencies are found. */
export interface OfficeLook {
  readonly agencies: readonly AgencyRow[];
  readonly accounts: ReadonlyMap<string, readonly AccountRow[]>;
}

/** One checklist of a visit. */
interface CaseChecklist {
  readonly id: string;
  readonly title: Localised;
  readonly questions: readonly string[];
}

/** @see {@link CaseDossier} */
export function openDossier(
  hand: Hand,
  file: CaseFile,
  asked: {
    readonly home: string;
    readonly world: CaseWorld;
    readonly today: CivilDate;
    readonly offices: OfficeLook;
    /** Agencies that have looked, and are named beside those that act. */
    readonly readBy?: readonly string[];
  },
): CaseDossier {
  const { home, world, today, offices, readBy = [] } = asked;
  const edition = editionOn(world, today);
  const { card, ...law } = lawOf(file, world, today);
  const procedure = procedureOf(file, world, today);
  const record = recordLine(file, world, edition);
  const title = evaluationTitle(file, world, today) ?? titleOf(file, { card, record });
  // What a draft answers and orders is the office's own until the decision is served.
  const read = hand.kind === 'party' ? { ...file, actions: actsForParty(file, hand.as) } : file;
  return {
    subject: { home, ...subjectOf(world) },
    title,
    ...(record === undefined ? {} : { record }),
    ...(card === undefined ? {} : { card }),
    ...law,
    lists: checklistsOf(file, world, file.opened.on).map(
      ({ checklist, title: name, questions }) => ({
        ...{ id: checklist, title: name, questions: questions.map(({ question }) => question) },
      }),
    ),
    ...(procedure === undefined ? {} : { procedure }),
    measures: measuresIn(read, edition),
    points: answered(read),
    acts: file.actions.length,
    held: [...partsOf(hand, file, world, today)],
    forms: formsFor(hand, file, world, today),
    seats: seatsOf(file, { world, today, offices }),
    agencies: namesOf(file, offices, readBy),
  };
}

/** What a case is about: what it carries out or is against, not the clock by which it is answered. */
function titleOf(
  { opened, caseId }: CaseFile,
  {
    card,
    record,
  }: {
    readonly card: CaseDossier['card'] | undefined;
    readonly record: CaseDossier['record'] | undefined;
  },
): Localised {
  const { matter } = opened;
  if (matter.case === 'payment-complaint') {
    return { zh: `合同 ${matter.contract}`, en: `Contract ${matter.contract}` };
  }
  const carried = card?.kind === 'clock' ? undefined : card?.title;
  return carried ?? record?.item ?? card?.title ?? { zh: caseId, en: caseId };
}

/** The newest name and code under which the register knows the subject of a home. */
export function subjectOf({ records }: Pick<CaseWorld, 'records'>): {
  readonly name?: string;
  readonly code?: string;
} {
  const all = [...records.values()].map(({ record }) => record.subject).reverse();
  const name = all.find((each) => each.name !== undefined)?.name;
  const code = all.flatMap(({ identifiers }) => identifiers)[0]?.value;
  return { ...(name === undefined ? {} : { name }), ...(code === undefined ? {} : { code }) };
}

/** The card that a case carries out, or by which it is answered. */
function lawOf(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): Pick<CaseDossier, 'card' | 'basis'> {
  const edition = editionOn(world, today);
  const measure = measureCardOf(file, world, today);
  const list = listCardOf(file, world, today);
  const repair =
    file.opened.matter.case === 'repair' ? repairCardOf(file, world, today) : undefined;
  const clock = clockCardOf(file, world, today);
  const visited = listsCard(file, world, file.opened.on);
  const found =
    (measure && ofCard('measure', measure.measure, measure)) ??
    (repair && ofCard('repair', repair.repair, repair)) ??
    (list && ofCard('list', list.list, list)) ??
    (clock && ofCard('clock', clock.clock, clock)) ??
    (visited && ofCard('checklist', visited.checklist, visited));
  if (found === undefined || edition === undefined) return { basis: [] };
  const { kind, id, title, basis, confidence } = found;
  return {
    card: { kind, id, title },
    basis: basis.map((citation) => toBasis({ citation, confidence }, 'decision', edition)),
  };
}

interface Carried {
  readonly title: Localised;
  readonly basis: readonly Citation[];
  readonly confidence: Confidence;
}

function ofCard(kind: CardKind, id: string, { title, basis, confidence }: Carried) {
  return { kind, id, title, basis, confidence };
}

function recordLine(
  file: CaseFile,
  world: CaseWorld,
  edition: Edition | undefined,
): CaseDossier['record'] {
  const recordId = recordOf(rootOf(file, world), world);
  const known = recordId === undefined ? undefined : world.records.get(recordId);
  if (recordId === undefined || known === undefined) return undefined;
  const { record, endedOn } = known;
  return {
    ...{ recordId, decidedOn: record.decidedOn, provider: record.provider.name },
    item: edition?.items.get(record.item)?.title ?? { zh: record.item, en: record.item },
    ...(record.document === undefined ? {} : { document: record.document.number }),
    ...(endedOn === undefined ? {} : { endedOn }),
  };
}

function measuresIn(file: CaseFile, edition: Edition | undefined): CaseDossier['measures'] {
  const { matter } = file.opened;
  const codes = new Set(
    file.actions.flatMap((action) => ('measures' in action ? action.measures : [])),
  );
  if (matter.case === 'listing') for (const each of matter.measures) codes.add(each);
  if (matter.case === 'measure') codes.add(matter.measure);
  return [...codes].map((code) => ({
    code,
    title: edition?.measures.get(code)?.title ?? { zh: code, en: code },
  }));
}

function answered(file: CaseFile): readonly CasePoint[] {
  const answers = file.actions.flatMap((action) => ('answers' in action ? action.answers : []));
  const speakers = speakersOf(file);
  return pointsOf(file).map((point, at) => {
    const answer = answers.findLast((each) => each.point === at + 1);
    return {
      ...point,
      said: speakers[at] ?? 'subject',
      ...(answer === undefined ? {} : { answer }),
    };
  });
}

/** Who said each point, in their order: the first are of whoever opened the case. */
function speakersOf(file: CaseFile): readonly CasePoint['said'][] {
  const { matter, by } = file.opened;
  const first = 'points' in matter ? matter.points : [];
  const later = actsOf(since(file, 'noticed'), 'stated');
  const spoken = [{ points: first, by }, ...later];
  return spoken.flatMap(({ points, by: hand }) =>
    points.map(() => (hand.kind === 'party' ? hand.as : 'subject')),
  );
}

function seatsOf(
  file: CaseFile,
  given: { readonly world: CaseWorld; readonly today: CivilDate; readonly offices: OfficeLook },
): readonly CaseSeat[] {
  const { own, platform, superior, review, body } = file.opened.desks;
  const procedure = procedureOf(file, given.world, given.today);
  const isAppeal = file.opened.matter.case === 'appeal';
  const seat = (part: CasePart, agency: string | undefined, role?: string): readonly CaseSeat[] => {
    if (agency === undefined) return [];
    const officials = officialsAt(agency, role, given);
    return [{ part, agency, ...(officials === undefined ? {} : { officials }) }];
  };
  const decides = isAppeal
    ? seat('review-unit', own, 'reviewer')
    : [
        ...seat('officer', own, procedure?.decides ?? 'case_officer'),
        ...seat('reviewer', own, procedure?.reviews),
        ...seat('approver', own, procedure?.approves),
      ];
  return [
    ...decides,
    ...seat('platform', platform),
    ...seat('superior', superior),
    ...(isAppeal ? [] : seat('review-unit', review, 'reviewer')),
    ...seat('body', body),
  ];
}

function officialsAt(
  agency: string,
  role: string | undefined,
  { offices, today }: { readonly offices: OfficeLook; readonly today: CivilDate },
): number | undefined {
  const accounts = offices.accounts.get(agency);
  if (accounts === undefined || accounts.length === 0) return undefined;
  const accepted = role === undefined ? undefined : officesFor(role);
  return accounts.filter(
    ({ kind, from, until, roles = [] }) =>
      kind === 'official' &&
      !isBefore(today, from) &&
      (until === undefined || isBefore(today, until)) &&
      (accepted === undefined || accepted.some((each) => roles.includes(each))),
  ).length;
}

function namesOf(
  file: CaseFile,
  { agencies }: OfficeLook,
  readBy: readonly string[],
): CaseDossier['agencies'] {
  const { own, platform, superior, review, body } = file.opened.desks;
  const acting = file.actions.flatMap(({ by }) =>
    by.kind === 'official' ? [by.agency] : (by.counter?.agency ?? []),
  );
  const all = new Set([own, platform, superior, review, body, ...acting, ...readBy]);
  return agencies.filter(({ code }) => all.has(code)).map(({ code, name }) => ({ code, name }));
}

type PartyKind = Extract<Hand, { readonly kind: 'party' }>['as'];

/** Steps inside an office, which nobody outside reads before the decision has been served. */
const inside = new Set<CaseAction['kind']>(['drafted', 'reviewed', 'returned', 'approved']);

/** The acts of a case as a party may read them; each reads a decision once it has it in hand. */
export function actsForParty(file: CaseFile, as: PartyKind = 'subject'): readonly CaseAction[] {
  const wanted = as === 'other-subject' ? 'decision-to-other' : 'decision';
  const told = actsOf(file, 'served').findLast(({ paper }) => paper === wanted);
  const until = told === undefined ? -1 : file.actions.indexOf(told);
  return file.actions.filter(
    ({ kind }, at) => kind !== 'conflict-declared' && (!inside.has(kind) || at < until),
  );
}
