import { civilDate, type JsonValue } from '@credence/domain';
import {
  editionToJson,
  formatFinding,
  openEdition,
  sealDocument,
  type Edition,
} from '@credence/rulebook';

import type { Casework } from '../casework.ts';
import { createCasework } from '../create-casework.ts';
import { FakeStore } from '../fake-ports.test-support.ts';
import { townLaw } from '../law.test-support.ts';
import {
  fileOf,
  official,
  penaltyHeader,
  penaltyRow,
  portsOf,
  registrationHeader,
  registrationRow,
} from '../town.test-support.ts';

const cited = [{ source: 'town-act', at: 'art-1' }];
const text = { zh: '示例', en: 'Example' };

function condition(name: string, when: string): { readonly [key: string]: JsonValue } {
  return { condition: name, title: text, when, basis: cited, confidence: 'verified' };
}

/** The newer law of the town with a green lane: six years old, and no penalty of three years. */
export function laneLaw(noPenalty: string = onDisplay): Edition {
  const { document } = townLaw().newer;
  const { cards } = document;
  const lane = {
    incentive: 'town.lane',
    title: { zh: '绿色通道', en: 'Green lane' },
    basis: cited,
    'in-force': { from: '2023-05-01', until: 'none' },
    'review-by': '2035-12-31',
    confidence: 'verified',
    subjects: ['organisation'],
    for: 'three_years',
    category: 'administrative_decision',
    gives: text,
    touches: ['procedure'],
    'for-others': 'unchanged',
    takes: [],
    terms: {
      provider: { body: 'town_office', level: 'county' },
      place: text,
      everyone: { says: text, by: { source: 'town-act', at: 'art-1' } },
      granted: 'without_application',
      'ended-records': 'excluded',
      eligibility: [
        condition('six_years', 'has(org.established) && !within(org.established, P72M)'),
        condition('no_penalty', noPenalty),
      ],
      ends: ['condition_lost', 'rule_ended'],
      refused: { reason: 'each_condition', correction: 'dispute' },
      uptake: 'public',
    },
  };
  const sealed = sealDocument({
    ...document,
    cards: {
      ...cards,
      item: { ...cards.item, penalty: { ...cards.item['penalty'], collection: 'penalties' } },
      incentive: { 'town.lane': lane },
    },
  });
  const opened = openEdition(sealed);
  if (opened.kind === 'loaded') return opened.edition;
  throw new Error(opened.findings.map(formatFinding).join('\n'));
}

/** What a lawful card asks: penalties in effect alone. */
const onDisplay =
  '!penalties.exists(r, activeAt(r) && within(r.decided, P36M) && !r.repaired && !r.quashed)';

const approvals = [
  { official: '王一', role: 'drafter', on: civilDate('2026-03-01') },
  { official: '李二', role: 'head', on: civilDate('2026-03-02') },
];

/** A town with registered firms, the first of which have a penalty each. */
export async function createLaneTown(
  firms: number,
  fined: number,
): Promise<{
  readonly store: FakeStore;
  readonly casework: Casework;
  at(day: string): Casework;
  /** Registers more firms, by their numbers. */
  register(first: number, last: number): Promise<void>;
}> {
  const store = new FakeStore();
  const at = (on: string) => createCasework({ ...portsOf(store), today: civilDate(on) });
  const casework = at('2026-05-04');
  store.project = (entries) => casework.project(entries);
  for (const edition of [townLaw().older, laneLaw()]) {
    const outcome = await casework.promulgate(editionToJson(edition), approvals);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  }
  const command = { source: 'town_office', actor: official };
  const take = async (item: string, file: ReturnType<typeof fileOf>): Promise<void> => {
    const outcome = await casework.importFile({ ...command, item, file });
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  };
  const register = (first: number, last: number): Promise<void> =>
    take('registration', fileOf(registrationHeader, numbers(first, last).map(rowOf)));
  await register(1, firms);
  const penalties = numbers(1, fined).map((number) => penaltyRow(number));
  if (fined > 0) await take('penalty', fileOf(penaltyHeader, penalties));
  return { store, casework, at, register };
}

function numbers(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function rowOf(number: number): readonly string[] {
  return registrationRow(number);
}
