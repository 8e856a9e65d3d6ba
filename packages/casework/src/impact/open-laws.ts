import { problem, type CivilDate, type JsonValue } from '@credence/domain';
import {
  editionToJson,
  findingIn,
  openEdition,
  ruleOf,
  type Edition,
  type Finding,
  type Rulebook,
} from '@credence/rulebook';

import type { Journal } from '../port/journal.ts';
import { stepProblem, readDossier } from '../promulgate/prepare-edition.ts';
import type {
  DraftReference,
  GuardDifference,
  ImpactOutcome,
  ImpactQuery,
  ImpactWarning,
} from './impact.ts';

/** The two laws, and what else the draft makes the checks say. */
export interface Laws {
  readonly baseline: Edition;
  readonly draft: Edition;
  readonly warnings: readonly Finding[];
}

type Refused = Extract<ImpactOutcome, { readonly kind: 'refused' }>;

/** Opens the draft as any edition is opened: one that fails a check has no impact to report. */
export async function openLaws(
  { journal, rulebook }: { readonly journal: Journal; readonly rulebook: Rulebook },
  query: ImpactQuery,
  asOf: CivilDate,
): Promise<Laws | Refused> {
  const json = await textOf(journal, query);
  if (json === undefined) {
    const hash = 'hash' in query ? query.hash : '';
    return { kind: 'refused', problem: stepProblem(hash, 'draft'), findings: [] };
  }
  const opened = openEdition(json);
  if (opened.kind === 'refused') {
    const params = { edition: 'draft', findings: opened.findings.length };
    return {
      kind: 'refused',
      problem: problem('edition-refused', params),
      findings: opened.findings,
    };
  }
  const { baseline: code } = query;
  const baseline =
    code === undefined
      ? rulebook.on(asOf)
      : rulebook.editions.find((edition) => edition.code === code);
  if (baseline === undefined) {
    const known = rulebook.editions.map((edition) => edition.code).join(', ');
    const refused =
      code === undefined
        ? problem('edition-missing', { day: asOf })
        : problem('value-not-in-list', { value: code, accepted: known });
    return { kind: 'refused', problem: refused, findings: [] };
  }
  return { baseline, draft: opened.edition, warnings: opened.warnings };
}

/** The text itself, or the one that the journal holds under its hash. */
async function textOf(journal: Journal, query: DraftReference): Promise<JsonValue | undefined> {
  if ('draft' in query) return query.draft;
  return (await readDossier({ journal }, query.hash)).draft?.edition;
}

/** What guards and other checks warn of under one law and not under the other. */
export function compareGuards({ baseline, warnings }: Laws): GuardDifference {
  const opened = openEdition(editionToJson(baseline));
  const before = opened.kind === 'refused' ? opened.findings : opened.warnings;
  const without = (all: readonly Finding[], others: readonly Finding[]) => {
    const known = new Set(others.map(keyOf));
    return all.filter((finding) => !known.has(keyOf(finding))).map(toWarning);
  };
  return { new: without(warnings, before), gone: without(before, warnings) };
}

function keyOf({ guard, code, card, field }: Finding): string {
  return [guard ?? code, card ?? '', field ?? ''].join(' ');
}

function toWarning(finding: Finding): ImpactWarning {
  const { card, field } = finding;
  return {
    rule: ruleOf(finding),
    ...(card === undefined ? {} : { card }),
    ...(field === undefined ? {} : { field }),
    message: { zh: findingIn('zh', finding).message, en: findingIn('en', finding).message },
  };
}
