import type { AgencyCode } from '../city/agencies.ts';
import type { Form, Organisation } from '../organisation/organisation.ts';
import { marketViolations } from './market.ts';
import { publicViolations } from './public.ts';
import { safetyViolations } from './safety.ts';
import type { Violation } from './violation.ts';

const violations: readonly Violation[] = [
  ...marketViolations,
  ...safetyViolations,
  ...publicViolations,
];

/** Agencies whose duties fall on employers and builders, not on a shop. */
const notForShops: ReadonlySet<AgencyCode> = new Set([
  'emergency_management',
  'human_resources',
  'housing_construction',
]);

const registeredByMarket: ReadonlySet<Form> = new Set([
  'enterprise',
  'branch',
  'sole_trader',
  'cooperative',
]);

type Weighted = readonly (readonly [Violation, number])[];

const known = new Map<string, Weighted>();

/** What an organisation of this form and line of business is penalised for, with weights. */
export function violationsOf({ form, sector }: Pick<Organisation, 'form' | 'sector'>): Weighted {
  const key = `${form}/${sector}`;
  const before = known.get(key);
  if (before) return before;
  const found = violations
    .filter((each) => concerns(each, form))
    .filter(({ sectors }) => sectors.length === 0 || sectors.includes(sector))
    .map((each) => [each, weightOf(each)] as const);
  known.set(key, found);
  return found;
}

function concerns({ agency, sectors }: Violation, form: Form): boolean {
  if (form === 'sole_trader') return !notForShops.has(agency);
  const general = sectors.length === 0;
  return registeredByMarket.has(form) || !general || agency === 'tax';
}

/** What can happen to anyone is rare beside what belongs to the business. */
function weightOf({ sectors, weight }: Violation): number {
  return sectors.length === 0 ? Math.ceil(weight / 4) : weight;
}
