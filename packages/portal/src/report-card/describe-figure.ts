import type { ReportFigure } from '@credence/casework';
import type { Language } from '@credence/domain';
import { words } from '@credence/pages';

import { cardWords } from '../words/report-card/cards.ts';
import { figureWords } from '../words/report-card/figures.ts';
import { figureText } from './figure-text.ts';

/** A figure in plain text: what it is called, what it is, and what it counts and leaves out. */
export interface FigureText {
  readonly title: string;
  readonly value: string;
  readonly definition: string;
}

/** The same words as on the page, for whoever reads a card without it. */
export function describeFigure(figure: ReportFigure, language: Language): FigureText {
  const { title, counts, leavesOut } = figureWords(language, figure.id);
  return {
    title,
    value: figureText({ words: words(language), language }, figure),
    definition: `${counts} ${cardWords(language).leavesOut}${leavesOut}`,
  };
}
