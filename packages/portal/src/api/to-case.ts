import type { CaseAction, CaseClock, CaseDeskLine, CaseView, TaskLine } from '@credence/casework';
import type { Problem } from '@credence/domain';
import type { z } from '@hono/zod-openapi';

import type * as schema from './case-schema.ts';

type Line = z.infer<typeof schema.casesAnswer>['mine'][number];
type Case = z.infer<typeof schema.caseAnswer>['case'];
type Task = z.infer<typeof schema.tasksAnswer>['tasks'][number];
type Said = Case['offers'][number]['refused'][number];

export function toCaseLine(line: CaseDeskLine): Line {
  const { caseId, kind, subject, title, openedOn, phase, queue, due, acts } = line;
  return {
    ...{ id: caseId, kind, title, openedOn, phase },
    subject: toSubject(subject),
    ...(queue === undefined ? {} : { turn: { ...queue } }),
    ...(due === undefined ? {} : { due: toClockLine(due) }),
    acts: [...acts],
  };
}

export function toCase(view: CaseView, said: (problem: Problem) => Said): Case {
  const { dossier, standing, actions } = view;
  const { caseId, kind, state, phase, queue, effect, clocks } = standing;
  return {
    ...{ id: caseId, kind, state, phase },
    subject: toSubject(dossier.subject),
    title: dossier.title,
    ...(queue === undefined ? {} : { turn: { ...queue } }),
    effect: toEffect(effect),
    clocks: clocks.map(toClockLine),
    basis: dossier.basis.map(({ citation: { source, at }, confidence }) => ({
      ...{ source, at, confidence },
    })),
    measures: dossier.measures.map(({ code, title }) => ({ code, title })),
    acts: actions.map(toAct),
    seen: dossier.acts,
    offers: dossier.forms.map(({ act, part, refused }) => ({
      ...{ act, part },
      refused: refused.map(said),
    })),
  };
}

export function toTask(task: TaskLine): Task {
  const { caseId, asks, since, subject, measure, basis, decision, document, until } = task;
  return {
    ...{ case: caseId, asks },
    ...(since === undefined ? {} : { since }),
    subject: toSubject(subject),
    measure: { code: measure.code, title: measure.title },
    basis: basis.map(({ source, at }) => ({ source, at })),
    ...(decision === undefined ? {} : { decision }),
    ...(document === undefined ? {} : { document }),
    ...(until === undefined ? {} : { until }),
    acts: [...task.acts],
    seen: task.seen,
  };
}

/** A step as the journal has it, but for the accounts behind names: offices sign, not accounts. */
export function toAct(action: CaseAction): Record<string, unknown> {
  const said = Object.entries(action).filter(([name]) => name !== 'caseId' && name !== 'by');
  return { ...Object.fromEntries(said), by: toHand(action.by) };
}

function toHand(by: CaseAction['by']): Record<string, unknown> {
  if (by.kind === 'official') {
    const { kind, official, agency, role } = by;
    return { kind, official, agency, role };
  }
  const { kind, as, name, counter } = by;
  if (counter === undefined) return { kind, as, name };
  const { official, agency, paper, reason } = counter;
  return { kind, as, name, counter: { official, agency, paper, reason } };
}

function toSubject({ home, name, code }: TaskLine['subject']): Task['subject'] {
  return {
    id: home,
    ...(name === undefined ? {} : { name }),
    ...(code === undefined ? {} : { code }),
  };
}

function toClockLine({ clock, card, runsFor, startedOn, dueOn, state }: CaseClock) {
  const due = dueOn === undefined ? {} : { dueOn };
  return { clock, card, runsFor, startedOn, ...due, state };
}

function toEffect(effect: CaseView['standing']['effect']): Case['effect'] {
  switch (effect.kind) {
    case 'none':
      return { kind: 'none' };
    case 'not-begun':
      return { kind: 'not-begun', from: effect.from };
    case 'in-effect': {
      const until = effect.until === undefined ? {} : { until: effect.until };
      return { kind: 'in-effect', from: effect.from, ...until };
    }
    case 'suspended':
      return { kind: 'suspended', from: effect.from, because: effect.because };
    case 'ended':
      return { kind: 'ended', on: effect.on, because: effect.because };
  }
}
