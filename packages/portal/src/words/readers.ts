import type { Language } from '@credence/domain';

const zh = {
  title: '尚未确认撤回的数据用户',
  says: '取得过不利记录、在期限内没有确认已从副本中删除的数据用户。',
  lead: '记录到期或被撤回后，取得过它的数据用户须从所有副本中删除，并通过接口确认。逾期未确认的，已暂停下载。',
  none: '没有尚未确认的数据用户',
  noneMeaning: '取得过不利记录的数据用户，都已确认删除到期和被撤回的记录。',
  reader: '数据用户（密钥编号）',
  since: '自何日起未确认',
  open: '未确认的撤回（至少）',
  state: '状态',
  overdue: '逾期，已暂停下载',
  inTime: '在期限内',
  unknown: '不详',
};

/** Words of the page about readers who owe a confirmation. */
export type ReadersWords = typeof zh;

const en: ReadersWords = {
  title: 'Readers who have not confirmed withdrawals',
  says: 'Who took adverse records and has not confirmed that withdrawn ones are out of every copy.',
  lead: 'Once a record ends or is withdrawn, whoever took it removes it from every copy and confirms so through the API. Readers who are overdue get no new files.',
  none: 'No reader owes a confirmation',
  noneMeaning: 'Every reader who took adverse records has confirmed what ended or was withdrawn.',
  reader: 'Reader (number of the key)',
  since: 'Unconfirmed since',
  open: 'Withdrawals not confirmed (at least)',
  state: 'State',
  overdue: 'overdue; downloads are stopped',
  inTime: 'within the period',
  unknown: 'not known',
};

export function readersWords(language: Language): ReadersWords {
  return language === 'zh' ? zh : en;
}
