import {
  allGuards,
  articleHash,
  diffEditions,
  editionToJson,
  findingIn,
  openEdition,
  type Edition,
  type Rulebook,
} from '@credence/rulebook';

import type { Found, NotFound } from '../view/answer.ts';
import { editionLine, type Answering } from '../view/answer-clock.ts';
import { cardCasesOf } from './card-cases.ts';
import { casesOf } from './rule-cases.ts';
import { findProgram, inBoth } from './rule-programs.ts';
import type {
  GuardsView,
  GuardWarning,
  RestingArticle,
  RulePlace,
  RuleVersion,
  RuleView,
} from './rule-reading.ts';
import { citationsOf, textsOf } from './rule-texts.ts';

/** What stands beside a card of an edition. */
export function viewRule(
  { clock, rulebook }: Answering,
  editions: readonly Edition[],
  place: RulePlace,
): Found<RuleView> | NotFound {
  const edition = editions.find(({ code }) => code === place.edition);
  const content = edition?.document.cards[place.kind][place.id];
  if (edition === undefined || content === undefined) return { kind: 'not-found' };
  const program = findProgram(edition, place);
  const cases = program === undefined ? cardCasesOf(edition, place) : casesOf(program);
  return {
    kind: 'found',
    view: {
      clock,
      texts: textsOf(edition, place),
      articles: citationsOf(content).flatMap((cited) => articleOf(edition, cited) ?? []),
      guards: guardsOf(edition, place),
      history: historyOf(lineageOf(rulebook, edition), place),
      cases,
      canBeTried: program !== undefined && cases.length > 0,
    },
  };
}

/** An article of an edition with its hash; undefined where its source does not have it. */
export function articleOf(
  edition: Edition,
  cited: { readonly source: string; readonly at: string },
): RestingArticle | undefined {
  const source = edition.sources.get(cited.source);
  const article = source?.articles[cited.at];
  const hash = articleHash(edition, cited);
  if (source === undefined || article === undefined || hash === undefined) return undefined;
  return {
    source: cited.source,
    sourceTitle: source.title,
    at: cited.at,
    says: article.says,
    confidence: article.confidence ?? source.confidence,
    hash,
    hashOf: article.textSha256 === undefined ? 'summary' : 'text',
  };
}

const judged = new WeakMap<Edition, readonly (GuardWarning & { readonly card: string })[]>();

/** Judges the edition anew, once a process: what a page says of guards is not taken on trust. */
function guardsOf(edition: Edition, { kind, id }: RulePlace): GuardsView {
  const warnings = judged.get(edition) ?? judge(edition);
  judged.set(edition, warnings);
  return {
    judged: allGuards.length,
    warnings: warnings.flatMap(({ card, ...warning }) =>
      card === `${kind}:${id}` ? [warning] : [],
    ),
  };
}

function judge(edition: Edition): readonly (GuardWarning & { readonly card: string })[] {
  const outcome = openEdition(editionToJson(edition));
  const findings = outcome.kind === 'loaded' ? outcome.warnings : outcome.findings;
  return findings.flatMap(({ guard, title, card, field = '', message }) =>
    guard === undefined || card === undefined
      ? []
      : [
          {
            guard,
            title: title ?? { zh: guard, en: guard },
            card,
            field,
            message: inBoth((language) => findingIn(language, { message }).message),
          },
        ],
  );
}

/** Editions of the same law one after the other; one that is shown beside them stands alone. */
export function lineageOf(rulebook: Rulebook, edition: Edition): readonly Edition[] {
  return rulebook.editions.includes(edition) ? rulebook.editions : [edition];
}

/** A rule through the editions, the latest first; before its first edition there is nothing. */
function historyOf(
  editions: readonly Edition[],
  { kind, id }: Pick<RulePlace, 'kind' | 'id'>,
): readonly RuleVersion[] {
  const versions = editions.flatMap((edition, place): RuleVersion[] => {
    const line = editionLine(edition);
    const has = (each: Edition | undefined): boolean =>
      each?.document.cards[kind][id] !== undefined;
    const before = editions[place - 1];
    if (!has(edition)) {
      return has(before) ? [{ edition: line, change: 'withdrawn', fields: [] }] : [];
    }
    if (before === undefined) return [{ edition: line, change: 'first', fields: [] }];
    if (!has(before)) return [{ edition: line, change: 'added', fields: [] }];
    const changed = diffEditions(before, edition).changed.find(
      (card) => card.kind === kind && card.id === id,
    );
    if (changed === undefined) return [{ edition: line, change: 'unchanged', fields: [] }];
    // Cases are examples; what they illustrate is the change.
    const fields = changed.fields.filter(({ path }) => !/^cases(\.|$)/.test(path));
    const cases = changed.fields.length - fields.length;
    return [{ edition: line, change: 'changed', fields, ...(cases === 0 ? {} : { cases }) }];
  });
  return versions.toReversed();
}
