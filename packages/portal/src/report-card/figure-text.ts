import type { ReportFigure } from '@credence/casework';
import { shareTenths, type PublishedShare } from '@credence/domain';

import type { PageContext } from '../page/page-context.ts';
import { cardWords } from '../words/report-card/cards.ts';

type Speaking = Pick<PageContext, 'words' | 'language'>;

/** A figure in words; what is too small to be told says so, and is never an empty cell. */
export function figureText(context: Speaking, figure: ReportFigure): string {
  const { words, language } = context;
  const say = cardWords(language);
  switch (figure.form) {
    case 'share':
      if (figure.share !== null) return shareText(context, figure.share);
      return isOwnWord(figure) ? say.noFigure : say.withheld;
    case 'days':
      if (figure.days === null) return say.withheld;
      return figure.days === 0 && figure.id === 'longest_late_payment'
        ? say.none
        : say.days(words.number(figure.days));
    case 'count':
      if (figure.count === null) return say.withheld;
      return figure.count === 0 ? say.none : words.number(figure.count);
  }
}

/** Of these nothing is ever withheld: they tell of the office alone. */
function isOwnWord({ id }: ReportFigure): boolean {
  return id === 'promises_kept' || id === 'disclosures_in_time';
}

function shareText({ words, language }: Speaking, share: PublishedShare): string {
  const say = cardWords(language);
  const { whole, least, most } = share;
  const tenths = shareTenths(share);
  const percent = (of: number): string => words.percent(of / 1000, 1);
  const all = words.number(whole);
  if (least === most) return say.share(percent(tenths.least), words.number(least), all);
  if (least === 0) return say.atMost(percent(tenths.most), words.number(most), all);
  if (most === whole) return say.atLeast(percent(tenths.least), words.number(least), all);
  return say.range(percent(tenths.least), percent(tenths.most), all);
}
