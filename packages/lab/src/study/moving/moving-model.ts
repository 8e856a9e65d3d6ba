import { defineModel } from '../../engine/define-model.ts';

/**
 * Each agent practises a trade in one of several regions and bears a name that others bear too. Some
 * keep doing harm; who is found is banned where it happened. A banned one may move and ask to be
 * admitted elsewhere, sometimes under a new name, rarely under a new code.
 *
 * What stands in the way there: nothing (`keyed` and `named` 0), a record shared by code (`keyed`), or a
 * public list of names (`named`), on which everyone who bears a banned name is refused until cleared.
 * Others move too, for reasons of their own. Without movers nobody repeats harm elsewhere; with a shared
 * record that is always asked, only those under a new code do.
 */
export const movingModel = defineModel({
  name: 'moving',
  at: { module: import.meta.url, name: 'movingModel' },
  parameters: {
    regions: 12,
    names: 2000,
    /** 0 all names as common; 1 the names of a few are borne by many. */
    commonNames: 1,
    prone: 0.05,
    harm: 0.2,
    found: 0.2,
    banMonths: 36,
    moves: 0.2,
    ordinaryMoves: 0.01,
    renames: 0.2,
    recodes: 0.02,
    /** 1 where another region asks the shared record; 1 where it asks the list of names. */
    keyed: 0,
    named: 0,
    asks: 0.9,
    /** Share of shared records under somebody else's code. */
    miskeyed: 0.002,
    cleared: 0.2,
  },
  columns: {
    name: 'u32',
    ...{ months: 'u16', region: 'u8', bannedIn: 'u8' },
    ...{ prone: 'bit', blocked: 'bit' },
    /** Under a name or a code that no list has. */
    ...{ renamed: 'bit', recoded: 'bit', miskeyed: 'bit', wronged: 'bit' },
  },
  fields: {
    /** By name: how many of those banned bear it. */
    listed: 'u16',
    /** The share of all that is banned. */
    banned: 'f64',
  },
  fieldLengths: ({ names }) => ({ listed: names, banned: 1 }),
  draws: {
    ...{ prone: 1, name: 2, region: 3, harm: 4, found: 5, move: 6, where: 7, asks: 8 },
    ...{ renames: 9, recodes: 10, miskeyed: 11, cleared: 12, mistaken: 13 },
  },
  observers: {
    ...{ harms: 'count', moverHarms: 'count', bans: 'count', moved: 'count', stopped: 'count' },
    ...{ wronged: 'count', wrongMonths: 'count' },
  },
  processes: [
    {
      name: 'begin',
      when: 'start',
      over: 'agents',
      draws: ['prone', 'name', 'region'],
      run({ count, columns, draws, parameters }) {
        const { names, commonNames, regions } = parameters;
        for (let i = 0; i < count; i += 1) {
          columns.prone.set(i, (draws.prone[i] ?? 0) < parameters.prone);
          columns.name[i] = Math.floor((draws.name[i] ?? 0) ** (1 + 2 * commonNames) * names);
          columns.region[i] = Math.floor((draws.region[i] ?? 0) * regions);
        }
      },
    },
    {
      name: 'practise',
      when: 'month',
      over: 'agents',
      draws: ['harm', 'found', 'miskeyed'],
      run({ count, columns, draws, parameters, sums }) {
        for (let i = 0; i < count; i += 1) {
          const left = columns.months[i] ?? 0;
          if (left > 0) columns.months[i] = left - 1;
          if (left === 1) endBan(columns, i);
          const practises = left === 0 || columns.region[i] !== columns.bannedIn[i];
          if (!practises || columns.blocked.get(i) === 1 || columns.prone.get(i) === 0) continue;
          if ((draws.harm[i] ?? 0) >= parameters.harm) continue;
          sums.harms += 1;
          if (left > 0) sums.moverHarms += 1;
          if ((draws.found[i] ?? 0) >= parameters.found) continue;
          sums.bans += 1;
          columns.months[i] = parameters.banMonths;
          columns.bannedIn[i] = columns.region[i] ?? 0;
          // A new finding is under the name and the code of today.
          columns.renamed.set(i, false);
          columns.recoded.set(i, false);
          columns.miskeyed.set(i, (draws.miskeyed[i] ?? 0) < parameters.miskeyed);
        }
      },
    },
    {
      name: 'publish',
      when: 'month',
      over: 'everyone',
      run({ count, columns, fields }) {
        fields.listed.fill(0);
        let banned = 0;
        for (let i = 0; i < count; i += 1) {
          if ((columns.months[i] ?? 0) === 0) continue;
          const name = columns.name[i] ?? 0;
          fields.listed[name] = (fields.listed[name] ?? 0) + 1;
          banned += 1;
        }
        fields.banned[0] = banned / count;
      },
    },
    {
      name: 'move',
      when: 'month',
      over: 'agents',
      draws: ['move', 'where', 'asks', 'renames', 'recodes', 'cleared', 'mistaken'],
      run({ count, columns, fields, draws, parameters, sums }) {
        const { keyed, named, regions } = parameters;
        // Of all bans a share stands under a code that is somebody else's: anyone's.
        const mistakes = parameters.miskeyed * (fields.banned[0] ?? 0);
        for (let i = 0; i < count; i += 1) {
          const isBanned = (columns.months[i] ?? 0) > 0;
          if (columns.wronged.get(i) === 1) {
            sums.wrongMonths += 1;
            if ((draws.cleared[i] ?? 0) < parameters.cleared || isBanned) {
              columns.wronged.set(i, false);
              columns.blocked.set(i, false);
            }
          }
          const isHome = !isBanned || columns.region[i] === columns.bannedIn[i];
          const chance = isBanned ? parameters.moves : parameters.ordinaryMoves;
          if (!isHome || columns.blocked.get(i) === 1 || (draws.move[i] ?? 0) >= chance) continue;
          if (isBanned) {
            if ((draws.renames[i] ?? 0) < parameters.renames) columns.renamed.set(i, true);
            if ((draws.recodes[i] ?? 0) < parameters.recodes) columns.recoded.set(i, true);
          }
          const isAsked = (draws.asks[i] ?? 0) < parameters.asks;
          const isListed = (fields.listed[columns.name[i] ?? 0] ?? 0) > 0;
          const byName = named === 1 && isListed && columns.renamed.get(i) === 0;
          const isKnown = columns.recoded.get(i) === 0 && columns.miskeyed.get(i) === 0;
          const isMistaken = (draws.mistaken[i] ?? 0) < mistakes;
          const byCode = keyed === 1 && (isBanned ? isKnown : isMistaken);
          if (isAsked && (byName || byCode)) {
            if (isBanned) sums.stopped += 1;
            else {
              sums.wronged += 1;
              columns.wronged.set(i, true);
              columns.blocked.set(i, true);
            }
            continue;
          }
          const step = 1 + Math.floor((draws.where[i] ?? 0) * (regions - 1));
          columns.region[i] = ((columns.region[i] ?? 0) + step) % regions;
          if (isBanned) sums.moved += 1;
        }
      },
    },
  ],
});

interface Practitioners {
  readonly renamed: { set(index: number, value: boolean): void };
  readonly recoded: { set(index: number, value: boolean): void };
  readonly miskeyed: { set(index: number, value: boolean): void };
}

/** A ban that has run out leaves nothing behind. */
function endBan(columns: Practitioners, i: number): void {
  for (const name of ['renamed', 'recoded', 'miskeyed'] as const) {
    columns[name].set(i, false);
  }
}
