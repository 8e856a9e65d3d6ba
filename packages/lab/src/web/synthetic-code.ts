import { checkUscc, usccAlphabet, usccCheckCharacter } from '@credence/domain';

/**
 * A code for a synthetic subject: written like one, with a check digit that is wrong, so that it is
 * nobody's and no register takes it.
 *
 * @throws Error when it would pass after all
 */
export function syntheticCode(agent: number): string {
  const first17 = `99999999${String(agent).padStart(9, '0')}`;
  const right = usccAlphabet.indexOf(usccCheckCharacter(first17));
  const code = `${first17}${usccAlphabet.charAt((right + 1) % usccAlphabet.length)}`;
  if (checkUscc(code).kind === 'valid') throw new Error(`${code} passes its check digit.`);
  return code;
}
