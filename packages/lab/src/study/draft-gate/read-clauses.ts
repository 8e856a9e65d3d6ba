import { readFile } from 'node:fs/promises';

import { readStrict, type Edit } from '@credence/rulebook';
import { z } from 'zod';

import { faultOf, LabFileError } from '../../regime/lab-fault.ts';
import { practices } from '../../regime/practice.ts';
import { localised } from '../../society/read-data.ts';

const clause = z.strictObject({
  clause: z.string().min(1),
  says: localised,
  edits: z.array(z.strictObject({ set: z.string().min(1), to: z.json() })).default([]),
  practice: z
    .partialRecord(z.enum(practices.map(({ id }) => id)), z.number())
    .default({})
    .describe('What the text leaves to those who carry it out.'),
  weight: z.number().positive().default(1).describe('How often it is drawn beside the others.'),
});

const shape = z.strictObject({
  confidence: z.enum(['verified', 'secondary', 'unverified']),
  source: z.string().min(1),
  base: z.string().describe('The preset that drafts are laid over.'),
  without: z.array(z.string()).describe('Cards of its edition that are left out.'),
  abusive: z.array(clause).min(1),
  lawful: z.array(clause).min(1),
  companions: z.array(clause).describe('Harmless clauses that stand beside others.'),
});

/** A clause of a draft: what it changes in the text, and in how the text is carried out. */
export interface Clause {
  readonly id: string;
  readonly edits: readonly Edit[];
  readonly practice: Readonly<Record<string, number>>;
  readonly weight: number;
  /** The truth that the gate is held against. */
  readonly isAbusive: boolean;
}

/** What drafts are made of. */
export interface Clauses {
  readonly base: string;
  readonly without: readonly Edit[];
  /** Abusive ones first. */
  readonly clauses: readonly Clause[];
  readonly companions: readonly Clause[];
}

/** Reads `studies/draft-clauses.yaml`. @throws LabFileError with everything that is wrong with it */
export async function readClauses(): Promise<Clauses> {
  const file = new URL('../../../studies/draft-clauses.yaml', import.meta.url);
  const text = await readFile(file, 'utf8');
  const reading = readStrict('studies/draft-clauses.yaml', text, shape);
  if (reading.kind === 'refused') throw new LabFileError(reading.findings.map(faultOf));
  const { base, without, abusive, lawful, companions } = reading.value;
  return {
    base,
    without: without.map((card) => ({ kind: 'withdraw', card })),
    clauses: [
      ...abusive.map((each) => clauseOf(each, true)),
      ...lawful.map((each) => clauseOf(each, false)),
    ],
    companions: companions.map((each) => clauseOf(each, false)),
  };
}

function clauseOf(
  { clause: id, edits, practice, weight }: z.output<typeof clause>,
  isAbusive: boolean,
): Clause {
  const made = edits.map(({ set, to }): Edit => ({ kind: 'set', place: set, to }));
  const set = practices.flatMap((each) => {
    const value = practice[each.id];
    return value === undefined ? [] : [[each.id, value] as const];
  });
  return { id, edits: made, practice: Object.fromEntries(set), weight, isAbusive };
}
