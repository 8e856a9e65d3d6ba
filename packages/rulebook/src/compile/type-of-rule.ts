import type { Rule } from '../language/program.ts';
import type { Type } from '../language/type.ts';

/** Every result of a rule: of its value, its exceptions, and of the days it is not in force. */
export function typeOfRule({ value, exceptions }: Rule): Type {
  const { type } = value;
  if (type.kind !== 'int' && type.kind !== 'money') return type;
  const types = [type, ...exceptions.map((exception) => exception.value.type)].flatMap((each) =>
    each.kind === 'int' || each.kind === 'money' ? [each] : [],
  );
  return {
    kind: type.kind,
    least: Math.min(0, ...types.map(({ least }) => least)),
    most: Math.max(0, ...types.map(({ most }) => most)),
  };
}
