import { granted } from './answers.ts';
import type { Attack, Prepared } from './guard.ts';

const refusedByGrants = '42501';

interface Smuggled {
  readonly says: string;
  readonly sql: string | ((world: Prepared) => Promise<string>);
  /** What the same session may do. */
  readonly lawful: string;
  readonly refusal?: string;
  readonly role?: 'app' | 'eraser';
}

/** SQL in a session of the strongest role that is not the owner's. */
export function smuggled(given: Smuggled): Attack {
  const { says, sql, lawful, refusal = refusedByGrants, role = 'app' } = given;
  const said = async (world: Prepared, statement: string): Promise<string> => {
    const { state } = await world.sql(statement, role);
    return state === 'done' ? granted : state;
  };
  return {
    ...{ says, refusal, by: 'sql', trace: 'server' },
    attempt: async (world) => said(world, typeof sql === 'string' ? sql : await sql(world)),
    lawful: (world) => said(world, lawful),
  };
}
