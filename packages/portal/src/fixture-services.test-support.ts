import type {
  AnswerClock,
  EditionSummary,
  ListEntry,
  RecordView,
  SearchView,
  SubjectLine,
  SubjectView,
} from '@credence/casework';
import { addDays, civilDate, isBefore, later, type Localised } from '@credence/domain';

import { fixtureAccess } from './fixture-access.test-support.ts';
import { fixtureCases } from './fixture-cases.test-support.ts';
import { fixtureConsult } from './fixture-consult.test-support.ts';
import { fixtureContracts } from './fixture-contracts.test-support.ts';
import { fixtureDuties } from './fixture-duties.test-support.ts';
import { fixtureIncentives } from './fixture-incentives.test-support.ts';
import { fixtureReportCards } from './fixture-report-cards.test-support.ts';
import { fixtureDraws } from './fixture-draws.test-support.ts';
import { fixtureVisits } from './fixture-visits.test-support.ts';
import { fixturePledges } from './fixture-pledges.test-support.ts';
import { fixtureOwn } from './fixture-own.test-support.ts';
import { fixtureMatters } from './fixture-matters.test-support.ts';
import {
  basisOf,
  licence,
  penalty,
  registration,
  textFact,
} from './fixture-records.test-support.ts';
import {
  cardView,
  cityCards,
  cityClock,
  cityEdition,
  englishEdition,
  formerEdition,
  today,
} from './fixture-rulebook.test-support.ts';
import { fixtureBulk } from './fixture-bulk.test-support.ts';
import { fixtureExports, fixtureSupply } from './fixture-supply.test-support.ts';
import { fixtureReading } from './fixture-reading.test-support.ts';
import { fixtureImpact } from './fixture-impact.test-support.ts';
import { fixtureRuleDrafts } from './fixture-rule-drafts.test-support.ts';
import { fixtureRuleReading } from './fixture-rule-reading.test-support.ts';
import type { PortalServices } from './services.ts';

const usccTitle = { zh: '统一社会信用代码', en: 'Unified social credit code' };

/** An id of the form the register gives. */
export function idOf(number: number): string {
  return `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

interface FixtureSubject {
  readonly line: Omit<SubjectLine, 'published' | 'firstBegin' | 'lastEnd'>;
  readonly registration?: RecordView;
  readonly records: readonly RecordView[];
  readonly others: readonly RecordView[];
}

function subject(
  number: number,
  given: {
    readonly name?: string;
    readonly code: string;
    readonly scheme?: string;
    readonly title?: Localised;
    readonly kind?: SubjectLine['kind'];
    readonly records?: readonly RecordView[];
    readonly others?: readonly RecordView[];
    readonly address?: string;
    readonly district?: string;
  },
): FixtureSubject {
  const identifier = {
    scheme: given.scheme ?? 'uscc',
    value: given.code,
    title: given.title ?? usccTitle,
  };
  return {
    line: {
      id: idOf(number),
      ...(given.name === undefined ? {} : { name: given.name }),
      identifiers: [identifier],
      kind: given.kind ?? 'organisation',
      ...(given.address === undefined ? {} : { registeredOn: civilDate('2008-05-16') }),
      ...(given.district === undefined ? {} : { district: given.district }),
    },
    ...(given.address === undefined
      ? {}
      : { registration: registration(`${idOf(number)}-r`, given.address) }),
    records: given.records ?? [],
    others: given.others ?? [],
  };
}

const manufacturer = subject(1, {
  name: '望澜市澜江机电设备制造有限公司',
  code: '91999999MA3K7T2X0J',
  address: '望澜市临港区澄波路218号',
  district: '临港区',
  records: [
    penalty('p1'),
    penalty('p2', {
      decidedOn: civilDate('2026-10-30'),
      heading:
        '未按照规定在厂房东侧危险废物贮存间设置识别标志，且未建立危险废物管理台账，违反固体废物污染环境防治有关规定',
      number: '望环罚〔2026〕44号',
      months: 36,
    }),
  ],
  others: [
    licence('l1', '特种设备生产许可证', civilDate('2029-03-31')),
    licence('l2', '排污许可证', civilDate('2028-06-30')),
    licence('l3', '食品经营许可证', 'none'),
  ],
});

const cooperative = subject(2, {
  name: '望澜市临港区澜江机电设备安装维修与再制造技术服务农民专业合作社联合社',
  code: '93999999MA9Q41LEX3',
  address: '望澜市临港区海塘路1号',
  district: '临港区',
});

/** A past or a hostile source wrote markup into a name. */
const hostile = subject(3, {
  name: '<script>alert(1)</script>“澜江”&<img src=x onerror=alert(2)>',
  code: '91999999MA7D0R5H6M',
  records: [penalty('x1', { heading: '"><svg onload=alert(3)>', number: '<b>1</b>' })],
});

const crowded = subject(4, {
  name: 'Lanjiang Electromechanical (Wanglan) Trading Co., Ltd.',
  code: '91999999MA2W88NK50',
  kind: 'organisation',
  address: '望澜市东浦区码头路9号',
  records: Array.from({ length: 40 }, (_, index) =>
    penalty(`c${String(index + 1)}`, {
      decidedOn: addDays(civilDate('2026-01-05'), index * 7),
      number: `望市监罚〔2026〕${String(index + 1)}号`,
    }),
  ),
});

const publicBody = subject(5, {
  name: '望澜市第二机电职业学校',
  code: '12999999427103658T',
  kind: 'public_body',
  address: '望澜市西滩区育才路3号',
  others: [licence('s1', '办学许可证', civilDate('2027-08-31'))],
});

const foodTitles = {
  item: { en: 'Food safety violation' },
  heading: { en: 'Violation' },
};

/** A business of a city whose edition has only English, and whose file gave no name. */
const nameless = subject(6, {
  code: '10877',
  scheme: 'sf-business-account',
  title: { en: 'Business account number' },
  records: [
    {
      ...penalty('f1', { months: 12 }),
      item: { code: 'food_violation', title: foodTitles.item },
      heading: {
        field: 'violation',
        title: foodTitles.heading,
        value: 'high_risk_vermin_infestation',
        codes: [{ en: 'High risk vermin infestation' }],
      },
      authority: { name: 'San Francisco Department of Public Health' },
      provider: { name: 'San Francisco Department of Public Health', code: 'sfdph' },
      severity: { code: 'high_risk', title: { en: 'High risk' } },
      facts: [textFact('risk', { en: 'Risk category' }, 'High Risk')],
      basis: [
        basisOf('publication', {
          citation: { source: 'ca-retail-food-code', at: 'section-113725' },
          sourceTitle: { en: 'California Retail Food Code' },
          confidence: 'unverified',
        }),
      ],
    },
  ],
});

export interface FixtureWorld {
  readonly subjects: readonly FixtureSubject[];
  readonly edition: EditionSummary;
}

export const city: FixtureWorld = {
  subjects: [manufacturer, cooperative, hostile, crowded, publicBody],
  edition: cityEdition,
};

export const englishCity: FixtureWorld = { subjects: [nameless], edition: englishEdition };

/** Casework as the portal sees it, over a handful of organisations and no store. */
export function fixtureServices(world: FixtureWorld = city): PortalServices {
  const clockAt = (day = today): AnswerClock => {
    const former = world === city && isBefore(day, cityEdition.inForceFrom);
    return cityClock(day, former ? formerEdition : world.edition);
  };
  const viewOf = (found: FixtureSubject, day = today): SubjectView => {
    const records = found.records.filter((record) => standsOn(record, day));
    return {
      clock: clockAt(day),
      subject: lineOf(found, records),
      ...(found.registration === undefined ? {} : { registration: found.registration }),
      records,
      others: found.others,
    };
  };
  const entriesOf = (subject: FixtureSubject): readonly ListEntry[] => {
    const view = viewOf(subject);
    return view.records.map((record) => ({ subject: view.subject, record }));
  };
  const editions = world === city ? [cityEdition, formerEdition] : [world.edition];
  const viewRecord: PortalServices['viewRecord'] = (subjectId, recordId, { day } = {}) => {
    const subject = world.subjects.find(({ line }) => line.id === subjectId);
    if (subject === undefined) return notFound();
    const view = viewOf(subject, day);
    const record = [...view.records, ...view.others].find(({ id }) => id === recordId);
    if (record === undefined) return notFound();
    return found({ clock: view.clock, subject: view.subject, record });
  };
  return {
    clock: ({ day } = {}) => Promise.resolve(clockAt(day)),
    searchSubjects: (query, { page, day }) => {
      const matching = world.subjects.filter(({ line }) => matches(line, query));
      const results = matching.map((each) => viewOf(each, day).subject);
      return found(searchView(clockAt(day), { query, page, results }));
    },
    viewSubject: (reference, { day } = {}) => {
      const subject = world.subjects.find(({ line }) => {
        if (reference.by === 'id') return line.id === reference.id;
        const code = reference.by === 'code' ? reference.code : reference.value;
        return line.identifiers.some(({ value }) => value === code);
      });
      return subject === undefined ? notFound() : found(viewOf(subject, day));
    },
    viewRecord,
    ...fixtureCards(clockAt, editions),
    explain: (step, language) => explainPlainly(step, language),
    ...fixtureAccess,
    ...fixtureOwn,
    ...fixtureMatters(viewRecord),
    ...fixtureCases,
    ...fixtureSupply,
    ...fixtureExports,
    ...fixtureBulk(clockAt),
    ...fixtureReading(clockAt, world.subjects.flatMap(entriesOf)),
    ...fixtureSupervision(world, () => clockAt()),
    ...fixtureRuleReading(clockAt, editions),
    ...fixtureRuleDrafts(clockAt),
    ...fixtureImpact(),
    enterLifeEvent: refusedLife,
    settleLifeEvent: refusedLife,
    viewLifeDesk: notFound,
    explainSubject: notFound,
    viewReceipts: notFound,
    printReceipts: notFound,
    viewClassTables: () => found({ clock: clockAt(), tables: [] }),
    listKeys: () => Promise.resolve({ clock: clockAt(), keys: [] }),
  };
}

/** What supervision adds: nothing is drawn, contracted, pledged or consulted about yet. */
function fixtureSupervision(world: FixtureWorld, clockAt: () => AnswerClock) {
  return {
    ...fixtureIncentives(clockAt),
    ...fixtureReportCards(clockAt),
    ...fixtureDuties(),
    ...fixtureContracts(
      clockAt,
      world.subjects.map(({ line }) => ({ ...line, published: 0 })),
    ),
    ...fixtureDraws(clockAt),
    ...fixtureVisits(clockAt),
    ...fixturePledges(clockAt),
    ...fixtureConsult(clockAt),
  };
}

const found = <View>(view: View) => Promise.resolve({ kind: 'found' as const, view });
const refusedLife = () => Promise.resolve({ kind: 'refused', problems: [] } as const);
const notFound = () => Promise.resolve({ kind: 'not-found' as const });

type Cards = Pick<PortalServices, 'listEditions' | 'viewEdition' | 'viewCard'>;

function fixtureCards(
  clockAt: () => AnswerClock,
  editions: readonly (typeof cityEdition)[],
): Cards {
  const editionOf = (code: string) => editions.find((each) => each.code === code);
  return {
    listEditions: () => Promise.resolve({ clock: clockAt(), editions }),
    viewEdition: (code) => {
      const edition = editionOf(code);
      if (edition === undefined) return notFound();
      return found({ clock: clockAt(), edition, cards: cityCards.map(({ line }) => line) });
    },
    viewCard: (code, kind, id) => {
      const edition = editionOf(code);
      const card = cityCards.find(({ line }) => line.kind === kind && line.id === id);
      return edition === undefined || card === undefined
        ? notFound()
        : found(cardView(edition, card));
    },
  };
}

function searchView(
  clock: AnswerClock,
  asked: {
    readonly query: string;
    readonly page: number;
    readonly results: readonly SubjectLine[];
  },
): SearchView {
  const { query, page, results } = asked;
  return {
    clock,
    query,
    total: results.length,
    more: false,
    page,
    pageSize: 20,
    results: page === 1 ? results : [],
    registerSize: 184_206,
    ...codeFaultsOf(query),
  };
}

function standsOn({ publicity }: RecordView, day: typeof today): boolean {
  return publicity.kind !== 'shown' || (publicity.begins <= day && day < publicity.ends);
}

function lineOf(found: FixtureSubject, records: readonly RecordView[]): SubjectLine {
  const shown = records.flatMap(({ publicity }) => (publicity.kind === 'shown' ? [publicity] : []));
  const [first] = shown;
  if (first === undefined) return { ...found.line, published: 0 };
  const begins = shown.map((each) => each.begins).sort();
  const lastEnd = shown.map((each) => each.ends).reduce(later);
  return { ...found.line, published: shown.length, firstBegin: begins[0] ?? first.begins, lastEnd };
}

function matches(line: FixtureSubject['line'], query: string): boolean {
  const name = line.name?.toLowerCase() ?? '';
  const needle = query.toLowerCase();
  return name.includes(needle) || line.identifiers.some(({ value }) => value === query);
}

function codeFaultsOf(query: string) {
  if (query !== '91999999MA3K7T2X0Q') return {};
  const fault = { scheme: 'uscc', fault: 'outer-check', position: 18, expected: 'J', found: 'Q' };
  return { codeFaults: [fault] };
}

const questionWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'shown-until': ['公示到哪一天？最长公示 1 年，从决定日起算。', 'Until which day is it public?'],
  'valid-until': ['有效到哪一天？', 'Until which day is it valid?'],
  'counted-from': ['从哪天起算？决定书的日期', 'Counted from which day? The date of the decision'],
  'longest-term': ['最长公示多久？', 'How long at most?'],
  'severity-class': ['严重程度是哪一级？', 'How serious is it?'],
  'field-is': ['是否适用简易程序？', 'Was the procedure summary?'],
  'field-any': ['是否吊销许可、停产停业？', 'Does it revoke a licence or close a plant?'],
  'field-only': ['是不是只有警告？', 'Is it only a warning?'],
  served: ['决定送达了吗？', 'Was the decision served?'],
};

const answerWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  P12M: ['1 年', '1 year'],
  general: ['一般', 'General'],
  no: ['没有', 'no'],
  yes: ['是', 'yes'],
  no_end: ['没有截止日期', 'no end date'],
};

function explainPlainly(step: RecordView['why'], language: 'zh' | 'en') {
  const index = language === 'zh' ? 0 : 1;
  const { value } = step.answer;
  return {
    question: questionWords[step.question]?.[index] ?? step.question,
    answer: answerWords[value]?.[index] ?? value,
  };
}
