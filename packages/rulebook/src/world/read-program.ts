import type { CardOf } from '../card/card-kinds.ts';
import type { Weighing } from '../card/risk-class-card.ts';
import type { Path } from '../load/place.ts';
import { checkExpression } from '../language/check-expression.ts';
import { checkTable } from '../language/check-table.ts';
import type { Fault } from '../language/fault.ts';
import type { Expected } from '../language/scope.ts';
import type { Expression } from '../language/tree.ts';
import type { Type } from '../language/type.ts';
import type { NamedValue, World } from '../language/world.ts';
import { LIKELIHOOD, SEVERITY, severityTable, weighTable } from './weigh.ts';

/** Cards that compute something about a subject. */
export type AnyProgramCard = CardOf<'risk-class'> | CardOf<'evaluation'> | CardOf<'scale'>;

/** What a program is made of, whichever card says it. */
export type ProgramSource = Pick<
  AnyProgramCard,
  'title' | 'basis' | 'confidence' | 'inForce' | 'reviewBy' | 'indicators' | 'classes' | 'bands'
> & {
  readonly parameters?: NonNullable<AnyProgramCard['parameters']>;
  /** Nothing is added up: the class follows from the indicators alone. */
  readonly adds?: 'nothing';
  /** The bands give a likelihood, from which and the severity of the sector the class follows. */
  readonly weighing?: Weighing;
};

/** Rules that every program has after its indicators: the sum of those that count, and the class. */
export const TOTAL = 'total';
export const RESULT = 'result';

/** The code list of the classes of the program. */
const CLASSES = 'class';

/** The code lists of what a class is weighed by. */
export const LIKELIHOODS = 'likelihood';
export const SEVERITIES = 'severity_of_sector';

/** One rule of a program, checked. */
export interface ReadRule {
  readonly name: string;
  /** Where it stands in the card. */
  readonly path: Path;
  /** Its text; a table is written as its rows. */
  readonly text: string;
  readonly value: Expression;
  readonly exceptions: readonly {
    readonly name: string;
    readonly when: Expression;
    readonly value: Expression;
  }[];
}

/** A fault of an expression, and which text of the card it stands in. */
export interface PlacedFault {
  readonly path: Path;
  readonly fault: Fault;
}

/** A program as far as it could be read, with everything that is wrong with it. */
export interface ProgramReading {
  readonly world: World;
  readonly rules: readonly ReadRule[];
  readonly faults: readonly PlacedFault[];
}

/** Reads the expressions of a card: its indicators in order, then `total`, then `result`. */
export function readProgram(card: ProgramSource, edition: World): ProgramReading {
  const world = worldOfProgram(card, edition);
  const reader = new Reader(world, [
    TOTAL,
    RESULT,
    ...(card.weighing ? [LIKELIHOOD, SEVERITY] : []),
  ]);
  card.indicators.forEach((indicator, index) => {
    reader.readIndicator(indicator, index);
  });
  const counted = card.indicators.filter(({ counts }) => counts);
  const total = counted.length === 0 ? '0' : counted.map(({ indicator }) => indicator).join(' + ');
  if (reader.faults.length === 0 && card.adds !== 'nothing') {
    reader.readValue(TOTAL, total, ['indicators']);
  }
  if (reader.faults.length === 0) {
    if (card.weighing === undefined) reader.readTable(RESULT, card.bands, bandsAt);
    else reader.readWeighing(card.bands, card.weighing);
  }
  return { world, rules: reader.rules, faults: reader.faults };
}

const bandsAt = { path: ['bands'], list: CLASSES };

/** The world of the edition with the numbers and classes that the card itself declares. */
function worldOfProgram(card: ProgramSource, world: World): World {
  const parameters = (card.parameters ?? []).map(({ parameter, is }): [string, NamedValue] => [
    parameter,
    { type: { kind: 'int', least: is, most: is }, rows: [{ from: 0, value: is }] },
  ]);
  const classes = card.classes.map((entry) => entry.class);
  return {
    ...world,
    codeLists: new Map([...world.codeLists, [CLASSES, classes], ...weighedLists(card)]),
    values: new Map([...world.values, ...parameters]),
  };
}

function weighedLists({ weighing }: ProgramSource): readonly (readonly [string, string[]])[] {
  if (weighing === undefined) return [];
  return [
    [LIKELIHOODS, weighing.likelihoods.map(({ likelihood }) => likelihood)],
    [SEVERITIES, weighing.severities.map(({ severity }) => severity)],
  ];
}

type Indicator = AnyProgramCard['indicators'][number];

class Reader {
  readonly rules: ReadRule[] = [];
  readonly faults: PlacedFault[] = [];
  private readonly types = new Map<string, Type>();
  private readonly world: World;
  private readonly reserved: ReadonlySet<string>;

  constructor(world: World, reserved: readonly string[]) {
    this.world = world;
    this.reserved = new Set(reserved);
  }

  readIndicator(indicator: Indicator, index: number): void {
    const path: Path = ['indicators', index];
    if (!this.isFree(indicator.indicator, path)) return;
    const expected: Expected = indicator.counts ? { kind: 'int' } : { kind: 'any' };
    const { value: text, table } = indicator;
    const value =
      text === undefined
        ? this.table(table, [...path, 'table'], expected)
        : this.expression(text, [...path, 'value'], expected);
    if (value === undefined) return;
    const exceptions = (indicator.exceptions ?? []).flatMap((exception, at) => {
      const below = [...path, 'exceptions', at];
      const when = this.expression(exception.when, [...below, 'when'], { kind: 'bool' });
      const other = this.expression(exception.value, [...below, 'value'], expectedLike(value.type));
      if (when === undefined || other === undefined) return [];
      return [{ name: exception.name, when, value: other }];
    });
    const written = text ?? writtenTable(table);
    this.keep({ name: indicator.indicator, path, text: written, value, exceptions });
  }

  readValue(name: string, text: string, path: Path): void {
    const value = this.expression(text, path, { kind: 'int' });
    if (value !== undefined) this.keep({ name, path, text, value, exceptions: [] });
  }

  /** A table whose value is a code, as a rule of its own. */
  readTable(
    name: string,
    table: AnyProgramCard['bands'],
    { path, list }: { readonly path: Path; readonly list: string },
  ): void {
    const value = this.table(table, path, { kind: 'code', list });
    const rule = { name, path, text: writtenTable(table), exceptions: [] };
    if (value !== undefined) this.keep({ ...rule, value });
  }

  /** The likelihood by the bands, the severity by the sector, the class by both. */
  readWeighing(bands: AnyProgramCard['bands'], weighing: Weighing): void {
    this.readTable(LIKELIHOOD, bands, { path: ['bands'], list: LIKELIHOODS });
    const table = severityTable(weighing, this.world);
    this.readTable(SEVERITY, table, { path: ['weighing', 'by'], list: SEVERITIES });
    if (this.faults.length > 0) return;
    const matrix = weighTable(weighing);
    this.readTable(RESULT, matrix, { path: ['weighing', 'matrix'], list: CLASSES });
  }

  /** A name that means something already would be read for the wrong thing. */
  private isFree(name: string, path: Path): boolean {
    if (!this.reserved.has(name) && !this.types.has(name)) return true;
    const fault: Fault = {
      code: 'name-taken',
      span: { start: 0, end: name.length },
      message: `${name} already names something in this card.`,
      found: name,
      accepted: `a code of its own, other than ${TOTAL} and ${RESULT}`,
      repair: 'Choose another code.',
    };
    this.faults.push({ path: [...path, 'indicator'], fault });
    return false;
  }

  private keep(rule: ReadRule): void {
    this.rules.push(rule);
    this.types.set(rule.name, widest([rule.value, ...rule.exceptions.map(({ value }) => value)]));
  }

  private expression(text: string, path: Path, expected: Expected): Expression | undefined {
    const outcome = checkExpression(text, { world: this.world, expected, rules: this.types });
    if (outcome.kind === 'checked') return outcome.expression;
    for (const fault of outcome.faults) this.faults.push({ path, fault });
    return undefined;
  }

  private table(table: Indicator['table'], path: Path, expected: Expected): Expression | undefined {
    if (table === undefined) {
      const message = 'An indicator has a value or a table.';
      const span = { start: 0, end: 0 };
      const fault: Fault = { code: 'expression-syntax', span, message, accepted: 'value | table' };
      this.faults.push({ path: path.slice(0, -1), fault });
      return undefined;
    }
    const outcome = checkTable(table, { world: this.world, expected, rules: this.types });
    if (outcome.kind === 'checked') return outcome.expression;
    for (const fault of outcome.faults) {
      // What was made of other parts of the card has no text of its own to point into.
      const at = path[0] === 'weighing' ? path : [...path, 'rows', fault.row, fault.part];
      this.faults.push({ path: at, fault });
    }
    return undefined;
  }
}

function expectedLike(type: Type): Expected {
  return type.kind === 'code'
    ? { kind: 'code', list: type.list }
    : { kind: type.kind === 'codes' ? 'any' : type.kind };
}

/** The bounds of a rule are those of everything that can stand in its place. */
function widest(values: readonly Expression[]): Type {
  const [first, ...others] = values.map(({ type }) => type);
  if (first === undefined) throw new RangeError('A rule has no value.');
  if (first.kind !== 'int' && first.kind !== 'money') return first;
  // A rule that is not in force gives nought.
  let { least, most } = { least: Math.min(first.least, 0), most: Math.max(first.most, 0) };
  for (const type of others) {
    if (type.kind !== first.kind) continue;
    least = Math.min(least, type.least);
    most = Math.max(most, type.most);
  }
  return { kind: first.kind, least, most };
}

function writtenTable(table: Indicator['table']): string {
  return (table?.rows ?? []).map(({ when, then }) => `${when}: ${then}`).join('; ');
}
