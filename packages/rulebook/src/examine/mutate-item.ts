import { addDays, isBefore } from '@credence/domain';

import type { ItemCard } from '../card/item-card.ts';
import type { Edition } from '../edition/edition.ts';
import { partsOf } from '../language/parts-of.ts';
import type { Expression } from '../language/tree.ts';
import type { World } from '../language/world.ts';
import { write } from '../language/write.ts';
import { readItemConditions } from '../world/item-conditions.ts';
import { runItemCases } from './card-cases.ts';
import { mutateNode } from './mutate-expression.ts';
import { rebuild } from './rebuild.ts';
import type { MutationReport } from './run-mutants.ts';

/** An item with one small mistake in it. */
interface ItemMutant {
  /** Says what was changed; waivers name it so. */
  readonly name: string;
  readonly item: ItemCard;
}

type SeverityRow = NonNullable<ItemCard['severity']>['rows'][number];
type NeverPublic = NonNullable<ItemCard['neverPublic']>[number];

/** Every item that differs from this one in one small mistake of what decides its publicity. */
function mutateItem(edition: Edition, item: ItemCard): readonly ItemMutant[] {
  return [
    ...mutateSeverity(edition, item),
    ...mutateNeverPublic(edition, item),
    ...mutateTerms(item),
  ];
}

/**
 * Makes every small mistake in an item and looks whether a case beside it notices.
 *
 * @throws RangeError where a case fails without any mistake: such cases would notice everything
 */
export function runItemMutants(edition: Edition, item: ItemCard): MutationReport {
  const [failure] = runItemCases(edition, item);
  if (failure !== undefined) throw new RangeError(`${item.item}: ${failure.said}`);
  const excused = new Set((item.waivers ?? []).map(({ mutant }) => mutant));
  const mutants = mutateItem(edition, item);
  const alive = mutants.filter((mutant) => !isNoticed(edition, mutant.item));
  const waived = alive.filter(({ name }) => excused.has(name)).map(({ name }) => name);
  return {
    mutants: mutants.length,
    killed: mutants.length - alive.length,
    survived: alive.filter(({ name }) => !excused.has(name)).map(({ name }) => name),
    waived,
    needless: [...excused].filter((name) => !waived.includes(name)),
  };
}

function isNoticed(edition: Edition, item: ItemCard): boolean {
  // What is read from an edition is kept by its identity, so each mutant stands in one of its own.
  const mutated = { ...edition, items: new Map([...edition.items, [item.item, item]]) };
  try {
    return runItemCases(mutated, item).length > 0;
  } catch (error) {
    // A mistake that does not load is noticed, too.
    if (error instanceof RangeError) return true;
    throw error;
  }
}

function mutateSeverity(edition: Edition, item: ItemCard): readonly ItemMutant[] {
  const { severity } = item;
  if (severity === undefined) return [];
  const { rows } = severity;
  const withRows = (changed: readonly SeverityRow[]): ItemCard => ({
    ...item,
    severity: { ...severity, rows: changed },
  });
  const { world, whens } = conditionsOf(edition, item);
  return rows.flatMap((row, place): readonly ItemMutant[] => {
    const name = `severity ${place + 1}`;
    const others = edition.severities.filter(({ code }) => code !== row.then);
    return [
      ...mutateWhen(world, whens.get(row)).map(({ what, when }) => ({
        name: `${name}: ${what}`,
        item: withRows(rows.with(place, { ...row, when })),
      })),
      ...others.map(({ code }) => ({
        name: `${name}: ${row.then} becomes ${code}`,
        item: withRows(rows.with(place, { ...row, then: code })),
      })),
      // Without its last row a table would not decide every case.
      ...(place === rows.length - 1
        ? []
        : [{ name: `${name}: dropped`, item: withoutPlaces(withRows(rows.toSpliced(place, 1))) }]),
    ];
  });
}

/** Without a row those below it move up: a case has to notice by what comes out. */
function withoutPlaces(item: ItemCard): ItemCard {
  const cases = (item.cases ?? []).map((each) => {
    const days = Object.entries(each.expect).map(([day, expected]) => {
      const rest = { ...expected };
      delete rest.row;
      return [day, rest] as const;
    });
    return { ...each, expect: Object.fromEntries(days) };
  });
  return { ...item, cases };
}

function mutateNeverPublic(edition: Edition, item: ItemCard): readonly ItemMutant[] {
  const rows = item.neverPublic ?? [];
  const withRows = (changed: readonly NeverPublic[]): ItemCard => ({
    ...item,
    neverPublic: changed,
  });
  const { world, whens } = conditionsOf(edition, item);
  return rows.flatMap((row, place): readonly ItemMutant[] => {
    const name = `never-public ${place + 1}`;
    const replaced = (what: string, changed: Partial<NeverPublic>): ItemMutant => ({
      name: `${name}: ${what}`,
      item: withRows(rows.with(place, { ...row, ...changed })),
    });
    const other = row.because === 'class' ? 'sealed' : 'class';
    return [
      ...mutateWhen(world, whens.get(row)).map(({ what, when }) => replaced(what, { when })),
      replaced(`${row.because} becomes ${other}`, { because: other }),
      ...movesOf(edition, item, row).map((from) => replaced(`from ${from}`, { from })),
      { name: `${name}: dropped`, item: withRows(rows.toSpliced(place, 1)) },
    ];
  });
}

/** The day before and the day after, where anybody could tell: nothing is shown before the law. */
function movesOf(edition: Edition, item: ItemCard, { from }: NeverPublic) {
  if (from === undefined) return [];
  const begins = [edition.inForce.from, item.inForce.from].sort().at(-1) ?? from;
  return [addDays(from, -1), addDays(from, 1)].filter((moved) => {
    const later = isBefore(from, moved) ? moved : from;
    return isBefore(begins, later);
  });
}

/** What else decides until when a record is shown and held. */
function mutateTerms(item: ItemCard): readonly ItemMutant[] {
  const { publicity, retention, endsWhenCorrected } = item;
  const values = Object.values(publicity ?? {});
  const swapped = Object.entries(publicity ?? {}).flatMap(([code, id]) =>
    values
      .filter((other) => other !== id)
      .map((other) => ({
        name: `publicity ${code}: ${id} becomes ${other}`,
        item: { ...item, publicity: { ...publicity, [code]: other } },
      })),
  );
  const other = item.service === 'required' ? 'not-needed' : 'required';
  return [
    ...swapped,
    ...(endsWhenCorrected === undefined
      ? []
      : [
          {
            name: `ends-when-corrected: ${!endsWhenCorrected}`,
            item: { ...item, endsWhenCorrected: !endsWhenCorrected },
          },
        ]),
    ...(item.severity === undefined
      ? []
      : [{ name: `service: ${other}`, item: { ...item, service: other } as const }]),
    ...(retention === undefined
      ? []
      : [1, -1].map((step) => {
          const atMost = { ...retention.atMost, count: retention.atMost.count + step };
          return {
            name: `retention: ${step > 0 ? 'longer' : 'shorter'}`,
            item: { ...item, retention: { ...retention, atMost } },
          };
        })),
  ];
}

function conditionsOf(
  edition: Edition,
  item: ItemCard,
): { readonly world: World; readonly whens: ReadonlyMap<object, Expression> } {
  const schema = edition.schemas.get(item.fields);
  if (schema === undefined) throw new RangeError(`${item.item} has no schema ${item.fields}.`);
  const { world, severity, neverPublic } = readItemConditions(item, schema, edition);
  const read = [...severity, ...neverPublic].flatMap(({ row, when }) =>
    when === undefined ? [] : [[row, when] as const],
  );
  return { world, whens: new Map<object, Expression>(read) };
}

function mutateWhen(
  world: World,
  when: Expression | undefined,
): readonly { readonly what: string; readonly when: string }[] {
  if (when === undefined || (when.op === 'literal' && partsOf(when).length === 0)) return [];
  const notes: string[] = [];
  const changed = rebuild(when, (node) => {
    const mutants = mutateNode(world, node);
    for (const mutant of mutants) {
      notes.push(`${write(node, world)} becomes ${write(mutant, world)}`);
    }
    return mutants;
  });
  return changed.map((each, place) => ({
    what: notes[place] ?? '',
    when: write(each, world),
  }));
}
