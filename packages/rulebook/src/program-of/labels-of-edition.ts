import type { Localised } from '@credence/domain';

import type { Edition } from '../edition/edition.ts';
import { noLabels, type Labels } from '../words/labels.ts';
import { LIKELIHOODS, SEVERITIES, type ProgramSource } from '../world/read-program.ts';
import { codeOfId } from '../world/world-of.ts';

/** What the register calls the facts it knows of every record itself. */
const registerFields: Readonly<Record<string, Localised>> = {
  decided: { zh: '决定日期', en: 'day of the decision' },
  taken_in: { zh: '归集日期', en: 'day of intake' },
  served: { zh: '送达日期', en: 'day of service' },
  corrected: { zh: '改正日期', en: 'day of correction' },
  begins: { zh: '开始日期', en: 'first day' },
  ends: { zh: '结束日期', en: 'last day' },
  severity: { zh: '严重程度', en: 'class' },
  repaired: { zh: '已修复', en: 'repaired' },
  quashed: { zh: '已撤销', en: 'quashed' },
  disputed: { zh: '有异议', en: 'disputed' },
  list: { zh: '名单', en: 'list' },
  kind: { zh: '主体类型', en: 'kind of subject' },
};

const listings: Localised = { zh: '名单列入', en: 'entries on lists' };

/** What an edition, and one program of it, call their fields, codes, values and articles. */
export function labelsOfEdition(edition: Edition, card: ProgramSource): Labels {
  const items = [...edition.items.values()];
  return {
    ...noLabels,
    field: (of, name) => {
      const found = items
        .filter(({ collection, term }) => (of === 'org' ? term === 'standing' : collection === of))
        .flatMap(({ fields }) => edition.schemas.get(fields)?.columns ?? [])
        .find(({ field }) => field === name);
      return found?.says ?? registerFields[name];
    },
    code: (list, code) => codeTitle(edition, card, { list, code }),
    collection: (name) =>
      items.find(({ collection }) => collection === name)?.title ??
      (name === 'listings' ? listings : undefined),
    value: (name) =>
      edition.values.get(name)?.title ??
      card.parameters?.find(({ parameter }) => parameter === name)?.title,
    citation: ({ source, at }) => {
      const title = edition.sources.get(source)?.title;
      return title && wordedArticle(title, at);
    },
  };
}

function codeTitle(
  edition: Edition,
  card: ProgramSource,
  { list, code }: { readonly list: string; readonly code: string },
): Localised | undefined {
  if (list === 'class') return card.classes.find((each) => each.class === code)?.title;
  if (list === LIKELIHOODS) {
    return card.weighing?.likelihoods.find(({ likelihood }) => likelihood === code)?.title;
  }
  if (list === SEVERITIES) {
    return card.weighing?.severities.find(({ severity }) => severity === code)?.title;
  }
  if (list === 'severity') return edition.severities.find((each) => each.code === code)?.title;
  if (list === 'list') {
    return [...edition.lists].find(([id]) => codeOfId(id) === code)?.[1].title;
  }
  const dot = list.lastIndexOf('.');
  const columns = edition.schemas.get(list.slice(0, dot))?.columns ?? [];
  const column = columns.find(({ field }) => field === list.slice(dot + 1));
  return column?.codes.find((each) => each.code === code)?.title;
}

/** 《title》第12条 for `art-12`; a passage without a number is named by its source alone. */
function wordedArticle({ zh, en }: Localised, at: string): Localised {
  const article = /^art-(\d+)$/.exec(at)?.[1];
  return {
    ...(zh === undefined
      ? {}
      : { zh: `《${zh}》${article === undefined ? '' : `第${article}条`}` }),
    ...(en === undefined ? {} : { en: article === undefined ? en : `${en}, article ${article}` }),
  };
}
