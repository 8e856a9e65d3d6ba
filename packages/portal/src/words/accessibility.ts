import type { Prose } from './prose.ts';

/** What was tested and what is known to be missing; nothing is claimed beyond it. */
export const accessibility: Prose = {
  zh: [
    {
      id: 'aim',
      heading: '目标',
      paragraphs: [
        '这些页面按《Web 内容无障碍指南》（WCAG）2.2 的 A 级和 AA 级制作。没有脚本也能使用全部功能，可以只用键盘，可以放大文字，可以打印。',
      ],
    },
    {
      id: 'tested',
      heading: '怎样检查',
      paragraphs: [
        '每次改动都用自动检查工具（axe）检查各类页面的中文版和英文版，宽屏和手机宽度，要求零违规。检查还包括标题层级、页面区域、语言标注和每个链接是否有效。',
        '自动检查发现不了所有问题。还没有邀请读屏软件的使用者做过测试。',
      ],
    },
    {
      id: 'design',
      heading: '几个做法',
      paragraphs: [
        '状态都有文字和图形，不只靠颜色。期限条的两个日期都写成文字。表格在窄屏上逐行展开，每格带有列名。日期写全年月日。',
        '工作台的清单可以用快捷键逐件办理，按 ? 可以看到是哪些键；快捷键可以停用，填写内容时不起作用。',
      ],
    },
    {
      id: 'limits',
      heading: '已知不足',
      paragraphs: [
        '主体名称、文书号和来源原文不翻译，按原文语言标注。规则版本只有一种语言时，另一种语言的页面用原文显示并标明语言。',
      ],
    },
  ],
  en: [
    {
      id: 'aim',
      heading: 'Aim',
      paragraphs: [
        'These pages are made to levels A and AA of the Web Content Accessibility Guidelines (WCAG) 2.2. Everything works without script, by keyboard, with enlarged text and on paper.',
      ],
    },
    {
      id: 'tested',
      heading: 'How it is tested',
      paragraphs: [
        'Every change is checked with an automatic tool (axe) on every kind of page, in Chinese and English, on wide and narrow screens; no violation is accepted. Heading levels, landmarks, marks of language and every link are checked too.',
        'Automatic checks do not find everything. No test with users of screen readers has been made yet.',
      ],
    },
    {
      id: 'design',
      heading: 'How pages are made',
      paragraphs: [
        'Every state has a word and a shape, never colour alone. Both dates of a bar stand in words. On a narrow screen the rows of a table unfold and each cell keeps its label. Dates are written in full.',
        'The queues of a desk can be worked through with single keys, which ? lists. They can be switched off, and do nothing while you type.',
      ],
    },
    {
      id: 'limits',
      heading: 'Known limits',
      paragraphs: [
        'Names, document numbers and source texts are not translated; they are marked with their language. Where an edition of the rulebook has one language only, pages in the other show its text as it is, marked so.',
      ],
    },
  ],
};
