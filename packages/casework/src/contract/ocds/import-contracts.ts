import type { Problem } from '@credence/domain';
import type { z } from 'zod';

import type { CaseParts } from '../../case/desk/open-desk.ts';
import { contractStream } from '../../entry/contract-payload.ts';
import { holdsPersonData } from '../../intake/person-scan.ts';
import type { Actor, NewEntry } from '../../port/journal.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { contractEntries, lengthOf, stepEntry } from '../contract-entries.ts';
import { releasePackage, type OcdsParty } from './ocds.ts';
import { planRelease, type Ledger } from './plan-release.ts';
import { invalid } from './read-values.ts';

/** What a file of releases brought, or everything that is wrong with it. */
export type ImportedContracts =
  | {
      readonly kind: 'taken';
      readonly contracts: number;
      /** Contracts that were known, and of those with something new. */
      readonly known: number;
      readonly continued: number;
      readonly steps: number;
      /** Fields about people that were not read, and releases set aside because of them. */
      readonly personFields: number;
      readonly setAside: number;
      /** Nothing was stored: it was asked only. */
      readonly check: boolean;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** As much as a person can read at once. */
const mostProblems = 50;

/** Fields of a party that tell about people. */
const personFields = ['contactPoint', 'address', 'additionalContactPoints', 'persons'];

/**
 * Takes the contracts of a release package: all of them, or nothing. Whoever pays has to be on the
 * register; what tells about people is not read, and a release with a person as a party is set aside.
 */
export async function importContracts(
  parts: CaseParts,
  command: { readonly actor: Actor; readonly file: string; readonly check?: boolean },
): Promise<ImportedContracts> {
  const given = jsonIn(command.file);
  if (given === undefined) {
    return { kind: 'refused', problems: [invalid('', 'no JSON', 'a release package')] };
  }
  const read = releasePackage.safeParse(given);
  if (!read.success) return { kind: 'refused', problems: faultsOf(read.error, given) };
  const { clock, edition } = await startAnswer(parts);
  const problems: Problem[] = [];
  const access = { reader: command.actor, purpose: 'intake', fields: ['contracts'] };
  const ledger: Ledger = { homes: new Map(), planned: new Map() };
  let [setAside, dropped] = [0, 0];
  for (const [index, release] of read.data.releases.entries()) {
    dropped += release.parties.flatMap((each) => personFields.filter((f) => f in each)).length;
    if (release.parties.some(isPerson)) {
      setAside += 1;
      continue;
    }
    const at = { path: `/releases/${index}`, today: clock.today, currency: edition.currency };
    problems.push(...(await planRelease(parts, release, { ...at, access, ledger })));
  }
  if (problems.length > 0) return { kind: 'refused', problems: problems.slice(0, mostProblems) };
  const check = command.check === true;
  const stored = await store(parts, ledger, { actor: command.actor, check });
  // Somebody took a step while the file was read: it is read again over what is known now.
  if (stored === undefined) return importContracts(parts, command);
  return { kind: 'taken', ...stored, personFields: dropped, setAside, check };
}

function isPerson({ name, identifier }: OcdsParty): boolean {
  return [name, identifier?.id].some(
    (text) => text !== undefined && text !== null && holdsPersonData(text),
  );
}

/** One transaction for all payers; a file that comes again adds what is new in it. */
async function store(
  parts: CaseParts,
  { planned, homes }: Ledger,
  { actor, check }: { readonly actor: Actor; readonly check: boolean },
) {
  const counts = { contracts: 0, known: 0, continued: 0, steps: 0 };
  const entries: NewEntry[] = [];
  const bodies = new Set<string>();
  const expect: { home: string; stream: string; seq: number }[] = [];
  for (const { home, before, after } of planned.values()) {
    const fresh = after.steps.slice(before?.steps.length ?? 0);
    counts.contracts += before === undefined ? 1 : 0;
    counts.known += before === undefined ? 0 : 1;
    counts.continued += before !== undefined && fresh.length > 0 ? 1 : 0;
    counts.steps += fresh.length;
    if (before === undefined) {
      entries.push(...(await contractEntries(parts, home, after.contract, bodies)));
    }
    const stream = contractStream(after.contract.contractId);
    expect.push({ home, stream, seq: lengthOf(homes.get(home) ?? [], stream) });
    entries.push(
      ...fresh.map(({ contractId, on, by, act }) =>
        stepEntry(parts, home, { contractId, on, by, act }),
      ),
    );
  }
  if (!check && entries.length > 0) {
    const command = { actor, purpose: 'intake', basis: [] };
    const outcome = await parts.journal.record(command, entries, { expect });
    if (outcome.kind === 'conflict') return undefined;
  }
  return counts;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultsOf(error: z.ZodError, given: unknown): readonly Problem[] {
  return error.issues.slice(0, mostProblems).map(({ path, message }) => {
    const place = path.map((part) => `/${String(part)}`).join('');
    return invalid(place, receivedAt(given, path), message);
  });
}

function receivedAt(given: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = given;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return 'nothing';
    at = Reflect.get(at, part);
  }
  if (at === undefined) return 'nothing';
  return JSON.stringify(at).slice(0, 60);
}
