import type {
  AgencyView,
  AnswerClock,
  CopyAnswer,
  CopyQuery,
  ListEntry,
  ListLine,
  ReadingCasework,
  RuleChange,
} from '@credence/casework';
import { civilDate, suppressSmallCells, type CivilDate } from '@credence/domain';

import { basisOf } from './fixture-records.test-support.ts';
import { timepoint } from './fixture-rulebook.test-support.ts';

/** Answers about lists, agencies and figures of the fixture city. */
export function fixtureReading(
  clockAt: (day?: CivilDate) => AnswerClock,
  entries: readonly ListEntry[],
): ReadingCasework {
  const lists = [penalties(entries), courtList];
  return {
    listLists: (asOf) => Promise.resolve({ clock: clockAt(asOf?.day), lists }),
    viewList: (id, query) => {
      const list = lists.find((each) => each.id === id);
      if (list === undefined) return Promise.resolve({ kind: 'not-found' });
      const shown = list.kind === 'item' && query.agency !== 'water_office' ? entries : [];
      const view = {
        clock: clockAt(query.day),
        list,
        order: query.order,
        total: shown.length,
        page: query.page,
        pageSize: 50,
        entries: query.page === 1 ? shown : [],
        ...(list.kind === 'item' ? {} : { listed: [] }),
        regions: ['999999'],
      };
      return Promise.resolve({ kind: 'found', view });
    },
    listAgencies: () => Promise.resolve({ clock: clockAt(), agencies: [agency] }),
    viewAgency: (code) => {
      if (code === agency.code) {
        return Promise.resolve({ kind: 'found', view: agencyView(clockAt()) });
      }
      if (code === 'quiet_office') {
        return Promise.resolve({ kind: 'found', view: quietAgencyView(clockAt()) });
      }
      return Promise.resolve({ kind: 'not-found' });
    },
    viewStatistics: () => Promise.resolve(statistics(clockAt())),
    viewRuleChanges: () => Promise.resolve({ clock: clockAt(), changes: [change, firstChange] }),
    checkCopies: (queries) =>
      Promise.resolve(queries.map((query) => copyAnswer(query, clockAt(), entries))),
    replaySubject: () => Promise.resolve({ kind: 'not-found' }),
  };
}

const rule = { smallest: 10, nought: 'withheld' } as const;

const agency = {
  code: 'market_office',
  name: { zh: '望澜市市场监督管理局', en: 'Wanglan Market Regulation Bureau' },
  supplies: [
    { item: 'administrative_penalty', title: { zh: '行政处罚信息', en: 'Administrative penalty' } },
  ],
};

function penalties(entries: readonly ListEntry[]): ListLine {
  const subjects = new Set(entries.map(({ subject }) => subject.id)).size;
  return {
    kind: 'item',
    id: 'administrative_penalty',
    title: { zh: '行政处罚信息', en: 'Administrative penalty' },
    effect: 'adverse',
    keepers: [{ code: agency.code, name: agency.name }],
    basis: [basisOf('publication')],
    confidence: 'secondary',
    exits: [{ kind: 'repair' }, { kind: 'correction' }, { kind: 'review' }, { kind: 'court' }],
    standing: { records: entries.length, subjects },
  };
}

const courtList: ListLine = {
  kind: 'list',
  id: 'court.judgment-defaulters',
  title: { zh: '失信被执行人名单', en: 'Judgment defaulters' },
  effect: 'adverse',
  keepers: [],
  issuer: { competence: 'enforcement', level: 'court' },
  basis: [basisOf('publication')],
  confidence: 'unverified',
  exits: [
    { kind: 'time', after: { unit: 'months', count: 24 } },
    { kind: 'repair', earliest: { unit: 'months', count: 3 } },
    {
      kind: 'duty',
      duty: { zh: '履行生效判决', en: 'the judgment is performed' },
      confirmEvery: { unit: 'months', count: 6 },
    },
    { kind: 'annulment' },
    { kind: 'put-right' },
    { kind: 'validity' },
    { kind: 'standing' },
  ],
  standing: { records: 0, subjects: 0 },
};

const months = Array.from(
  { length: 12 },
  (_, index) =>
    `${String(index === 0 ? 2025 : 2026)}-${String(index === 0 ? 12 : index).padStart(2, '0')}`,
);

function copyAnswer(
  { fingerprint }: CopyQuery,
  clock: AnswerClock,
  [entry]: readonly ListEntry[],
): CopyAnswer {
  if (fingerprint === 'a'.repeat(64)) return { kind: 'current', clock };
  if (fingerprint !== 'b'.repeat(64) || entry === undefined) {
    return { kind: 'not-published', clock };
  }
  return {
    ...{ kind: 'changed', clock, fingerprint: 'a'.repeat(64) },
    organisation: entry.subject.id,
    record: entry.record.id,
  };
}

function agencyView(clock: AnswerClock) {
  const counts = months.map((_, index) => (index % 3 === 0 ? 4 : 20 + index));
  const [item] = agency.supplies;
  const bare = {
    item: item?.item ?? '',
    title: item?.title ?? {},
    known: 214,
    late: 21,
    notKnown: null,
  };
  const line = {
    ...bare,
    withinWorkingDays: 7,
    basis: [basisOf('publication')],
    lateTenths: 98,
    medianDays: 0,
    ninetiethDays: 3,
  };
  return {
    clock,
    agency,
    from: civilDate('2025-12-01'),
    months,
    supplied: suppressSmallCells([counts], rule),
    backlog: 120,
    lateness: [
      line,
      { ...bare, item: 'court.judgment-defaulters', basis: [], known: null, late: null },
    ],
    openMatters: 12,
    lastBatchOn: civilDate('2026-11-20'),
  };
}

/** An agency of whom every figure is withheld. */
function quietAgencyView(clock: AnswerClock): AgencyView {
  const { lateness, ...view } = agencyView(clock);
  const withheld = { known: null, late: null, notKnown: null };
  return {
    ...{ ...view, agency: { ...agency, code: 'quiet_office' } },
    supplied: suppressSmallCells([months.map(() => 0)], rule),
    backlog: null,
    lateness: lateness.map(({ item, title, basis }) => ({
      ...{ item, title, basis, ...withheld },
      ...(item === agency.supplies[0]?.item ? { withinWorkingDays: 20 } : {}),
    })),
    openMatters: null,
  };
}

function statistics(clock: AnswerClock) {
  const columns = [
    { code: 'administrative_penalty', title: { zh: '行政处罚信息', en: 'Administrative penalty' } },
    { code: 'administrative_licence', title: { zh: '行政许可信息', en: 'Administrative licence' } },
  ];
  return {
    clock,
    tables: [
      {
        by: 'severity' as const,
        rows: [
          { code: 'minor', title: { zh: '轻微', en: 'Minor' } },
          { code: 'general', title: { zh: '一般', en: 'General' } },
        ],
        columns,
        counts: suppressSmallCells(
          [
            [3, 0],
            [140, 95],
          ],
          rule,
        ),
      },
      {
        by: 'month' as const,
        rows: months.map((code) => ({ code })),
        columns,
        counts: suppressSmallCells(
          months.map((_, index) => [10 + index, 30]),
          rule,
        ),
      },
    ],
    listings: [
      {
        by: 'agency' as const,
        rows: [{ code: agency.code, title: agency.name }],
        columns: [{ code: courtList.id, title: courtList.title }],
        counts: suppressSmallCells([[12]], rule),
      },
    ],
    repairFrom: civilDate('2024-01-01'),
    unanswered: 14,
    repair: [
      {
        item: 'administrative_penalty',
        itemTitle: { zh: '行政处罚信息', en: 'Administrative penalty' },
        severity: 'general',
        severityTitle: { zh: '一般', en: 'General' },
        corrected: 40,
        notCorrected: null,
        quartiles: [3, 9, 30] as const,
      },
    ],
  };
}

const cardLine = {
  kind: 'value' as const,
  id: 'publicity.general',
  title: { zh: '一般失信信息的公示期', en: 'Publicity of general records' },
};

const change: RuleChange = {
  edition: {
    code: 'cn-2026',
    title: { zh: '全国公共信用信息规则（2026年版）', en: 'National rules (2026)' },
    hash: 'f'.repeat(64),
    inForceFrom: civilDate('2026-04-01'),
    inForceUntil: 'none',
  },
  promulgatedAt: timepoint,
  approvals: [
    { role: 'legal_officer', on: civilDate('2026-03-20') },
    { role: 'head_of_authority', on: civilDate('2026-03-25') },
  ],
  since: 'cn-2023',
  added: [cardLine],
  withdrawn: [],
  changed: [
    {
      card: cardLine,
      fields: [
        { path: 'values.1.max', old: 'P36M', new: 'P12M' },
        { path: 'values.1.basis', new: [{ source: 'ndrc-order-36-2025', at: 'chapter-2' }] },
      ],
    },
  ],
};

const firstChange: RuleChange = {
  edition: {
    ...change.edition,
    code: 'cn-2023',
    inForceFrom: civilDate('2023-05-01'),
    inForceUntil: civilDate('2026-04-01'),
  },
  promulgatedAt: timepoint,
  approvals: change.approvals,
  added: [],
  withdrawn: [],
  changed: [],
};
