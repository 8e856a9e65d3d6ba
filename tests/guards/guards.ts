import type { Guard } from './guard.ts';
import { guardsOfConsequences } from './guards-of-consequences.ts';
import { guardsOfData } from './guards-of-data.ts';
import { guardsOfProcedure } from './guards-of-procedure.ts';
import { guardsOfTheHouse } from './guards-of-house.ts';

/**
 * Every guard, what is tried against it while the register runs, and what says no. Each attack is
 * made by the strongest hand there is at that door: all offices of an authority in one account, the
 * system of an authority, or the login of the application in the database.
 */
export const guards: Readonly<Record<string, Guard>> = {
  ...guardsOfData,
  ...guardsOfConsequences,
  ...guardsOfProcedure,
  ...guardsOfTheHouse,
};
