import type { CaseAction } from '../../entry/case-payload.ts';
import type { Message } from '../../port/journal.ts';
import { paperWaits } from '../../work/mail-topics.ts';
import type { CaseWorld } from '../case.ts';
import { consentOn } from './consent.ts';

/**
 * With its consent the subject is sent word that a paper waits: not which one, and nothing that is in
 * it. The word is stored with the act and erased with its case.
 */
export function wordOfPaper(
  action: CaseAction,
  world: CaseWorld,
  place: { readonly home: string; readonly stream: string },
): readonly Message[] {
  if (action.kind !== 'noticed' && action.kind !== 'approved') return [];
  const mail = consentOn(world.consents ?? [], action.on)?.mail;
  return mail === undefined ? [] : [{ ...place, topic: paperWaits, body: {} }];
}
