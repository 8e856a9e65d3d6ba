import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CaseOutcome, DutyOutcome, KnownPrincipal } from '@credence/casework';
import { demoDutyOffice } from '@credence/demo';
import { addDays, describeProblem, jsonOf, type CivilDate, type JsonValue } from '@credence/domain';

import type { System } from '../system.ts';
import { line, type Terminal } from '../terminal.ts';

interface Stage {
  readonly system: Pick<System, 'casework' | 'caseworkOn'>;
  readonly terminal: Terminal;
  readonly today: CivilDate;
}

const { agency, officer, legal, duty, list, basis, told, reason } = demoDutyOffice;
const by = (name: string, role: string): KnownPrincipal => ({
  ...{ kind: 'operator', name, agency, role },
});

/**
 * Yearly reports of the social organisations of the demonstration, by the same use cases as
 * anybody's: most filed, one overdue, one asked for, one on its way to the list. Once for each folder.
 */
export async function fillDemoDuties(
  system: Stage['system'],
  order: { readonly folder: string; readonly terminal: Terminal; readonly today: CivilDate },
): Promise<void> {
  const { folder, terminal, today } = order;
  const done = join(folder, 'duties');
  if (existsSync(done)) return;
  const stage = { system, terminal, today };
  const homes = await homesIn(system.casework, join(folder, 'registration-social.csv'));
  const asked = await system.casework.findOwnHome(demoDutyOffice.asked);
  const owing: string[] = [];
  for (const home of homes) {
    if (home !== asked && (await isOverdue(stage, home))) owing.push(home);
  }
  const [overdue, listed, active, ...rest] = owing;
  const year = String(Number(today.slice(0, 4)) - 1);
  for (const home of [active, ...rest]) await file(stage, home, { key: year });
  await file(stage, active, { of: 'mca.branches', said: demoDutyOffice.branch });
  const days = { begins: addDays(today, -240), ends: addDays(today, 30) };
  const said = { ...demoDutyOffice.campaign, ...days };
  await file(stage, active, { of: 'mca.fund-raising', said });
  const late = [overdue, listed, asked].flatMap((home) => home ?? []);
  // What the day's work would have told the bureau by now.
  await system.caseworkOn(addDays(today, -40)).remindDue(late);
  await demand(stage, asked, { key: year, number: 1, ago: 12 });
  const demandId = await demand(stage, listed, { key: year, number: 2, ago: 30 });
  if (listed !== undefined && demandId !== undefined) await propose(stage, listed, demandId);
  writeFileSync(done, '');
}

/** Homes of the organisations in a file of registrations, by the codes that stand in it. */
async function homesIn(
  casework: Stage['system']['casework'],
  path: string,
): Promise<readonly string[]> {
  if (!existsSync(path)) return [];
  const codes = new Set(readFileSync(path, 'latin1').match(/\b5[123]\d{6}[0-9A-Z]{10}\b/g) ?? []);
  const homes: string[] = [];
  // Foundations, of which there are few, stand first.
  for (const code of [...codes].sort().reverse()) {
    const home = await casework.findOwnHome(code);
    if (home !== undefined) homes.push(home);
  }
  return homes;
}

/** Whether the report of the year before is owed and was not filed: some were founded since. */
async function isOverdue({ system }: Stage, home: string): Promise<boolean> {
  const found = await system.casework.viewOwnDuties(by(officer, 'case_officer'), home);
  const duties = found.kind === 'found' ? found.view.duties : [];
  return duties.some(
    (each) => each.duty === duty && each.dues.some(({ state }) => state === 'overdue'),
  );
}

async function file(
  { system, terminal }: Stage,
  home: string | undefined,
  given: { readonly key?: string; readonly of?: string; readonly said?: JsonValue },
): Promise<void> {
  const { key, of = duty, said = demoDutyOffice.report } = given;
  if (home === undefined) return;
  const outcome = await system.casework.fileReport({
    ...{ principal: by(officer, 'case_officer'), home, duty: of, said },
    ...(key === undefined ? {} : { key }),
  });
  if (outcome.kind === 'refused') line(terminal, `${of}: ${whyNot(outcome)}`);
}

async function demand(
  { system, terminal, today }: Stage,
  home: string | undefined,
  given: { readonly key: string; readonly number: number; readonly ago: number },
): Promise<string | undefined> {
  const { key, number, ago } = given;
  if (home === undefined) return undefined;
  const on = addDays(today, -ago);
  const outcome = await system.caseworkOn(on).demandReport({
    ...{ principal: by(officer, 'case_officer'), home, duty, key },
    said: { number: demoDutyOffice.demand(on.slice(0, 4), number), servedOn: on, mode: 'direct' },
  });
  if (outcome.kind === 'recorded') return outcome.id;
  line(terminal, `${duty}: ${whyNot(outcome)}`);
  return undefined;
}

/** On its way to the list: told, heard, drafted and reviewed; the head has to approve it. */
async function propose(
  { system, terminal, today }: Stage,
  home: string,
  recordId: string,
): Promise<void> {
  const on = (ago: number) => system.caseworkOn(addDays(today, -ago));
  const yearOf = (ago: number) => addDays(today, -ago).slice(0, 4);
  const principal = by(officer, 'case_officer');
  const document = { number: demoDutyOffice.demand(yearOf(30), 2) };
  const matter = {
    ...{ case: 'listing', list, recordId, document, conductOn: addDays(today, -30) },
    ...{ basis: [basis], reason, evidence: ['催报通知送达回证'], measures: [] },
  };
  const desks = { own: agency, review: demoDutyOffice.review };
  const opened = await on(28).openCase({
    ...{ principal, subject: { by: 'id', id: home }, content: jsonOf({ desks, matter }) },
  });
  if (opened.kind !== 'recorded') {
    tell(opened);
    return;
  }
  const { caseId } = opened;
  const papers = { told, measures: [], reason };
  const steps: readonly (readonly [number, KnownPrincipal, string, object])[] = [
    [
      27,
      principal,
      'noticed',
      { document: { number: demoDutyOffice.notice(yearOf(27)) }, ...papers },
    ],
    [26, principal, 'served', servedOn(addDays(today, -26))],
    [
      ...([10, principal, 'drafted'] as const),
      {
        document: { number: demoDutyOffice.decision(yearOf(10)) },
        answers: [],
        basis: [basis],
        ...papers,
      },
    ],
    [8, by(legal, 'legal_officer'), 'reviewed', {}],
  ];
  for (const [ago, who, act, content] of steps) {
    const step = { principal: who, caseId, act, content: jsonOf(content) };
    const outcome = await on(ago).actInCase(step);
    // A day without a published calendar, for one: the story stands where it has come to.
    if (outcome.kind !== 'recorded') {
      tell(outcome);
      return;
    }
  }

  function tell(outcome: CaseOutcome): void {
    const why = outcome.kind === 'refused' ? whyNot(outcome) : outcome.kind;
    line(terminal, `${list}: ${why}`);
  }
}

function servedOn(on: CivilDate) {
  return { paper: 'notice', mode: 'in_person', servedOn: on, proof: '送达回证' };
}

function whyNot(outcome: Extract<CaseOutcome | DutyOutcome, { readonly kind: 'refused' }>): string {
  return outcome.problems.map((each) => describeProblem(each, 'en').detail).join(' ');
}
