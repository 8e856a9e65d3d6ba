import type { Guard, ReportBreach } from './guard.ts';
import type { ProgramCard } from './programs.ts';
import { placeOf } from './view.ts';

/** A model nobody can see cannot be checked: indicators, weights, sources and versions are public, and the subject can recompute its own result. */
export const g28: Guard = {
  id: 'G28',
  title: { zh: '规则公开，结果可复算', en: 'Open rules, recomputable results' },
  why: {
    zh: '看不见的模型无法核对；指标、权重、来源和版本全部公开，当事人能按自己的明细重新算出结果。',
    en: 'A model nobody can see cannot be checked: indicators, weights, sources and versions are public, and the subject can recompute its own result.',
  },
  source: 'SyRI, ECLI:NL:RBDHA:2020:1878',
  judge(view, report) {
    for (const program of view.programs) judgeProgram(program, report);
  },
};

function judgeProgram(program: ProgramCard, report: ReportBreach): void {
  const { kind, id, card } = program;
  if (card.model !== 'published_rules') {
    report(placeOf(kind, id, 'model'), {
      code: 'rule-hidden',
      message: 'A result that comes from this cannot be recomputed by its subject.',
      found: card.model,
      accepted: 'published_rules',
      repair: 'Write the rules down as indicators.',
    });
  }
  card.indicators.forEach(({ indicator, published }, index) => {
    if (published !== 'public') {
      report(placeOf(kind, id, 'indicators', index, 'published'), {
        code: 'rule-hidden',
        message: `${indicator} and its weight are not public.`,
        found: published,
        accepted: 'public',
        repair: 'Publish the indicator, or drop it.',
      });
    }
  });
  card.parameters?.forEach(({ parameter, setBy }, index) => {
    if (setBy === 'edition') return;
    report(placeOf(kind, id, 'parameters', index, 'set-by'), {
      code: 'rule-hidden',
      message: `${parameter} could be changed while the rule runs, unseen by its text.`,
      found: setBy,
      accepted: 'edition',
      repair: 'Fix the number in the edition; a change is a new edition.',
    });
  });
}
