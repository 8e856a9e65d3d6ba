import type { CardOf } from '../card/card-kinds.ts';
import { canHold } from '../language/can-hold.ts';
import { checkConditions, OTHERWISE } from '../language/check-table.ts';
import { checkExpression } from '../language/check-expression.ts';
import type { Fault } from '../language/fault.ts';
import { partsOf } from '../language/parts-of.ts';
import type { Expression } from '../language/tree.ts';
import type { World } from '../language/world.ts';
import type { Path } from '../load/place.ts';
import { itemWorld } from './item-world.ts';

type ItemCard = CardOf<'item'>;
type SeverityRow = NonNullable<ItemCard['severity']>['rows'][number];
type NeverPublic = NonNullable<ItemCard['neverPublic']>[number];

/** The conditions of an item's card, read and checked. */
export interface ItemConditions {
  readonly world: World;
  /** `when` is undefined for the row that takes what is left. */
  readonly severity: readonly {
    readonly row: SeverityRow;
    readonly when: Expression | undefined;
  }[];
  readonly neverPublic: readonly { readonly row: NeverPublic; readonly when: Expression }[];
}

/** What is wrong with a condition, and where in the card it stands. */
export interface ConditionFault {
  readonly path: Path;
  readonly fault: Fault;
}

/** Reads every condition of an item's card; where `faults` is not empty, faulty ones are left out. */
export function readItemConditions(
  item: ItemCard,
  schema: CardOf<'schema'>,
  edition: { readonly currency: string },
): ItemConditions & { readonly faults: readonly ConditionFault[] } {
  const world = itemWorld(item.item, schema, edition);
  const faults: ConditionFault[] = [];
  const severity = readSeverity(item, world, faults);
  const neverPublic = (item.neverPublic ?? []).flatMap((row, index) => {
    const when = readCondition(row.when, world);
    const path = ['never-public', index, 'when'];
    faults.push(...when.faults.map((fault) => ({ path, fault })));
    return when.expression === undefined ? [] : [{ row, when: when.expression }];
  });
  return { world, severity, neverPublic, faults };
}

const GAP: Fault = {
  code: 'table-gap',
  span: { start: 0, end: 0 },
  message: 'The last row has to take what is left, whatever a record lacks.',
  accepted: `when: ${OTHERWISE}`,
  repair: `Add a last row with when: ${OTHERWISE}.`,
};

function readSeverity(
  { severity }: ItemCard,
  world: World,
  faults: ConditionFault[],
): ItemConditions['severity'] {
  if (severity === undefined) return [];
  const { hit, rows } = severity;
  const table = { hit, whens: rows.map(({ when }) => when) };
  const found: Parameters<typeof checkConditions>[2] = [];
  const checked = checkConditions(table, { world, expected: { kind: 'bool' } }, found);
  const pathOf = (row: number): Path => ['severity', 'rows', row, 'when'];
  const last = rows.length - 1;
  const hasRest = rows[last]?.when.trim() === OTHERWISE;
  for (const fault of found) {
    const { row } = fault;
    // A record from before a field was required fits no row that asks for it: the rest takes it.
    if (row === last && hasRest && fault.code === 'row-unreachable') continue;
    faults.push({ path: pathOf(row), fault });
  }
  if (!hasRest && !found.some(({ code }) => code === 'table-gap')) {
    faults.push({ path: pathOf(last), fault: GAP });
  }
  return rows.flatMap((row, index) => {
    const when = checked[index]?.when;
    if (when === undefined) return [];
    const dated = datedFault(when);
    if (dated !== undefined) faults.push({ path: pathOf(index), fault: dated });
    return [{ row, when: row.when.trim() === OTHERWISE ? undefined : when }];
  });
}

function readCondition(
  text: string,
  world: World,
): { readonly expression: Expression | undefined; readonly faults: readonly Fault[] } {
  const outcome = checkExpression(text, { world, expected: { kind: 'bool' } });
  if (outcome.kind === 'refused') return { expression: undefined, faults: outcome.faults };
  const { expression } = outcome;
  const dated = datedFault(expression);
  if (dated !== undefined) return { expression: undefined, faults: [dated] };
  if (canHold(expression, world) !== 'no') return { expression, faults: [] };
  const never: Fault = {
    code: 'row-unreachable',
    span: expression.span,
    message: 'No record can ever be one of these: the condition contradicts itself.',
    repair: 'Correct it, or remove it.',
  };
  return { expression: undefined, faults: [never] };
}

/** The class of a record is settled once; a condition that changes from day to day cannot settle it. */
function datedFault(expression: Expression): Fault | undefined {
  const { op, span } = expression;
  if (op === 'within' || op === 'age' || op === 'active') {
    return {
      code: 'expression-type',
      span,
      message: 'What a record is does not change from one day to the next.',
      found: op === 'active' ? 'activeAt()' : `${op}()`,
      accepted: 'questions about what the record states',
    };
  }
  for (const part of partsOf(expression)) {
    const fault = datedFault(part);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
