import type { PanelMeasure } from './panel-measure.ts';

/** Harm by what is recorded and shown, where there is a list and where there is none. */
export const measuresOfRecord: readonly PanelMeasure[] = [
  {
    id: 'wrong-records',
    title: { zh: '错误记录', en: 'Wrong records' },
    definition: {
      zh: '无真实违法或者归错主体的记录，不论是否据以列入，按每万个主体每年计。',
      en: 'Records without a true violation or on the wrong subject, listed for or not, per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => world.yearly('errorsMade'),
  },
  {
    id: 'records-of-no-wrong',
    title: { zh: '记录合法行为或者无力履行', en: 'Records of what is no wrong' },
    definition: {
      zh: '对合法行为（言论、信访、习俗等）或者无力履行作出的记录，按每万个主体每年计；认定属实，故不算错误记录。',
      en: 'Records of lawful acts (speech, petitions, customs) or of inability, per 10,000 subjects and year; they are true, and so no wrong records.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => world.yearly('recordsOfNoWrong'),
  },
  {
    id: 'months-shown',
    title: { zh: '公示月数', en: 'Months records are shown' },
    definition: {
      zh: '月末向公众公示的记录数逐月相加，按每万个主体每年计；不含名单的公示。',
      en: 'Records shown to the public at the ends of months, summed, per 10,000 subjects and year; entries on lists apart.',
    },
    ...{ unit: 'per-10000', side: 'figure', better: 'neither' },
    of: (world) => world.yearly('shownMonths'),
  },
  {
    id: 'wrongful-months-shown',
    title: { zh: '错误记录的公示月数', en: 'Months wrong records are shown' },
    definition: {
      zh: '上述公示月数中，记录有误的部分，按每万个主体每年计。',
      en: 'Of those months the ones of wrong records, per 10,000 subjects and year.',
    },
    ...{ unit: 'per-10000', side: 'harm', better: 'less' },
    of: (world) => world.yearly('shownWrongMonths'),
  },
];
