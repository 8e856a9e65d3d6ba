import type { Localised } from '@credence/domain';
import {
  lineTitle,
  sectorInWords,
  severityTitle,
  type Citation,
  type Confidence,
  type Edition,
  type SectorCard,
} from '@credence/rulebook';

import type { Answering } from '../view/answer-clock.ts';
import { toBasis } from '../view/record-view.ts';
import type { ChosenLine, SectorsView, SectorView } from './rule-reading.ts';

/** The profiles of sectors of the law in force, the one for all others last. */
export function listSectors({ clock, edition }: Answering): SectorsView {
  const isForOthers = ({ subjects }: SectorCard): boolean => subjects === 'others';
  const cards = [...edition.sectors.values()].toSorted(
    (one, other) =>
      Number(isForOthers(one)) - Number(isForOthers(other)) || (one.sector < other.sector ? -1 : 1),
  );
  return { clock, sectors: cards.map((card) => toSector(edition, card)) };
}

function toSector(edition: Edition, card: SectorCard): SectorView {
  const { sector, title, subjects, items, checklists, fullCoverage, note } = card;
  const chosen = (code: string, named: Localised | undefined, grounds: Grounds): ChosenLine => ({
    ...{ code, title: named ?? { en: code, zh: code } },
    basis: basisOf(edition, grounds),
  });
  const lines = subjects === 'others' ? [] : subjects.codes;
  const fact = subjects === 'others' ? '' : subjects.fact;
  return {
    ...{ sector, title, forOthers: subjects === 'others' },
    lines: lines.map((line) => ({
      ...chosen(line.code, lineTitle(edition, fact, line.code), line),
      ...(line.severity === undefined ? {} : { severity: severityTitle(edition, line.severity) }),
    })),
    licences: (subjects === 'others' ? [] : subjects.licences).map((licence) =>
      chosen(licence.certificate, undefined, licence),
    ),
    items: items.map((each) => chosen(each.item, edition.items.get(each.item)?.title, each)),
    checklists: checklists.map((each) =>
      chosen(each.checklist, edition.checklists.get(each.checklist)?.title, each),
    ),
    ...(fullCoverage === 'none' ? {} : { fullCoverage: basisOf(edition, fullCoverage) }),
    ...(note === undefined ? {} : { note }),
    basis: basisOf(edition, card),
    inWords: { zh: sectorInWords(edition, card, 'zh'), en: sectorInWords(edition, card, 'en') },
  };
}

interface Grounds {
  readonly basis: readonly Citation[];
  readonly confidence: Confidence;
}

function basisOf(edition: Edition, { basis, confidence }: Grounds) {
  return basis.map((citation) => toBasis({ citation, confidence }, 'publication', edition));
}
