import { civilDate, type JsonValue } from '@credence/domain';
import {
  editionToJson,
  formatFinding,
  openEdition,
  sealDocument,
  type Edition,
} from '@credence/rulebook';

import { createCasework } from '../create-casework.ts';
import { FakeStore } from '../fake-ports.test-support.ts';
import { townLaw } from '../law.test-support.ts';
import { official, portsOf, type Town } from '../town.test-support.ts';

/** What a variant of the town's law says about the risk class. */
export interface ClassLaw {
  readonly code?: string;
  /** Points of each general penalty. */
  readonly weight?: number;
  /** The whole expression, in place of the one with the weight. */
  readonly value?: string;
}

const cited = [{ source: 'town-act', at: 'art-1' }];
const head = {
  basis: cited,
  'in-force': { from: '2023-05-01', until: 'none' },
  'review-by': '2035-12-31',
  confidence: 'verified',
};

/** The newer law of the town with a risk class for inspections: ten points a penalty, unless said. */
export function classLaw({ code = 'town-2026', weight = 10, value }: ClassLaw = {}): Edition {
  const { document } = townLaw().newer;
  const { cards } = document;
  const penalty = { ...cards.item['penalty'], collection: 'penalties' };
  const own =
    'penalties.filter(r, activeAt(r) && !r.repaired && !r.quashed && has(r.severity) && r.severity == general).size()';
  const sealed = sealDocument({
    ...document,
    edition: { ...document.edition, edition: code },
    cards: {
      ...cards,
      item: { ...cards.item, penalty },
      'risk-class': {
        'town.inspection': riskClass(value ?? `cap(${own} * ${String(weight)}, 100)`),
      },
    },
  });
  const opened = openEdition(sealed);
  if (opened.kind === 'loaded') return opened.edition;
  throw new Error(opened.findings.map(formatFinding).join('\n'));
}

function riskClass(value: string): { readonly [key: string]: JsonValue } {
  return {
    'risk-class': 'town.inspection',
    title: { zh: '抽查用风险分类', en: 'Risk class for inspections' },
    ...head,
    subjects: ['organisation'],
    use: ['inspection_planning'],
    'shown-to': ['subject', 'authority'],
    by: 'town_office',
    model: 'published_rules',
    'ended-records': 'excluded',
    indicators: [
      {
        indicator: 'general_penalties',
        title: { zh: '公示期内的一般处罚', en: 'General penalties on display' },
        value,
        counts: true,
        published: 'public',
        basis: cited,
        confidence: 'verified',
      },
    ],
    classes: [
      { class: 'a', title: { zh: 'A类', en: 'class A' } },
      { class: 'b', title: { zh: 'B类', en: 'class B' } },
      { class: 'c', title: { zh: 'C类', en: 'class C' } },
    ],
    bands: {
      hit: 'first',
      rows: [
        { when: 'total >= 40', then: 'c' },
        { when: 'total >= 10', then: 'b' },
        { when: 'otherwise', then: 'a' },
      ],
    },
    'leads-to': [],
    cases: [
      {
        says: { zh: '没有处罚为A类。', en: 'Without a penalty class A.' },
        given: { records: {} },
        expect: { '2026-06-01': { total: 0, result: 'a' } },
      },
    ],
  };
}

const approvals = [
  { official: '王一', role: 'drafter', on: civilDate('2026-03-01') },
  { official: '李二', role: 'head', on: civilDate('2026-03-02') },
];

/** The town under the law with the risk class. */
export async function createClassTown(day = '2026-05-04'): Promise<Town> {
  const store = new FakeStore();
  const at = (on: string) => createCasework({ ...portsOf(store), today: civilDate(on) });
  const casework = at(day);
  store.project = (entries) => casework.project(entries);
  for (const edition of [townLaw().older, classLaw()]) {
    const outcome = await casework.promulgate(editionToJson(edition), approvals);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  }
  return {
    store,
    casework,
    at,
    import: (file, rest = {}) =>
      casework.importFile({
        file,
        item: 'penalty',
        source: 'town_office',
        actor: official,
        ...rest,
      }),
  };
}
