import type { Expression } from '../language/tree.ts';
import { compileSome } from './aggregates.ts';
import { allOf } from './all-of.ts';
import { chosen } from './choices.ts';
import {
  absent,
  activeFields,
  boundary,
  defect,
  valueNamed,
  valueOn,
  type Compiler,
} from './compiler.ts';
import type { Truth } from './value.ts';

type Node<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

/** A condition as a closure. */
export function compileTruth(compiler: Compiler, expression: Expression): Truth {
  switch (expression.op) {
    case 'literal': {
      const value = expression.value === true;
      return () => value;
    }
    case 'value':
      return namedTruth(compiler, expression.name);
    case 'rule': {
      const place = compiler.ruleAt(expression.name);
      return (frame) => frame.rules[place] === true;
    }
    case 'field':
      return fieldTruth(expression);
    case 'has':
      return hasTruth(expression);
    case 'not': {
      const of = compiler.truth(expression.of);
      return (frame) => !of(frame);
    }
    case 'and':
      return allOf(expression.parts.map((part) => compiler.truth(part)));
    case 'or':
      return anyOf(expression.parts.map((part) => compiler.truth(part)));
    case 'compare':
      return comparison(compiler, expression);
    case 'in':
      return membership(compiler, expression);
    case 'choose':
    case 'table':
      return chosen(compiler, expression, compiler.truth);
    case 'some':
    case 'every':
      return compileSome(compiler, expression);
    case 'codes-some':
    case 'codes-every':
      return codesTruth(compiler, expression);
    case 'within':
    case 'age':
      return windowTruth(compiler, expression);
    case 'active':
      return activeTruth(compiler);
    default:
      return defect(expression, 'a condition');
  }
}

function anyOf(parts: readonly Truth[]): Truth {
  const [a, b] = parts;
  if (a === undefined) return () => false;
  if (b === undefined) return a;
  const rest = parts.length === 2 ? b : anyOf(parts.slice(1));
  return (frame) => a(frame) || rest(frame);
}

function namedTruth(compiler: Compiler, name: string): Truth {
  const value = valueNamed(compiler.world, name);
  return (frame) => valueOn(value, frame.asOf) === true;
}

function fieldTruth({ of, name }: Node<'field'>): Truth {
  return (frame) => {
    const fact = frame[of][name];
    return typeof fact === 'boolean' ? fact : absent(name);
  };
}

function hasTruth({ of, name }: Node<'has'>): Truth {
  return (frame) => frame[of][name] !== undefined;
}

function comparison(compiler: Compiler, expression: Node<'compare'>): Truth {
  const { how, left, right } = expression;
  switch (left.type.kind) {
    case 'bool': {
      const [a, b] = [compiler.truth(left), compiler.truth(right)];
      return how === '==' ? (frame) => a(frame) === b(frame) : (frame) => a(frame) !== b(frame);
    }
    case 'code': {
      const [a, b] = [compiler.coded(left), compiler.coded(right)];
      return how === '==' ? (frame) => a(frame) === b(frame) : (frame) => a(frame) !== b(frame);
    }
    case 'codes':
      return defect(expression, 'a comparison of single values');
    default:
      return numberComparison(compiler, expression);
  }
}

function numberComparison(compiler: Compiler, { how, left, right }: Node<'compare'>): Truth {
  const [a, b] = [compiler.numeric(left), compiler.numeric(right)];
  switch (how) {
    case '==':
      return (frame) => a(frame) === b(frame);
    case '!=':
      return (frame) => a(frame) !== b(frame);
    case '<':
      return (frame) => a(frame) < b(frame);
    case '<=':
      return (frame) => a(frame) <= b(frame);
    case '>':
      return (frame) => a(frame) > b(frame);
    case '>=':
      return (frame) => a(frame) >= b(frame);
  }
}

function membership(compiler: Compiler, { of, members }: Node<'in'>): Truth {
  const known = new Set(members);
  if (of.type.kind === 'code') {
    const value = compiler.coded(of);
    return (frame) => known.has(value(frame));
  }
  const value = compiler.numeric(of);
  return (frame) => known.has(value(frame));
}

function codesTruth(
  compiler: Compiler,
  { op, of, body }: Node<'codes-some' | 'codes-every'>,
): Truth {
  const codes = compiler.codes(of);
  const holds = compiler.truth(body);
  const decides = op === 'codes-some';
  return (frame) => {
    const outer = frame.member;
    for (const code of codes(frame)) {
      frame.member = code;
      if (holds(frame) === decides) {
        frame.member = outer;
        return decides;
      }
    }
    frame.member = outer;
    return !decides;
  };
}

function windowTruth(compiler: Compiler, expression: Node<'within' | 'age'>): Truth {
  const date = compiler.numeric(expression.date);
  const first = boundary(compiler, expression.period);
  const firstBefore = boundary(compiler, expression.period, 1);
  if (expression.op === 'within') {
    return (frame) => {
      const day = date(frame);
      return day <= frame.asOf && day >= first(frame.asOf);
    };
  }
  switch (expression.how) {
    case '>=':
      return (frame) => date(frame) < first(frame.asOf);
    case '<':
      return (frame) => date(frame) >= first(frame.asOf);
    case '>':
      return (frame) => date(frame) < firstBefore(frame.asOf);
    case '<=':
      return (frame) => date(frame) >= firstBefore(frame.asOf);
  }
}

function activeTruth(compiler: Compiler): Truth {
  const { from, until } = activeFields(compiler);
  return (frame) => {
    const begins = frame.record[from];
    const ends = frame.record[until];
    return (
      typeof begins === 'number' &&
      begins <= frame.asOf &&
      (typeof ends !== 'number' || ends > frame.asOf)
    );
  };
}
