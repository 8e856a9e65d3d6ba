import type { Expression } from '../../language/tree.ts';
import type { Aggregate } from '../plan.ts';
import { fitsInt32 } from '../storage.ts';

/** What an aggregate is while there is no record: for the least and the most a number never reached. */
export function noneOf({ kind, body }: Aggregate): string {
  if (kind !== 'least' && kind !== 'most') return '0';
  const narrow = body !== undefined && fitsInt32(body.type) && !touchesEdge(body);
  if (kind === 'least') return narrow ? '2147483647' : 'Infinity';
  return narrow ? '-2147483648' : '-Infinity';
}

function touchesEdge({ type }: Expression): boolean {
  if (type.kind !== 'int' && type.kind !== 'money') return false;
  return type.least === -0x8000_0000 || type.most === 0x7fff_ffff;
}
