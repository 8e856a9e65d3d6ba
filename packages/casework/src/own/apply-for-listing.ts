import { jsonOf, problem, type JsonValue, type Localised } from '@credence/domain';
import type { Edition, ListCard } from '@credence/rulebook';
import { z } from 'zod';

import type { SubjectHead } from '../access/access-casework.ts';
import { headOf } from '../access/find-home.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { CaseOutcome } from '../case/desk/case-casework.ts';
import { createCases } from '../case/desk/create-cases.ts';
import { findSubjectHome } from '../case/desk/find-subject-home.ts';
import { allow } from '../case/desk/open-desk.ts';
import type { CaseField } from '../case/form/act-form.ts';
import type { PartySeat } from '../case/desk/party-seat.ts';
import { claimsOf } from '../case/law/court-law.ts';
import { editionOn } from '../case/law/law-of-case.ts';
import { holdsPersonData } from '../intake/person-scan.ts';
import { findBehind } from '../promulgate/find-behind.ts';
import { foldSubject, type RecordState } from '../state/subject-state.ts';
import type { LodgeOutcome, OwnCasework } from './own.ts';
import { openOwn, type OpenedOwn, type OwnParts } from './own-parts.ts';

/** What a creditor states; the judgment has to be known by its number, and is not looked up by name. */
const application = z.strictObject({
  debtor: z.string().regex(/\S/),
  judgment: z.string().regex(/\S/),
  list: z.string(),
  ground: z.string(),
  notTheCase: z.array(z.string()).optional(),
  claim: z.string(),
  superior: z.string().regex(/\S/).optional(),
  reason: z.string().regex(/\S/).max(4_000),
  evidence: z.array(z.string().regex(/\S/)).min(1).max(20),
});
type Application = z.output<typeof application>;

/** Every list of today's law that a creditor may ask a court for. */
function listsFor(edition: Edition | undefined): readonly ListCard[] {
  const lists = [...(edition?.lists.values() ?? [])];
  return lists.filter(({ enforcement }) => enforcement !== undefined);
}

/** @see {@link OwnCasework.viewListingForm} */
export async function viewListingForm(
  parts: OwnParts,
  principal: KnownPrincipal,
  home: string,
): ReturnType<OwnCasework['viewListingForm']> {
  const own = await openOwn(parts, principal, { home, operation: 'case.read', fields: ['case'] });
  if (own.kind === 'refused') return own;
  const subject = headOf(home, own.entries);
  if (subject === undefined) return { kind: 'not-found' };
  const lists = listsFor(editionOn(own.world, own.today));
  const fields = fieldsOf(lists, own.agencies);
  return { kind: 'found', view: { clock: own.clock, subject, fields } };
}

function fieldsOf(
  lists: readonly ListCard[],
  agencies: OpenedOwn['agencies'],
): readonly CaseField[] {
  const grounds = lists.flatMap(({ enforcement }) => enforcement?.grounds ?? []);
  const exempt = grounds.flatMap((ground) => ground.exempt);
  const text = (name: string, required = true): CaseField => ({ name, kind: 'text', required });
  return [
    text('debtor'),
    text('judgment'),
    choice(
      'list',
      lists.map(({ list, title }) => ({ code: list, title })),
    ),
    choice(
      'ground',
      grounds.map(({ ground, says }) => ({ code: ground, title: says })),
    ),
    {
      ...{ name: 'notTheCase', kind: 'texts', required: false },
      options: exempt.map((each) => ({ code: each.exempt, title: each.says })),
    },
    choice(
      'claim',
      claimsOf(...lists.map(({ enforcement }) => enforcement)).map((code) => ({ code })),
    ),
    {
      ...choice(
        'superior',
        agencies.map(({ code, name }) => ({ code, title: name })),
      ),
      required: false,
    },
    text('reason'),
    { name: 'evidence', kind: 'texts', required: true },
  ];
}

function choice(
  name: string,
  options: readonly { readonly code: string; readonly title?: Localised }[],
): CaseField {
  return { name, kind: 'choice', required: true, options };
}

/**
 * A creditor asks the court to list a debtor: from its own desk, under its own name in the register.
 * A code that nobody bears and a judgment that is not there are answered alike, so that nothing is
 * learnt about a debtor by asking.
 */
export async function applyForListing(
  parts: OwnParts,
  command: {
    readonly principal: KnownPrincipal;
    readonly home: string;
    readonly said: JsonValue;
  },
): Promise<LodgeOutcome> {
  const { principal, home } = command;
  const read = application.safeParse(command.said);
  if (!read.success) return refused(problem('case-form', { act: 'opened' }));
  const { data: said } = read;
  for (const [field, text] of [
    ['reason', said.reason],
    ...said.evidence.map(evidenceOf),
  ] as const) {
    if (holdsPersonData(text)) return refused(problem('case-person-number', { field }));
  }
  const own = await openOwn(parts, principal, { home, operation: 'case.read', fields: ['case'] });
  if (own.kind === 'refused') return refused(own.problem);
  const head = headOf(home, own.entries);
  if (head === undefined || principal.kind !== 'representative') return { kind: 'not-found' };
  const above = said.superior === undefined ? undefined : agencyIn(own, said.superior);
  if (said.superior !== undefined && above === undefined) {
    return refused(problem('case-superior-missing', { value: said.superior }));
  }
  const name = calledBy(home, head);
  const seat: PartySeat = { home, as: 'creditor', name };
  const found = await findJudgment(parts, principal, own, { said, seat });
  if (found === undefined) {
    return refused(problem('case-target-missing', { value: `${said.debtor} ${said.judgment}` }));
  }
  const content = jsonOf(await openingOf(parts, own, { ...found, said, head, above }));
  const subject = { by: 'id', id: found.home } as const;
  return toLodged(await createCases(parts).openCase({ principal, subject, content, seat }));
}

function evidenceOf(text: string): readonly [field: string, text: string] {
  return ['evidence', text];
}

interface Judgment {
  readonly home: string;
  readonly list: ListCard;
  readonly record: RecordState['record'];
}

async function findJudgment(
  parts: OwnParts,
  principal: KnownPrincipal,
  own: OpenedOwn,
  { said, seat }: { readonly said: Application; readonly seat: PartySeat },
): Promise<Judgment | undefined> {
  const list = listsFor(editionOn(own.world, own.today)).find((each) => each.list === said.list);
  const home = await findSubjectHome(parts, { by: 'code', code: said.debtor });
  const allowed = allow(parts, principal, { operation: 'case.open', desks: {}, seat });
  if (list === undefined || home === undefined || allowed.kind === 'refused') return undefined;
  const entries = await parts.journal.readWithAccess(allowed.access, home);
  const wanted = folded(said.judgment);
  const known = foldSubject(home, entries).records.find(
    ({ record, end }) =>
      end === undefined &&
      record.item === list.trigger.item &&
      folded(record.document?.number ?? '') === wanted,
  );
  return known === undefined ? undefined : { home, list, record: known.record };
}

/** A unit of the register as the papers of a case name it; undefined for one that is not there. */
function agencyIn({ agencies }: OpenedOwn, code: string): string | undefined {
  const name = agencies.find((each) => each.code === code)?.name;
  return name?.zh ?? name?.en;
}

/** Brackets and figures of a number are written in any width. */
function folded(number: string): string {
  return number.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('〔', '(').replaceAll('〕', ')');
}

/** Under which a case knows the organisation. */
function calledBy(home: string, { name, identifiers }: SubjectHead): string {
  return name ?? identifiers[0]?.value ?? home;
}

async function openingOf(
  parts: OwnParts,
  own: OpenedOwn,
  asked: Judgment & {
    readonly said: Application;
    readonly head: SubjectHead;
    readonly above: string | undefined;
  },
) {
  const { said, list, record, head, above } = asked;
  const [code] = head.identifiers;
  const desk = record.provider.code;
  const { review } = (await findBehind(parts, own.agencies, own.today))(desk);
  const { registerAgency: platform } = parts;
  const measures = editionOn(own.world, own.today)?.measures;
  const ground = list.enforcement?.grounds.find((each) => each.ground === said.ground);
  const basis = (ground ?? list).basis.map(({ source, at }) => `${source}#${at}`);
  return {
    desks: {
      own: desk,
      ...(platform === undefined ? {} : { platform }),
      ...(review === undefined ? {} : { review }),
    },
    matter: {
      ...{ case: 'listing', list: list.list, recordId: record.recordId, basis },
      document: { number: record.document?.number ?? said.judgment },
      ...{ conductOn: record.decidedOn, reason: said.reason, evidence: said.evidence },
      // An order about spending has a way of its own, and is the court's to make.
      measures: list.effect.measures.filter((code) => measures?.get(code)?.order === undefined),
      enforcement: {
        ...{ ground: said.ground, claim: said.claim, creditor: calledBy(own.home, head) },
        ...(code === undefined ? {} : { creditorCode: code.value }),
        considered: said.notTheCase ?? [],
        ...(above === undefined ? {} : { superior: above }),
      },
    },
  };
}

function refused(
  ...problems: Extract<LodgeOutcome, { kind: 'refused' }>['problems']
): LodgeOutcome {
  return { kind: 'refused', problems };
}

function toLodged(outcome: CaseOutcome): LodgeOutcome {
  if (outcome.kind !== 'recorded') return outcome;
  const { caseId, receipt } = outcome;
  return { kind: 'lodged', caseId, receipt };
}
