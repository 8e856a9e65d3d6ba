import { isEvenDraw, openDraw, openList, writeDraw } from '@credence/proof';

import { readerOf } from '../../access/actor-of.ts';
import type { DrawCasework } from './draw.ts';
import { lookAtClosedDraw, readClosedDraw, readDraws, type DrawParts } from './draw-state.ts';
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

/**
 * The whole file, weights included, for those who may plan and for oversight, which need not ask the
 * office whose draw it is; the look is written down.
 */
export async function readWholeDraw(
  parts: DrawParts,
  ...[principal, draw]: Parameters<DrawCasework['readWholeDraw']>
): ReturnType<DrawCasework['readWholeDraw']> {
  const state = (await readDraws(parts)).draws.get(draw);
  if (state === undefined) return { kind: 'not-found' };
  const { agency } = state.plan;
  const isAuditor = 'roles' in principal && principal.roles.includes('auditor');
  const purpose = isAuditor ? 'oversight' : 'supervision';
  const resource = { kind: 'agency', agency } as const;
  const may = parts.access.decide(principal, 'inspection.read', resource, purpose);
  if (may.kind === 'refused') return may;
  if (state.drawnOn === undefined) return { kind: 'not-found' };
  const look = { reader: readerOf(principal), purpose, fields: ['draw'] };
  const { drawn } = await lookAtClosedDraw(parts, { ...look, draw });
  if (drawn === undefined) return { kind: 'not-found' };
  return { kind: 'found', text: writeDraw(drawn.file) };
}
