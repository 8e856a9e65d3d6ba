import type { Localised } from '@credence/domain';

import type { ExperimentFile } from '../experiment/experiment-file.ts';
import { findMeasure } from '../harm/all-measures.ts';
import { practices } from '../regime/practice.ts';
import type { LabSite, SiteContext } from './site.ts';

/** How an experiment's regimes, practices and measures are called: those of the world, or of its study. */
export interface AskedNames {
  /** With the path of its page, where it has one. */
  regime(id: string): { readonly title: Localised; readonly path?: string };
  practice(id: string): Localised;
  measure(id: string): Localised;
  /** What one of the simulated stands for, where that is no subject of the world. */
  readonly agents?: Localised;
}

export function askedNames(
  { shelf, studies }: Pick<LabSite, 'shelf' | 'studies'>,
  { study: id }: Pick<ExperimentFile, 'study'>,
): AskedNames {
  const plain = (name: string): Localised => ({ zh: name, en: name });
  const study = studies.find((each) => each.id === id);
  if (study !== undefined) {
    const { arms, figures, measures, agents } = study;
    const titleIn = (list: readonly { id: string; title: Localised }[], name: string): Localised =>
      list.find((each) => each.id === name)?.title ?? plain(name);
    return {
      regime: (name) => ({ title: titleIn(arms, name) }),
      practice: (name) => titleIn(figures, name),
      measure: (name) => titleIn(measures, name),
      agents,
    };
  }
  return {
    regime: (name) => {
      const found = shelf.find(name);
      if (found === undefined) return { title: plain(name) };
      return { title: found.preset.title, path: `/regimes/${name}` };
    },
    practice: (name) => practices.find((each) => each.id === name)?.title ?? plain(name),
    measure: (name) => findMeasure(name)?.title ?? plain(name),
  };
}

/** Between which regimes, or along which practice of one, a source expects something. */
export function expectedWhere(
  { text, language }: Pick<SiteContext, 'text' | 'language'>,
  names: AskedNames,
  { regime, along, from, to }: NonNullable<ExperimentFile['expected']>[number],
): string {
  const title = (id: string): string => text(names.regime(id).title);
  if (regime === undefined) return `${title(from ?? '')} → ${title(to ?? '')}`;
  const comma = language === 'zh' ? '，' : ', ';
  return along === undefined
    ? title(regime)
    : `${title(regime)}${comma}${text(names.practice(along))}`;
}
