import { openEdition } from '@credence/rulebook';

import type { Purpose } from '../access/access.ts';
import { readerOf } from '../access/actor-of.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { editionHome, foldDossier } from '../promulgate/dossier.ts';
import { editionLine, startAnswer } from '../view/answer-clock.ts';
import { choosePurpose } from './choose-purpose.ts';
import type { ImpactsOutcome } from './impact.ts';
import { foldImpactReports } from './impact-reports.ts';
import type { ImpactParts } from './run-impact.ts';

/** The reports that were kept with a draft; who looked is written down with the look. */
export async function viewImpacts(
  parts: ImpactParts,
  principal: KnownPrincipal,
  query: { readonly hash: string; readonly purpose?: Purpose },
): Promise<ImpactsOutcome> {
  const purpose = choosePurpose(parts, principal, query.purpose);
  const decision = parts.access.decide(principal, 'impact.read', { kind: 'edition' }, purpose);
  if (decision.kind === 'refused') return decision;
  if (!/^[0-9a-f]{64}$/.test(query.hash)) return { kind: 'not-found' };
  const { clock, rulebook } = await startAnswer(parts);
  const home = editionHome(query.hash);
  const access = { reader: readerOf(principal), purpose, fields: ['impact'] };
  const entries = await parts.journal.readWithAccess(access, home);
  const { draft } = foldDossier(entries);
  const reports = foldImpactReports(entries);
  const opened = draft === undefined ? undefined : openEdition(draft.edition);
  const line = opened?.kind === 'loaded' ? editionLine(opened.edition) : reports[0]?.report.draft;
  if (line === undefined) return { kind: 'not-found' };
  const { hash, code, title } = line;
  const editions = rulebook.editions.map(editionLine);
  const isProposed = draft !== undefined;
  const view = { clock, draft: { hash, code, title }, isProposed, reports, editions };
  return { kind: 'found', view };
}
