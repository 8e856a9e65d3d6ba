/** The fictional city. Division 999999 is assigned to no place, so no real code can begin with it. */
export const region = '999999';

export const cityName = { zh: '望澜市', en: 'Wanglan' } as const;

/** Districts with their share of organisations, per hundred, and their streets. */
export const districts = [
  {
    name: '临港区',
    word: '临',
    weight: 28,
    streets: ['澄波路', '望海大道', '港城东路', '锚地路', '船坞街', '保税一路', '潮生路', '灯塔路'],
  },
  {
    name: '东浦区',
    word: '浦',
    weight: 26,
    streets: ['东浦大街', '浦前路', '书院巷', '文澜路', '集贤街', '人民东路', '钟鼓楼街', '织造路'],
  },
  {
    name: '西滩区',
    word: '滩',
    weight: 18,
    streets: ['西滩大道', '晒盐路', '渔港街', '老码头路', '白沙路', '芦花街', '海堤路'],
  },
  {
    name: '澜湖区',
    word: '湖',
    weight: 14,
    streets: ['澜湖北路', '创新大道', '云帆路', '智园二路', '湖心街', '柳堤路'],
  },
  {
    name: '鹤岭区',
    word: '岭',
    weight: 9,
    streets: ['鹤鸣路', '岭南街', '松涛路', '采石路', '茶场路'],
  },
  {
    name: '白塔县',
    word: '塔',
    weight: 5,
    streets: ['白塔大街', '仓前路', '稻香路', '集镇街', '水库路'],
  },
] as const;

export type District = (typeof districts)[number];

/** City and districts as divisions, which no official table has: names are taken apart by them. */
export const demoPlaces: readonly { readonly code: string; readonly name: string }[] = [
  { code: '999900', name: cityName.zh },
  ...districts.map(({ name }, index) => ({ code: String(999_901 + index), name })),
];

/** The same with the region that the codes of all invented organisations bear, for counts by region. */
export const demoRegions: typeof demoPlaces = [...demoPlaces, { code: region, name: cityName.zh }];
