import type { CardOf } from '../card/card-kinds.ts';
import type { CardPlace, Check, Draft, Report } from './draft.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { worldOfDraft } from './world-of-draft.ts';

/**
 * Profiles of sectors: every code is one that the registration states, every line of business has one
 * severity, every checklist is asked somewhere, and what a question is called says which list it is of.
 */
export const checkSectors: Check = (draft, report) => {
  checkLines(draft, report);
  checkSeverities(draft, report);
  checkOthers(draft, report);
  checkAsked(draft, report);
  checkQuestions(draft, report);
};

type Line = Exclude<CardOf<'sector'>['subjects'], 'others'>['codes'][number];

function linesOf({ cards }: Draft): readonly {
  readonly id: string;
  readonly fact: string;
  readonly line: Line;
  readonly place: (key: string) => CardPlace;
}[] {
  return [...cards.sector].flatMap(([id, { subjects }]) =>
    subjects === 'others'
      ? []
      : subjects.codes.map((line, index) => ({
          ...{ id, fact: subjects.fact, line },
          place: (key: string): CardPlace => ({
            ...{ kind: 'sector' as const, id, path: ['subjects', 'codes', index, key] },
          }),
        })),
  );
}

function checkLines(draft: Draft, report: Report): void {
  const { cards } = draft;
  const world = worldOfDraft(draft);
  for (const [id, { subjects }] of cards.sector) {
    if (subjects === 'others') continue;
    if (world.subject.get(subjects.fact)?.type.kind === 'code') continue;
    report(
      { kind: 'sector', id, path: ['subjects', 'fact'] },
      {
        code: 'code-unknown',
        message: `${subjects.fact} is no code that the registration states.`,
        found: subjects.fact,
        accepted: [...world.subject.keys()].join(', '),
        alias: 'L20',
      },
    );
  }
  const seen = new Set<string>();
  for (const { id, fact, line, place } of linesOf(draft)) {
    const type = world.subject.get(fact)?.type;
    if (type?.kind === 'code') {
      refuseUnknown(place('code'), line.code, world.codeLists.get(type.list) ?? [], report);
    }
    const name = `${id} ${line.code}`;
    if (seen.has(name)) refuseTwice(place('code'), line.code, report);
    seen.add(name);
  }
}

/** Two severities for one line of business would leave the class to chance. */
function checkSeverities(draft: Draft, report: Report): void {
  const weighed = [...draft.cards['risk-class'].values()].flatMap(({ weighing }) => weighing ?? []);
  const given = new Map<string, string>();
  for (const { id, fact, line, place } of linesOf(draft)) {
    const { code, severity } = line;
    if (severity === undefined) continue;
    for (const { by, severities } of weighed) {
      if (by !== fact) continue;
      const accepted = severities.map((each) => each.severity);
      refuseUnknown(place('severity'), severity, accepted, report);
    }
    const other = given.get(`${fact} ${code}`);
    if (other !== undefined && other !== id) refuseTwice(place('severity'), code, report);
    given.set(`${fact} ${code}`, id);
  }
}

function checkOthers({ cards }: Draft, report: Report): void {
  const [, ...further] = [...cards.sector].filter(([, { subjects }]) => subjects === 'others');
  for (const [id] of further) {
    report(
      { kind: 'sector', id, path: ['subjects'] },
      {
        code: 'table-overlap',
        message: 'Two profiles are for whoever no other profile concerns.',
        found: 'others',
        accepted: 'one profile with subjects: others',
        repair: 'Remove one of the two.',
        alias: 'L14',
      },
    );
  }
}

function checkAsked({ cards }: Draft, report: Report): void {
  const asked = new Set(
    [...cards.sector.values()].flatMap(({ checklists }) =>
      checklists.map((each) => each.checklist),
    ),
  );
  for (const id of cards.checklist.keys()) {
    if (asked.has(id)) continue;
    report(
      { kind: 'checklist', id, path: ['checklist'] },
      {
        code: 'row-unreachable',
        message: `No profile of a sector asks ${id}.`,
        found: id,
        repair: 'Name it in a profile under sectors/, or remove it.',
        alias: 'L13',
      },
    );
  }
}

/** A visit may ask several lists, and what it found is told by the code of the question alone. */
function checkQuestions({ cards }: Draft, report: Report): void {
  const owners = new Map<string, string>();
  for (const [id, { questions }] of cards.checklist) {
    questions.forEach(({ question }, index) => {
      const owner = owners.get(question);
      owners.set(question, owner ?? id);
      if (owner === undefined || owner === id) return;
      report(
        { kind: 'checklist', id, path: ['questions', index, 'question'] },
        {
          code: 'name-taken',
          message: `${question} is a question of ${owner} already; one visit may ask both lists.`,
          found: question,
          accepted: 'a code that no other checklist has',
          repair: 'Choose another code.',
        },
      );
    });
  }
}

function refuseTwice(place: CardPlace, code: string, report: Report): void {
  report(place, {
    code: 'table-overlap',
    message: `${code} stands in the table twice.`,
    found: code,
    accepted: 'each sector once',
    repair: 'Remove one of the two rows.',
    alias: 'L14',
  });
}
