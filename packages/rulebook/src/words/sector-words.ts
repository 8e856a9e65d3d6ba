import { localise, type Language, type Localised } from '@credence/domain';

import type { SectorCard } from '../card/sector-card.ts';
import type { Citation, Confidence } from '../card/vocabulary.ts';
import type { Edition } from '../edition/edition.ts';

type Law = Pick<Edition, 'items' | 'checklists' | 'schemas' | 'riskClasses' | 'sources'>;

interface Grounded {
  readonly basis: readonly Citation[];
  readonly confidence: Confidence;
}

/** Titles of the codes of a line of business, as the registration's own schema has them. */
export function lineTitle(
  { schemas }: Pick<Law, 'schemas'>,
  fact: string,
  code: string,
): Localised {
  const columns = [...schemas.values()].flatMap((schema) => schema.columns);
  const codes = columns.filter(({ field }) => field === fact).flatMap((column) => column.codes);
  return codes.find((each) => each.code === code)?.title ?? { en: code, zh: code };
}

/** How grave a breach would be, in the words of the class that weighs it. */
export function severityTitle({ riskClasses }: Pick<Law, 'riskClasses'>, code: string): Localised {
  const known = [...riskClasses.values()].flatMap(({ weighing }) => weighing?.severities ?? []);
  return known.find(({ severity }) => severity === code)?.title ?? { en: code, zh: code };
}

/**
 * A profile of a sector in plain words: whom it concerns, and what of the edition it chooses. Each
 * line ends with its articles, and with its mark where it was not verified.
 */
export function sectorInWords(law: Law, card: SectorCard, language: Language): readonly string[] {
  const say = words[language];
  const text = (title: Localised): string => localise(title, language).text;
  const by = (grounded: Grounded): string => say.by(citedIn(law, grounded, language));
  const { subjects, items, checklists, fullCoverage, note } = card;
  const lines = subjects === 'others' ? [] : subjects.codes;
  const fact = subjects === 'others' ? '' : subjects.fact;
  const licences = subjects === 'others' ? [] : subjects.licences;
  return [
    say.head(text(card.title), card.sector),
    subjects === 'others' ? say.others : say.whom,
    ...lines.map((line) => {
      const title = `${text(lineTitle(law, fact, line.code))} ${line.code.toUpperCase()}`;
      const { severity } = line;
      const weighs = severity === undefined ? '' : say.weighs(text(severityTitle(law, severity)));
      return `  ${title}${weighs}${by(line)}`;
    }),
    ...licences.map((licence) => `  ${say.licence(licence.certificate)}${by(licence)}`),
    items.length === 0 ? say.noItems : say.items,
    ...items.map(
      (each) => `  ${text(law.items.get(each.item)?.title ?? named(each.item))}${by(each)}`,
    ),
    checklists.length === 0 ? say.noChecklists : say.checklists,
    ...checklists.map(
      (each) =>
        `  ${text(law.checklists.get(each.checklist)?.title ?? named(each.checklist))}${by(each)}`,
    ),
    fullCoverage === 'none' ? say.drawn : `${say.everybody}${by(fullCoverage)}`,
    say.nothingFollows,
    ...(note === undefined ? [] : [text(note)]),
    `${say.card}${by(card)}`,
  ];
}

function named(code: string): Localised {
  return { en: code, zh: code };
}

function citedIn({ sources }: Law, { basis, confidence }: Grounded, language: Language): string {
  const articles = basis.map(({ source, at }) => {
    const title = sources.get(source)?.title;
    return `${title === undefined ? source : localise(title, language).text} ${at}`;
  });
  const mark = confidence === 'verified' ? '' : ` [${confidence}]`;
  return `${articles.join(language === 'zh' ? '、' : ', ')}${mark}`;
}

const words = {
  zh: {
    head: (title: string, id: string) => `${title}（${id}）`,
    whom: '适用于登记为下列行业，或者持有下列有效证照的单位：',
    others: '适用于其他各行业档案都不涉及的单位。',
    licence: (name: string) => `持有《${name}》`,
    weighs: (severity: string) => `，违法后果：${severity}`,
    items: '目录中适用的事项：',
    noItems: '目录中的事项都照常适用，没有另行选定。',
    checklists: '检查时依次使用的检查表：',
    noChecklists: '没有选定检查表。',
    everybody: '这些行业的单位全部检查，不抽取',
    drawn: '不实行全覆盖检查：检查对象由抽取确定。',
    nothingFollows: '行业档案只作选定，不产生任何措施，也不影响任何记录的期限。',
    card: '依据',
    by: (articles: string) => `（${articles}）`,
  },
  en: {
    head: (title: string, id: string) => `${title} (${id})`,
    whom: 'It concerns whoever is registered in one of these lines of business, or holds one of these licences in force:',
    others: 'It concerns whoever no other profile concerns.',
    licence: (name: string) => `holder of 《${name}》`,
    weighs: (severity: string) => `, a breach would be: ${severity}`,
    items: 'Items of the catalogue that apply:',
    noItems: 'It chooses no items of the catalogue.',
    checklists: 'Checklists of its inspections, in this order:',
    noChecklists: 'It chooses no checklist.',
    everybody: 'Everybody in these lines of business is visited; nobody is drawn',
    drawn: 'Not everybody is visited: who is, a draw decides.',
    nothingFollows:
      'A profile only chooses: no measure follows from it, and no record lasts longer by it.',
    card: 'Basis',
    by: (articles: string) => ` (${articles})`,
  },
} as const;
