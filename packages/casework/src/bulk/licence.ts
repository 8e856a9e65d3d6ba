import type { CivilDate, Localised } from '@credence/domain';

/** What whoever takes a file takes over with it; it stands in every manifest. */
export function licenceText(access: 'open' | 'key', validUntil: CivilDate): Localised {
  return access === 'open' ? openText(validUntil) : keyedText(validUntil);
}

function openText(validUntil: CivilDate): Localised {
  return {
    zh:
      '可以自由使用、加工和转发，须注明来源和数据时间。每一行的 ends 是不再有效的首日，到了这一天就要从副本中删除；' +
      `自 ${validUntil} 起须换用新的文件。转发时一并告知这些要求。`,
    en:
      'Free to use, work on and pass on, with the source and the timepoint named. `ends` is the first ' +
      'day on which a row no longer holds: on that day it is removed from every copy. From ' +
      `${validUntil} on take a new file. Whoever passes the data on passes these duties on.`,
  };
}

function keyedText(validUntil: CivilDate): Localised {
  return {
    zh:
      '仅限密钥持有人按所填用途使用。已撤回或到期的记录必须从所有副本中删除，并通过接口确认撤回；' +
      `每一行的 ends 是不再公示的首日。自 ${validUntil} 起不得再使用本文件。` +
      '不得据此为任何人打分、排名，不得把单位的记录与个人相联系。转发时一并告知这些要求。',
    en:
      'For the holder of the key and the purpose given. What has been withdrawn or has ended is removed ' +
      'from every copy, and withdrawals are acknowledged by the interface; `ends` is the first day on ' +
      `which a row is no longer shown. From ${validUntil} on this file may not be used. Nobody is ` +
      'rated or ranked by it, and no record of an organisation is joined to a person. Whoever passes ' +
      'the data on passes these duties on.',
  };
}
