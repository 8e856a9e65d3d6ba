import type { Letter } from '@credence/casework';
import { describe, expect, it } from 'vitest';

import { openPress } from './open-press.ts';
import { readPdf } from './pdf-text.test-support.ts';

const press = openPress();
const subject =
  '望澜市极长名称机电设备制造安装维修检验检测技术服务与进出口贸易股份有限公司第二分公司';
const sentence = '涉及食品安全，受到较重行政处罚。';

const letter: Letter = {
  document: 'advance-notice',
  languages: ['zh', 'en'],
  authority: { zh: '望澜市市场监督管理局', en: 'Wanglan Market Regulation Bureau' },
  title: { zh: '拟列入失信名单告知书', en: 'Advance notice of listing' },
  number: '望市监告〔2026〕1号',
  addressee: { zh: subject, en: subject },
  opening: { zh: '现将有关事项告知如下。', en: 'You are told the following.' },
  blocks: [
    {
      kind: 'part',
      heading: { zh: '事实', en: 'Facts' },
      lines: [{ zh: sentence.repeat(120), en: `Number ${'A'.repeat(200)} is wrong.` }],
    },
    {
      kind: 'table',
      rows: [
        { label: { zh: '送达方式', en: 'How' }, value: { zh: '直接送达', en: 'Handed over' } },
      ],
    },
  ],
  closing: { zh: '意见请送交本机关。', en: 'Send your view to this authority.' },
  signature: {
    authority: { zh: '望澜市市场监督管理局', en: 'Wanglan Market Regulation Bureau' },
    on: { zh: '2026年4月1日', en: '1 Apr 2026' },
    seal: { zh: '（印章）', en: '(seal)' },
  },
  toSign: [{ zh: '受送达人', en: 'Addressee' }],
  foot: { zh: '案件 L', en: 'Case L' },
};

describe('a printed letter', () => {
  it('has every word on its pages, each language by itself, with pages counted through', async () => {
    const { pages, embeddedFonts } = readPdf(await press.print(letter));
    expect(embeddedFonts).toBe(2);
    const english = pages.findIndex((text) => text.includes('Advance notice of listing'));
    expect(english).toBeGreaterThan(1);
    const inChinese = pages.slice(0, english).join('');
    const inEnglish = pages.slice(english).join('');
    expect(inChinese).toContain(subject.slice(0, 30));
    expect(inChinese.split('受到较重行政处罚').length - 1).toBeGreaterThan(100);
    for (const word of ['文号', '望市监告〔2026〕1号', '直接送达', '（印章）', '2026年4月1日']) {
      expect(inChinese).toContain(word);
    }
    for (const word of ['Facts', 'Handed over', '(seal)', 'the Chinese text counts']) {
      expect(inEnglish).toContain(word);
    }
    expect(inEnglish.match(/A/g)?.length).toBeGreaterThanOrEqual(200);
    pages.forEach((text, at) => {
      const page = `第 ${String(at + 1)} 页，共 ${String(pages.length)} 页`;
      expect(text).toContain(page);
    });
    expect(pages.join('')).not.toContain('?');
  });

  it('never leaves a signature alone on a page', async () => {
    for (let more = 0; more < 6; more += 1) {
      const lines = [{ zh: sentence.repeat(26 + more * 3) }];
      const blocks: Letter['blocks'] = [
        { kind: 'part', heading: { zh: '事实' }, lines },
        { kind: 'part', heading: { zh: '救济' }, lines: [{ zh: '可以申请复议。' }] },
      ];
      const { pages } = readPdf(
        await press.print({ ...letter, languages: ['zh'], blocks, toSign: [] }),
      );
      const last = pages.at(-1) ?? '';
      expect(last).toContain('可以申请复议');
      expect(last).toContain('（印章）');
    }
  });

  it('in one language says nothing of the other', async () => {
    const { pages } = readPdf(await press.print({ ...letter, languages: ['zh'] }));
    expect(pages.join('')).not.toContain('Page');
  });
});
