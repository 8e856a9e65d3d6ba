import { jsonOf, toIso } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';

import type { AccessParts } from '../access/access-parts.ts';
import { headOf } from '../access/find-home.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { readClosed } from '../access/read-closed.ts';
import type { CaseworkParts } from '../casework.ts';
import { editionLine, startAnswer } from '../view/answer-clock.ts';
import { compareGuards, openLaws } from './open-laws.ts';
import { comparePrograms, pairPrograms, readStates } from './compare-laws.ts';
import type { ImpactOutcome, ImpactQuery, Mover, MoversOutcome, MoversQuery } from './impact.ts';
import { reportProgram } from './report-impact.ts';

export type ImpactParts = AccessParts & Pick<CaseworkParts, 'bulk' | 'signer'>;

/**
 * What a draft would do to the organisations of the register on a day, in counts. Only a draft that
 * passes every check has an impact to report; what abuses would do, the Lab says.
 *
 * Legal source: guards G38 (small cells), G45 (impact before anything is in force).
 */
export async function runImpact(
  parts: ImpactParts,
  principal: KnownPrincipal,
  query: ImpactQuery,
): Promise<ImpactOutcome> {
  const decision = parts.access.decide(
    principal,
    'impact.read',
    { kind: 'edition' },
    'rule-change',
  );
  if (decision.kind === 'refused') return { ...decision, findings: [] };
  const { clock, rulebook } = await startAnswer(parts);
  const asOf = query.asOf ?? clock.today;
  const laws = openLaws(rulebook, query, asOf);
  if ('kind' in laws) return laws;
  const upTo = await parts.journal.positionAt(clock.timepoint);
  const states = await readStates(parts.bulk, upTo);
  const { pairs, notCompared } = pairPrograms(laws);
  const programs = pairs.map((pair) => {
    const comparison = comparePrograms(states, pair, { ...laws, asOf });
    return reportProgram(comparison, pair, { edition: laws.draft, asOf });
  });
  const report = {
    asOf,
    knownAt: clock.timepoint,
    baseline: editionLine(laws.baseline),
    draft: editionLine(laws.draft),
    programs,
    notCompared,
    guards: compareGuards(laws),
  };
  const bytes = new TextEncoder().encode(
    canonicalJson(jsonOf({ ...report, knownAt: toIso(report.knownAt) })),
  );
  const signature = parts.signer.sign(bytes);
  return { kind: 'found', view: { clock, ...report, hash: sha256Hex(bytes), signature } };
}

/**
 * Who would move, by name. For the legal officer of the draft alone: every organisation named is
 * looked at for a purpose, within the budget of reads, and can see that it was.
 */
export async function listMovers(
  parts: ImpactParts,
  principal: KnownPrincipal,
  query: MoversQuery,
): Promise<MoversOutcome> {
  const decision = parts.access.decide(
    principal,
    'impact.movers',
    { kind: 'edition' },
    'rule-change',
  );
  if (decision.kind === 'refused') return { ...decision, findings: [] };
  const { clock, rulebook } = await startAnswer(parts);
  const asOf = query.asOf ?? clock.today;
  const laws = openLaws(rulebook, query, asOf);
  if ('kind' in laws) return laws;
  const pair = pairPrograms(laws).pairs.find(({ draft }) => draft.id === query.program);
  if (pair === undefined) return { kind: 'found', view: { movers: [], total: 0 } };
  const upTo = await parts.journal.positionAt(clock.timepoint);
  const states = await readStates(parts.bulk, upTo);
  const { compared } = comparePrograms(states, pair, { ...laws, asOf });
  const moved = compared.filter(({ outcome }) => outcome.from !== outcome.to);
  const movers: Mover[] = [];
  const first = (query.page - 1) * moversPerPage;
  for (const { home, outcome } of moved.slice(first, first + moversPerPage)) {
    const fields = ['impact', pair.name, `draft ${laws.draft.hash}`];
    const look = { home, purpose: 'rule-change', fields } as const;
    const read = await readClosed(parts, principal, look);
    if (read.kind === 'refused') return { ...read, findings: [] };
    const subject = headOf(home, read.entries);
    const { from, to, cause = 'bands' } = outcome;
    if (subject !== undefined) movers.push({ subject, from, to, cause });
  }
  return { kind: 'found', view: { movers, total: moved.length } };
}

const moversPerPage = 20;
