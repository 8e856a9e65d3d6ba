import { Summary } from '@credence/pages';

import type { StatementContext, Told } from '../../report/statement.ts';
import type { SiteContext } from '../site.ts';

/** The whole result in sentences that are true alone: harms decide, each regime by its name. */
export function ResultSummary(props: {
  readonly context: SiteContext;
  readonly statement: StatementContext;
}) {
  const { context, statement } = props;
  const { say, words, language } = context;
  const { told, parts } = statement;
  if (parts.comparison.limits.length === 0) return <Summary>{say.noLimits}</Summary>;
  const named = (isIn: (each: Told) => boolean): string =>
    words.list(told.filter(isIn).map(({ name }) => name));
  const sentences = [
    [named(isOver), say.overSummary] as const,
    [named((each) => !isOver(each) && !each.outcome.verdict.promulgable), say.openSummary] as const,
    [named((each) => !isOver(each) && each.outcome.verdict.promulgable), say.keptSummary] as const,
  ];
  const [first = '', ...rest] = sentences
    .filter(([names]) => names !== '')
    .map(([names, write]) => write(names));
  return (
    <Summary note={say.passOn}>
      <b>{first}</b>
      {rest.map((sentence) => `${language === 'zh' ? '' : ' '}${sentence}`).join('')}
    </Summary>
  );
}

function isOver({ regime, outcome }: Told): boolean {
  return regime.breaches.length > 0 || outcome.verdict.beyond.length > 0;
}
