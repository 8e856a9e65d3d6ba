import type { LintId } from '../load/finding.ts';
import type { FaultCode } from '../language/fault.ts';
import { findNearest } from '../load/nearest.ts';
import { readProgram, type AnyProgramCard } from '../world/read-program.ts';
import { checkCliffs } from './check-cliffs.ts';
import type { CardPlace, Check, Draft, Report } from './draft.ts';
import { checkWeighing } from './check-weighing.ts';
import { reportFault } from './report-fault.ts';
import { worldOfDraft } from './world-of-draft.ts';

/** Faults of expressions that are questions of quality have a name of their own. */
const lints: Readonly<Partial<Record<FaultCode, LintId>>> = {
  'row-unreachable': 'L13',
  'table-gap': 'L14',
  'table-overlap': 'L14',
  'code-unknown': 'L20',
};

/** The alias of a fault among the lints, where it has one. */
function lintOf(code: FaultCode): { readonly alias?: LintId } {
  const alias = lints[code];
  return alias === undefined ? {} : { alias };
}

/** Risk classes, evaluations and scales: every expression is sound, every class can be reached. */
export const checkPrograms: Check = (draft, report) => {
  const { cards } = draft;
  const world = worldOfDraft(draft);
  for (const kind of ['risk-class', 'evaluation', 'scale'] as const) {
    for (const [id, card] of cards[kind]) {
      const at = (path: CardPlace['path']): CardPlace => ({ kind, id, path });
      for (const { path, fault } of readProgram(card, world).faults) {
        const tagged: Report = (place, complaint) => {
          report(place, { ...complaint, ...lintOf(fault.code) });
        };
        reportFault(tagged, at(path), fault);
      }
      if ('weighing' in card) {
        checkWeighing({ ...card, weighing: card.weighing }, { world, at, report });
      } else checkClasses(card, at, report);
      checkCliffs(draft, card, { world, place: at(['bands']), report });
    }
  }
  checkPlans(draft, report);
};

type At = (path: CardPlace['path']) => CardPlace;

/** Every class is declared where a band gives it, and given by some band. */
function checkClasses(card: AnyProgramCard, at: At, report: Report): void {
  const classes = card.classes.map((entry) => entry.class);
  const given = new Set(card.bands.rows.map(({ then }) => then));
  classes.forEach((code, index) => {
    if (given.has(code)) return;
    report(at(['classes', index]), {
      code: 'row-unreachable',
      message: `No band gives the class ${code}.`,
      found: code,
      repair: 'Add a band, or remove the class.',
      alias: 'L13',
    });
  });
}

/** A plan names classes of its risk class alone, and all of them. */
function checkPlans(draft: Draft, report: Report): void {
  for (const [id, plan] of draft.cards['inspection-plan']) {
    const riskClass = draft.cards['risk-class'].get(plan.riskClass);
    if (riskClass === undefined) continue;
    const classes = riskClass.classes.map((entry) => entry.class);
    plan.shares.forEach((share, index) => {
      if (classes.includes(share.class)) return;
      const nearest = findNearest(share.class, classes);
      report(
        { kind: 'inspection-plan', id, path: ['shares', index, 'class'] },
        {
          code: 'code-unknown',
          message:
            `${share.class} is no class of ${plan.riskClass}.` +
            (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
          found: share.class,
          accepted: classes.join(', '),
        },
      );
    });
    const shares = plan.shares.map((share) => share.class);
    const missing = classes.filter((code) => !shares.includes(code));
    if (missing.length === 0) continue;
    report(
      { kind: 'inspection-plan', id, path: ['shares'] },
      {
        code: 'table-gap',
        message: `Nothing says how often ${missing.join(', ')} is drawn.`,
        accepted: classes.join(', '),
        repair: 'Add a share for each class.',
        alias: 'L14',
      },
    );
  }
}
