import type { Expression } from '../language/tree.ts';
import { compileCount, compileExtreme, compileSum } from './aggregates.ts';
import { chosen } from './choices.ts';
import { absent, defect, valueNamed, valueOn, type Compiler } from './compiler.ts';
import type { Coded, CodedList, Numeric } from './value.ts';

type Node<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

/** A whole number, a day or an amount as a closure. */
export function compileNumeric(compiler: Compiler, expression: Expression): Numeric {
  switch (expression.op) {
    case 'literal': {
      const { value } = expression;
      if (typeof value !== 'number') return defect(expression, 'a number');
      return () => value;
    }
    case 'value':
      return namedNumber(compiler, expression);
    case 'rule': {
      const place = compiler.ruleAt(expression.name);
      return (frame) => {
        const value = frame.rules[place];
        return typeof value === 'number' ? value : absent(expression.name);
      };
    }
    case 'field':
      return fieldNumber(expression);
    case 'negate': {
      const of = compiler.numeric(expression.of);
      // Zero has one sign only.
      return (frame) => 0 - of(frame);
    }
    case 'arithmetic':
      return arithmetic(compiler, expression);
    case 'choose':
    case 'table':
      return chosen(compiler, expression, compiler.numeric);
    case 'count':
      return compileCount(compiler, expression);
    case 'sum':
      return compileSum(compiler, expression);
    case 'least':
    case 'most':
      return compileExtreme(compiler, expression);
    case 'cap':
      return cap(compiler, expression);
    case 'codes-size': {
      const codes = compiler.codes(expression.of);
      return (frame) => codes(frame).length;
    }
    default:
      return defect(expression, 'a number');
  }
}

function namedNumber(compiler: Compiler, { name }: Node<'value'>): Numeric {
  const value = valueNamed(compiler.world, name);
  return (frame) => {
    const found = valueOn(value, frame.asOf);
    return typeof found === 'number' ? found : absent(name);
  };
}

function fieldNumber({ of, name }: Node<'field'>): Numeric {
  return (frame) => {
    const fact = frame[of][name];
    return typeof fact === 'number' ? fact : absent(name);
  };
}

function arithmetic(compiler: Compiler, { how, left, right }: Node<'arithmetic'>): Numeric {
  const [a, b] = [compiler.numeric(left), compiler.numeric(right)];
  switch (how) {
    case '+':
      return (frame) => a(frame) + b(frame);
    case '-':
      return (frame) => a(frame) - b(frame);
    case '*':
      return (frame) => a(frame) * b(frame) + 0;
    case '/':
      return (frame) => {
        const divisor = b(frame);
        if (divisor === 0) throw new RangeError('A divisor is zero, which the checker rules out.');
        return Math.trunc(a(frame) / divisor) + 0;
      };
  }
}

function cap(compiler: Compiler, expression: Node<'cap'>): Numeric {
  const node = compiler.nodeOf(expression);
  const [of, limit] = [compiler.numeric(expression.of), compiler.numeric(expression.limit)];
  return (frame) => {
    const raw = of(frame);
    const most = limit(frame);
    if (frame.notes !== undefined && node !== undefined) {
      frame.notes.push({ kind: 'cap', node, raw, limit: most });
    }
    return raw < most ? raw : most;
  };
}

/** A code as a closure. */
export function compileCoded(compiler: Compiler, expression: Expression): Coded {
  switch (expression.op) {
    case 'literal': {
      const { value } = expression;
      if (typeof value !== 'string') return defect(expression, 'a code');
      return () => value;
    }
    case 'rule': {
      const place = compiler.ruleAt(expression.name);
      return (frame) => {
        const value = frame.rules[place];
        return typeof value === 'string' ? value : absent(expression.name);
      };
    }
    case 'field': {
      const { of, name } = expression;
      return (frame) => {
        const fact = frame[of][name];
        return typeof fact === 'string' ? fact : absent(name);
      };
    }
    case 'member':
      return (frame) => frame.member;
    case 'choose':
    case 'table':
      return chosen(compiler, expression, compiler.coded);
    default:
      return defect(expression, 'a code');
  }
}

/** Several codes as a closure. */
export function compileCodes(compiler: Compiler, expression: Expression): CodedList {
  switch (expression.op) {
    case 'field': {
      const { of, name } = expression;
      return (frame) => {
        const fact = frame[of][name];
        return isCodes(fact) ? fact : absent(name);
      };
    }
    case 'choose':
    case 'table':
      return chosen(compiler, expression, compiler.codes);
    default:
      return defect(expression, 'several codes');
  }
}

function isCodes(fact: unknown): fact is readonly string[] {
  return Array.isArray(fact);
}
