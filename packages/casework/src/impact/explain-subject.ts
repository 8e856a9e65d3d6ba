import { addMonths, civilDayAt, dayNumber, problem, type CivilDate } from '@credence/domain';
import {
  askedFields,
  createEvaluator,
  hashTrace,
  labelsOfEdition,
  programsOfEdition,
  readFacts,
  worldOf,
  writeTrace,
  writeTraceText,
  type Edition,
  type EditionProgram,
  type Labels,
} from '@credence/rulebook';

import type { AccessParts } from '../access/access-parts.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { classedBy, premisesOn } from '../inspection/class/premises.ts';
import { asksForClass, classResources, seesClass } from '../inspection/class/sees-class.ts';
import { seesEvaluation } from '../inspection/evaluation/sees-evaluation.ts';
import { askPast, readPast } from '../reading/read-past.ts';
import { foldSubject, type SubjectState } from '../state/subject-state.ts';
import type { ExplainOutcome, ExplainQuery, ProgramAnswer } from './explain.ts';
import { findActions } from './find-actions.ts';
import { gatherFacts } from './gather-facts.ts';
import { labelsOfRecords } from './record-labels.ts';

/** How far ahead the next change and ways out are looked for: longer than any period of the law. */
const horizonMonths = 120;

/**
 * What the programs of an edition say about one subject and why: by the facts known at `knownAt`, the
 * law of `lawAt`, for the day `asOf`. A class is shown to the subject and to authorities with a
 * purpose, and who looked is written down with the look.
 *
 * Legal source: guards N13 (a risk class is never published), G28 (recomputable results), G40.
 */
export async function explainSubject(
  parts: AccessParts,
  principal: KnownPrincipal,
  query: ExplainQuery,
): Promise<ExplainOutcome> {
  const question = await askPast(parts, principal, 'subject.explain', query);
  if (question.kind !== 'allowed') return question;
  const { law, home } = question;
  const { program, purpose } = query;
  const programs = programsOfEdition(law);
  const resourceOf = await classResources(parts, principal, question);
  const chosen = programs.filter(({ id, kind }) => {
    if (program !== undefined && id !== program) return false;
    if (kind === 'evaluation') {
      return seesEvaluation(principal, law.evaluations.get(id)?.grader);
    }
    return (
      kind !== 'risk-class' || seesClass(parts, principal, { resource: resourceOf(id), purpose })
    );
  });
  if (program !== undefined && !programs.some(({ id }) => id === program)) {
    const accepted = programs.map(({ id }) => id).join(', ');
    return {
      kind: 'refused',
      problem: problem('value-not-in-list', { value: program, accepted }),
    };
  }
  // Nothing is read for whoever may see none of it, and the refusal is noted.
  const classes = programs.filter(
    ({ id, kind }) => kind === 'risk-class' && (program ?? id) === id,
  );
  for (const { id } of chosen.length === 0 ? classes : []) {
    const decision = parts.access.decide(
      asksForClass(principal),
      'class.read',
      resourceOf(id),
      purpose,
    );
    if (decision.kind === 'refused') return decision;
  }
  const read = await readPast(parts, principal, question, 'programs');
  if (read.kind !== 'read') return read;
  const { asOf, knownAt, clock } = read.answer;
  // In words it is a day, and a day is one of the register's place.
  const asked = { edition: law, asOf, knownAt: civilDayAt(knownAt, clock.zone) };
  const answers = explainPrograms(foldSubject(home, read.known), chosen, asked);
  return { kind: 'found', view: { ...read.answer, answers } };
}

interface Question {
  readonly edition: Edition;
  readonly asOf: CivilDate;
  readonly knownAt: string;
}

/** The answers of programs of one edition about a subject as it is known. */
function explainPrograms(
  state: SubjectState,
  programs: readonly EditionProgram[],
  { edition, asOf, knownAt }: Question,
): readonly ProgramAnswer[] {
  const facts = gatherFacts(state, { edition, world: worldOf(edition), asOf });
  const actions = findActions(state, { edition, asOf });
  const records = labelsOfRecords(state, edition);
  const horizon = dayNumber(addMonths(asOf, horizonMonths, edition.months.round));
  const places = premisesOn(state, facts, { edition, on: asOf });
  return programs.flatMap(({ kind, id, card, making }): readonly ProgramAnswer[] => {
    // What is about premises is about nobody once no licence is in force (guard N12).
    const classed = 'subjects' in card ? classedBy(card.subjects, facts) : 'subject';
    if (classed === 'nobody' || (classed === 'premises' && places.length === 0)) return [];
    // An edition that loaded has no program that is refused.
    if (making.kind === 'refused') return [];
    const line = { kind, id, title: card.title };
    const { program, classes } = making;
    const reading = readFacts(program.world, facts, askedFields(program));
    if (reading.kind === 'refused') {
      return [{ kind: 'facts-missing', program: line, faults: reading.faults }];
    }
    const exits = { actions, better: { kind: 'order', best: classes } } as const;
    const options = { knownAt, horizon, exits };
    const trace = createEvaluator(program).explainFully(facts, dayNumber(asOf), options);
    const labels: Labels = { ...labelsOfEdition(edition, card), ...records };
    const [best] = classes;
    const write = (language: 'zh' | 'en') => ({ program, labels, language, best });
    return [
      {
        kind: 'explained',
        program: line,
        trace,
        hash: hashTrace(trace),
        written: { zh: writeTrace(trace, write('zh')), en: writeTrace(trace, write('en')) },
        text: { zh: writeTraceText(trace, write('zh')), en: writeTraceText(trace, write('en')) },
      },
    ];
  });
}
