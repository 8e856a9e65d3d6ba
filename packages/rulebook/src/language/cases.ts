import {
  AmountDomain,
  CodeDomain,
  CodesDomain,
  OrderDomain,
  TimeDomain,
  TruthDomain,
  type Case,
  type Domain,
} from './case-domain.ts';
import { amountHolds, constantOf, codesThatFit, turned } from './case-terms.ts';
import type { Comparison, Expression, PeriodNode } from './tree.ts';
import type { World } from './world.ts';
import { write, writePeriod } from './write.ts';

/** Whether a condition holds in a case; cases are counted through by their numbers. */
export type Holds = (chosen: readonly Case[]) => boolean;

/** Days that no register reaches. */
const DAYS = { least: -10_000_000, most: 10_000_000 };

/**
 * The cases that conditions tell apart. Things they ask about are taken as independent of each other:
 * every case that can come up is among them, and where things do depend on each other some that
 * cannot. So what is found in no case is impossible, while what is found in one is possible only
 * where `exact` says so.
 */
export class Cases {
  readonly #world: World;
  readonly #rules: ReadonlyMap<string, Expression>;
  readonly #domains = new Map<string, { readonly domain: Domain; readonly index: number }>();
  /** Dates whose distance from the day asked about matters, with the units that matter. */
  readonly #clocks = new Map<string, Set<string>>();
  #free = true;
  #dated = false;

  /** @param rules - what rules by name say, where that is known */
  constructor(world: World, rules: ReadonlyMap<string, Expression> = new Map()) {
    this.#world = world;
    this.#rules = rules;
  }

  /** Whether the things asked about are independent, so that every case can come up. */
  get exact(): boolean {
    const clocks = [...this.#clocks.values()];
    const oneUnit = clocks.every((units) => units.size === 1);
    return this.#free && oneUnit && (clocks.length < 2 || !this.#dated);
  }

  /** How many cases there are, once every condition was read. */
  get count(): number {
    return this.#inOrder().reduce((product, domain) => product * domain.size(), 1);
  }

  /** Whether some case is one of those asked for; goes through all cases until then. */
  some(wanted: (chosen: readonly Case[]) => boolean): boolean {
    const choices = this.#inOrder().map((domain) => domain.cases());
    const { count } = this;
    for (let number = 0; number < count; number += 1) {
      let rest = number;
      const chosen = choices.map((cases) => {
        const picked = cases[rest % cases.length];
        rest = Math.floor(rest / cases.length);
        return picked;
      });
      if (wanted(chosen)) return true;
    }
    return false;
  }

  #inOrder(): readonly Domain[] {
    return [...this.#domains.values()].map(({ domain }) => domain);
  }

  /** Takes a condition in; asked for its answers only after all conditions were taken in. */
  read(condition: Expression): Holds {
    switch (condition.op) {
      case 'literal':
        return () => condition.value === true;
      case 'not': {
        const of = this.read(condition.of);
        return (chosen) => !of(chosen);
      }
      case 'and':
      case 'or': {
        const parts = condition.parts.map((part) => this.read(part));
        return condition.op === 'and'
          ? (chosen) => parts.every((part) => part(chosen))
          : (chosen) => parts.some((part) => part(chosen));
      }
      case 'choose': {
        const [test, yes, no] = [condition.test, condition.yes, condition.no].map((part) =>
          this.read(part),
        );
        return (chosen) => (test?.(chosen) === true ? yes : no)?.(chosen) === true;
      }
      case 'rule': {
        const said = this.#rules.get(condition.name);
        return said === undefined ? this.#opaque(condition) : this.read(said);
      }
      case 'has':
        return this.#presence(condition);
      case 'field':
        return this.#truthOf(condition);
      case 'compare':
        return this.#compare(condition);
      case 'in':
        return this.#in(condition);
      case 'some':
        return this.#some(condition);
      case 'codes-some':
      case 'codes-every':
        return this.#codes(condition);
      case 'within':
        return this.#time(condition.date, condition.period, (day, end) => day >= 0 && day < end);
      case 'age':
        return this.#age(condition);
      default:
        return this.#opaque(condition);
    }
  }

  #variable<D extends Domain>(key: string, kind: new (...given: never[]) => D, make: () => D) {
    const known = this.#domains.get(key);
    if (known?.domain instanceof kind) return { domain: known.domain, index: known.index };
    if (known !== undefined) throw new RangeError(`${key} is asked about in two ways.`);
    const made = { domain: make(), index: this.#domains.size };
    this.#domains.set(key, made);
    return made;
  }

  /** Something about which nothing is known but that it holds or not. */
  #opaque(expression: Expression, key = write(expression, this.#world)): Holds {
    if (expression.op !== 'active') this.#free = false;
    const { index } = this.#variable(`truth ${key}`, TruthDomain, () => new TruthDomain());
    return (chosen) => chosen[index] === true;
  }

  #isOptional(of: 'subject' | 'record', name: string): boolean {
    const { subject, collections, record } = this.#world;
    const fields = of === 'subject' ? subject : collections.get(record ?? '')?.fields;
    return fields?.get(name)?.optional ?? false;
  }

  #presence({ of, name, span }: Expression & { readonly op: 'has' }): Holds {
    const { subject, collections, record } = this.#world;
    const fields = of === 'subject' ? subject : collections.get(record ?? '')?.fields;
    const type = fields?.get(name)?.type;
    if (type === undefined) throw new RangeError(`There is no field ${name}.`);
    const { index } = this.#termOf({ op: 'field', of, name, type, span });
    return (chosen) => chosen[index] !== undefined;
  }

  #truthOf(field: Expression & { readonly op: 'field' }): Holds {
    const { index } = this.#termOf(field);
    return (chosen) => chosen[index] === 1;
  }

  /** The thing behind an expression that is no condition, or behind a field. */
  #termOf(expression: Expression): { readonly domain: Domain; readonly index: number } {
    const isField = expression.op === 'field';
    if (!isField) this.#free = false;
    const key = `value ${write(expression, this.#world)}`;
    const optional = isField && this.#isOptional(expression.of, expression.name);
    const { type } = expression;
    const list = 'list' in type ? (this.#world.codeLists.get(type.list) ?? []) : [];
    switch (type.kind) {
      case 'bool':
        return this.#amount(key, { least: 0, most: 1, optional });
      case 'int':
      case 'money':
        return this.#amount(key, { least: type.least, most: type.most, optional });
      case 'date':
        return this.#amount(key, { ...DAYS, optional });
      case 'code':
        return this.#variable(key, CodeDomain, () => new CodeDomain(list, optional));
      case 'codes':
        return this.#variable(key, CodesDomain, () => new CodesDomain(list, optional));
    }
  }

  #amount(
    key: string,
    given: { readonly least: number; readonly most: number; readonly optional: boolean },
  ) {
    const made = this.#variable(key, AmountDomain, () => new AmountDomain(given));
    // A truth value is 0 or 1, and every condition tells the two apart.
    if (given.most === 1 && given.least === 0) made.domain.ask('==', 1);
    return made;
  }

  #said(expression: Expression): Expression {
    const said = expression.op === 'rule' ? this.#rules.get(expression.name) : undefined;
    return said ?? expression;
  }

  #compare(condition: Expression & { readonly op: 'compare' }): Holds {
    const { how } = condition;
    const [left, right] = [this.#said(condition.left), this.#said(condition.right)];
    if (left.type.kind === 'bool') {
      const [a, b] = [this.read(left), this.read(right)];
      return (chosen) => (a(chosen) === b(chosen)) === (how === '==');
    }
    const [a, b] = [constantOf(left), constantOf(right)];
    if (a !== undefined && b !== undefined) return () => amountHolds(how, a, b);
    if (b !== undefined) return this.#against(left, how, b);
    if (a !== undefined) return this.#against(right, turned(how), a);
    return this.#order(left, how, right);
  }

  #against(of: Expression, how: Comparison, constant: number | string): Holds {
    if (typeof constant === 'string') {
      const fits = this.#oneOf(of, new Set([constant]));
      return (chosen) => fits(chosen) === (how === '==');
    }
    if (of.type.kind === 'date') this.#dated = true;
    if (of.op === 'codes-size') return this.#size(of.of, how, constant);
    const { domain, index } = this.#termOf(of);
    if (domain instanceof AmountDomain) domain.ask(how, constant);
    return (chosen) => {
      const amount = chosen[index];
      return typeof amount === 'number' && amountHolds(how, amount, constant);
    };
  }

  #oneOf(of: Expression, codes: ReadonlySet<string>): Holds {
    const { domain, index } = this.#termOf(of);
    if (domain instanceof CodeDomain) domain.ask(codes);
    return (chosen) => {
      const code = chosen[index];
      return typeof code === 'string' && codes.has(code);
    };
  }

  #size(of: Expression, how: Comparison, bound: number): Holds {
    const { domain, index } = this.#termOf(of);
    if (domain instanceof CodesDomain) domain.count();
    return (chosen) => {
      const counts = chosen[index];
      const size = isCounts(counts) ? counts.reduce((sum, each) => sum + each, 0) : 0;
      return amountHolds(how, size, bound);
    };
  }

  #in({ of: written, members }: Expression & { readonly op: 'in' }): Holds {
    const of = this.#said(written);
    if (of.type.kind === 'code') {
      const constant = constantOf(of);
      if (constant !== undefined) return () => members.includes(constant);
      return this.#oneOf(of, new Set(members.map(String)));
    }
    const parts = members.map((member) => {
      const constant = constantOf(of);
      if (constant !== undefined) return () => constant === member;
      return this.#against(of, '==', Number(member));
    });
    return (chosen) => parts.some((part) => part(chosen));
  }

  /** That there is some record is that there is at least one. */
  #some({ records, body, span }: Expression & { readonly op: 'some' | 'every' }): Holds {
    const where = [...records.where, ...(body.op === 'and' ? body.parts : [body])];
    const most = this.#world.collections.get(records.collection)?.most ?? 0;
    const type = { kind: 'int', least: 0, most } as const;
    return this.#against({ op: 'count', records: { ...records, where }, type, span }, '>=', 1);
  }

  #codes(condition: Expression & { readonly op: 'codes-some' | 'codes-every' }): Holds {
    const { of, body, op } = condition;
    const list = of.type.kind === 'codes' ? this.#world.codeLists.get(of.type.list) : undefined;
    const fit = codesThatFit(body, list ?? []);
    if (fit === undefined) return this.#opaque(condition);
    const { domain, index } = this.#termOf(of);
    if (!(domain instanceof CodesDomain)) return this.#opaque(condition);
    domain.ask(fit);
    return (chosen) => {
      const counts = chosen[index];
      if (!isCounts(counts)) return false;
      const groups = domain.groups();
      const there = groups.filter((_, group) => (counts[group] ?? 0) > 0);
      return op === 'codes-some'
        ? there.some(({ first }) => fit.has(first))
        : there.every(({ first }) => fit.has(first));
    };
  }

  /** How two things lie to each other, where neither is written out. */
  #order(left: Expression, how: Comparison, right: Expression): Holds {
    this.#free = false;
    const [a, b] = [write(left, this.#world), write(right, this.#world)];
    if (left.type.kind === 'code') {
      const key = `same ${[a, b].sort().join(' and ')}`;
      const { index } = this.#variable(key, TruthDomain, () => new TruthDomain());
      return (chosen) => (chosen[index] === true) === (how === '==');
    }
    const [key, asked] = a <= b ? [`${a} to ${b}`, how] : [`${b} to ${a}`, turned(how)];
    const { index } = this.#variable(`order ${key}`, OrderDomain, () => new OrderDomain());
    return (chosen) => amountHolds(asked, Number(chosen[index]), 0);
  }

  #age({ date, period, how }: Expression & { readonly op: 'age' }): Holds {
    return this.#time(date, period, (day, end) => amountHolds(how, day, end));
  }

  #time(date: Expression, period: PeriodNode, holds: (day: number, end: number) => boolean): Holds {
    const text = write(date, this.#world);
    if (date.op !== 'field') this.#free = false;
    const unit = period.op === 'period' ? period.period.unit : writePeriod(period);
    const units = this.#clocks.get(text) ?? new Set();
    this.#clocks.set(text, units.add(unit));
    const key = `time since ${text} in ${unit}`;
    const { domain, index } = this.#variable(key, TimeDomain, () => new TimeDomain());
    const count = period.op === 'period' ? period.period.count : 0;
    domain.ask(count);
    return (chosen) => holds(Number(chosen[index]), domain.endOf(count));
  }
}

function isCounts(given: Case): given is readonly number[] {
  return Array.isArray(given);
}
