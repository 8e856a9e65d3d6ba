import { isEvenDraw, openDraw, openList, writeDraw } from '@credence/proof';

import { readerOf } from '../../access/actor-of.ts';
import type { DrawCasework } from './draw.ts';
import { closedHome, mayInspect, readClosedDraw, readDraws, type DrawParts } from './draw-state.ts';
import { listsOf } from './take-steps.ts';

/**
 * The draw file once the visits are over. Where classes weighed it goes without weights: names stand
 * beside it, and a region of which all weigh the same would give away the class of each of them.
 *
 * Legal source: guards N13 and G40: a class is never public.
 */
export async function readDrawFile(parts: DrawParts, draw: string): Promise<string | undefined> {
  const state = (await readDraws(parts)).draws.get(draw);
  if (state?.disclosed === undefined) return undefined;
  const { drawn } = await readClosedDraw(parts, draw);
  if (drawn === undefined) return undefined;
  const { file } = drawn;
  return writeDraw(isEvenDraw(file.list) ? file : openDraw(file));
}

/** The list as its leaves, so that anyone sees that it stands still, and nobody what it says. */
export async function readDrawList(parts: DrawParts, draw: string): Promise<string | undefined> {
  const state = (await readDraws(parts)).draws.get(draw);
  if (state?.committed === undefined) return undefined;
  const { list } = await readClosedDraw(parts, draw);
  if (list === undefined) return undefined;
  return writeDraw(openList(state.committed.terms, listsOf(list)));
}

/** The whole file, weights included, for those who may plan; the look is written down. */
export async function readWholeDraw(
  parts: DrawParts,
  ...[principal, draw]: Parameters<DrawCasework['readWholeDraw']>
): ReturnType<DrawCasework['readWholeDraw']> {
  const state = (await readDraws(parts)).draws.get(draw);
  if (state === undefined) return { kind: 'not-found' };
  const { agency } = state.plan;
  const may = mayInspect(parts, principal, { operation: 'inspection.plan', agency });
  if (may.kind === 'refused') return may;
  const { drawn } = await readClosedDraw(parts, draw);
  if (drawn === undefined) return { kind: 'not-found' };
  await parts.journal.readWithAccess(
    { reader: readerOf(principal), purpose: 'supervision', fields: ['draw'] },
    closedHome(draw),
  );
  return { kind: 'found', text: writeDraw(drawn.file) };
}
