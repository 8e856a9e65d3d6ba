import { jsonOf, toIso, type CivilDate, type Problem } from '@credence/domain';
import { canonicalJson, commitmentOf, sha256Hex } from '@credence/proof';

import type { AccessParts } from '../access/access-parts.ts';
import type { Purpose } from '../access/access.ts';
import { actorOf, readerOf } from '../access/actor-of.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { CaseworkParts } from '../casework-parts.ts';
import type { ImpactReport, ImpactReportPayload } from '../entry/impact-payload.ts';
import { editionHome } from '../promulgate/dossier.ts';
import { editionLine, startAnswer } from '../view/answer-clock.ts';
import type { AnswerClock } from '../view/view.ts';
import { choosePurpose } from './choose-purpose.ts';
import { compareRegister, pairPrograms } from './compare-laws.ts';
import type { ImpactOutcome, ImpactQuery, ImpactView } from './impact.ts';
import { foldImpactReports, impactReportKind, impactStream, knownTo } from './impact-reports.ts';
import { compareGuards, openLaws, type Laws } from './open-laws.ts';
import { countProgram } from './report-impact.ts';

export type ImpactParts = AccessParts & Pick<CaseworkParts, 'bulk' | 'signer'>;

/**
 * What a draft would do to the organisations of the register on a day, in counts. Only a draft that
 * passes every check has an impact to report; what abuses would do, the Lab says. The report is kept
 * with the draft, signed, and with who asked for it.
 *
 * Legal source: guards G38 (small cells), G45 (impact before anything is in force).
 */
export async function runImpact(
  parts: ImpactParts,
  principal: KnownPrincipal,
  query: ImpactQuery,
): Promise<ImpactOutcome> {
  const purpose = choosePurpose(parts, principal, query.purpose);
  const decision = parts.access.decide(principal, 'impact.read', { kind: 'edition' }, purpose);
  if (decision.kind === 'refused') return { ...decision, findings: [] };
  const { clock, rulebook } = await startAnswer(parts);
  const asOf = query.asOf ?? clock.today;
  const laws = await openLaws({ journal: parts.journal, rulebook }, query, asOf);
  if ('kind' in laws) return laws;
  const home = editionHome(laws.draft.hash);
  const access = { reader: readerOf(principal), purpose, fields: ['impact'] };
  const kept = foldImpactReports(await parts.journal.readWithAccess(access, home));
  const known = await findCurrent(parts, kept, { ...laws, asOf });
  if (known !== undefined) return { kind: 'found', view: viewOf(clock, known) };
  const report = await makeReport(parts, laws, { clock, asOf });
  const bytes = new TextEncoder().encode(canonicalJson(jsonOf(report)));
  const payload = { report, hash: sha256Hex(bytes), signature: parts.signer.sign(bytes) };
  const refused = await keep(parts, principal, { home, purpose, payload });
  if (refused !== undefined) return { kind: 'refused', problem: refused, findings: [] };
  return { kind: 'found', view: viewOf(clock, payload) };
}

/** A report on the same laws and day, since which nothing was recorded about anyone. */
async function findCurrent(
  parts: ImpactParts,
  kept: readonly ImpactReportPayload[],
  { baseline, draft, asOf }: Laws & { readonly asOf: CivilDate },
): Promise<ImpactReportPayload | undefined> {
  const same = kept.find(
    ({ report }) =>
      report.asOf === asOf &&
      report.baseline.hash === baseline.hash &&
      report.draft.hash === draft.hash,
  );
  if (same === undefined) return undefined;
  const touched = await parts.bulk.listTouched({
    ...{ since: knownTo(same), day: asOf, until: asOf, limit: 1 },
  });
  return touched.length === 0 ? same : undefined;
}

async function makeReport(
  parts: ImpactParts,
  laws: Laws,
  { clock, asOf }: { readonly clock: AnswerClock; readonly asOf: CivilDate },
): Promise<ImpactReport> {
  const upTo = await parts.journal.positionAt(clock.timepoint);
  const { pairs, notCompared } = pairPrograms(laws);
  const counts = new Map(
    pairs.map((pair) => [pair, countProgram(pair, { edition: laws.draft, asOf })]),
  );
  for await (const slices of compareRegister(parts.bulk, { ...laws, pairs, asOf, upTo })) {
    for (const { pair, ...slice } of slices) counts.get(pair)?.add(slice);
  }
  return {
    form: 'credence-impact/1',
    asOf,
    knownAt: toIso(clock.timepoint),
    baseline: editionLine(laws.baseline),
    draft: editionLine(laws.draft),
    programs: [...counts.values()].map((each) => each.report()),
    notCompared,
    guards: compareGuards(laws),
  };
}

async function keep(
  parts: ImpactParts,
  principal: KnownPrincipal,
  entry: {
    readonly home: string;
    readonly purpose: Purpose;
    readonly payload: ImpactReportPayload;
  },
): Promise<Problem | undefined> {
  const { home, purpose } = entry;
  const payload = jsonOf(entry.payload);
  const salt = parts.salt();
  const outcome = await parts.journal.record({ actor: actorOf(principal), purpose, basis: [] }, [
    {
      id: parts.uuid(),
      home,
      stream: impactStream,
      kind: impactReportKind,
      payload,
      salt,
      commitment: commitmentOf(salt, payload),
    },
  ]);
  return outcome.kind === 'conflict' ? { code: 'changed-meanwhile', params: {} } : undefined;
}

function viewOf(clock: AnswerClock, payload: ImpactReportPayload): ImpactView {
  const { report, hash, signature } = payload;
  const { asOf, baseline, draft, programs, notCompared, guards } = report;
  const knownAt = knownTo(payload);
  return {
    ...{ clock, asOf, knownAt, baseline, draft, programs, notCompared, guards, hash, signature },
  };
}
