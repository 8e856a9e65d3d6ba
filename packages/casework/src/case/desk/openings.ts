import type { CivilDate, Localised, Problem } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { Principal } from '../../access/principal.ts';
import type { CaseDesks, CaseKind, CaseMatter, CaseOpened } from '../../entry/case-payload.ts';
import { findBehind, type Behind } from '../../promulgate/find-behind.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import type { AnswerClock } from '../../view/view.ts';
import { burdenOf } from '../condition/ends.ts';
import { foldCase } from '../fold-case.ts';
import { fieldsOfMatter } from '../form/act-fields.ts';
import { fieldsFor, type CaseField } from '../form/act-form.ts';
import { judgeOpening } from '../judge/judge-action.ts';
import { editionOn } from '../law/law-of-case.ts';
import type { CaseTarget } from '../target-id.ts';
import { standing } from '../standing/standing.ts';
import { isOpenTo } from './audience.ts';
import type { CaseCasework } from './case-casework.ts';
import { subjectOf } from './dossier.ts';
import {
  aboutSubject,
  listings,
  measures,
  orders,
  unwritten,
  type Draft,
  type DraftsAsked,
} from './opening-drafts.ts';
import { allow, openUnasked, type CaseParts } from './open-desk.ts';

/** One case that may be opened about a record or another case, or why it may not. */
export interface CaseOpening {
  /** Names it among the openings of a subject. */
  readonly key: string;
  readonly kind: CaseKind;
  readonly title: Localised;
  /** What leads to it, in plain words of the card. */
  readonly says?: Localised;
  /** What of the matter is settled: kind, target, list, measure. */
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly fields: readonly CaseField[];
  readonly refused: readonly Problem[];
  /** An official takes it down for somebody present: whom, by which paper, and why. */
  readonly counter?: true;
  /** Of a measure: what all measures of the subject would weigh, and the most they may weigh. */
  readonly burden?: { readonly value: number; readonly limit: number };
  /** Of a measure: first day on which it is over by itself, were it carried out today. */
  readonly until?: CivilDate;
}

/** What a subject has that a case may be about. */
export interface CaseOpeningsView {
  readonly clock: AnswerClock;
  readonly subject: { readonly home: string; readonly name?: string; readonly code?: string };
  /** Id of a record, a case or the subject itself, with what may be opened about it. */
  readonly about: readonly {
    readonly id: string;
    readonly kind: 'record' | 'case' | 'subject';
    readonly title: Localised;
    readonly document?: string;
    readonly on: CivilDate;
    readonly openings: readonly CaseOpening[];
  }[];
  /** Titles of lists and measures by their codes, in which a reason speaks of them. */
  readonly titles: Readonly<Record<string, Localised>>;
  /** Desks that the case will know; those of nobody yet are chosen among the agencies. */
  readonly own?: string;
  readonly agencies: readonly { readonly code: string; readonly name: Localised }[];
  /** Who stands behind the own desk. */
  readonly behind: Behind;
}

/** @see {@link CaseCasework.listOpenings} */
export async function listOpenings(
  parts: CaseParts,
  principal: Principal,
  subject: string,
): ReturnType<CaseCasework['listOpenings']> {
  const own = 'agency' in principal ? principal.agency : undefined;
  const allowed = allow(parts, principal, {
    operation: 'case.open',
    home: subject,
    desks: own === undefined ? {} : { own },
  });
  if (allowed.kind === 'refused') return allowed;
  const { purpose, hand } = allowed;
  const opened = await openUnasked(parts, principal, { home: subject, purpose });
  if (opened.kind === 'refused') return opened;
  const { world, today } = opened;
  if (world.records.size === 0) return { kind: 'not-found' };
  const agencies = await parts.register.agencies();
  const { clock } = await startAnswer(parts);
  const edition = editionOn(world, today);
  const mayServe =
    own !== undefined &&
    principal.kind === 'official' &&
    parts.access.allows(principal, 'case.counter', { kind: 'case', agency: own }, 'counter');
  const asked = { world, today, hand, atCounter: mayServe };
  const records = [...world.records.values()].flatMap(({ record, endedOn }) => {
    if (endedOn !== undefined) return [];
    const target = { kind: 'record', recordId: record.recordId } as const;
    const title = edition?.items.get(record.item)?.title ?? { en: record.item };
    const number = record.document?.number;
    return [
      {
        ...{ id: record.recordId, kind: 'record' as const, title, on: record.decidedOn },
        ...(number === undefined ? {} : { document: number }),
        openings: draftsOf(target, asked).map((draft) => judged(draft, asked)),
      },
    ];
  });
  // What other desks are only thinking of stays theirs: a case follows from one that may be read.
  const readable = [...world.docket.values()].filter((file) => {
    const visibleTo = standing(file, world, today)?.visibleTo ?? [];
    return visibleTo.includes('public') || isOpenTo(principal, file, visibleTo);
  });
  const cases = readable.map((file) => {
    const target = { kind: 'case', caseId: file.caseId } as const;
    return {
      ...{ id: file.caseId, kind: 'case' as const, on: file.opened.on },
      title: { zh: file.opened.matter.case, en: file.opened.matter.case },
      openings: draftsOf(target, asked).map((draft) => judged(draft, asked)),
    };
  });
  const { name, code } = subjectOf(world);
  const whole = {
    ...{ id: subject, kind: 'subject' as const, on: today },
    title: { zh: name ?? code ?? subject, en: name ?? code ?? subject },
    openings: aboutSubject(asked).map((draft) => judged(draft, asked)),
  };
  return {
    kind: 'found',
    view: {
      clock,
      subject: { home: subject, ...subjectOf(world) },
      about: [...records, ...cases, whole],
      titles: titlesIn(edition),
      ...(own === undefined ? {} : { own }),
      agencies: agencies.map(({ code, name }) => ({ code, name })),
      behind: (await findBehind(parts, agencies, today))(own ?? ''),
    },
  };
}

function titlesIn(edition: Edition | undefined): CaseOpeningsView['titles'] {
  const cards = [...(edition?.lists ?? []), ...(edition?.measures ?? [])];
  return Object.fromEntries(cards.map(([code, { title }]) => [code, title]));
}

/** Every case that somebody of that seat could want to open about a record or another case. */
function draftsOf(target: CaseTarget, asked: DraftsAsked): readonly Draft[] {
  const edition = editionOn(asked.world, asked.today);
  if (edition === undefined) return [];
  // A party has one door of its own, which leads it by the record.
  if (asked.hand.kind === 'party') return [];
  switch (target.kind) {
    case 'record':
      return [
        ...listings(target.recordId, edition, asked),
        ...orders(target.recordId, edition, asked),
      ];
    case 'case':
      return measures(target.caseId, edition, asked);
    case 'evaluation':
    case 'event':
      // Nothing follows from it (guards N13, G40).
      return [];
  }
}

function judged(draft: Draft, asked: DraftsAsked): CaseOpening {
  const { key, title, says, matter, fixed, until } = draft;
  const { world, today } = asked;
  const opened: CaseOpened = {
    ...{ kind: 'opened', caseId: unwritten, on: today, by: draft.hand ?? asked.hand },
    desks: probeDesks(matter, asked),
    matter,
  };
  const judgement = judgeOpening(opened, world);
  const settled = new Set(Object.keys(fixed));
  const fields = fieldsOfMatter(matter.case).filter(({ name }) => !settled.has(name));
  const file = foldCase([opened]);
  const burden = matter.case === 'measure' ? burdenOf(file, world, today) : undefined;
  return {
    ...{ key, kind: matter.case, title, fixed },
    ...(says === undefined ? {} : { says }),
    ...(draft.hand === undefined ? {} : { counter: true as const }),
    ...(burden === undefined ? {} : { burden }),
    ...(until === undefined ? {} : { until }),
    fields: fieldsFor(fields, { act: 'opened', file, world, today }),
    refused: judgement.kind === 'refused' ? judgement.problems : [],
  };
}

/** Desks as if every one that has to be named had been: which agency it is, is asked in the form. */
function probeDesks(matter: CaseMatter, { hand }: DraftsAsked): CaseDesks {
  const own = hand.kind === 'official' ? hand.agency : unwritten;
  const other = `${own} ${unwritten}`;
  return { own, review: other, ...(matter.case === 'measure' ? { body: other } : {}) };
}
