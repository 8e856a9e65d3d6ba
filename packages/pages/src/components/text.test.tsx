import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { day } from '../gallery/samples.tsx';
import { words } from '../words/words.ts';
import { html, textOf } from './html.test-support.ts';
import {
  AsGiven,
  Day,
  IdentifierText,
  InLanguage,
  languageOf,
  Moment,
  MoneyText,
  Name,
  TitleText,
} from './text.tsx';

const zh = words('zh');
const en = words('en');

describe('Day and Moment', () => {
  it('says the day in words and gives it to machines', () => {
    expect(html(<Day words={en} on={day('2026-08-14')} />)).toBe(
      '<time class="day" datetime="2026-08-14">14 Aug 2026</time>',
    );
    expect(html(<Moment words={zh} at={{ date: day('2026-11-20'), hour: 9, minute: 41 }} />)).toBe(
      '<time class="day" datetime="2026-11-20T09:41">2026年11月20日 09:41</time>',
    );
  });

  it('keeps an amount with its currency in one piece', () => {
    const money = { amount: 128_430_000, currency: 'CNY' };
    expect(html(<MoneyText words={en} money={money} />)).toBe(
      '<span class="amount">CNY 1,284,300</span>',
    );
  });
});

describe('language of a text', () => {
  it('is marked wherever it differs from that of the page', () => {
    expect(html(<AsGiven words={en} text="望澜市水务局" />)).toContain('lang="zh-Hans"');
    expect(html(<AsGiven words={zh} text="望澜市水务局" />)).not.toContain('lang=');
    expect(html(<AsGiven words={zh} text="High risk vermin infestation" />)).toContain('lang="en"');
    expect(html(<AsGiven words={en} text="2026-0432" />)).not.toContain('lang=');
  });

  it('is Chinese as soon as there is a Han character', () => {
    expect(languageOf('ABC 有限公司')).toBe('zh');
    expect(languageOf('Lanjiang')).toBe('en');
    expect(languageOf('4085')).toBeUndefined();
  });

  it('of a title is that of the page, else the other one, marked', () => {
    expect(html(<TitleText words={en} text={{ zh: '行政处罚', en: 'Penalty' }} />)).toBe('Penalty');
    expect(html(<TitleText words={en} text={{ zh: '行政处罚' }} />)).toBe(
      '<span lang="zh-Hans">行政处罚</span>',
    );
    expect(html(<TitleText words={zh} text={{ en: 'Penalty' }} />)).toBe(
      '<span lang="en">Penalty</span>',
    );
  });

  it('adds no element where nothing is to be said', () => {
    const same = (
      <InLanguage words={zh} language="zh">
        文
      </InLanguage>
    );
    expect(html(same)).toBe('文');
  });
});

describe('Name', () => {
  it('may break between its parts and is never cut', () => {
    const name = html(<Name words={zh} name={['望澜市', '澜江', '有限公司']} />);
    expect(name).toBe('<span class="name">望澜市<wbr/>澜江<wbr/>有限公司</span>');
  });

  it('tints the matched characters, also across parts, whatever their case', () => {
    expect(html(<Name words={zh} name={['望澜市', '澜江', '机电']} match="市澜" />)).toContain(
      '望澜<mark>市</mark><wbr/><mark>澜</mark>江',
    );
    expect(html(<Name words={en} name="Lanjiang Trading" match="LANJ" />)).toContain(
      '<mark>Lanj</mark>iang',
    );
    expect(html(<Name words={en} name="Lanjiang" match="  " />)).not.toContain('<mark>');
    expect(html(<Name words={en} name="Lanjiang" match="xyz" />)).not.toContain('<mark>');
  });

  it('reads the same as its parts joined, whatever is tinted', () => {
    const part = fc.string({
      minLength: 1,
      maxLength: 6,
      unit: fc.constantFrom('望', '澜', '市', '江', 'a', 'b', '&', '<'),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), part, (parts, match) => {
        const markup = html(<Name words={zh} name={parts} match={match} />);
        expect(textOf(markup)).toBe(parts.join(''));
      }),
    );
  });

  it('shows markup in a name as text', () => {
    expect(html(<Name words={zh} name="<script>x</script>" />)).not.toContain('<script>');
  });
});

describe('IdentifierText', () => {
  const code = { scheme: 'uscc', value: '91999999MA3K7T2X0J' };

  it('groups a unified code 2-6-9-1 without a character between', () => {
    const markup = html(<IdentifierText identifier={code} />);
    expect([...markup.matchAll(/group">(\w+)</g)].map(([, group]) => group)).toEqual([
      '91',
      '999999',
      'MA3K7T2X0',
      'J',
    ]);
    expect(textOf(markup)).toBe(code.value);
  });

  it('leaves a code whole that does not fill its groups', () => {
    const short = { scheme: 'uscc', value: '91999999' };
    expect(html(<IdentifierText identifier={short} />)).toContain('>91999999<');
    expect(textOf(html(<IdentifierText identifier={code} groups={[9, 9]} />))).toBe(code.value);
  });

  it('yields the bare characters when copied, for every code and grouping', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z]{1,20}$/),
        fc.array(fc.integer({ min: 1, max: 9 })),
        (value, groups) => {
          const markup = html(
            <IdentifierText identifier={{ scheme: 'x', value }} groups={groups} />,
          );
          expect(textOf(markup)).toBe(value);
        },
      ),
    );
  });
});
