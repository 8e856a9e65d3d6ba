import { readRevisions } from './divisions.ts';

/** Not a division, and yet in codes that were lawfully given: the national registering authority. */
const nationalAuthority = '100000';

/**
 * Codes of administrative divisions of every revision of GB/T 2260 that the table has, so that the
 * code of a division abolished since is known too. Newer divisions are missing; a region that is not
 * here is therefore worth a note and never a refusal.
 */
export function readRegionCodes(): ReadonlySet<string> {
  const codes = new Set([nationalAuthority]);
  for (const [code] of readRevisions()) codes.add(code);
  return codes;
}
