import type { WorldWhole } from './world-kinds.ts';

/** Of a society, what says who is linked to whom. */
interface Linked {
  readonly agents: number;
  readonly parameters: { readonly near: number };
}

/** Neighbours on either side among whom near links lie. */
const REACH = 8;

/** Multipliers of a number's bits, one for each link, odd so that they mix. */
const STEPS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0xd3a2646d];

/**
 * The n-th subject linked to another: family, neighbours, co-owners, representatives. Computed, never
 * stored: a share `near` of the links goes to those next in number, who are alike in region and
 * sector (homophily); the others to anyone. From a firm in a town they may lead to a person.
 */
export function linkOf({ agents, parameters }: Linked, agent: number, n: number): number {
  let word = Math.imul(agent + 1, STEPS[n % STEPS.length] ?? 1);
  word = Math.imul(word ^ (word >>> 16), 0x7feb352d);
  word = (word ^ (word >>> 15)) >>> 0;
  const isNear = (word & 0xffff) / 0x10000 < parameters.near;
  const rest = word >>> 16;
  if (isNear) {
    const step = 1 + (rest % REACH);
    return (agent + (n % 2 === 0 ? step : agents - step)) % agents;
  }
  const other = (Math.imul(word, 0x846ca68b) >>> 0) % agents;
  return other === agent ? (agent + 1) % agents : other;
}

/** Somebody of the same kind who bears the same name or the next code: anyone, by a draw. */
export function namesakeOf(
  { agents, fields }: Pick<WorldWhole, 'agents' | 'fields'>,
  agent: number,
  ratio: number,
): number {
  const organisations = fields.layout[0] ?? 0;
  const isOrganisation = agent < organisations;
  const first = isOrganisation ? 0 : organisations;
  const count = isOrganisation ? organisations : agents - organisations;
  const other = first + Math.floor(ratio * count);
  return other === agent ? first + ((other - first + 1) % count) : other;
}
