import type { CaseFile } from '../../case/case.ts';
import { matterOf } from '../../case/fold-case.ts';
import { drawsOf } from '../../case/law/inspection-law.ts';

/**
 * Which draws of a visit may be named: those whose names are disclosed. Undefined while it was drawn
 * and none of them is; a visit that was picked by hand waits for nothing.
 */
export function toldDraws(
  file: CaseFile,
  isDisclosed: (draw: string) => boolean,
): { readonly draw?: string; readonly joined?: readonly string[] } | undefined {
  const isPicked = matterOf(file, 'inspection')?.draw === undefined;
  const known = drawsOf(file).filter(isDisclosed);
  if (isPicked) return known.length === 0 ? {} : { joined: known };
  const [draw, ...joined] = known;
  if (draw === undefined) return undefined;
  return { draw, ...(joined.length === 0 ? {} : { joined }) };
}
