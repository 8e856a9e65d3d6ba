import type { CaseParts } from '../case/desk/open-desk.ts';
import { actByNotice, lodgeByNotice } from './act-by-notice.ts';
import { closeNotice, giveNotice } from './give-notice.ts';
import type { NoticeCasework } from './notice.ts';
import { viewByNotice } from './view-notice.ts';

/** The use cases of whoever holds a notice of a case, and of the desk that gives it. */
export function createNotices(parts: CaseParts): NoticeCasework {
  return {
    giveNotice: (principal, order) => giveNotice(parts, principal, order),
    closeNotice: (principal, asked) => closeNotice(parts, principal, asked),
    viewByNotice: (key) => viewByNotice(parts, key),
    actByNotice: (key, step) => actByNotice(parts, key, step),
    lodgeByNotice: (key, said) => lodgeByNotice(parts, key, said),
  };
}
