import { localise, type Language } from '@credence/domain';
import { BarPatterns, PageHeading, renderPage, words as wordsOf } from '@credence/pages';
import { raw } from 'hono/html';

import { PlotPatterns } from '../chart/plot.tsx';
import { BalanceSection } from './balance-section.tsx';
import { ChartSection } from './chart-section.tsx';
import { ClosingSections } from './closing-sections.tsx';
import { HurtSection } from './hurt-section.tsx';
import { MethodSection } from './method-section.tsx';
import { PracticeSection } from './practice-section.tsx';
import { RegimeSection } from './regime-section.tsx';
import type { StatementContext, StatementParts, Told } from './statement.ts';
import { Verdict } from './verdict.tsx';
import { chinese } from './words-zh.ts';
import { english } from './words-en.ts';

/** Bytes of the one file: a style sheet in it, no script, nothing from elsewhere. */
export interface StatementLook {
  readonly stylesheet: string;
  /** Base64 of the SHA-256 of the style sheet, for the policy that the file carries. */
  readonly stylesheetHash: string;
}

/**
 * An impact statement as one file that stands by itself: verdict, what is broken, harms with benefits,
 * charts, who is hurt, method, limits, how to repeat it.
 *
 * @throws RangeError when the comparison does not hold the regime it is to be about
 */
export function writeStatement(
  parts: StatementParts,
  language: Language,
  look: StatementLook,
): string {
  const context = contextOf(parts, language);
  const { say, words, about } = context;
  const policy = `default-src 'none'; style-src 'sha256-${look.stylesheetHash}'; base-uri 'none'; form-action 'none'`;
  return renderPage(
    <html lang={words.tag}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{say.documentTitle(about.name)}</title>
        <style>{raw(look.stylesheet)}</style>
      </head>
      <body>
        <a class="skip" href="#content">
          {words.t('page.skip')}
        </a>
        <BarPatterns />
        <PlotPatterns />
        <header class="masthead">
          <div class="masthead-row">
            <p class="wordmark">
              <span class="wordmark-text">
                <b>{say.lab}</b>
                <span class="quiet">{say.workspace}</span>
              </span>
            </p>
          </div>
        </header>
        <LabBanner say={say} />
        <div class="frame">
          <main id="content" tabindex={-1}>
            <PageHeading title={say.title(about.name)} />
            <Verdict context={context} />
            <RegimeSection context={context} />
            <BalanceSection context={context} />
            <ChartSection context={context} />
            <HurtSection context={context} />
            <PracticeSection context={context} />
            <MethodSection context={context} />
            <ClosingSections context={context} />
          </main>
        </div>
        <footer class="footer">
          <ul>
            <li>{say.footer}</li>
          </ul>
        </footer>
      </body>
    </html>,
  );
}

/** On every page and every print of the Lab: nobody can take it for the register. */
export function LabBanner({
  say,
}: {
  readonly say: Pick<typeof chinese, 'banner' | 'bannerRest'>;
}) {
  return (
    <aside class="lab-banner" aria-label={say.banner}>
      <div>
        <p>
          <b>{say.banner}</b> {say.bannerRest}
        </p>
      </div>
    </aside>
  );
}

/**
 * What every part of a statement or of a page of the Lab is given.
 *
 * @throws RangeError when the comparison does not hold the regime it is to be about
 */
export function contextOf(parts: StatementParts, language: Language): StatementContext {
  const { comparison } = parts;
  const text = (localised: Told['regime']['title']) => localise(localised, language).text;
  const from = comparison.pairs[0]?.from ?? parts.about;
  const told = comparison.regimes.map((regime, series): Told => {
    const outcome = comparison.outcomes.find((each) => each.regime === regime.id);
    if (outcome === undefined) throw new RangeError(`No outcome of the regime ${regime.id}.`);
    const pair = comparison.pairs.find((each) => each.from === from && each.to === regime.id);
    const held = pair === undefined ? {} : { pair };
    return { series, regime, outcome, name: text(regime.title), ...held };
  });
  const find = (id: string): Told => {
    const found = told.find(({ regime }) => regime.id === id);
    if (found !== undefined) return found;
    const known = told.map(({ regime }) => regime.id).join(', ');
    throw new RangeError(`The comparison has no regime ${id}; it has ${known}.`);
  };
  return {
    ...{ parts, words: wordsOf(language), say: language === 'zh' ? chinese : english },
    ...{ told, about: find(parts.about), baseline: find(from), text },
  };
}
