import { membershipOf } from '@credence/proof';

import { headOf } from '../../access/find-home.ts';
import { readClosed } from '../../access/read-closed.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import type { DrawCasework, OwnDrawLine } from './draw.ts';
import { readClosedDraw, readDraws, viewOf, type DrawParts, type DrawState } from './draw-state.ts';
import { licenceOf } from './drawn-unit.ts';
import { listsOf } from './take-steps.ts';

/**
 * The draws whose commitment is public, and the organisation's own line in the list of each. Whether
 * it was drawn is said to it when it is said to everybody: a visit that is foreseen finds nothing.
 *
 * Legal source: guard G40; only the subject itself reads its line.
 */
export async function listOwnDraws(
  parts: DrawParts,
  ...[principal, home]: Parameters<DrawCasework['listOwnDraws']>
): ReturnType<DrawCasework['listOwnDraws']> {
  const resource = { kind: 'subject', home } as const;
  const may = parts.access.decide(principal, 'subject.read-own', resource, 'own');
  if (may.kind === 'refused') return may;
  const read = await readClosed(parts, principal, { home, purpose: 'own', fields: ['draw'] });
  if (read.kind === 'refused') return read;
  const subject = headOf(home, read.entries);
  if (subject === undefined) return { kind: 'not-found' };
  const { clock } = await startAnswer(parts);
  const states = [...(await readDraws(parts)).draws.values()].reverse();
  const lines: OwnDrawLine[] = [];
  for (const state of states) lines.push(...(await ownLine(parts, state, home)));
  const { id, name } = subject;
  return {
    kind: 'found',
    view: { clock, subject: { id, ...(name === undefined ? {} : { name }) }, lines },
  };
}

async function ownLine(
  parts: DrawParts,
  state: DrawState,
  home: string,
): Promise<readonly OwnDrawLine[]> {
  if (state.committed === undefined) return [];
  const draw = viewOf(state);
  const { list, drawn: made } = await readClosedDraw(parts, draw.draw);
  // After its retention nobody's line is left.
  if (list === undefined) return [];
  const own = list.lines.filter((line) => line.home === home);
  if (own.length === 0) return [{ draw }];
  const { terms } = state.committed;
  const met = new Set(made?.file.result.map(({ token }) => token));
  return own.map(({ premises, ...line }): OwnDrawLine => {
    const licence = licenceOf(premises);
    const membership = membershipOf(terms, listsOf(list), {
      ...line,
      ...(licence === undefined ? {} : { licence }),
    });
    if (draw.disclosed === undefined) return { draw, membership };
    return { draw, membership, drawn: met.has(line.token) };
  });
}
