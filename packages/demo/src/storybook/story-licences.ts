import { addDays, addMonths, civilDate, partsOf, type CivilDate } from '@credence/domain';

import { cityAuthority, getAgency, type AgencyCode } from '../city/agencies.ts';
import type { Inspection, Licence } from '../record/records.ts';
import { getRole, type Role } from './cast.ts';
import { dayBefore, tourDay } from './story-days.ts';
import { FOUND_DAYS_BEFORE } from './story-penalties.ts';

/** Role, agency, certificate, serial, licence number, months left (0: no last day), years, content. */
type Row = readonly [Role, AgencyCode, string, number, string, number, number, string];

// prettier-ignore
const rows: readonly Row[] = [
  ['lanjiang', 'market_regulation', '特种设备生产许可证', 211, 'TZ99999900211', 28, 4, '桥式起重机、门式起重机安装（含修理）'],
  ['lanjiang', 'market_regulation', '全国工业产品生产许可证', 87, 'XK99999900087', 40, 5, '防爆电气产品'],
  ['lanjiang', 'market_regulation', '食品经营许可证', 1460, 'JY39999990001460', 33, 5, '单位食堂：热食类食品制售'],
  ['lanjiang', 'environment', '排污许可证', 35, '91999999MA3K7T2X0J001V', 46, 5, '废气污染物排放'],
  ['lanjiang', 'transport', '道路运输经营许可证', 502, '望澜字999999000502号', 30, 4, '道路普通货物运输'],
  ['lanjiang', 'housing_construction', '建筑业企业资质证书', 119, 'D399999119', 36, 5, '起重设备安装工程专业承包二级'],
  ['food-maker', 'market_regulation', '食品生产许可证', 1187, 'SC19999999001187', 15, 5, '速冻食品；水产制品'],
  ['builder', 'housing_construction', '建筑施工企业安全生产许可证', 64, '（望）JZ安许证字000064', 14, 3, '建筑施工'],
  ['builder', 'urban_management', '城市建筑垃圾处置核准证', 380, 'LJ999999000380', 2, 1, '建筑垃圾运输；路线和时间见附件'],
  ['noodle-shop', 'market_regulation', '食品经营许可证', 3391, 'JY29999990003391', 9, 5, '热食类食品制售'],
  ['chemist', 'emergency_management', '危险化学品经营许可证', 17, '望危化经字0017', 11, 3, '甲苯、二甲苯、丙酮'],
  ['chemist', 'environment', '排污许可证', 9, 'PW999999000009', 25, 5, '废水、废气污染物排放'],
  ['hospital', 'health', '医疗机构执业许可证', 3, 'PDY99999-3', 20, 5, '内科；外科；妇产科；儿科；急诊医学科'],
  ['dispatcher', 'human_resources', '人力资源服务许可证', 42, 'RL999999000042', 18, 5, '职业中介活动'],
  ['carrier', 'transport', '道路运输经营许可证', 510, '望澜字999999000510号', 21, 4, '货物专用运输（冷藏保鲜）'],
  ['cybercafe', 'culture_tourism', '网络文化经营许可证', 29, 'WW999999000029', 13, 3, '互联网上网服务'],
  ['pharmacy', 'market_regulation', '药品经营许可证', 8, 'DA99999900008', 31, 5, '零售（连锁总部）'],
  ['traveller', 'culture_tourism', '旅行社业务经营许可证', 6, 'L-WL-CJ00006', 0, 0, '国内旅游业务；入境旅游业务'],
  ['guesthouse', 'public_security', '特种行业许可证（旅馆业）', 15, '望公特旅字第0015号', 0, 0, '旅馆业'],
];

/** The hand-written licences; all are in force on the day of the tour. */
export function storyLicences(today: CivilDate): readonly Licence[] {
  return rows.map(
    ([role, code, certificate, serial, licenceNumber, monthsLeft, years, content]) => {
      const agency = getAgency(code);
      const validUntil = monthsLeft === 0 ? 'none' : endOfMonth(today, monthsLeft);
      const validFrom =
        validUntil === 'none'
          ? civilDate('2016-06-01')
          : addDays(addMonths(validUntil, -years * 12, 'down'), 1);
      return {
        agency: code,
        authority: cityAuthority(agency),
        party: getRole(role),
        certificate,
        documentNumber: `${agency.word}许〔${partsOf(validFrom).year}〕${serial}号`,
        licenceClass: certificate.includes('资质') ? '03' : '01',
        licenceNumber,
        content,
        decidedOn: validFrom,
        validFrom,
        validUntil,
      };
    },
  );
}

function endOfMonth(today: CivilDate, monthsLeft: number): CivilDate {
  return addDays(dayBefore(addMonths(today, monthsLeft + 1, 'down'), 0, 1), -1);
}

const plan = '“双随机、一公开”抽查';

/** The hand-written inspections: in order, put right, still to be put right. */
export function storyInspections(today: CivilDate): readonly Inspection[] {
  const visit = (
    role: Role,
    on: CivilDate,
    found: { readonly title: string; readonly matter: string; readonly result: string },
  ): Inspection => {
    const agency = getAgency('market_regulation');
    const { year } = partsOf(on);
    return {
      agency: agency.code,
      authority: cityAuthority(agency),
      party: getRole(role),
      planNumber: `${agency.word}双随机〔${year}〕20号`,
      plan: `${year}年望澜市${found.title}${plan}`,
      kind: '定向抽查',
      matter: found.matter,
      result: found.result,
      inspectedOn: on,
    };
  };
  const cranes = { title: '特种设备使用', matter: '使用登记；定期检验；作业人员持证' };
  const food = { title: '餐饮服务食品安全', matter: '食品经营许可；进货查验；餐饮具消毒' };
  const fineOn = tourDay(today);
  return [
    {
      // The visit that led to the fine, and the day the crane passed its inspection.
      ...visit('lanjiang', addDays(fineOn, -FOUND_DAYS_BEFORE), {
        ...cranes,
        result: '发现问题已责令改正',
      }),
      correctedOn: addDays(fineOn, 7),
    },
    visit('software-house', dayBefore(today, 7, 12), {
      title: '登记事项和公示信息',
      matter: '登记事项检查；公示信息检查',
      result: '未发现问题',
    }),
    visit('noodle-shop', dayBefore(today, 3, 28), { ...food, result: '发现问题待后续处理' }),
    visit('lanjiang-trade', dayBefore(today, 6, 6), {
      title: '登记事项和公示信息',
      matter: '登记事项检查；公示信息检查',
      result: '未发现开展本次抽查涉及的经营活动',
    }),
    visit('in-liquidation', dayBefore(today, 9, 3), {
      title: '登记事项和公示信息',
      matter: '登记事项检查；公示信息检查',
      result: '通过登记的住所（经营场所）无法联系',
    }),
  ];
}
