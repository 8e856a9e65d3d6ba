import fc from 'fast-check';
import { findBestMatch } from '@credence/casework';
import { describe, expect, it } from 'vitest';

import { foldName } from './fold-name.ts';
import { createNameKeys } from './name-keys.ts';

const keys = createNameKeys({
  places: [
    { code: '999900', name: '望澜市' },
    { code: '999901', name: '临港区' },
  ],
});
const fold = (name: string) => keys.fold(name);
/** The rank and kind of the match, or undefined where the name does not answer the query. */
const match = (name: string, query: string) =>
  findBestMatch([name], keys.foldQuery(query), keys)?.match;

describe('name keys', () => {
  it('fold a name to its letters and numbers', () => {
    expect(fold(' 望澜市“临港”（东浦）Ａbc－１２·科技 有限公司 ').folded).toBe(
      '望澜市临港东浦abc12科技有限公司',
    );
  });

  it.each([
    [
      'traditional and simplified characters',
      '望瀾市瀾江機電設備製造有限公司',
      '望澜市澜江机电设备制造有限公司',
    ],
    ['brackets of either width', '望澜（集团）公司', '望澜(集团)公司'],
    ['case and accents', 'CAFÉ Straße', 'cafe STRASSE'],
    ['letters with a mark of their own', 'Ørsted Łódź', 'orsted lodz'],
    ['spaces', '望澜 市 甲', '望澜市甲'],
  ])('are equal for %s', (_, one, other) => {
    expect(fold(one)).toEqual(fold(other));
  });

  it('give every pair of characters once, and a single character as itself', () => {
    expect(fold('澜江澜江').grams).toEqual(['澜江', '江澜']);
    expect(fold('澜').grams).toEqual(['澜']);
    expect(fold('（）').grams).toEqual([]);
    expect(fold('𠮷野家').grams).toEqual(['𠮷野', '野家']);
  });

  it('spell Han parts without tones and keep Latin ones', () => {
    expect(fold('澜江3M机电')).toMatchObject({
      pinyin: 'lanjiang3mjidian',
      initials: 'lj3mjd',
    });
    expect(fold('重庆银行')).toMatchObject({ pinyin: 'chongqingyinhang', initials: 'cqyh' });
    expect(fold('绿源')).toMatchObject({ pinyin: 'lvyuan' });
  });

  it('keep the words of a Latin name without its form, abbreviations written out', () => {
    expect(fold("Joe's Intl. Trading Co., Ltd.")).toMatchObject({
      folded: 'joesintltradingcoltd',
      canon: 'joes international trading',
      pinyin: '',
      initials: '',
    });
  });

  it.each([
    '上海市华兴科技有限责任公司',
    '华兴（上海）科技有限公司',
    '上海华兴科技（有限合伙）',
    '華興科技(上海)股份有限公司',
  ])('name region and core of %s alike', (name) => {
    expect(fold(name)).toMatchObject({
      canon: '上海华兴科技',
      core: '华兴科技',
      pinyin: 'shanghaihuaxingkeji',
      corePinyin: 'huaxingkeji',
      initials: 'shhxkj',
      coreInitials: 'hxkj',
    });
  });

  it.each([
    ['江苏省苏州市华兴机电有限公司', '苏州华兴机电'],
    ['北京市朝阳区华兴百货店', '北京华兴百货店'],
    ['昆山华兴机电有限公司', '昆山华兴机电'],
    ['延边华兴贸易有限公司', '延边华兴贸易'],
    ['内蒙古华兴贸易有限公司', '内蒙古华兴贸易'],
    ['望澜市临港区澜江机电有限公司', '望澜澜江机电'],
    ['东坪市澜江机电有限公司', '东坪澜江机电'],
  ])('take the city of %s in its shortest form', (name, canon) => {
    expect(fold(name).canon).toBe(canon);
  });

  it.each(['东方科技有限公司', '新城市科技有限公司', '大都市传媒有限公司', '上海有限公司'])(
    'find no region in %s',
    (name) => {
      expect(fold(name).core).toBe('');
    },
  );

  it('take a place without its unit for the trade name where brackets name the region', () => {
    expect(fold('金华（青岛）医药有限公司').canon).toBe('青岛金华医药');
    expect(fold('青岛市华兴（金华）医药有限公司').canon).toBe('青岛华兴金华医药');
  });

  it('keep a branch and a group in the core, so that neither is its parent', () => {
    expect(fold('上海华兴科技有限公司浦东分公司').canon).toBe('上海华兴科技浦东分公司');
    expect(fold('上海华兴科技（集团）有限公司').canon).toBe('上海华兴科技集团');
  });
});

describe('a query', () => {
  const name = '华兴（上海）机电设备制造有限公司';

  it.each([
    ['the whole name', '华兴（上海）机电设备制造有限公司'],
    ['full width and blanks', ' 华兴　（上海） 机电设备制造有限公司'],
    ['traditional characters', '華興機電設備製造'],
    ['the region before', '上海华兴机电设备制造有限公司'],
    ['the region with its unit', '上海市华兴机电'],
    ['another form', '上海华兴机电设备制造有限责任公司'],
    ['no region', '华兴机电'],
    ['its beginning', '上海华'],
    ['one character of the trade name', '华'],
    ['something inside', '设备制造'],
  ])('finds a name by %s', (_, query) => {
    expect(match(name, query)).toBe('name');
  });

  it.each([
    ['pinyin', 'shanghaihuaxing', 'pinyin'],
    ['pinyin as it is written', 'shanghaishihuaxingjidian', 'pinyin'],
    ['pinyin of the trade name', "hua xing ji'dian", 'pinyin'],
    ['pinyin with the form', 'huaxingjidianshebeizhizaoyouxiangongsi', 'pinyin'],
    ['characters that sound alike', '华星机电设备制造', 'pinyin'],
    ['its English name', 'Shanghai Huaxing Electromechanical Equipment Mfg Co., Ltd.', 'pinyin'],
    ['initials', 'shhxjd', 'initials'],
    ['initials of the trade name', 'hxjd', 'initials'],
    ['every initial there is', 'shshxjdsbzzyxgs', 'initials'],
  ])('finds a name by %s', (_, query, kind) => {
    expect(match(name, query)).toBe(kind);
  });

  it.each(['苏州华兴机电', '华兴机床', '兴', 'xingji', '华兴机电设备制造有限公司分公司'])(
    'does not find it by %s',
    (query) => {
      expect(match(name, query)).toBeUndefined();
    },
  );

  it('finds a Latin name by its words in any order, begun or whole', () => {
    const latin = 'Étoile Harbour Trading, LLC';
    for (const query of ['etoile harbor', 'HARBOUR etoile', 'tra étoi', 'Etoile Harbour Trading'])
      expect([query, match(latin, query)]).toEqual([
        query,
        query === 'etoile harbor' ? undefined : 'name',
      ]);
  });

  it.each([
    [
      'both businesses side by side',
      'Shanghai Huaxing Jewelry and Toys Co., Ltd.',
      '上海华兴珠宝玩具有限公司',
    ],
    ['a term in the plural', 'Shanghai Huaxing Garment Company', '上海华兴服装公司'],
    [
      'a term the glossary lacks before one it has',
      'Shanghai Huaxing Zorbic Garments Ltd',
      '上海华兴卓比服装有限公司',
    ],
    [
      'a term it lacks behind one it has',
      'Shanghai Huaxing Garment Zorbication Ltd',
      '上海华兴服装卓比有限公司',
    ],
    [
      'syllables of the trade name apart',
      'Shanghai Hua Xing Zorbic Garments',
      '上海华兴卓比服装有限公司',
    ],
    ['a short trade name', 'Shanghai Dalu Zorbic Garments', '上海大路卓比服装有限公司'],
  ])('finds the name of an English one with %s', (_, query, asked) => {
    expect(match(asked, query)).toBe('pinyin');
  });

  it('puts names with the known part of the business before others of the trade name', () => {
    const query = keys.foldQuery('Shanghai Huaxing Zorbic Garments Zorbication Co., Ltd.');
    const rankOf = (asked: string) => findBestMatch([asked], query, keys)?.rank ?? -1;
    const [known, other] = [rankOf('上海华兴卓比服装有限公司'), rankOf('上海华兴卓比陶瓷有限公司')];
    expect(known).toBeGreaterThanOrEqual(0);
    expect(other).toBeGreaterThan(known);
  });

  it('asks nothing where nothing is left of it', () => {
    expect(keys.foldQuery('（）').ways).toEqual([]);
  });
});

const words =
  '上海 市 苏州 江苏省 望澜 华 兴 澜江 科技 机电 贸易 （ ） 集团 有限公司 分公司 ABC 3 shanghai huaxing co., Ltd é'.split(
    ' ',
  );
const anyName = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((name) => fold(name).folded !== '');

describe('for any name', () => {
  it('a query equal to it finds it, by the first way', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(findBestMatch([name], keys.foldQuery(name), keys)).toMatchObject({ rank: 0 });
      }),
    );
  });

  it('its every part of two characters or more finds it, and so does its beginning', () => {
    fc.assert(
      fc.property(anyName, fc.nat(), fc.nat(), (name, a, b) => {
        const letters = [...fold(name).folded];
        const from = a % letters.length;
        const part = letters.slice(from, from + 2 + (b % letters.length)).join('');
        fc.pre([...part].length > 1 || from === 0);
        expect(match(name, part), `${name} by ${part}`).toBeDefined();
      }),
    );
  });

  it('the pairs of a part are among those of the name', () => {
    fc.assert(
      fc.property(anyName, anyName, anyName, (before, part, after) => {
        const whole = new Set(fold(`${before}${part}${after}`).grams);
        const ways = keys
          .foldQuery(part)
          .ways.flatMap((way) => (way.how === 'inside' ? way.grams : []));
        expect(ways.every((gram) => whole.has(gram))).toBe(true);
      }),
    );
  });

  it('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const folded = foldName(name);
        expect(foldName(folded)).toBe(folded);
      }),
    );
  }, 30_000);

  it('no text breaks the keys or the query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text).folded).toBeTypeOf('string');
        expect(keys.foldQuery(text).ways.length).toBeLessThan(40);
      }),
    );
  });
});
