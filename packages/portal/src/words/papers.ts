import type { Language } from '@credence/domain';

const zh = {
  choose: '附件',
  hint: (max: string, count: number) =>
    `PDF、JPEG、PNG 或者文本文件（TXT、CSV），每份不超过 ${max}，最多 ${String(count)} 份。图片里的拍摄地点、时间等隐藏信息会去掉。`,
  waiting: '已收到，随本次提交一起保存',
  drop: '不附这一份',
  attached: '附件',
  download: '下载',
  ofPoint: (number: number) => `第 ${String(number)} 点`,
  digest: 'SHA-256',
};

export type PaperWords = typeof zh;

const en: PaperWords = {
  choose: 'Files',
  hint: (max, count) =>
    `PDF, JPEG, PNG or text (TXT, CSV), at most ${max} each and ${String(count)} in all. What pictures carry unseen, such as place and time, is taken out.`,
  waiting: 'Received; stored when this is sent',
  drop: 'Leave this one out',
  attached: 'Files',
  download: 'Download',
  ofPoint: (number) => `Point ${String(number)}`,
  digest: 'SHA-256',
};

export function paperWords(language: Language): PaperWords {
  return language === 'zh' ? zh : en;
}
