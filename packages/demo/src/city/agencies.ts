import { makeUscc } from '@credence/domain';

import { districts, region, type District } from './region.ts';

export type Item = 'registration' | 'licence' | 'penalty' | 'inspection' | 'judgment_defaulter';

/** Ids of the items in the catalogue; an import names an item by its word. */
export const catalogueItems: Readonly<Record<Item, string>> = {
  registration: 'registration',
  licence: 'administrative_licence',
  penalty: 'administrative_penalty',
  inspection: 'inspection_result',
  judgment_defaulter: 'judgment_defaulter',
};

/** A body that supplies files to the register. */
export interface Agency {
  /** Its code in the register, and the `--source` of an import. */
  readonly code: AgencyCode;
  readonly name: { readonly zh: string; readonly en: string };
  readonly supplies: readonly Item[];
  /** Unified code of the organ itself. */
  readonly unifiedCode: string;
  /** First word of its document numbers, e.g. 望市监. */
  readonly word: string;
  readonly establishedOn: string;
  /** The official who hands its files in. */
  readonly official: string;
  /** Those who may state that the decisions of a batch were served. */
  readonly witnesses: readonly [string, string];
}

export type AgencyCode =
  | 'market_regulation'
  | 'institution_registry'
  | 'civil_affairs'
  | 'environment'
  | 'emergency_management'
  | 'human_resources'
  | 'transport'
  | 'housing_construction'
  | 'health'
  | 'culture_tourism'
  | 'urban_management'
  | 'tax'
  | 'public_security'
  | 'district_court';

type Row = readonly [AgencyCode, string, string, string, string, string, readonly Item[], string];

/** Code, name, English name, word, serial of the unified code, founding day, items, officials. */
const rows: readonly Row[] = [
  [
    'market_regulation',
    '望澜市市场监督管理局',
    'Wanglan Market Regulation Bureau',
    '望市监',
    'MB10001A',
    '2019-01-18',
    ['registration', 'licence', 'penalty', 'inspection'],
    '林书澜/顾望北/沈知衡',
  ],
  [
    'institution_registry',
    '望澜市事业单位登记管理局',
    'Wanglan Registry of Public Institutions',
    '望事登',
    'MB10002B',
    '2004-06-27',
    ['registration'],
    '纪长川/叶明夷/许观澜',
  ],
  [
    'civil_affairs',
    '望澜市民政局',
    'Wanglan Civil Affairs Bureau',
    '望民',
    'MB10003C',
    '1983-05-04',
    ['registration', 'licence'],
    '苏见川/方若衡/罗怀瑾',
  ],
  [
    'environment',
    '望澜市生态环境局',
    'Wanglan Environment Bureau',
    '望环',
    'MB10004D',
    '2019-03-01',
    ['licence', 'penalty'],
    '江砚青/陆闻溪/温既白',
  ],
  [
    'emergency_management',
    '望澜市应急管理局',
    'Wanglan Emergency Management Bureau',
    '望应急',
    'MB10005E',
    '2019-02-20',
    ['licence', 'penalty', 'inspection'],
    '秦定远/丁望舒/贺守成',
  ],
  [
    'human_resources',
    '望澜市人力资源和社会保障局',
    'Wanglan Human Resources and Social Security Bureau',
    '望人社',
    'MB10006F',
    '2010-04-12',
    ['licence', 'penalty'],
    '白念安/梁止戈/崔一苇',
  ],
  [
    'transport',
    '望澜市交通运输局',
    'Wanglan Transport Bureau',
    '望交',
    'MB10007G',
    '2009-12-25',
    ['licence', 'penalty'],
    '石敬亭/夏听雨/曹砺山',
  ],
  [
    'housing_construction',
    '望澜市住房和城乡建设局',
    'Wanglan Housing and Construction Bureau',
    '望建',
    'MB10008H',
    '2009-12-25',
    ['licence', 'penalty'],
    '谢临川/汪度之/孟秋白',
  ],
  [
    'health',
    '望澜市卫生健康委员会',
    'Wanglan Health Commission',
    '望卫',
    'MB10009J',
    '2019-01-22',
    ['licence', 'penalty'],
    '程景明/尹若水/邵同尘',
  ],
  [
    'culture_tourism',
    '望澜市文化和旅游局',
    'Wanglan Culture and Tourism Bureau',
    '望文旅',
    'MB10010K',
    '2019-01-25',
    ['licence', 'penalty'],
    '柳拂衣/姚见深/钟鹿鸣',
  ],
  [
    'urban_management',
    '望澜市城市管理局',
    'Wanglan Urban Management Bureau',
    '望城管',
    'MB10011L',
    '2017-11-08',
    ['licence', 'penalty'],
    '何归舟/万里程/严守拙',
  ],
  [
    'tax',
    '国家税务总局望澜市税务局',
    'Wanglan Tax Bureau',
    '望税',
    'MB10012M',
    '2018-07-05',
    ['penalty'],
    '顾明川/宋砚池/龚问渠',
  ],
  [
    'public_security',
    '望澜市公安局',
    'Wanglan Public Security Bureau',
    '望公',
    'MB10013N',
    '1985-09-01',
    ['licence', 'penalty'],
    '韩立言/卢守正/季安澜',
  ],
  [
    'district_court',
    '望澜市东浦区人民法院',
    'Dongpu District Court of Wanglan',
    '望法',
    'MB10014P',
    '1984-03-01',
    ['judgment_defaulter'],
    '方执白/温守正/陆明允',
  ],
];

export const agencies: readonly Agency[] = rows.map(
  ([code, zh, en, word, body8, establishedOn, supplies, officials]) => {
    const [official = '', first = '', second = ''] = officials.split('/');
    return {
      code,
      name: { zh, en },
      supplies,
      unifiedCode: makeUscc({ department: '1', category: '1', region, body8 }),
      word,
      establishedOn,
      official,
      witnesses: [first, second],
    };
  },
);

const byCode = new Map(agencies.map((agency) => [agency.code, agency]));

export function getAgency(code: AgencyCode): Agency {
  const agency = byCode.get(code);
  if (!agency) throw new RangeError(`No agency ${code} in the demo city.`);
  return agency;
}

/** A body that decides: the city's own, or its office in a district. */
export interface Authority {
  readonly name: string;
  readonly unifiedCode: string;
  /** First word of its document numbers. */
  readonly word: string;
}

/** Agencies whose decisions about ordinary cases are taken in the districts. */
const inDistricts: ReadonlyMap<AgencyCode, string> = new Map([
  ['market_regulation', '市场监督管理局'],
  ['urban_management', '城市管理局'],
  ['health', '卫生健康局'],
]);

const offices = new Map<string, Authority>();

/** The office of an agency that decides in a district; the agency itself where it has none. */
export function authorityIn(agency: Agency, district: District): Authority {
  const office = inDistricts.get(agency.code);
  if (office === undefined) return cityAuthority(agency);
  const key = `${agency.code}/${district.name}`;
  const known = offices.get(key);
  if (known) return known;
  const serial = districts.indexOf(district) + 1;
  const body8 = `MB2${agency.unifiedCode.slice(13, 15)}${String(serial).padStart(2, '0')}Q`;
  const made: Authority = {
    name: `望澜市${district.name}${office}`,
    unifiedCode: makeUscc({ department: '1', category: '1', region, body8 }),
    word: agency.word.replace('望', `望${district.word}`),
  };
  offices.set(key, made);
  return made;
}

export function cityAuthority(agency: Agency): Authority {
  return { name: agency.name.zh, unifiedCode: agency.unifiedCode, word: agency.word };
}
