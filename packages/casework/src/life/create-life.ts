import type { CaseParts } from '../case/desk/open-desk.ts';
import { enterLifeEvent } from './enter-event.ts';
import type { LifeCasework } from './life.ts';
import { settleLifeEvent } from './settle-event.ts';
import { viewLifeDesk } from './view-desk.ts';

/** The use cases of events in the life of organisations. */
export function createLife(parts: CaseParts): LifeCasework {
  return {
    enterLifeEvent: (command) => enterLifeEvent(parts, command),
    settleLifeEvent: (command) => settleLifeEvent(parts, command),
    viewLifeDesk: (principal, code) => viewLifeDesk(parts, principal, code),
  };
}
