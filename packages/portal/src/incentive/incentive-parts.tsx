import type { IncentiveLine } from '@credence/casework';
import { BasisCitation } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { cardPath } from '../request/paths.ts';
import { incentiveWords } from '../words/incentives.ts';
import { readingWords } from '../words/reading.ts';

/** Who gives an incentive, in words. */
export function providerText({ language }: PageContext, { provider }: IncentiveLine): string {
  const say = incentiveWords(language);
  const { issuerParts } = readingWords(language);
  const named = (code: string): string => say.parts[code] ?? issuerParts[code] ?? code;
  return say.by(named(provider.level), named(provider.body));
}

/** An article with its mark, as a link into the rulebook. */
export function Article(props: {
  readonly context: PageContext;
  readonly basis: IncentiveLine['basis'][number];
}) {
  const { context, basis } = props;
  const { citation, sourceTitle, confidence } = basis;
  const edition = context.clock?.edition.code ?? '';
  const href = linkTo(context, cardPath(edition, 'source', citation.source, citation.at));
  return (
    <BasisCitation words={context.words} basis={{ citation, sourceTitle, confidence, href }} />
  );
}
