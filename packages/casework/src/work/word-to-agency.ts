import type { Journal, Message } from '../port/journal.ts';
import { findAgency } from '../promulgate/add-agency.ts';
import { agencyWord } from './mail-topics.ts';

/** Word to an agency that gave an address: that a notice waits at its desk, and nothing of it. */
export async function wordToAgency(
  parts: { readonly journal: Pick<Journal, 'entriesOf'> },
  { home, agency }: { readonly home: string; readonly agency: string },
): Promise<readonly Message[]> {
  const address = (await findAgency(parts, home))?.mail;
  return address === undefined ? [] : [{ home, topic: agencyWord, body: { body: agency } }];
}
