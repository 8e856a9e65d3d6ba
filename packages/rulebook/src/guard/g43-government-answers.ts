import type { Guard } from './guard.ts';
import type { Citation } from '../card/vocabulary.ts';
import { binds, legislativeRanks, placeOf, type GuardView } from './view.ts';

/** Graders that are the one who is graded. */
const self = ['self', 'subject', 'public_body'];

/** Public bodies are subjects too: no exemption but by law, and nobody grades itself. */
export const g43: Guard = {
  id: 'G43',
  title: { zh: '政府同样负责', en: 'Government answers too' },
  why: {
    zh: '公共机构也是主体；除法律规定外不得豁免，也不得自己给自己评级。',
    en: 'Public bodies are subjects too: no exemption but by law, and nobody grades itself.',
  },
  source: 'Government-affairs credit; criticism of Suining',
  judge(view, report) {
    for (const { kind, id, card } of view.actions) {
      const { whereNot, leftOutBy } = kind === 'list' && 'trigger' in card ? card.trigger : {};
      const index = whereNot?.indexOf('public_body') ?? -1;
      if (index < 0 || isLeftOutByLaw(view, leftOutBy)) continue;
      report(placeOf(kind, id, 'trigger', 'where-not', index), {
        code: 'government-exempt',
        message: 'Public bodies are left out, and no article is named for it.',
        found: 'public_body',
        accepted: 'left-out-by: {source, at}',
        repair: 'Drop the exception, or cite the law that makes it.',
      });
    }
    for (const [id, evaluation] of view.cards.evaluation) {
      const { subjects, leftOutBy } = evaluation;
      const exempt = subjects.includes('organisation') && !subjects.includes('public_body');
      if (exempt && !isLeftOutByLaw(view, leftOutBy)) {
        report(placeOf('evaluation', id, 'subjects'), {
          code: 'government-exempt',
          message: 'Public bodies are not evaluated, and no article is named for it.',
          found: subjects.join(', '),
          accepted: 'public_body among the subjects, or left-out-by: {source, at}',
          repair: 'Add public_body, or cite the law that leaves them out.',
        });
      }
      if (self.includes(evaluation.grader)) {
        report(placeOf('evaluation', id, 'grader'), {
          code: 'government-exempt',
          message: 'Nobody grades itself.',
          found: evaluation.grader,
          accepted: 'another body',
          repair: 'Name the body that evaluates.',
        });
      }
    }
  },
};

/** Public bodies are left out by a law or a regulation, and by nothing less. */
function isLeftOutByLaw(view: GuardView, by: Citation | undefined): boolean {
  return by !== undefined && binds(view, by, legislativeRanks);
}
