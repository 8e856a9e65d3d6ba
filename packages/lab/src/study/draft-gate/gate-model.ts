import { defineModel } from '../../engine/define-model.ts';

/** Where a draft stands. */
const [WAITING, ASSESSED, REFUSED, IN_FORCE, REPEALED] = [0, 1, 2, 3, 4] as const;

/**
 * Each agent is a draft rule: one clause, abusive or lawful, sometimes with a harmless companion. It
 * is handed in some month; without a gate it is in force at once, with one after the months that the
 * assessment takes, if it passes. A refused draft is put right with a chance each month: an abusive
 * one is redrafted without its clause and assessed again, a lawful one is passed after all. An abusive
 * rule in force is found out and repealed with a chance each month, and is not made again.
 *
 * Expected months in force of an abusive rule that nothing stops, handed in with `m` months to go and
 * found out with chance `f`: (1 - (1 - f)^m) / f.
 */
export const gateModel = defineModel({
  name: 'draft-gate',
  at: { module: import.meta.url, name: 'gateModel' },
  parameters: {
    /** 0 none, 1 the guards, 2 the guards and the Lab. */
    gate: 0,
    guardMonths: 1,
    labMonths: 2,
    /** Drafts are handed in during the first so many months. */
    handedIn: 12,
    abusiveShare: 0.2,
    companionShare: 0.5,
    foundOut: 0.03,
    redrafted: 0.3,
    overruled: 0.1,
    /** Clauses; the first of them abusive. */
    clauses: 0,
    abusive: 0,
    companions: 0,
  },
  columns: {
    clause: 'u8',
    companion: 'u8',
    from: 'u16',
    until: 'u16',
    state: 'u8',
    isAbusive: 'bit',
  },
  fields: {
    /** By clause: all weights up to and with it, of its kind. */
    weights: 'f64',
    /** By clause and companion (none first): 1 the guards refuse it, 2 the Lab does. */
    refused: 'u8',
  },
  fieldLengths: ({ clauses, companions }) => ({
    weights: clauses,
    refused: clauses * (companions + 1),
  }),
  draws: { kind: 1, clause: 2, companion: 3, handedIn: 4, foundOut: 5, redrafted: 6, overruled: 7 },
  observers: {
    abusive: 'count',
    lawful: 'count',
    abusiveMonths: 'count',
    lawfulMissing: 'count',
    refusedRightly: 'count',
    refusedWrongly: 'count',
    missed: 'count',
  },
  processes: [
    {
      name: 'draft',
      when: 'start',
      over: 'agents',
      draws: ['kind', 'clause', 'companion', 'handedIn'],
      run({ count, columns, fields, draws, parameters }) {
        const { abusive, clauses, companions } = parameters;
        for (let i = 0; i < count; i += 1) {
          const isAbusive = (draws.kind[i] ?? 0) < parameters.abusiveShare;
          const [first, end] = isAbusive ? [0, abusive] : [abusive, clauses];
          const place = (draws.clause[i] ?? 0) * (fields.weights[end - 1] ?? 0);
          let clause = first;
          while (clause < end - 1 && (fields.weights[clause] ?? 0) <= place) clause += 1;
          const beside = (draws.companion[i] ?? 0) / parameters.companionShare;
          columns.isAbusive.set(i, isAbusive);
          columns.clause[i] = clause;
          columns.companion[i] = beside < 1 ? 1 + Math.floor(beside * companions) : 0;
          if (companions === 0) columns.companion[i] = 0;
          columns.from[i] = Math.floor((draws.handedIn[i] ?? 0) * parameters.handedIn);
        }
      },
    },
    {
      name: 'decide',
      when: 'month',
      over: 'agents',
      draws: ['foundOut', 'redrafted', 'overruled'],
      run({ count, columns, fields, draws, parameters, month, sums }) {
        const { gate, companions } = parameters;
        const takes =
          (gate > 0 ? parameters.guardMonths : 0) + (gate > 1 ? parameters.labMonths : 0);
        for (let i = 0; i < count; i += 1) {
          if (month < (columns.from[i] ?? 0)) continue;
          const isAbusive = columns.isAbusive.get(i) === 1;
          const at = (columns.clause[i] ?? 0) * (companions + 1) + (columns.companion[i] ?? 0);
          const isStopped = ((fields.refused[at] ?? 0) & (gate > 1 ? 3 : gate)) !== 0;
          let state = columns.state[i] ?? 0;
          if (state === IN_FORCE && isAbusive && (draws.foundOut[i] ?? 0) < parameters.foundOut) {
            state = REPEALED;
          } else if (state === WAITING) {
            state = ASSESSED;
            columns.until[i] = month + takes;
            if (isAbusive) sums.abusive += 1;
            else sums.lawful += 1;
          } else if (state === REFUSED && isAbusive) {
            if ((draws.redrafted[i] ?? 0) < parameters.redrafted) {
              // Without its clause: what is assessed again is a lawful rule that nobody counts as lost.
              state = REPEALED;
            }
          } else if (state === REFUSED && (draws.overruled[i] ?? 0) < parameters.overruled) {
            state = IN_FORCE;
          }
          if (state === ASSESSED && month >= (columns.until[i] ?? 0)) {
            state = isStopped ? REFUSED : IN_FORCE;
            if (isStopped && isAbusive) sums.refusedRightly += 1;
            if (isStopped && !isAbusive) sums.refusedWrongly += 1;
            if (!isStopped && isAbusive) sums.missed += 1;
          }
          columns.state[i] = state;
          if (state === IN_FORCE && isAbusive) sums.abusiveMonths += 1;
          if (state !== IN_FORCE && !isAbusive) sums.lawfulMissing += 1;
        }
      },
    },
  ],
});
