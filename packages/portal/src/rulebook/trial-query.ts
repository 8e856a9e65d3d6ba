import type { Trial } from '@credence/casework';
import { parseCivilDate, problem, type Refusal } from '@credence/domain';

import { withQuery } from '../request/paths.ts';

/** Facts stand in the address under their names with this before them. */
const prefix = 'fact.';

/** More facts than any sample has, and longer texts than any of them takes. */
const factsMax = 300;
const textMax = 80;

/** The name of a fact's field and of its part of the address. */
export function factParameter(name: string): string {
  return `${prefix}${name}`;
}

/** The address under which a trial can be found again. */
export function trialQuery(path: string, trial: Trial): string {
  const address = withQuery(path, { sample: trial.sample, on: trial.on });
  // An empty text means "not known" and is kept, unlike an absent one.
  const facts = new URLSearchParams();
  for (const [name, text] of Object.entries(trial.facts)) facts.set(factParameter(name), text);
  const rest = facts.toString();
  return rest === '' ? address : `${address}&${rest}`;
}

export type TrialReading = { readonly kind: 'trial'; readonly trial: Trial } | Refusal;

/** Reads a trial out of an address; what is no trial is named. */
export function readTrial(query: URLSearchParams): TrialReading {
  const sample = query.get('sample') ?? '1';
  if (!/^[1-9]\d{0,2}$/.test(sample)) return refused('sample', sample, '1-999');
  const day = query.get('on') ?? '';
  const on = parseCivilDate(day);
  if (day !== '' && on === undefined) {
    return { kind: 'refused', problem: problem('day-invalid', { value: day.slice(0, 40) }) };
  }
  const facts = [...query].flatMap(([name, text]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), text] as const] : [],
  );
  if (facts.length > factsMax) {
    return refused('fact', String(facts.length), `0-${String(factsMax)}`);
  }
  const long = facts.find(([, text]) => text.length > textMax);
  if (long !== undefined) return refused('fact', long[0].slice(0, 40), `0-${String(textMax)}`);
  const trial = { sample: Number(sample), facts: Object.fromEntries(facts) };
  return { kind: 'trial', trial: on === undefined ? trial : { ...trial, on } };
}

function refused(parameter: string, value: string, accepted: string): TrialReading {
  const given = { parameter, value: value.slice(0, 40), accepted };
  return { kind: 'refused', problem: problem('parameter-invalid', given) };
}
