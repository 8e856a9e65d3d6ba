import { g01 } from './g01-no-person-score.ts';
import { g02 } from './g02-no-family-taint.ts';
import { g03 } from './g03-no-association.ts';
import { g04 } from './g04-no-minors.ts';
import { g05 } from './g05-catalogue.ts';
import { g06 } from './g06-forbidden-data.ts';
import { g07 } from './g07-no-trait.ts';
import { g08 } from './g08-nothing-unverified.ts';
import { g09 } from './g09-effective-document.ts';
import { g10 } from './g10-rights-are-free.ts';
import { g11 } from './g11-serious-lists-only.ts';
import { g12 } from './g12-legal-basis.ts';
import { g13 } from './g13-closed-catalogue.ts';
import { g14 } from './g14-competence.ts';
import { g15 } from './g15-no-reaching-back.ts';
import { g16 } from './g16-once-for-one-fact.ts';
import { g17 } from './g17-no-forcing.ts';
import { g18 } from './g18-fits-the-breach.ts';
import { g19 } from './g19-in-proportion.ts';
import { g20 } from './g20-essentials.ts';
import { g21 } from './g21-inform-not-shame.ts';
import { g22 } from './g22-points-give.ts';
import { g23 } from './g23-free-to-join.ts';
import { g24 } from './g24-notice-before-effect.ts';
import { g25 } from './g25-be-heard-first.ts';
import { g26 } from './g26-a-person-decides.ts';
import { g27 } from './g27-burden-on-authority.ts';
import { g28 } from './g28-open-rules.ts';
import { g29 } from './g29-appeal-to-someone-else.ts';
import { g30 } from './g30-disputes-marked.ts';
import { g31 } from './g31-everything-ends.ts';
import { g32 } from './g32-way-back.ts';
import { g33 } from './g33-removal-complete.ts';
import { g34 } from './g34-expired-is-dead.ts';
import { g35 } from './g35-one-purpose.ts';
import { g36 } from './g36-least-data.ts';
import { g37 } from './g37-see-who-looked.ts';
import { g38 } from './g38-safe-statistics.ts';
import { g39 } from './g39-walls.ts';
import { g40 } from './g40-fair-inspections.ts';
import { g41 } from './g41-no-quiet-change.ts';
import { g42 } from './g42-four-eyes.ts';
import { g43 } from './g43-government-answers.ts';
import { g44 } from './g44-no-quotas.ts';
import { g45 } from './g45-impact-first.ts';
import { g46 } from './g46-free-of-charge.ts';
import type { Guard } from './guard.ts';

/** Every guard, in the order of the reference. There is no way to leave one out of a check. */
export const allGuards: readonly Guard[] = [
  g01,
  g02,
  g03,
  g04,
  g05,
  g06,
  g07,
  g08,
  g09,
  g10,
  g11,
  g12,
  g13,
  g14,
  g15,
  g16,
  g17,
  g18,
  g19,
  g20,
  g21,
  g22,
  g23,
  g24,
  g25,
  g26,
  g27,
  g28,
  g29,
  g30,
  g31,
  g32,
  g33,
  g34,
  g35,
  g36,
  g37,
  g38,
  g39,
  g40,
  g41,
  g42,
  g43,
  g44,
  g45,
  g46,
];
