import type { Language } from '@credence/domain';

const zh = {
  title: '规则已过复审期限',
  card: (since: string) =>
    `这条规则应在 ${since}以前复审，至今没有复审。复审以前，不再据此公示任何不利信息；已经公示的也不再显示。`,
  edition: (since: string) =>
    `这一版规则应在 ${since}以前复审，至今没有复审。复审以前，不再据此公示任何不利信息；已经公示的也不再显示。`,
  register: '下列规则已过复审期限。复审以前，本登记不再据此公示任何单位的不利信息：',
  registerNote: '这一说明与本单位有没有记录无关，每个单位的页面都显示。',
  since: (title: string, since: string) => `${title}（复审期限 ${since}）`,
};

type ReviewWords = typeof zh;

const en: ReviewWords = {
  title: 'The review of these rules is overdue',
  card: (since) =>
    `This rule was to be reviewed by ${since}, and was not. Until it is, nothing adverse is published under it, and what was is no longer shown.`,
  edition: (since) =>
    `This edition was to be reviewed by ${since}, and was not. Until it is, nothing adverse is published under it, and what was is no longer shown.`,
  register:
    'These rules are past their review. Until they are reviewed, this register publishes nothing adverse under them about anyone:',
  registerNote:
    'This says nothing about whether this organisation has records; it stands on every organisation’s page.',
  since: (title, since) => `${title} (review due by ${since})`,
};

const words: Readonly<Record<Language, ReviewWords>> = { zh, en };

export function reviewWords(language: Language): ReviewWords {
  return words[language];
}
