import type { JudgmentView } from '@credence/casework';
import { civilDate, type Language } from '@credence/domain';
import { renderPage } from '@credence/pages';
import { describe, expect, it } from 'vitest';

import { pageContext } from '../page/page-context.ts';
import { BodyJudgments } from './body-parts.tsx';

const judgment: JudgmentView = {
  ...{ caseId: 'c', begins: civilDate('2024-02-06'), basis: [] },
  list: { zh: '失信被执行人', en: 'Judgment defaulters' },
};

function printed(language: Language, toldOn?: string): string {
  const site = { name: {}, stylesheetHref: '/style.css', iconHref: '/icon.svg' };
  const context = pageContext({ site, language, clock: undefined, address: '/' });
  const told = toldOn === undefined ? judgment : { ...judgment, toldOn: civilDate(toldOn) };
  const html = renderPage(<BodyJudgments context={context} judgments={[told]} />);
  return html.replace(/<[^>]*>/gu, ' ');
}

describe('a judgment that a public body does not obey', () => {
  it('says on which day the unit above it was told, and that nobody was where nothing says so', () => {
    expect(printed('zh', '2024-02-08')).toContain('2024年2月8日 已告知');
    expect(printed('en', '2024-02-08')).toContain('told on 8 Feb 2024');
    expect(printed('zh')).toContain('应当告知，尚无记录');
    expect(printed('en')).toContain('to be told; no notice is recorded');
    expect(printed('en')).not.toContain('told on');
  });
});
