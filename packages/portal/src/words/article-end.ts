import type { ArticleEnd, RestingRule } from '@credence/casework';
import type { Language } from '@credence/domain';

const zh = {
  ended: (on: string) => `本条自 ${on}起已经失效`,
  ends: (on: string) => `本条自 ${on}起失效`,
  means: {
    ends: '没有别的法条接续。失效当日起，以本条为依据的规则停止适用，下面列出受影响的规则。',
    transition: '过渡办法由另一法条规定。',
    replaced: '由另一文件代替，但本条没有延续下来。失效当日起，以本条为依据的规则停止适用。',
    carried: '由另一文件代替，并延续本条。正在进行的事项，按新旧两条中较窄的一条办理。',
  } satisfies Record<ArticleEnd['kind'], string>,
  successor: '代替的文件：',
  oldText: '原条文',
  newText: '新条文',
  ifEnded: '如果本条失效',
  follows: {
    suspended: '当日停止',
    'goes-on': '继续，另有法条作依据',
  } satisfies Record<NonNullable<RestingRule['ifEnded']>, string>,
  byItself: '不直接影响主体',
  through: (rule: string) => `经由：${rule}`,
  carriedOn: '有法条接续的，正在进行的事项按新旧两条中较窄的一条办理。',
};

type ArticleEndWords = typeof zh;

const en: ArticleEndWords = {
  ended: (on) => `This article ceased to be in force on ${on}`,
  ends: (on) => `This article ceases to be in force on ${on}`,
  means: {
    ends: 'No other article carries it on. From that very day, whatever rests on it is suspended; the rules concerned are listed below.',
    transition: 'Another article orders the transition.',
    replaced:
      'Another text takes the place of its source and does not carry this article on. From that very day, whatever rests on it is suspended.',
    carried:
      'Another text takes the place of its source and carries this article on. Running cases go on under the narrower of both texts.',
  },
  successor: 'Taken over by: ',
  oldText: 'Former text',
  newText: 'New text',
  ifEnded: 'If the article ends',
  follows: {
    suspended: 'suspended the same day',
    'goes-on': 'goes on: other articles carry it too',
  },
  byItself: 'touches no subject by itself',
  through: (rule) => `through: ${rule}`,
  carriedOn:
    'Where another article carries it on, what runs goes on under the narrower of both texts.',
};

const words: Readonly<Record<Language, ArticleEndWords>> = { zh, en };

/** Words about articles that end. */
export function articleEndWords(language: Language): ArticleEndWords {
  return words[language];
}
