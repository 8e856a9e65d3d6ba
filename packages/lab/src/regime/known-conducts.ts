import { readConducts } from '../world/read-conducts.ts';
import type { KnownConducts } from './regime-law.ts';

/** The acts of the society in the order of their numbers, with the amounts of their levels. */
export async function knownConducts(): Promise<KnownConducts> {
  const conducts = await readConducts();
  return {
    amounts: conducts[0]?.amounts ?? [],
    conducts: conducts.map(({ id, subjects }) => ({ id, subjects })),
  };
}
