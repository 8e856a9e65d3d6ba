import type { CaseParts } from './open-desk.ts';
import type { OfficeLook } from './dossier.ts';

/** The agencies of the register, and the people of those that have a desk in a case. */
export async function lookAtOffices(
  { register }: Pick<CaseParts, 'register'>,
  codes: readonly string[],
): Promise<OfficeLook> {
  const agencies = await register.agencies();
  const wanted = agencies.filter(({ code }) => codes.includes(code));
  const accounts = await Promise.all(
    wanted.map(async ({ code, home }) => [code, await register.accountsIn(home)] as const),
  );
  return { agencies, accounts: new Map(accounts) };
}
