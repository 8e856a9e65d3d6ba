import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Behalf, CaseOutcome, Casework, KnownPrincipal } from '@credence/casework';
import { demoCrowd, demoPlays, type Known, type Play, type PlayStep } from '@credence/demo';
import { addDays, describeProblem, type CivilDate, type JsonValue } from '@credence/domain';

import type { System } from '../system.ts';
import { line, type Terminal } from '../terminal.ts';
import { demoIssuer } from './demo-people.ts';

interface Stage {
  readonly system: Pick<System, 'casework' | 'caseworkOn'>;
  readonly terminal: Terminal;
  readonly today: CivilDate;
  readonly principals: Map<string, KnownPrincipal>;
}

/**
 * Plays the procedures of the demonstration: each step by its person, on its own day, through the
 * same use cases as anybody's. A firm that has cases is left alone, so it may be repeated.
 */
export async function fillDemoCases(
  system: Stage['system'],
  order: {
    readonly folder: string;
    readonly terminal: Terminal;
    readonly today: CivilDate;
    readonly plays?: readonly Play[];
  },
): Promise<void> {
  const { folder, terminal, today, plays = demoPlays } = order;
  const done = join(folder, 'procedures');
  if (existsSync(done)) return;
  await playAll({ system, terminal, today, principals: new Map() }, plays);
  writeFileSync(done, '');
}

/** Plain cases of many firms beside them, where the city is large enough; once for each folder. */
export async function fillDemoCrowd(
  system: Stage['system'],
  order: {
    readonly folder: string;
    readonly terminal: Terminal;
    readonly today: CivilDate;
    readonly organisations: number;
    readonly seed: number;
  },
): Promise<void> {
  const { folder, terminal, today, organisations, seed } = order;
  const done = join(folder, 'crowd');
  if (existsSync(done)) return;
  const plays = await demoCrowd({ organisations, seed, today });
  await playAll({ system, terminal, today, principals: new Map() }, plays);
  writeFileSync(done, '');
}

async function playAll(stage: Stage, plays: readonly Play[]): Promise<void> {
  for (const play of plays) await runPlay(stage, play);
}

async function runPlay(stage: Stage, play: Play): Promise<void> {
  const cases = new Map<string, string>();
  const found = await look(stage, play);
  if (found === undefined) return;
  const known: Known = { ...found.known, caseId: (name) => cases.get(name) ?? '' };
  for (const step of play.steps) {
    const outcome = await take(stage, step, { home: found.home, known, cases });
    if (outcome.kind === 'recorded') {
      cases.set(step.name, outcome.caseId);
      continue;
    }
    // A day without a published calendar, for one: the story stands where it has come to.
    line(stage.terminal, `${play.name}: ${step.act}: ${whyNot(outcome)}`);
    return;
  }
}

async function look(
  { system: { casework }, today, principals }: Stage,
  { code, otherCode, steps, withoutRecord }: Play,
): Promise<{ readonly home: string; readonly known: Omit<Known, 'caseId'> } | undefined> {
  const home = await homeOf(casework, code);
  const opener = steps.find(({ act, at }) => act === 'opened' && at === undefined)?.by;
  const principal = await personOf(casework, opener ?? 'case-officer', principals);
  if (home === undefined || principal === undefined) return undefined;
  // Whoever fills a demonstration looks at more than an official, or a whole office, may in a day.
  const filling = principal.kind === 'official' ? forNobody(principal) : principal;
  const openings = await casework.listOpenings(filling, home);
  if (openings.kind !== 'found') return undefined;
  const { about } = openings.view;
  // The latest decision is the one that the play is about.
  const [record] = about
    .filter(({ kind, document }) => kind === 'record' && document !== undefined)
    .filter(({ openings: open }) => open.length > 0)
    .sort((one, two) => (one.on < two.on ? 1 : -1));
  const isReady = withoutRecord === true || record !== undefined;
  if (!isReady || about.some(({ kind }) => kind === 'case')) return undefined;
  const other = otherCode === undefined ? undefined : await homeOf(casework, otherCode);
  return {
    home,
    known: {
      ...{ today, recordId: record?.id ?? '', document: record?.document ?? '' },
      ...{ decidedOn: record?.on ?? today, other: other ?? '' },
    },
  };
}

/** On the machine itself and for no agency, so that no office has its reads of the day used up. */
function forNobody({
  name,
  roles,
}: Extract<KnownPrincipal, { readonly kind: 'official' }>): KnownPrincipal {
  return { kind: 'operator', name, agency: '', role: roles[0] ?? 'case_officer' };
}

async function homeOf(casework: Casework, code: string): Promise<string | undefined> {
  const found = await casework.viewSubject({ by: 'code', code });
  return found.kind === 'found' ? found.view.subject.id : undefined;
}

/** Somebody of the demonstration, as he is known once signed in. */
export async function personOf(
  casework: Casework,
  id: string,
  principals: Stage['principals'],
): Promise<KnownPrincipal | undefined> {
  const kept = principals.get(id);
  if (kept !== undefined) return kept;
  const found = await casework.principalOf({ by: 'sign-in', issuer: demoIssuer, subject: id });
  if (found.kind !== 'known') return undefined;
  principals.set(id, found.principal);
  return found.principal;
}

async function take(
  { system, today, principals }: Stage,
  step: PlayStep,
  at: { readonly home: string; readonly known: Known; readonly cases: ReadonlyMap<string, string> },
): Promise<CaseOutcome> {
  const principal = await personOf(system.casework, step.by, principals);
  if (principal === undefined) return { kind: 'not-found' };
  const casework = system.caseworkOn(addDays(today, -step.daysAgo));
  const content: JsonValue = step.say(at.known);
  const behalf = step.at === undefined ? {} : { behalf: counter(step.at) };
  if (step.act === 'opened') {
    const subject = { by: 'id', id: at.home } as const;
    return casework.openCase({ principal, subject, content, ...behalf });
  }
  const caseId = at.cases.get(step.name) ?? '';
  return casework.actInCase({ principal, caseId, act: step.act, content, ...behalf });
}

function counter(party: NonNullable<PlayStep['at']>): Behalf {
  const paper = { paper: 'work_card', reason: '经办人到窗口提交书面材料' } as const;
  return { kind: 'party', ...party, counter: paper };
}

function whyNot(outcome: Exclude<CaseOutcome, { readonly kind: 'recorded' }>): string {
  if (outcome.kind === 'not-found') return outcome.kind;
  return outcome.problems.map((each) => describeProblem(each, 'en').detail).join(' ');
}
