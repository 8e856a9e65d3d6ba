import type { Sweep } from '../../experiment/sweep.ts';
import { practices } from '../../regime/practice.ts';
import { figureWriter } from '../../report/write-figure.ts';
import { askedNames } from '../asked-names.ts';
import type { SiteContext } from '../site.ts';

/** What every part of a page about a sweep is given: the sweep, and how everything in it is called. */
export interface SweptContext {
  readonly context: SiteContext;
  readonly sweep: Sweep;
  readonly regimes: readonly { readonly id: string; readonly name: string }[];
  readonly factor: (id: string) => string;
}

export function sweptContext(context: SiteContext, sweep: Sweep): SweptContext {
  const { site, text } = context;
  const file = site.experiments.find(({ experiment }) => experiment === sweep.experiment.id);
  const names = askedNames(site, file ?? {});
  return {
    ...{ context, sweep },
    regimes: sweep.regimes.map(({ id, title }) => ({ id, name: text(title) })),
    factor: (id) => text(names.practice(id)),
  };
}

/** A level as a reader wants it: a switch is on or off, not 1 or 0. */
export function writeLevel({ context }: SweptContext, id: string, level: number): string {
  const { say, words } = context;
  const practice = practices.find((each) => each.id === id);
  const isSwitch = practice?.unit === 'flag';
  if (isSwitch && (level === 0 || level === 1)) return level === 1 ? say.yes : say.no;
  return figureWriter('index', words).value(level);
}

/** A setting of all factors, in words. */
export function writeSetting(swept: SweptContext, at: Readonly<Record<string, number>>): string {
  const { language } = swept.context;
  const said = Object.entries(at).map(
    ([id, level]) => `${swept.factor(id)} ${writeLevel(swept, id, level)}`,
  );
  return said.length === 0 ? '—' : said.join(language === 'zh' ? '，' : ', ');
}
