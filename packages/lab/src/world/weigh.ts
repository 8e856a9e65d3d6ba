import { lights, natures, NO_FORM, pressure, weights } from './record-state.ts';
import type { WorldAgentProcess, WorldSlice, WorldWholeProcess } from './world-kinds.ts';

const COMPLAINT = lights.indexOf('complaint');
const REGISTER = lights.indexOf('register');
const OFFENCE = natures.indexOf('offence');
const LAWFUL = natures.indexOf('lawful');
const INABILITY = natures.indexOf('inability');
const OFFICE = weights.indexOf('office');

/**
 * How much a subject draws the eye of those who choose whom to visit: 1 for the unknown, more for
 * the listed and the recorded, times what an index adds for a young owner, a young firm and posts.
 * A post is made up with the share `postsFaked`; a true one is about somebody with an open violation.
 */
export const weigh: WorldAgentProcess = {
  name: 'weigh',
  when: 'month',
  over: 'agents',
  draws: ['post'],
  run({ count, columns, parameters, draws, month }) {
    const { weightListed, weightKnown, weightOwnerAge, weightFirmAge, limitation } = parameters;
    const { weightSocialMedia, youngOwner, youngFirm, posts, postsFaked } = parameters;
    const { youthWeight, postWeight, postsGather } = parameters;
    const [fakePosts, truePosts] = [posts * postsFaked, posts * (1 - postsFaked)];
    const [owner, firm] = [1 + youthWeight * weightOwnerAge, 1 + youthWeight * weightFirmAge];
    const posted = 1 + postWeight * weightSocialMedia;
    const openPosts = fakePosts + postsGather * truePosts;
    // Out of the loop, so that nothing but numbers is read in it.
    const { openForm, openSince, listed, slots, kind, age, firmAge } = columns;
    const [weights, { post }] = [columns.weight, draws];
    for (let i = 0; i < count; i += 1) {
      if (month - (openSince[i] ?? 0) >= limitation) openForm[i] = NO_FORM;
      let weight = 1;
      if (listed[i] !== 0) weight = weightListed;
      else if (slots[i] !== 0) weight = weightKnown;
      if (kind[i] === 0) {
        if ((age[i] ?? 0) < youngOwner) weight *= owner;
        if ((firmAge[i] ?? 0) < youngFirm) weight *= firm;
      }
      const chance = openForm[i] === NO_FORM ? fakePosts : openPosts;
      if ((post[i] ?? 0) < chance) weight *= posted;
      weights[i] = weight;
    }
  },
};

/**
 * The mean weight, so that targeting moves visits without adding any. It is known before anything
 * happens in the month: those who may be visited weigh what they risk by it.
 */
export const measurePressure: WorldWholeProcess = {
  name: 'pressure',
  when: 'month',
  over: 'everyone',
  run({ agents, columns: { weight }, fields }) {
    let sum = 0;
    for (let i = 0; i < agents; i += 1) sum += weight[i] ?? 1;
    fields.pressure[pressure.meanWeight] = sum / agents;
  },
};

/**
 * The chance of a complaint. Complaints are a flow of a stated size: the true ones fall on those with
 * something open that people complain of, what happened in this month among it, the false ones on
 * anybody. Who weighs an act goes by the month before; in the first nobody has seen a complaint yet.
 */
export const measureComplaints: WorldWholeProcess = {
  name: 'complaints',
  when: 'month',
  over: 'everyone',
  run({ agents, columns: { openForm }, fields, parameters }) {
    const { complaints, falseReports } = parameters;
    let open = 0;
    const { foundBy } = fields;
    for (let i = 0; i < agents; i += 1) {
      const form = openForm[i] ?? NO_FORM;
      if (form !== NO_FORM && isComplained(foundBy[form >>> 4] ?? 0)) open += 1;
    }
    const truly = complaints * (1 - falseReports) * agents;
    fields.pressure[pressure.trueComplaint] = Math.min(1, truly / Math.max(1, open));
    fields.pressure[pressure.falseComplaint] = complaints * falseReports;
  },
};

/** Whether people complain of what comes to light this way; registers need nobody to complain. */
export function isComplained(light: number): boolean {
  return light === COMPLAINT;
}

export function isByRegister(light: number): boolean {
  return light === REGISTER;
}

/** What only officials can do, nobody else is recorded for. */
export function couldDo(
  { columns, fields }: Pick<WorldSlice, 'columns' | 'fields'>,
  i: number,
  conduct: number,
): boolean {
  return fields.weighed[conduct] !== OFFICE || columns.official.get(i) === 1;
}

/** Lawful acts and inability: nobody's wrong, and no merit either. */
export function isNoWrong(nature: number): boolean {
  return nature === LAWFUL || nature === INABILITY;
}

export function isOffence(nature: number): boolean {
  return nature === OFFENCE;
}
