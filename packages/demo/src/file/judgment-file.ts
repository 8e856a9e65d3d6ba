import type { Judgment } from '../storybook/story-judgments.ts';
import type { Column } from './demo-file.ts';

/** The court's sheet of duties that were adjudicated and not performed. */
export const judgmentColumns: readonly Column<Judgment>[] = [
  { header: '主体名称', cell: ({ party }) => party.name },
  { header: '统一社会信用代码', cell: ({ party }) => party.code },
  { header: '主体类别', cell: () => '法人及非法人组织' },
  { header: '案号', cell: ({ documentNumber }) => documentNumber },
  { header: '事项', cell: () => '未履行生效法律文书确定的义务' },
  { header: '内容', cell: ({ duty }) => duty },
  { header: '作出日期', cell: ({ decidedOn }) => decidedOn },
  { header: '执行法院', cell: ({ authority }) => authority.name },
  { header: '作出单位统一社会信用代码', cell: ({ authority }) => authority.unifiedCode },
  { header: '送达日期', cell: ({ servedOn }) => servedOn },
  { header: '送达方式', cell: () => '直接送达' },
];
