import { addDays } from '@credence/domain';

import type { ListCard } from '../card/list-card.ts';
import type { Edition } from '../edition/edition.ts';
import { checkExpression } from '../language/check-expression.ts';
import { write } from '../language/write.ts';
import { itemWorld } from '../world/item-world.ts';
import { runListCases } from './card-cases.ts';
import { judgeMutants, type Mutated } from './judge-mutants.ts';
import { nudge } from './mutate-dated.ts';
import { mutateNode } from './mutate-expression.ts';
import { rebuild } from './rebuild.ts';
import type { MutationReport, Waiver } from './run-mutants.ts';

type Trigger = ListCard['trigger'];
type End = ListCard['ends'][number];

/** Makes every small mistake in what leads to an entry and how it ends; looks whether a case notices. */
export function runListMutants(
  edition: Edition,
  list: ListCard,
  waivers: readonly Waiver[] = [],
): MutationReport {
  const mutants = [...mutateTrigger(edition, list), ...mutateEnds(list)];
  return judgeMutants(mutants, (card) => runListCases(edition, card), waivers);
}

function mutateTrigger(edition: Edition, list: ListCard): readonly Mutated<ListCard>[] {
  const { trigger, subjects } = list;
  const said = (name: string, changed: Partial<Trigger>): Mutated<ListCard> => ({
    name: `trigger: ${name}`,
    card: { ...list, trigger: { ...trigger, ...changed } },
  });
  const { kinds, domains, conduct, floor } = trigger;
  return [
    // Where a file does not state the field of a record, nothing reads what a list says of it.
    ...(statesDomain(edition, trigger) ? lackingOne(domains) : []).map(({ without, rest }) =>
      said(`no ${without}`, { domains: rest }),
    ),
    ...(kinds === undefined
      ? []
      : [
          ...lackingOne(kinds.any).map(({ without, rest }) =>
            said(`no ${without}`, { kinds: { any: rest } }),
          ),
          { name: 'trigger: any kind', card: { ...list, trigger: withoutKinds(trigger) } },
        ]),
    ...[-1, 1].map((days) =>
      said(`conduct ${days > 0 ? 'a day later' : 'a day sooner'}`, {
        conduct: { from: addDays(conduct.from, days) },
      }),
    ),
    ...gravities(edition, trigger).map((gravity) => said(`gravity ${gravity}`, { gravity })),
    ...conditions(edition, list).map(({ what, when }) => said(what, { when })),
    ...(typeof floor === 'object' && 'by' in floor && floor.times !== undefined
      ? [floor.times - 1, floor.times + 1].map((times) =>
          said(`${times} times`, { floor: { ...floor, times } }),
        )
      : []),
    ...(trigger.sanction === 'heavier_penalty' ? [said('any sanction', { sanction: 'any' })] : []),
    {
      name: 'subjects: sole traders too',
      card: { ...list, subjects: [...subjects, 'sole_trader'] },
    },
    { name: 'subjects: others', card: { ...list, subjects: ['licensed_premises'] } },
  ];
}

function statesDomain(edition: Edition, { item }: Trigger): boolean {
  const schema = edition.schemas.get(edition.items.get(item)?.fields ?? '');
  return schema?.columns.some(({ field }) => field === 'domain') === true;
}

function withoutKinds(trigger: Trigger): Trigger {
  const rest = { ...trigger };
  delete rest.kinds;
  return rest;
}

function lackingOne(words: readonly string[]) {
  return words.map((without, place) => {
    const rest = words.toSpliced(place, 1);
    return { without, rest: rest.length === 0 ? ['none_of_these'] : rest };
  });
}

/** The classes beside the one demanded. */
function gravities({ severities }: Edition, { gravity }: Trigger): readonly string[] {
  const place = severities.findIndex(({ code }) => code === gravity);
  if (gravity === undefined || place < 0) return [];
  return [severities[place - 1], severities[place + 1]].flatMap((each) => each?.code ?? []);
}

function conditions(
  edition: Edition,
  { trigger }: ListCard,
): readonly { readonly what: string; readonly when: string }[] {
  const item = edition.items.get(trigger.item);
  const schema = edition.schemas.get(item?.fields ?? '');
  if (trigger.when === undefined || item === undefined || schema === undefined) return [];
  const world = itemWorld(item.item, schema, edition);
  const checked = checkExpression(trigger.when, { world, expected: { kind: 'bool' } });
  if (checked.kind === 'refused') return [];
  const notes: string[] = [];
  const changed = rebuild(checked.expression, (node) => {
    const mutants = mutateNode(world, node);
    for (const mutant of mutants)
      notes.push(`${write(node, world)} becomes ${write(mutant, world)}`);
    return mutants;
  });
  return changed.map((each, place) => ({ what: notes[place] ?? '', when: write(each, world) }));
}

function mutateEnds(list: ListCard): readonly Mutated<ListCard>[] {
  const { effect, ends } = list;
  const changed = (name: string, place: number, end: End): Mutated<ListCard> => ({
    name: `ends ${place + 1}: ${name}`,
    card: { ...list, ends: ends.with(place, end) },
  });
  const begins = effect.begins === 'on_service' ? 'on_decision' : 'on_service';
  return [
    { name: `begins ${begins}`, card: { ...list, effect: { ...effect, begins } } },
    ...ends.flatMap((end, place): readonly Mutated<ListCard>[] => {
      switch (end.by) {
        case 'time':
          return typeof end.after === 'string'
            ? []
            : nudge(end.after).map(({ what, span }) =>
                changed(`after ${what}`, place, { ...end, after: span }),
              );
        case 'repair':
          return nudge(end.earliest).map(({ what, span }) =>
            changed(`earliest ${what}`, place, { ...end, earliest: span }),
          );
        case 'status':
          return [
            ...[1, -1].map((days) =>
              changed(`exit ${days > 0 ? 'later' : 'sooner'}`, place, {
                ...end,
                exitWithin: { workingDays: end.exitWithin.workingDays + days },
              }),
            ),
            ...nudge(end.confirmEvery).map(({ what, span }) =>
              changed(`confirmed ${what}`, place, { ...end, confirmEvery: span }),
            ),
            ...nudge(end.decideAgainAfter).map(({ what, span }) =>
              changed(`decided again ${what}`, place, { ...end, decideAgainAfter: span }),
            ),
          ];
        default:
          return [];
      }
    }),
  ];
}
