import type { Language } from '@credence/domain';

const zh = {
  title: '抽查名单中的代号',
  lead: '每次抽查以前公布的名单只有代号。本单位的代号只有本单位看得到，可以据此核对自己是否在名单中、名单有没有改过。',
  none: '还没有公布的抽查。',
  outside: '本单位不在这次抽查的名单中：制定方案时不在登记中，或者不属于抽查范围。',
  licence: '许可证',
  token: '代号',
  place: '在名单中的位置',
  placeSays: (at: string, count: string) => `第 ${at} 个，共 ${count} 个`,
  stratum: '所在的组',
  result: '结果',
  later: '检查结束以后公布。',
  drawn: '抽中',
  notDrawn: '未抽中',
  meaning: '被抽中不表示有问题。',
  checkLead: '下载证明文件，用下面的命令核对：它只说明本单位的一行，并能算出公布的名单根值。',
  download: '下载证明文件',
  list: '公布的名单（代号）',
};
type OwnDrawWords = typeof zh;

const en: OwnDrawWords = {
  title: 'Your tokens in draws',
  lead: 'The list that is published before a draw holds tokens only. Yours is shown to you alone: with it you can check that you are in the list, and that the list stayed as it was.',
  none: 'No draw has been published.',
  outside:
    'You are not in the list of this draw: you were not registered when it was planned, or it is not about you.',
  licence: 'Licence',
  token: 'Token',
  place: 'Place in the list',
  placeSays: (at, count) => `${at} of ${count}`,
  stratum: 'Group',
  result: 'Result',
  later: 'Published once the visits are over.',
  drawn: 'drawn',
  notDrawn: 'not drawn',
  meaning: 'To be drawn says nothing against you.',
  checkLead:
    'Download the proof and check it with the command below: it opens your line only, and leads to the root that was published.',
  download: 'Download the proof',
  list: 'The published list (tokens)',
};

/** Words of an organisation's own place in draws. */
export function ownDrawWords(language: Language): OwnDrawWords {
  return language === 'zh' ? zh : en;
}
