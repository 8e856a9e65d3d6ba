import { problem, type CivilDate, type Localised } from '@credence/domain';

import { headOf } from '../access/find-home.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { readClosedMany } from '../access/read-closed.ts';
import { editionLine, startAnswer } from '../view/answer-clock.ts';
import { compareRegister, pairPrograms, type Compared, type ProgramPair } from './compare-laws.ts';
import type { Mover, MoversOutcome, MoversQuery } from './impact.ts';
import { openLaws, type Laws } from './open-laws.ts';
import type { ImpactParts } from './run-impact.ts';

/**
 * Who would move, by name. For the legal officer of the draft alone: the organisations of a page are
 * looked at for a purpose, within the budget of reads, all of them in one step or none, and each can
 * see that it was.
 */
export async function listMovers(
  parts: ImpactParts,
  principal: KnownPrincipal,
  query: MoversQuery,
): Promise<MoversOutcome> {
  const purpose = query.purpose ?? 'rule-change';
  const decision = parts.access.decide(principal, 'impact.movers', { kind: 'edition' }, purpose);
  if (decision.kind === 'refused') return { ...decision, findings: [] };
  const { after } = query;
  if (after !== undefined && !uuid.test(after)) {
    const params = { parameter: 'after', value: after, accepted: 'UUID' };
    return { kind: 'refused', problem: problem('parameter-invalid', params), findings: [] };
  }
  const { clock, rulebook } = await startAnswer(parts);
  const asOf = query.asOf ?? clock.today;
  const laws = await openLaws({ journal: parts.journal, rulebook }, query, asOf);
  if ('kind' in laws) return laws;
  const { pairs } = pairPrograms(laws);
  const pair = pairs.find(({ draft: { id } }) => id === query.program);
  if (pair === undefined) {
    const accepted = pairs.map(({ draft: { id } }) => id).join(', ') || '—';
    const refused = problem('value-not-in-list', { value: query.program, accepted });
    return { kind: 'refused', problem: refused, findings: [] };
  }
  const upTo = await parts.journal.positionAt(clock.timepoint);
  const found = await findMovers(parts, { ...laws, pair, asOf, upTo, after });
  const page = found.slice(0, moversPerPage);
  const read = await readClosedMany(parts, principal, {
    homes: page.map(({ home }) => home),
    purpose,
    fields: ['impact', pair.name, `draft ${laws.draft.hash}`],
  });
  if (read.kind === 'refused') return { ...read, findings: [] };
  const movers = page.flatMap(({ home, outcome }): readonly Mover[] => {
    const subject = headOf(home, read.homes.get(home) ?? []);
    const { from, to, cause = 'bands' } = outcome;
    return subject === undefined ? [] : [{ subject, from, to, cause }];
  });
  const next = found.length > page.length ? page.at(-1)?.home : undefined;
  const { kind, id, card } = pair.draft;
  return {
    kind: 'found',
    view: {
      ...{ clock, asOf, movers },
      baseline: editionLine(laws.baseline),
      draft: editionLine(laws.draft),
      program: { kind, id, title: card.title },
      ...titlesOf(pair),
      ...(next === undefined ? {} : { next }),
    },
  };
}

/** As many as anyone may read in a day in the smallest register: a page is read whole or not at all. */
const moversPerPage = 5;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One more than a page holds, and no further into the register than that. */
async function findMovers(
  parts: ImpactParts,
  order: Laws & {
    readonly pair: ProgramPair;
    readonly asOf: CivilDate;
    readonly upTo: number;
    readonly after: string | undefined;
  },
): Promise<readonly Compared[]> {
  const { pair, after, ...rest } = order;
  const begin = after === undefined ? {} : { after };
  const found: Compared[] = [];
  for await (const slices of compareRegister(parts.bulk, { ...rest, ...begin, pairs: [pair] })) {
    const compared = slices.flatMap((slice) => slice.compared);
    found.push(...compared.filter(({ outcome }) => outcome.from !== outcome.to));
    if (found.length > moversPerPage) break;
  }
  return found;
}

function titlesOf({ baseline, draft }: ProgramPair): {
  readonly classes: Readonly<Record<string, Localised>>;
  readonly rules: Readonly<Record<string, Localised>>;
} {
  const sides = [baseline, draft];
  return {
    classes: Object.fromEntries(
      sides.flatMap(({ card }) => card.classes.map(({ class: code, title }) => [code, title])),
    ),
    rules: {
      ...Object.fromEntries(
        sides.flatMap(({ making }) => making.program.rules.map(({ name, title }) => [name, title])),
      ),
      bands: { zh: '分类界限', en: 'Limits of the classes' },
    },
  };
}
