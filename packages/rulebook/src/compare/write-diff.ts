import type { JsonValue, Language } from '@credence/domain';

import { cardFolders } from '../card/card-kinds.ts';
import type { EditionDiff, FieldDifference, Meaning } from './diff-editions.ts';

const words: Readonly<Record<Language, Readonly<Record<Meaning, string>>>> = {
  en: {
    shorter: 'shorter',
    longer: 'longer',
    earlier: 'earlier',
    later: 'later',
    less: 'less',
    more: 'more',
    gains: 'gains members',
    loses: 'loses members',
    'other-members': 'other members',
    expression: 'another condition',
    mark: 'another mark',
    added: 'new',
    removed: 'gone',
    text: 'changed',
  },
  zh: {
    shorter: '缩短',
    longer: '延长',
    earlier: '提前',
    later: '推后',
    less: '减少',
    more: '增加',
    gains: '新增成员',
    loses: '减少成员',
    'other-members': '成员有变',
    expression: '条件改变',
    mark: '可信度改变',
    added: '新增',
    removed: '删除',
    text: '改变',
  },
};

const frameWords = {
  en: { none: 'No difference.', frame: 'edition.yaml' },
  zh: { none: '没有差别。', frame: 'edition.yaml' },
} as const;

/** A diff as a terminal prints it: cards that came (+), went (-) and changed (~), field by field. */
export function writeDiff(diff: EditionDiff, language: Language): string {
  const lines = [
    `${diff.from.code} ${diff.from.hash.slice(0, 16)} -> ${diff.to.code} ${diff.to.hash.slice(0, 16)}`,
  ];
  if (diff.frame.length > 0) {
    lines.push(
      `~ ${frameWords[language].frame}`,
      ...diff.frame.map((field) => lineOf(field, language)),
    );
  }
  for (const { kind, id } of diff.added) lines.push(`+ ${cardFolders[kind]}/${id}`);
  for (const { kind, id } of diff.withdrawn) lines.push(`- ${cardFolders[kind]}/${id}`);
  for (const { kind, id, fields } of diff.changed) {
    lines.push(`~ ${cardFolders[kind]}/${id}`, ...fields.map((field) => lineOf(field, language)));
  }
  if (lines.length === 1) lines.push(frameWords[language].none);
  return lines.join('\n');
}

function lineOf(field: FieldDifference, language: Language): string {
  const sides = [field.old, field.new].flatMap((side) => (side === undefined ? [] : [text(side)]));
  return `    ${field.path}  ${words[language][field.meaning]}: ${sides.join(' -> ')}`;
}

const LONGEST_SIDE = 200;

function text(value: JsonValue): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return written.length > LONGEST_SIDE ? `${written.slice(0, LONGEST_SIDE)}…` : written;
}
