import type { CardOf } from '../card/card-kinds.ts';
import type { LimitName } from '../card/limits-card.ts';
import { isLonger } from '../check/compare-periods.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { writeLimit } from './limits.ts';
import type { ProgramCard } from './programs.ts';
import { legislativeRanks, placeOf, type GuardView } from './view.ts';

/** A class only shifts the chance of an inspection between a floor and a ceiling; draws can be checked, hand-picking is reasoned and recorded as such, and a class is no penalty. */
export const g40: Guard = {
  id: 'G40',
  title: { zh: '公平抽查', en: 'Inspections stay fair' },
  why: {
    zh: '等级只在上下限之间改变抽查概率；随机抽取可以复核；指定检查要说明理由并单独记录；等级不是处罚。',
    en: 'A class only shifts the chance of an inspection between a floor and a ceiling; draws can be checked, hand-picking is reasoned and recorded as such, and a class is no penalty.',
  },
  source: 'SAMR risk classes; N13',
  judge(view, report) {
    for (const [id, plan] of view.cards['inspection-plan']) judgePlan(view, id, plan, report);
    for (const [id, sector] of view.cards.sector) judgeSector(view, id, sector, report);
    for (const program of view.programs) judgeProgram(view, program, report);
    for (const { kind, id, at, items } of view.actions) {
      const grades = items.filter((name) => view.cards.item.get(name)?.category === 'evaluation');
      if (grades.length === 0) continue;
      report(placeOf(kind, id, at, 'item'), {
        code: 'inspection-unfair',
        message: 'A grade of another authority is input to nothing here (N13).',
        found: grades.join(', '),
        repair: 'Let it follow from a listed act.',
      });
    }
    for (const { kind, id, at, byClass } of view.actions) {
      if (byClass === undefined) continue;
      report(placeOf(kind, id, at, kind === 'list' ? 'by-class' : 'class'), {
        code: 'inspection-unfair',
        message: 'A class is no penalty; nothing follows from it but how often one is inspected.',
        found: byClass.card,
        repair: 'Let it follow from a listed act.',
      });
    }
  },
};

function judgePlan(
  { limits: { inspectionLeast, inspectionMost } }: GuardView,
  id: string,
  plan: CardOf<'inspection-plan'>,
  report: ReportBreach,
): void {
  const refuse = (
    path: readonly (string | number)[],
    message: string,
    accepted: string,
    limit?: LimitName,
  ): void => {
    report(placeOf('inspection-plan', id, ...path), {
      code: 'inspection-unfair',
      message,
      accepted,
      repair: `Write ${accepted}.`,
      ...(limit === undefined ? {} : { limit }),
    });
  };
  if (plan.least < inspectionLeast.atLeast) {
    const least = `at least ${writeLimit(inspectionLeast)}`;
    refuse(['least'], 'Some would hardly ever be drawn.', least, 'inspectionLeast');
  }
  if (plan.most > inspectionMost.atMost) {
    const most = `at most ${writeLimit(inspectionMost)}`;
    refuse(['most'], 'Some would nearly always be drawn.', most, 'inspectionMost');
  }
  plan.shares.forEach(({ class: drawn, perThousand }, index) => {
    if (perThousand >= plan.least && perThousand <= plan.most) return;
    const limits = `${String(plan.least)} to ${String(plan.most)}`;
    refuse(['shares', index, 'per-thousand'], `The share of ${drawn} leaves its limits.`, limits);
  });
  if (plan.selection !== 'random_published_seed') {
    refuse(['selection'], 'Nobody could check the draw.', 'random_published_seed');
  }
  if (plan.draw !== undefined && plan.draw.randomArm === 0) {
    refuse(['draw', 'random-arm'], 'No visit would be free of the class.', 'at least 1');
  }
  if (plan.draw !== undefined && (plan.draw.even < plan.least || plan.draw.even > plan.most)) {
    const limits = `${String(plan.least)} to ${String(plan.most)}`;
    refuse(['draw', 'even'], 'The common share lies outside its limits.', limits);
  }
  if (plan.leadsTo.length > 0) refuse(['leads-to'], 'A class is no penalty.', '[]');
  const picked = plan.handPicked;
  if (picked === 'none') return;
  if (picked.reason === 'none')
    refuse(['hand-picked', 'reason'], 'No reason is given.', 'required');
  if (picked.recordedAs === 'random') {
    refuse(['hand-picked', 'recorded-as'], 'Picked by hand, recorded as drawn.', 'hand_picked');
  }
  if (picked.journal === 'none') refuse(['hand-picked', 'journal'], 'It leaves no entry.', 'entry');
}

/** A profile chooses; everybody is visited only where a text with the force of law says so. */
function judgeSector(
  view: GuardView,
  id: string,
  { leadsTo, fullCoverage, subjects }: CardOf<'sector'>,
  report: ReportBreach,
): void {
  if (leadsTo.length > 0) {
    report(placeOf('sector', id, 'leads-to'), {
      code: 'inspection-unfair',
      message: 'A profile of a sector chooses; nothing follows from a line of business.',
      found: leadsTo.join(', '),
      accepted: '[]',
      repair: 'Write leads-to: [].',
    });
  }
  if (fullCoverage === 'none') return;
  const cited = view.cited(fullCoverage.basis);
  const binding = cited.filter(({ source }) => legislativeRanks.includes(source.rank));
  if (cited.length > 0 && binding.length === 0) {
    report(placeOf('sector', id, 'full-coverage', 'basis'), {
      code: 'inspection-unfair',
      message: 'Everybody of a sector would be visited without a text that has the force of law.',
      found: cited.map(({ source }) => source.rank).join(', '),
      accepted: legislativeRanks.join(' | '),
      repair: 'Cite the article that orders it, or write full-coverage: none.',
    });
  }
  if (subjects !== 'others') return;
  report(placeOf('sector', id, 'full-coverage'), {
    code: 'inspection-unfair',
    message: 'Everybody whom no other profile concerns would be visited: that is no sector.',
    accepted: 'none',
    repair: 'Write full-coverage: none.',
  });
}

/** Two scales that feed nothing (N13). */
function judgeProgram({ limits }: GuardView, program: ProgramCard, report: ReportBreach): void {
  const { kind, id, card } = program;
  const refuse = (field: string, message: string, accepted: string, limit?: LimitName): void => {
    report(placeOf(kind, id, field), {
      code: 'inspection-unfair',
      message,
      accepted,
      repair: `Write ${field}: ${accepted}.`,
      ...(limit === undefined ? {} : { limit }),
    });
  };
  if (card.leadsTo.length > 0) refuse('leads-to', 'No measure follows from a class (N13).', '[]');
  if (program.kind !== 'scale') {
    for (const { category, item, path } of program.inputs) {
      if (category !== 'evaluation') continue;
      report(placeOf(kind, id, ...path), {
        code: 'inspection-unfair',
        message: 'A grade of another authority is input to nothing here (N13).',
        found: item?.item ?? category,
        repair: 'Read the decisions themselves.',
      });
    }
  }
  switch (program.kind) {
    case 'risk-class': {
      if (program.card.use.some((use) => use !== 'inspection_planning')) {
        refuse(
          'use',
          'A risk class plans inspections and nothing else (N13).',
          '[inspection_planning]',
        );
      }
      if (program.card.shownTo.includes('public')) {
        refuse('shown-to', 'A risk class is never published (N13).', '[subject, authority]');
      }
      if (!program.card.shownTo.includes('subject')) {
        refuse('shown-to', 'A risk class is shown to its subject (N13).', '[subject, authority]');
      }
      judgeMatrix(id, program.card, report);
      return;
    }
    case 'evaluation': {
      const { shownTo, publishedBy, every } = program.card;
      if (shownTo.includes('public') && publishedBy === undefined) {
        refuse('published-by', 'No article orders its publication (N13).', '{source, at}');
      }
      if (isLonger(every, limits.evaluationOfSubjects.atMost)) {
        const most = writeLimit(limits.evaluationOfSubjects);
        refuse('every', 'The evaluation would grow stale (N13).', most, 'evaluationOfSubjects');
      }
      return;
    }
    case 'scale': {
      if (program.card.inputTo.length === 0) return;
      refuse('input-to', 'A grade of another authority is input to nothing here (N13).', '[]');
    }
  }
}

/** More of what weighs never makes the class better: a graver sector and a likelier breach. */
function judgeMatrix(
  id: string,
  { weighing, classes }: CardOf<'risk-class'>,
  report: ReportBreach,
): void {
  if (weighing === undefined) return;
  const likelihoods = weighing.likelihoods.map(({ likelihood }) => likelihood);
  const severities = weighing.severities.map(({ severity }) => severity);
  const order = classes.map((each) => each.class);
  weighing.matrix.forEach((cell, index) => {
    const better = weighing.matrix.find(
      (other) =>
        likelihoods.indexOf(other.likelihood) >= likelihoods.indexOf(cell.likelihood) &&
        severities.indexOf(other.severity) >= severities.indexOf(cell.severity) &&
        order.indexOf(other.class) < order.indexOf(cell.class),
    );
    if (better === undefined) return;
    report(placeOf('risk-class', id, 'weighing', 'matrix', index, 'class'), {
      code: 'inspection-unfair',
      message: 'A likelier breach in a graver sector would be in a better class.',
      found: `${cell.class}, against ${better.class} for ${better.likelihood}, ${better.severity}`,
      accepted: 'a class that grows with both',
      repair: 'Correct the cells of the matrix.',
    });
  });
}
