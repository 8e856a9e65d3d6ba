import { addDays, civilDate, createRandom, isBefore, partsOf } from '@credence/domain';
import type { CivilDate, Random, RandomKey } from '@credence/domain';

import { authorityIn, getAgency, type AgencyCode } from '../city/agencies.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { getSector, type SectorId } from '../organisation/sectors.ts';
import type { Inspection } from './records.ts';

export interface InspectionSeason {
  readonly seed: RandomKey;
  readonly today: CivilDate;
  readonly organisations: readonly Organisation[];
}

/** A plan of inspections at random: for whom, by whom, what is looked at. */
interface Plan {
  readonly agency: AgencyCode;
  readonly title: string;
  readonly matter: string;
  readonly kind: Inspection['kind'];
  readonly sectors: readonly SectorId[];
  /** Share of the eligible that is drawn in a year. */
  readonly share: number;
}

const market = 'market_regulation';
const safety = 'emergency_management';

const plans: readonly Plan[] = [
  {
    agency: market,
    title: '登记事项和公示信息',
    matter: '登记事项检查；公示信息检查',
    kind: '不定向抽查',
    sectors: [],
    share: 0.03,
  },
  {
    agency: market,
    title: '餐饮服务食品安全',
    matter: '食品经营许可；进货查验；餐饮具消毒',
    kind: '定向抽查',
    sectors: ['catering', 'lodging'],
    share: 0.06,
  },
  {
    agency: market,
    title: '食品销售和生产安全',
    matter: '食品标签；贮存条件；出厂检验',
    kind: '定向抽查',
    sectors: ['food_retail', 'food_making'],
    share: 0.06,
  },
  {
    agency: market,
    title: '药品和医疗器械经营',
    matter: '处方药销售；温湿度记录；购进渠道',
    kind: '定向抽查',
    sectors: ['pharmacy', 'clinic'],
    share: 0.08,
  },
  {
    agency: market,
    title: '特种设备使用',
    matter: '使用登记；定期检验；作业人员持证',
    kind: '重点检查',
    sectors: ['machinery', 'chemicals', 'property'],
    share: 0.06,
  },
  {
    agency: market,
    title: '广告和价格行为',
    matter: '广告内容；明码标价',
    kind: '定向抽查',
    sectors: ['training', 'services', 'trade', 'software'],
    share: 0.02,
  },
  {
    agency: safety,
    title: '工贸企业安全生产',
    matter: '教育培训；隐患排查治理；有限空间作业',
    kind: '定向抽查',
    sectors: ['machinery', 'food_making', 'recycling'],
    share: 0.05,
  },
  {
    agency: safety,
    title: '危险化学品企业安全生产',
    matter: '重大危险源；动火作业；应急预案',
    kind: '重点检查',
    sectors: ['chemicals'],
    share: 0.3,
  },
];

const clear = '未发现问题';
const putRight = '发现问题已责令改正';

const results: readonly (readonly [string, number])[] = [
  [clear, 770],
  ['未发现开展本次抽查涉及的经营活动', 62],
  [putRight, 118],
  ['发现问题待后续处理', 16],
  ['未按规定公示应当公示的信息', 10],
  ['公示信息隐瞒真实情况、弄虚作假', 4],
  ['通过登记的住所（经营场所）无法联系', 17],
  ['不配合检查情节严重', 3],
];

/** Three yearly rounds of every plan; most organisations are found in order. */
export function makeInspections({
  seed,
  today,
  organisations,
}: InspectionSeason): readonly Inspection[] {
  const thisYear = partsOf(today).year;
  const years = [thisYear - 2, thisYear - 1, thisYear];
  const rounds = years.flatMap((year) => plans.map((plan, index) => ({ year, plan, index })));
  return rounds.flatMap(({ year, plan, index }) =>
    organisations.flatMap((organisation) => {
      if (!isEligible(organisation, plan)) return [];
      const random = createRandom(seed, 'inspection', year, index, organisation.code);
      if (!random.chance(plan.share * shareFactor(organisation))) return [];
      const inspectedOn = addDays(civilDate(`${year}-03-02`), random.below(290));
      const tooEarly = isBefore(inspectedOn, addDays(organisation.establishedOn, 60));
      if (tooEarly || !isBefore(inspectedOn, addDays(today, -5))) return [];
      return [inspect(random, { organisation, plan, year, index, inspectedOn, today })];
    }),
  );
}

function isEligible({ sector, status, form }: Organisation, { sectors }: Plan): boolean {
  if (status !== '存续' || form === 'institution' || form === 'organ') return false;
  return sectors.length === 0 || sectors.includes(sector);
}

/** Individual businesses are drawn less often. */
function shareFactor({ form, sector }: Organisation): number {
  return (form === 'sole_trader' ? 0.5 : 1.2) * Math.min(1.5, 0.7 + getSector(sector).hazard * 0.2);
}

function inspect(
  random: Random,
  visit: {
    readonly organisation: Organisation;
    readonly plan: Plan;
    readonly year: number;
    readonly index: number;
    readonly inspectedOn: CivilDate;
    readonly today: CivilDate;
  },
): Inspection {
  const { organisation, plan, year, index, inspectedOn, today } = visit;
  const agency = getAgency(plan.agency);
  const result = random.pickWeighted(results);
  const correctedOn = addDays(inspectedOn, random.between(3, 30));
  const corrected = result === putRight && random.chance(0.86) && isBefore(correctedOn, today);
  return {
    agency: plan.agency,
    authority: authorityIn(agency, organisation.district),
    party: organisation,
    planNumber: `${agency.word}双随机〔${year}〕${String(index + 1).padStart(2, '0')}号`,
    plan: `${year}年望澜市${plan.title}“双随机、一公开”抽查`,
    kind: plan.kind,
    matter: plan.matter,
    result,
    inspectedOn,
    ...(corrected ? { correctedOn } : {}),
  };
}
