import { problem, type JsonValue, type Problem } from '@credence/domain';

import { actorOf } from '../access/actor-of.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { holdsPersonData } from '../intake/person-scan.ts';
import type { NewEntry } from '../port/journal.ts';
import type { wordToAgency } from '../work/word-to-agency.ts';
import type { ContractCasework, ContractOutcome } from './contract.ts';
import type { ContractParts } from './open-contract.ts';

/** What one use case is asked. */
export type Command<Name extends keyof ContractCasework> = Parameters<ContractCasework[Name]>[0];

/** What stands against it. */
export function refused(...problems: readonly Problem[]): ContractOutcome {
  return { kind: 'refused', problems };
}

/** Fields are missing, or not in the form that is accepted. */
export function badForm(...fields: readonly string[]): ContractOutcome {
  return refused(...fields.map((field) => problem('contract-form', { field })));
}

/** Stores entries in one step; whoever decided on an older state reads again. */
export async function record(
  parts: ContractParts,
  principal: KnownPrincipal,
  given: {
    readonly id: string;
    readonly entries: readonly NewEntry[];
    readonly expect: readonly { home: string; stream: string; seq: number }[];
    readonly outbox?: Awaited<ReturnType<typeof wordToAgency>>;
  },
): Promise<ContractOutcome> {
  const { id, entries, expect, outbox = [] } = given;
  const command = { actor: actorOf(principal), purpose: 'own', basis: [] };
  const outcome = await parts.journal.record(command, entries, { expect, outbox });
  return outcome.kind === 'conflict'
    ? refused(problem('contract-step-closed', { act: 'again', seat: 'buyer' }))
    : { kind: 'recorded', contractId: id, receipt: outcome.receipt };
}

/** The first text that holds data about a person, by its field. */
export function personIn(said: JsonValue): string | undefined {
  return Object.entries(objectOf(said)).find(
    ([, value]) => typeof value === 'string' && holdsPersonData(value),
  )?.[0];
}

/** The fields of what was said; a list or a single value has none. */
export function objectOf(said: JsonValue): { readonly [key: string]: JsonValue } {
  const isObject = typeof said === 'object' && said !== null && !Array.isArray(said);
  // An array is no object of fields; the check above leaves objects alone.
  return isObject ? (said as { readonly [key: string]: JsonValue }) : {};
}

/** A text with something in it. */
export function stringOf(given: JsonValue | undefined): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
}
