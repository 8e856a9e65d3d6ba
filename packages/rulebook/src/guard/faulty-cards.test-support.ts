import { ordinaryCard, type CardData } from './corpus.test-support.ts';

/** A card that breaks one guard at one field, by what it says otherwise than the ordinary card. */
export interface Faulty {
  readonly guard: string;
  readonly name: string;
  readonly like: string;
  readonly says: CardData;
  readonly field: string;
}

export const folders: Readonly<Record<string, string>> = {
  list: 'lists',
  item: 'items',
  measure: 'measures',
  'own-measure': 'measures',
  'risk-class': 'risk-classes',
  evaluation: 'evaluations',
  scale: 'scales',
  points: 'points',
  sharing: 'sharings',
  pledge: 'pledges',
  repair: 'repairs',
  'inspection-plan': 'inspection-plans',
  query: 'queries',
  statistic: 'statistics',
  operation: 'operations',
  target: 'targets',
};

/** Ids that the base knows, where a guard asks whether something else names them. */
const ids: Readonly<Record<string, string>> = {
  item: 'administrative_penalty',
  measure: 'food_permit_bar',
  'own-measure': 'grant_exclusion',
};

export function laid(like: string, says: CardData): ReadonlyMap<string, CardData> {
  const path = `national/${folders[like] ?? ''}/${ids[like] ?? 'national.tried'}.yaml`;
  return new Map([[path, ordinaryCard(path, like, says)]]);
}

/** Rows of one guard and kind: name, what the card says, field. */
export function rows(
  guard: string,
  like: string,
  ...each: readonly (readonly [string, CardData, string])[]
) {
  return each.map(([name, says, field]): Faulty => ({ guard, like, name, says, field }));
}

export const article = { source: 'republic-act', at: 'art-1' };
export const indicator = {
  indicator: 'recent',
  title: { zh: '近两年', en: 'Recent' },
  value: 'cap(penalties.size() * 40, 120)',
  counts: true,
  published: 'public',
  basis: [article],
  confidence: 'verified',
};
export const annulled = { by: ['annulment', 'source_ended', 'court_stay'] };
export const repaired = { by: 'repair', earliest: 'P1Y', clock: 'repair' };
export const status = {
  by: 'status',
  duty: { zh: '未履行', en: 'An open duty' },
  basis: [article],
  confidence: 'verified',
  'exit-within': { 'working-days': 5 },
  'confirm-every': 'P6M',
  'decide-again-after': 'P3Y',
};
export const contents = ['facts', 'evidence', 'article', 'measures', 'term', 'remedies'];
const service = ['registered_letter'];
export const notice = { 'working-days': 5, contents, service };
/** Takes the place of an object of the ordinary card instead of being joined to it. */
export const alone = (key: string, value: CardData): CardData => ({
  procedure: { [key]: { 'working-days': null, contents: null, service: null, ...value } },
});
export const earlier = {
  document: 'court_notice',
  'names-consequence': true,
  'working-days': 5,
  basis: [article],
};
