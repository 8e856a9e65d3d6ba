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
import { findHome, headOf } from '../access/find-home.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { readClosed } from '../access/read-closed.ts';
import { foldSubject, type SubjectState } from '../state/subject-state.ts';
import { editionLine, startAnswer } from '../view/answer-clock.ts';
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
  { subject: reference, times, purpose, program }: ExplainQuery,
): Promise<ExplainOutcome> {
  const { clock, rulebook } = await startAnswer(parts);
  const home = await findHome(parts.register, reference, { rulebook, today: clock.today });
  const resource = { kind: 'subject', ...(home === undefined ? {} : { home }) } as const;
  const decision = parts.access.decide(principal, 'subject.explain', resource, purpose);
  if (decision.kind === 'refused') return decision;
  if (home === undefined) return { kind: 'not-found' };

  const asOf = times.asOf ?? clock.today;
  const lawAt = times.lawAt ?? asOf;
  const law = rulebook.on(lawAt);
  if (law === undefined) {
    return { kind: 'refused', problem: problem('edition-missing', { day: lawAt }) };
  }
  const programs = programsOfEdition(law);
  const chosen = programs.filter(({ id }) => program === undefined || id === program);
  if (program !== undefined && chosen.length === 0) {
    const accepted = programs.map(({ id }) => id).join(', ');
    return {
      kind: 'refused',
      problem: problem('value-not-in-list', { value: program, accepted }),
    };
  }
  const knownAt = times.knownAt ?? clock.timepoint;
  const upTo = await parts.journal.positionAt(knownAt);
  const fields = ['programs', `as-of ${asOf}`, `law-at ${lawAt}`];
  const read = await readClosed(parts, principal, { home, purpose, fields });
  if (read.kind === 'refused') return read;
  const known = read.entries.filter(({ position }) => position <= upTo);
  const subject = headOf(home, known);
  if (subject === undefined) return { kind: 'not-found' };
  // In words it is a day, and a day is one of the register's place.
  const question = { edition: law, asOf, knownAt: civilDayAt(knownAt, clock.zone) };
  const answers = explainPrograms(foldSubject(home, known), chosen, question);
  const view = { clock, subject, asOf, knownAt, lawAt, law: editionLine(law), purpose, answers };
  return { kind: 'found', view };
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
  return programs.flatMap(({ kind, id, card, making }): readonly ProgramAnswer[] => {
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
