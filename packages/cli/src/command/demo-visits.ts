import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Casework, KnownPrincipal } from '@credence/casework';
import { demoRegisterAgency } from '@credence/demo';
import { addDays, describeProblem, type CivilDate, type JsonValue } from '@credence/domain';

import type { System } from '../system.ts';
import { line, type Terminal } from '../terminal.ts';

const officer: KnownPrincipal = {
  ...{ kind: 'operator', name: '林书澜', agency: demoRegisterAgency, role: 'case_officer' },
};

/** An act of a visit: how many days ago, by whom, and what it says. */
type Step = readonly [daysAgo: number, act: string, says: (visit: Visit) => JsonValue, by?: 'firm'];

interface Visit {
  readonly inspectors: readonly string[];
  /** The last question of its checklist. */
  readonly question: string;
  readonly dayAgo: (days: number) => CivilDate;
}

const told = ['facts', 'evidence', 'article', 'exit', 'remedies'];
const visited = (daysAgo: number) => (visit: Visit) => ({
  ...{ visitedOn: visit.dayAgo(daysAgo), inspectors: [...visit.inspectors], skipped: [] },
});
const faults = (daysAgo: number): Step => [
  daysAgo,
  'visited-faults',
  (visit) => ({
    ...visited(daysAgo)(visit),
    ...{ unmet: [visit.question], seen: '现场查看，与检查项要求不符，已拍照留存。' },
  }),
];
const ordered = (daysAgo: number, serial = daysAgo): readonly Step[] => [
  [
    daysAgo,
    'noticed',
    () => ({
      document: { number: `望市监改〔2026〕${String(serial)}号` },
      ...{ told, measures: [], reason: '请在期限内改正，改正后报告。' },
    }),
  ],
  [
    daysAgo - 1,
    'served',
    ({ dayAgo }) => ({
      ...{ paper: 'notice', mode: 'in_person', servedOn: dayAgo(daysAgo - 1), proof: '送达回证' },
    }),
  ],
];
const seen = (act: string, daysAgo: number, said: string): Step => [
  daysAgo,
  act,
  ({ dayAgo, question }) => ({
    ...{ visitedOn: dayAgo(daysAgo), seen: said },
    ...(act === 'seen-faulty' ? { unmet: [question] } : {}),
  }),
];

/** A visit at each stage; every other one found nothing. */
const stages: readonly (readonly Step[])[] = [
  [],
  [faults(45), ...ordered(44), seen('seen-right', 25, '已改正，复查符合。')],
  [
    [
      3,
      'postponed',
      ({ dayAgo }) => ({ until: dayAgo(-14), reason: '停业装修，恢复营业后检查。' }),
    ],
  ],
  [faults(9), ...ordered(8), [2, 'put-right', () => ({ proof: '改正照片' }), 'firm']],
  [
    ...[faults(50), ...ordered(49), seen('seen-faulty', 10, '期满复查，仍未改正。')],
    [
      9,
      'referred',
      () => ({
        ...{ to: '执法大队', document: { number: '望市监移〔2026〕1号' } },
        reason: '逾期未改正，移送立案审查。',
      }),
    ],
  ],
  [faults(1)],
];

/** Of the visits of a greater city one in three found something that was put right, the others nothing. */
function laterVisit(at: number): readonly Step[] {
  const daysAgo = 40 - (at % 20);
  if (at % 3 !== 2) return [[daysAgo, 'visited-clear', visited(daysAgo)]];
  const seenOn = daysAgo - 12;
  return [
    ...[
      faults(daysAgo),
      ...ordered(daysAgo - 1, 100 + at),
      seen('seen-right', seenOn, '已改正，复查符合。'),
    ],
  ];
}

/**
 * Visits of the draw that was made, each at another stage, and then its names. They go through the same use cases as anybody's.
 */
export async function fillDemoVisits(
  system: Pick<System, 'casework' | 'caseworkOn'>,
  order: { readonly folder: string; readonly terminal: Terminal; readonly today: CivilDate },
): Promise<void> {
  const { folder, terminal, today } = order;
  const done = join(folder, 'visits');
  if (existsSync(done)) return;
  const { draws } = await system.casework.listDraws();
  const finished = draws.find(({ step }) => step === 'drawn');
  if (finished !== undefined) {
    const arranged = await system
      .caseworkOn(addDays(today, -58))
      .arrangeVisits(officer, { draw: finished.draw });
    const cases = arranged.kind === 'arranged' ? arranged.cases : [];
    for (const [at, caseId] of cases.entries()) {
      const steps = stages[at] ?? laterVisit(at);
      await play(system, caseId, { steps, today, terminal });
    }
    const disclosed = await system.caseworkOn(today).discloseDraw(officer, finished.draw);
    if (disclosed.kind === 'refused') {
      line(terminal, describeProblem(disclosed.problem, 'en').detail);
    }
  }
  writeFileSync(done, '');
}

async function play(
  { caseworkOn }: Pick<System, 'caseworkOn'>,
  caseId: string,
  order: {
    readonly steps: readonly Step[];
    readonly today: CivilDate;
    readonly terminal: Terminal;
  },
): Promise<void> {
  const { steps, today, terminal } = order;
  const dayAgo = (days: number): CivilDate => addDays(today, -days);
  const visit = await visitOf(caseworkOn(today), caseId, dayAgo);
  if (visit === undefined) return;
  for (const [daysAgo, act, says, by] of steps) {
    const outcome = await caseworkOn(dayAgo(daysAgo)).actInCase({
      ...{ principal: officer, caseId, act, content: says(visit) },
      ...(by === undefined ? {} : { behalf: { kind: 'party', as: 'subject', name: '经办人' } }),
    });
    if (outcome.kind === 'recorded') continue;
    const why =
      outcome.kind === 'refused'
        ? outcome.problems.map((each) => describeProblem(each, 'en').detail).join(' ')
        : outcome.kind;
    line(terminal, `${act}: ${why}`);
    return;
  }
}

async function visitOf(
  casework: Casework,
  caseId: string,
  dayAgo: Visit['dayAgo'],
): Promise<Visit | undefined> {
  const found = await casework.viewCase(officer, caseId);
  if (found.kind !== 'found') return undefined;
  const [opened] = found.view.actions;
  const matter = opened?.kind === 'opened' ? opened.matter : undefined;
  const form = found.view.dossier.forms.find(({ act }) => act === 'visited-faults');
  const questions = form?.fields.find(({ name }) => name === 'unmet')?.options ?? [];
  const question = questions.at(-1)?.code;
  if (matter?.case !== 'inspection' || question === undefined) return undefined;
  return { inspectors: matter.inspectors, question, dayAgo };
}
