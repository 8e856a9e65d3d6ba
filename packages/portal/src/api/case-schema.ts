import { z } from '@hono/zod-openapi';

import { clock, parts, problemDetails } from './schema.ts';

const day = z.iso.date();
const count = z.number().int().min(0);
const { localised } = parts;

const subject = z.object({
  id: z.string().openapi({ description: 'Id of the organisation, as under `/organisations`.' }),
  name: z.string().optional(),
  code: z.string().optional(),
});

const caseClock = z
  .object({
    clock: z.string(),
    card: z.string().openapi({ description: 'Card of the rulebook that sets it.' }),
    runsFor: z.string(),
    startedOn: day,
    dueOn: day.optional().openapi({ description: 'Last day; absent while no calendar says it.' }),
    state: z.enum(['running', 'met', 'late', 'over', 'calendar-not-published']),
  })
  .openapi('CaseClock');

const turn = z.object({
  part: z.string().openapi({ description: 'Whose turn it is.' }),
  agency: z.string().optional(),
});

const caseLine = z
  .object({
    id: z.string(),
    kind: z.string(),
    subject,
    title: localised,
    openedOn: day,
    phase: z.string(),
    turn: turn.optional().openapi({ description: 'Absent where only time has to pass.' }),
    due: caseClock.optional(),
    acts: z.array(z.string()).openapi({ description: 'Steps that are open to you now.' }),
  })
  .openapi('CaseLine');

export const casesAnswer = z
  .object({
    clock,
    agency: z.string().optional(),
    mine: z
      .array(caseLine)
      .openapi({ description: 'It is for you to act, the soonest due first.' }),
    waiting: z.array(caseLine),
    closed: z.array(caseLine),
  })
  .openapi('CasesAnswer');

const said = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  todo: z.string(),
});

const effect = z
  .object({
    kind: z.enum(['none', 'not-begun', 'in-effect', 'suspended', 'ended']),
    from: day.optional(),
    until: day.optional().openapi({ description: 'First day on which it is over by itself.' }),
    on: day.optional().openapi({ description: 'The day on which it ended.' }),
    because: z.string().optional(),
  })
  .openapi('CaseEffect');

const act = z.record(z.string(), z.unknown()).openapi('CaseAct', {
  description: 'One step as it stands in the journal: `kind`, `on`, `by`, and what it says.',
});

export const caseAnswer = z
  .object({
    clock,
    case: z.object({
      id: z.string(),
      kind: z.string(),
      subject,
      title: localised,
      state: z.string(),
      phase: z.string(),
      turn: turn.optional(),
      effect,
      clocks: z.array(caseClock),
      basis: z.array(z.object({ source: z.string(), at: z.string(), confidence: z.string() })),
      measures: z.array(z.object({ code: z.string(), title: localised })),
      acts: z.array(act),
      seen: count.openapi({ description: 'Send it with a step: one taken meanwhile is told.' }),
      offers: z
        .array(z.object({ act: z.string(), part: z.string(), refused: z.array(said) }))
        .openapi({ description: 'Every step that has a place for you; none refused: it is open.' }),
    }),
  })
  .openapi('CaseAnswer');

export const actAsked = z
  .strictObject({
    act: z.string().min(1).max(40).openapi({ example: 'accepted' }),
    content: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'What the step says, as its form has it.', example: {} }),
    seen: count.optional().openapi({ description: 'How many steps you had seen.' }),
    papers: z
      .array(z.strictObject({ id: z.string().min(1).max(60), point: z.int().min(1).optional() }))
      .optional()
      .openapi({ description: 'Files that were handed over before, by their ids.' }),
  })
  .openapi('CaseStep');

export const recordedAnswer = z
  .object({
    case: z.string(),
    phase: z.string(),
    seen: count.optional(),
    position: count.openapi({ description: 'Place in the journal.' }),
    recordedAt: z.iso.datetime(),
  })
  .openapi('CaseStepAnswer');

export const refusedStep = problemDetails
  .extend({
    problems: z.array(said).openapi({ description: 'All that stands against it.' }),
    changed: z
      .object({ phase: z.string(), seen: count, acts: z.array(act) })
      .optional()
      .openapi({ description: 'What was done since; look at it and decide again.' }),
  })
  .openapi('RefusedStep');

const task = z
  .object({
    case: z.string(),
    asks: z.enum(['answer', 'carry-out', 'hold', 'lift']).openapi({
      description:
        '`lift`: what it follows from is over, undo it and say so. `hold`: it is put off, leave it off.',
    }),
    since: day.optional(),
    subject,
    measure: z.object({ code: z.string(), title: localised }),
    basis: z.array(z.object({ source: z.string(), at: z.string() })),
    decision: z.string().optional().openapi({ description: 'Number of the ordering decision.' }),
    document: z.string().optional(),
    until: day.optional().openapi({ description: 'First day on which it is over by itself.' }),
    acts: z.array(z.string()).openapi({ description: 'Steps that are open to you now.' }),
    seen: count,
  })
  .openapi('MeasureTask');

export const tasksAnswer = z
  .object({
    clock,
    agency: z.string(),
    tasks: z.array(task).openapi({ description: 'To lift first, then the longest waiting.' }),
  })
  .openapi('TasksAnswer');
