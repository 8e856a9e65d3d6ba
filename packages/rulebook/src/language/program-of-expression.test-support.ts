import { civilDate } from '@credence/domain';

import type { Program } from './program.ts';
import type { Expression } from './tree.ts';
import type { World } from './world.ts';

/** A program that says nothing but one expression, in force always. */
export function programOfExpression(value: Expression, world: World): Program {
  const title = { zh: '答案', en: 'Answer' };
  return {
    card: 'risk-class:test',
    edition: '',
    world,
    round: 'down',
    rules: [
      {
        name: 'answer',
        title,
        basis: [],
        confidence: 'verified',
        inForce: { from: civilDate('1970-01-01'), until: 'none' },
        reviewBy: civilDate('2999-12-31'),
        text: '',
        value,
        exceptions: [],
      },
    ],
    result: 'answer',
  };
}
