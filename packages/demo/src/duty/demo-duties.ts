import { getRole } from '../storybook/cast.ts';

/**
 * Social organisations of the demonstration: most have reported, a few are at living stages. The
 * papers are those of the civil affairs bureau.
 */
export const demoDutyOffice = {
  agency: 'civil_affairs',
  officer: '云既望',
  legal: '方若衡',
  review: 'justice_bureau',
  duty: 'mca.annual-report',
  list: 'mca.abnormal-activity',
  basis: 'mca-order-60-2018#abnormal',
  /** Somebody of the demonstration speaks for it; it was asked for its report. */
  asked: getRole('volunteers').code,
  report: {
    ...{ activities: '按章程开展公益活动和会员服务。', income: '860000', expenses: '812000' },
    ...{ net_assets: '355000', published_at: '望澜市社会组织信息平台' },
  },
  branch: { name: '东浦区服务站', region: '望澜市东浦区', post: '站长', founded: '2021-06-01' },
  campaign: {
    ...{ campaign: '冬衣助学募捐', approval: '望民募备〔2026〕演3号' },
    ...{ raised: '126500.50', spent: '98000', published_at: '望澜市慈善信息平台' },
  },
  demand: (year: string, number: number) => `望民催〔${year}〕${number}号`,
  notice: (year: string) => `望民告〔${year}〕1号`,
  decision: (year: string) => `望民列〔${year}〕1号`,
  reason: '未按期报送年度工作报告，催报后仍未报送。',
  told: ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'],
} as const;
