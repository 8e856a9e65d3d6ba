import { overlaps } from '@credence/domain';

import type { CardOf } from '../card/card-kinds.ts';
import type { Draft } from '../check/draft.ts';
import { worldOfDraft } from '../check/world-of-draft.ts';
import { canHold } from '../language/can-hold.ts';
import { checkExpression } from '../language/check-expression.ts';
import type { World } from '../language/world.ts';
import { itemWorld } from '../world/item-world.ts';
import type { Action } from './actions.ts';

/** Tells whether one record can start all of several actions at once. */
export type Overlap = (actions: readonly Action[]) => boolean;

/**
 * Overlap is computed from what the triggers declare: the same item, a common subject and domain, days
 * in force that meet, and conditions that some record meets together. A class demanded is the least, so
 * it keeps no two rules apart, nor does the class of breach, which no record states.
 */
export function overlapOf(draft: Draft): Overlap {
  const worlds = new Map<string, World | undefined>();
  const worldFor = (item: string): World | undefined => {
    if (!worlds.has(item)) worlds.set(item, readWorld(draft, item));
    return worlds.get(item);
  };
  return (actions) => {
    const [first, ...others] = actions;
    if (first === undefined) return false;
    const item = itemOf(first);
    if (item === undefined || others.some((other) => itemOf(other) !== item)) return false;
    if (!actions.every((one, at) => actions.slice(at + 1).every((two) => fit(one, two)))) {
      return false;
    }
    const world = worldFor(item);
    return world === undefined || canMeet(actions.flatMap(conditionsOf), world);
  };
}

function itemOf({ trigger }: Action): string | undefined {
  return trigger.item;
}

function fit(one: Action, two: Action): boolean {
  const [a, b] = [one.trigger, two.trigger];
  return (
    meet(subjectsOf(one), subjectsOf(two)) &&
    meet(a.domains, b.domains) &&
    overlaps(one.card.inForce, two.card.inForce)
  );
}

function subjectsOf({ subjects, trigger }: Action): readonly string[] {
  const out = ('whereNot' in trigger ? trigger.whereNot : undefined) ?? [];
  return subjects.filter((subject) => !out.includes(subject));
}

function meet(one: readonly string[], two: readonly string[]): boolean {
  return one.some((word) => two.includes(word));
}

/** What a trigger asks of a record, as expressions. */
function conditionsOf({ trigger }: Action): readonly string[] {
  const when = 'when' in trigger ? trigger.when : undefined;
  const kinds = 'kinds' in trigger ? trigger.kinds.any : undefined;
  return [
    ...(when === undefined ? [] : [when]),
    ...(kinds === undefined ? [] : [`r.kinds.exists(k, k in [${kinds.join(', ')}])`]),
  ];
}

/** A condition that is no sound expression is reported elsewhere and excludes nothing. */
function canMeet(conditions: readonly string[], world: World): boolean {
  const sound = conditions.filter((text) => isSound(text, world));
  if (sound.length === 0) return true;
  const text = sound.map((condition) => `(${condition})`).join(' && ');
  const outcome = checkExpression(text, { world, expected: { kind: 'bool' } });
  return outcome.kind === 'refused' || canHold(outcome.expression, world) !== 'no';
}

function isSound(text: string, world: World): boolean {
  return checkExpression(text, { world, expected: { kind: 'bool' } }).kind === 'checked';
}

function readWorld({ edition, cards }: Draft, name: string): World | undefined {
  const item: CardOf<'item'> | undefined = cards.item.get(name);
  const schema = item === undefined ? undefined : cards.schema.get(item.fields);
  if (item === undefined || schema === undefined) return undefined;
  const { currency } = edition;
  const { values } = worldOfDraft({ edition, cards });
  return { ...itemWorld(name, schema, { currency }), values };
}
