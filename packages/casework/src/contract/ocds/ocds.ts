import { z } from 'zod';

import type { ContractPayload } from '../../entry/contract-payload.ts';

/** Version of the Open Contracting Data Standard that files are written in. */
export const ocdsVersion = '1.1';

/** A day or a moment; of a moment the day counts. */
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T.+)?$/, 'a date such as 2026-05-04');
const text = z.string().regex(/\S/, 'a text');
/** The standard lets ids be whole numbers, and advises against it. */
const id = z.union([text, z.int()], 'a text or a whole number').transform(String);
const value = z.looseObject({
  amount: z.number().min(0, 'a sum of nought or more'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'three letters of ISO 4217'),
});
const reference = z.looseObject({ id, name: text.nullish() });

const party = z.looseObject({
  id,
  name: text.nullish(),
  identifier: z.looseObject({ scheme: text.nullish(), id: id.nullish() }).nullish(),
  roles: z.array(z.string()).nullish(),
  /** By the standard's extension for the scale of organisations: `micro`, `sme`, `large`. */
  details: z.looseObject({ scale: text.nullish() }).nullish(),
});

const milestone = z.looseObject({
  id,
  title: text.nullish(),
  type: z.string().nullish(),
  code: z.string().nullish(),
  dueDate: date.nullish(),
  dateMet: date.nullish(),
  status: z.string().nullish(),
  value: value.nullish(),
  partial: z.boolean().nullish(),
  acceptanceTest: z.looseObject({ endDate: date, dateMet: date.nullish() }).nullish(),
  retention: z.looseObject({ value, dueDate: date }).nullish(),
});

const transaction = z.looseObject({
  id,
  source: z.string().nullish(),
  date: date.nullish(),
  value: value.nullish(),
  payer: reference.nullish(),
  payee: reference.nullish(),
  relatedDelivery: text.nullish(),
});

const amendment = z.looseObject({
  id: id.nullish(),
  date: date.nullish(),
  rationale: z.string().nullish(),
  description: z.string().nullish(),
});

const contract = z.looseObject({
  id,
  awardID: id,
  title: text.nullish(),
  status: z.string().nullish(),
  dateSigned: date.nullish(),
  value: value.nullish(),
  paymentTerms: z
    .looseObject({
      days: z.int().min(1).max(3660).optional(),
      yearlyRatePartsPerMillion: z.int().min(0).optional(),
    })
    .nullish(),
  amendments: z.array(amendment).nullish(),
  implementation: z
    .looseObject({
      milestones: z.array(milestone).nullish(),
      transactions: z.array(transaction).nullish(),
    })
    .nullish(),
});

const release = z.looseObject({
  ocid: text,
  id,
  date: z.string(),
  tag: z.array(z.string()).min(1),
  language: z.string().nullish(),
  initiationType: z.string().optional(),
  parties: z.array(party),
  buyer: reference,
  awards: z
    .array(
      z.looseObject({
        id,
        status: z.string().nullish(),
        suppliers: z.array(reference).nullish(),
      }),
    )
    .optional(),
  contracts: z.array(contract).optional(),
});

/** What of a release package is read; everything else is left where it is. */
export const releasePackage = z.looseObject({
  uri: text.optional(),
  version: z
    .string()
    .regex(/^1\.1(?:\.\d+)?$/, 'version 1.1')
    .optional(),
  publishedDate: z.string().optional(),
  publisher: z.looseObject({ name: text.nullish() }).optional(),
  releases: z.array(release).max(10_000),
});

export type ReleasePackage = z.output<typeof releasePackage>;
export type Release = ReleasePackage['releases'][number];
export type OcdsContract = NonNullable<Release['contracts']>[number];
export type OcdsParty = Release['parties'][number];

/** How a contract of this register is called in files; one that came in a file keeps its own name. */
const ownPrefix = 'ocds-credence-';

export function ocidOf({ contractId, ocid }: Pick<ContractPayload, 'contractId' | 'ocid'>): string {
  return ocid ?? `${ownPrefix}${contractId}`;
}

/** The id here of a contract that carries a name of this register; undefined for every other name. */
export function ownIdIn(ocid: string): string | undefined {
  return ocid.startsWith(ownPrefix) ? ocid.slice(ownPrefix.length) : undefined;
}

/** The code under which an accepted delivery stands among the milestones. */
export const acceptedDelivery = 'accepted_delivery';
export type OcdsMilestone = NonNullable<
  NonNullable<OcdsContract['implementation']>['milestones']
>[number];
