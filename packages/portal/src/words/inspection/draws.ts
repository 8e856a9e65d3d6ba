import type { DrawStep } from '@credence/casework';
import type { Language, NoClasses } from '@credence/domain';
import type { DrawUnit } from '@credence/proof';

const zh = {
  title: '双随机抽查',
  lead: '抽谁、派谁，由事先公布的规则和事后才知道的随机数决定，任何人都可以重抽一遍核对。检查结束以前只公布代号和家数，结束以后公布抽中的名单。',
  meaning: '被抽中不表示有问题。抽查不看舆论，也不是处罚。',
  none: '还没有公布的抽查',
  noneMeaning: '方案经第二人批准以后，承诺值在这里公布。',
  draw: '抽查',
  visits: '检查期间',
  agency: '检查机关',
  state: '进度',
  steps: {
    planned: '已制定方案',
    committed: '承诺已公布，等待抽取',
    drawn: '已抽取，正在检查',
    disclosed: '检查结束，名单已公布',
  } satisfies Record<DrawStep, string>,
  from: (from: string, until: string) => `${from}至${until}`,
  carriedTitle: '方案是否执行',
  carriedLead:
    '承诺以后没有抽取、抽取以后没有公布名单的，按机关计数。检查期间的最后一天仍算在期间以内。',
  carriedCommitted: '已承诺的方案',
  carriedNever: '到期未抽取',
  carriedUnpublished: '到期未公布名单',
  carriedWait: '承诺到抽取最多（天）',
  handTitle: '指定检查',
  handLead: '不经抽取、指定检查的，须说明理由并单独记录。下表是各机关的次数。',
  office: '机关',
  times: '次数',
  committedTitle: '抽取以前公布的承诺',
  commitment: '承诺值',
  committedOn: '公布日期',
  root: '名单根值',
  round: '约定的随机数',
  roundSays: (round: string, at: string) => `第 ${round} 轮，${at} 公布`,
  key: '种子证明公钥',
  random: '不看等级的部分',
  randomSays: (share: string) => `每千次抽取中 ${share} 次`,
  limits: '每家抽中概率',
  limitsSays: (least: string, most: string) => `不低于千分之 ${least}，不高于千分之 ${most}`,
  inspectors: '每次检查人数',
  classes: '等级',
  classesUsed: '等级在上下限之间影响概率。',
  classesNot: {
    'too-few': '没有使用等级：检查结果太少，看不出等级能否预见问题。各家概率相同。',
    'not-clear': '没有使用等级：检查结果没有表明等级能预见问题。各家概率相同。',
    'class-missing': '没有使用等级：有的单位没有等级。各家概率相同。',
  } satisfies Record<NoClasses, string>,
  strataTitle: '分组和数额',
  stratum: '组（行政区划或者行业代码）',
  eligible: '家数',
  draws: '抽取',
  full: '全部检查',
  together: '家数少的区域合并',
  termsDone: '承诺的全文（JSON）',
  namesTitle: '抽中的单位',
  namesLead: '按代码排列。名单旁不注明等级和概率。',
  namesLater: '检查结束以后公布。',
  code: '统一社会信用代码',
  name: '名称',
  checkTitle: '自己核对',
  checkLead: '下载抽查文件，用下面的命令重抽一遍，不必联网。',
  checkLater:
    '抽查文件在检查结束以后公布。现在可以记下承诺值，到时核对；名单的代号已经公布，可以核对名单没有改动。',
  downloadList: '下载名单（代号）',
  again: '同期再次抽查的理由',
  units: '抽取对象',
  unit: {
    organisation: '登记的组织，每家一行',
    licensed_premises: '个体工商户的持证经营场所，每个有效许可证一行；经营者本人不在名单中',
  } satisfies Record<DrawUnit, string>,
  premises: '持证经营场所',
  namesGone: '保存期限已满，名单已经删除。',
  download: '下载抽查文件',
  summary: {
    committed: (draws: string, eligible: string) =>
      `将从 ${eligible} 家中抽取 ${draws} 家；随机数还没有公布，谁也不知道会抽中谁。`,
    drawn: (draws: string, eligible: string) =>
      `已从 ${eligible} 家中抽取 ${draws} 家；检查结束以后公布名称。`,
    disclosed: (draws: string, eligible: string) =>
      `从 ${eligible} 家中抽取了 ${draws} 家，检查已经结束。`,
  } satisfies Record<Exclude<DrawStep, 'planned'>, unknown>,
  notChecked: '本页还没有替你核对：需要浏览器允许运行脚本；也可以用下面的命令核对。',
  running: '正在用你的浏览器重抽……',
  chooseFile: '核对你手中的抽查文件',
};

export type DrawWords = typeof zh;

const en: DrawWords = {
  title: 'Inspections by lot',
  lead: 'Who is inspected, and by whom, follows from rules published beforehand and a number known only afterwards. Anyone can draw again and compare. Until the visits are over only tokens and counts are public; then the names of those drawn.',
  meaning: 'To be drawn says nothing against anybody. A visit is no penalty.',
  none: 'No draw has been published',
  noneMeaning: 'Once a second official has approved a plan, its commitment is published here.',
  draw: 'Draw',
  visits: 'Visits',
  agency: 'Inspecting authority',
  state: 'Where it stands',
  steps: {
    planned: 'Planned',
    committed: 'Commitment published, not drawn yet',
    drawn: 'Drawn, visits under way',
    disclosed: 'Visits over, names published',
  },
  from: (from, until) => `${from} to ${until}`,
  carriedTitle: 'Whether plans were carried out',
  carriedLead:
    'Plans that were committed to and never drawn, and draws whose names were never published, by office. The last day of the visits still belongs to their time.',
  carriedCommitted: 'Plans committed to',
  carriedNever: 'Over and never drawn',
  carriedUnpublished: 'Over, names not published',
  carriedWait: 'Longest wait for the draw (days)',
  handTitle: 'Visits picked by hand',
  handLead:
    'A visit that was not drawn needs a written reason and is recorded apart. These are the counts by office.',
  office: 'Office',
  times: 'Visits',
  committedTitle: 'What was fixed before the draw',
  commitment: 'Commitment',
  committedOn: 'Published on',
  root: 'Root of the list',
  round: 'Number named beforehand',
  roundSays: (round, at) => `round ${round}, published at ${at}`,
  key: 'Key of the proof',
  random: 'Drawn without regard to class',
  randomSays: (share) => `${share} of a thousand draws`,
  limits: 'Chance of each',
  limitsSays: (least, most) => `at least ${least}, at most ${most} in a thousand`,
  inspectors: 'Inspectors at a visit',
  classes: 'Classes',
  classesUsed: 'The class shifts the chance between floor and ceiling.',
  classesNot: {
    'too-few':
      'No class was used: too few results of visits to tell whether classes foresee anything. All chances are equal.',
    'not-clear':
      'No class was used: visits did not show that classes foresee anything. All chances are equal.',
    'class-missing': 'No class was used: some have none. All chances are equal.',
  },
  strataTitle: 'Groups and quotas',
  stratum: 'Group (code of region or sector)',
  eligible: 'Eligible',
  draws: 'Drawn',
  full: 'all are visited',
  together: 'small regions together',
  termsDone: 'The whole commitment (JSON)',
  namesTitle: 'Who was drawn',
  namesLead: 'In order of their codes. No class and no chance stands beside a name.',
  namesLater: 'Published once the visits are over.',
  code: 'Unified code',
  name: 'Name',
  checkTitle: 'Check it yourself',
  checkLead: 'Download the draw file and draw again with the command below; it needs no network.',
  checkLater:
    'The draw file is published once the visits are over. Note the commitment now and compare it then. The tokens of the list are public already, so that anyone can see that it stays as it is.',
  downloadList: 'Download the list (tokens)',
  again: 'Why there is a second draw for this time',
  units: 'What is drawn',
  unit: {
    organisation: 'registered organisations, a line each',
    licensed_premises:
      'licensed premises of individual businesses, a line for each licence in force; never the owner',
  },
  premises: 'licensed premises',
  namesGone: 'Their retention is over, and the names are erased.',
  download: 'Download the draw file',
  summary: {
    committed: (draws, eligible) =>
      `${draws} of ${eligible} will be drawn, by a number that is not published yet: nobody knows whom it will meet.`,
    drawn: (draws, eligible) =>
      `${draws} of ${eligible} were drawn. Their names are published once the visits are over.`,
    disclosed: (draws, eligible) => `${draws} of ${eligible} were drawn, and the visits are over.`,
  },
  notChecked:
    'Not checked on this page yet: that takes a browser that runs scripts. The command below does the same.',
  running: 'Drawing again in your browser …',
  chooseFile: 'Check a draw file of your own',
};

/** Words of draws of inspections. */
export function drawWords(language: Language): DrawWords {
  return language === 'zh' ? zh : en;
}
