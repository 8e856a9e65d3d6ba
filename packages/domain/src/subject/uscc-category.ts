import type { Localised } from '../language/language.ts';

import type { SubjectKind } from './identifier.ts';

/** Who registered a subject and what kind of body it is, as its unified code says. */
export interface UsccCategory {
  /** Position 1: the department that registers or administers the subject. */
  readonly department: { readonly code: string; readonly title: Localised };
  /** Position 2: the kind of body under that department. */
  readonly category: { readonly code: string; readonly title: Localised };
  readonly kind: SubjectKind;
}

interface Department {
  readonly title: Localised;
  readonly categories: Readonly<Record<string, Localised>>;
  /** What its bodies are; categories that differ stand in `KINDS`. */
  readonly kind: SubjectKind;
}

const OTHER: Localised = { zh: '其他', en: 'other' };
const UNSPECIFIED: Localised = { zh: '未细分', en: 'unspecified' };

/**
 * Departments and their categories. The registers' own list of the standard is followed; the
 * departments B to G come from an older list, appear there with category 1 only, and are read so
 * that no code in use is refused.
 */
const DEPARTMENTS: Readonly<Record<string, Department>> = {
  1: {
    title: { zh: '机构编制', en: 'institutional staffing' },
    kind: 'public_body',
    categories: {
      1: { zh: '机关', en: 'organ' },
      2: { zh: '事业单位', en: 'public institution' },
      3: { zh: '中央编办直接管理机构编制的群众团体', en: 'mass organisation' },
      9: OTHER,
    },
  },
  2: {
    title: { zh: '外交', en: 'foreign affairs' },
    kind: 'organisation',
    categories: { 1: { zh: '外国常驻新闻机构', en: 'resident foreign news bureau' }, 9: OTHER },
  },
  3: {
    title: { zh: '司法行政', en: 'administration of justice' },
    kind: 'organisation',
    categories: {
      1: { zh: '律师执业机构', en: 'law firm' },
      2: { zh: '公证处', en: 'notary office' },
      3: { zh: '基层法律服务所', en: 'local legal service office' },
      4: { zh: '司法鉴定机构', en: 'forensic body' },
      5: { zh: '仲裁委员会', en: 'arbitration commission' },
      9: OTHER,
    },
  },
  4: {
    title: { zh: '文化', en: 'culture' },
    kind: 'organisation',
    categories: { 1: { zh: '外国在华文化中心', en: 'foreign cultural centre' }, 9: OTHER },
  },
  5: {
    title: { zh: '民政', en: 'civil affairs' },
    kind: 'organisation',
    categories: {
      1: { zh: '社会团体', en: 'social association' },
      2: { zh: '民办非企业单位', en: 'private non-enterprise unit' },
      3: { zh: '基金会', en: 'foundation' },
      9: OTHER,
    },
  },
  6: {
    title: { zh: '旅游', en: 'tourism' },
    kind: 'organisation',
    categories: {
      1: { zh: '外国旅游部门常驻代表机构', en: 'foreign tourism office' },
      2: { zh: '港澳台地区旅游部门常驻代表机构', en: 'Hong Kong, Macao or Taiwan tourism office' },
      9: OTHER,
    },
  },
  7: {
    title: { zh: '宗教', en: 'religious affairs' },
    kind: 'organisation',
    categories: {
      1: { zh: '宗教活动场所', en: 'place of worship' },
      2: { zh: '宗教院校', en: 'religious school' },
      9: OTHER,
    },
  },
  8: {
    title: { zh: '工会', en: 'trade unions' },
    kind: 'organisation',
    categories: { 1: { zh: '基层工会', en: 'local trade union' }, 9: OTHER },
  },
  9: {
    title: { zh: '市场监管（工商）', en: 'market regulation' },
    kind: 'organisation',
    categories: {
      1: { zh: '企业', en: 'enterprise' },
      2: { zh: '个体工商户', en: 'individual business' },
      3: { zh: '农民专业合作社', en: "farmers' specialised cooperative" },
    },
  },
  A: {
    title: { zh: '中央军委改革和编制办公室', en: 'military staffing' },
    kind: 'public_body',
    categories: { 1: { zh: '军队事业单位', en: 'military institution' }, 9: OTHER },
  },
  B: older({ zh: '宗教（旧）', en: 'religious affairs (older list)' }),
  C: older({ zh: '全国总工会（旧）', en: 'federation of trade unions (older list)' }),
  D: older({ zh: '解放军总后勤部（旧）', en: 'military logistics (older list)' }),
  E: older({ zh: '省级人民政府（旧）', en: 'provincial government (older list)' }),
  F: older({ zh: '地市级人民政府（旧）', en: 'prefecture-level government (older list)' }),
  G: older({ zh: '区县级人民政府（旧）', en: 'county-level government (older list)' }),
  N: {
    title: { zh: '农业农村', en: 'agriculture and rural affairs' },
    kind: 'organisation',
    categories: {
      1: { zh: '组级集体经济组织', en: 'collective of a villager group' },
      2: { zh: '村级集体经济组织', en: 'collective of a village' },
      3: { zh: '乡镇级集体经济组织', en: 'collective of a township' },
      9: OTHER,
    },
  },
  Y: { title: OTHER, kind: 'organisation', categories: { 1: UNSPECIFIED } },
};

/** Categories whose bodies are not what their department's others are. */
const KINDS: ReadonlyMap<string, SubjectKind> = new Map([['92', 'sole_trader']]);

function older(title: Localised): Department {
  return { title, kind: 'organisation', categories: { 1: UNSPECIFIED } };
}

/**
 * What positions 1 and 2 of a unified code say, or `undefined` when the pair names no kind of body.
 * `92`, an individual business, is so close to a person that it is masked as one.
 *
 * Legal source: GB 32100-2015 and its amendment no. 1 (department N).
 *
 * @param code - a unified code in its own spelling, or its first two characters
 */
export function usccCategory(code: string): UsccCategory | undefined {
  const departmentCode = code.charAt(0);
  const categoryCode = code.charAt(1);
  const department = own(DEPARTMENTS, departmentCode);
  const category = department && own(department.categories, categoryCode);
  if (department === undefined || category === undefined) return undefined;
  return {
    department: { code: departmentCode, title: department.title },
    category: { code: categoryCode, title: category },
    kind: KINDS.get(departmentCode + categoryCode) ?? department.kind,
  };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
