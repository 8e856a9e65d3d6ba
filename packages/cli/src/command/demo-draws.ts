import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { Casework, DrawStepOutcome, DrawView, KnownPrincipal } from '@credence/casework';
import { demoRegisterAgency } from '@credence/demo';
import { addDays, describeProblem, type CivilDate } from '@credence/domain';

import type { System } from '../system.ts';
import { line, type Terminal } from '../terminal.ts';

const card = 'cn.random';
const inspectors = ['甲组一', '甲组二', '乙组一', '乙组二', '丙组一', '丙组二'];

/**
 * Two draws of the demonstration: one that was drawn, for its visits to follow, and one whose
 * commitment is published and that waits to be drawn. They go through the same use cases as anybody's.
 */
export async function fillDemoDraws(
  system: Pick<System, 'caseworkOn' | 'clock'>,
  order: { readonly folder: string; readonly terminal: Terminal; readonly today: CivilDate },
): Promise<void> {
  const { folder, terminal, today } = order;
  const done = join(folder, 'draws');
  if (existsSync(done)) return;
  const say = (text: string): void => line(terminal, text);
  const past = system.caseworkOn(addDays(today, -60));
  const now = system.caseworkOn(today);
  const finished = await commit(past, {
    from: addDays(today, -59),
    until: addDays(today, -1),
    say,
  });
  await commit(now, { from: addDays(today, 7), until: addDays(today, 97), say });
  if (finished !== undefined) {
    const { draw, committed } = finished;
    const pause = (committed?.roundAt ?? 0) - system.clock();
    if (pause > 0) await wait(pause + 1);
    // Its names are disclosed once its visits have been played: results count from that day on.
    shown(await past.carryOutDraw(planner, { draw }), say);
  }
  writeFileSync(done, '');
}

function operator(name: string, role: string): KnownPrincipal {
  return { kind: 'operator', name, agency: demoRegisterAgency, role };
}
const planner = operator('林书澜', 'case_officer');
const head = operator('demo', 'head_of_authority');

async function commit(
  casework: Casework,
  given: {
    readonly from: CivilDate;
    readonly until: CivilDate;
    readonly say: (text: string) => void;
  },
): Promise<DrawView | undefined> {
  const { from, until, say } = given;
  const agency = demoRegisterAgency;
  const named = inspectors.map((name) => ({ name, recused: [] }));
  const command = { agency, card, from, until, inspectors: named };
  const planned = await casework.planInspections(planner, command);
  if (planned.kind === 'refused') {
    say(describeProblem(planned.problem, 'en').title);
    return undefined;
  }
  return shown(await casework.commitDraw(head, { draw: planned.view.draw }), say);
}

/** A step that is refused is said, and the demonstration goes on without it. */
function shown(outcome: DrawStepOutcome, say: (text: string) => void): DrawView | undefined {
  if (outcome.kind === 'taken') return outcome.view;
  say(outcome.kind === 'refused' ? describeProblem(outcome.problem, 'en').title : outcome.kind);
  return undefined;
}
