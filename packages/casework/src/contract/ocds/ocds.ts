import { z } from 'zod';

/** Version of the Open Contracting Data Standard that files are written in. */
export const ocdsVersion = '1.1';

/** A day or a moment; of a moment the day counts. */
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T.+)?$/, 'a date such as 2026-05-04');
const text = z.string().regex(/\S/, 'a text');
const value = z.looseObject({
  amount: z.number().min(0, 'a sum of nought or more'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'three letters of ISO 4217'),
});
const reference = z.looseObject({ id: text, name: text.optional() });

const party = z.looseObject({
  id: text,
  name: text.optional(),
  identifier: z.looseObject({ scheme: text.optional(), id: text.optional() }).optional(),
  roles: z.array(z.string()).optional(),
});

const milestone = z.looseObject({
  id: text,
  title: text.optional(),
  type: z.string().optional(),
  code: z.string().optional(),
  dueDate: date.optional(),
  dateMet: date.optional(),
  status: z.string().optional(),
  value: value.optional(),
});

const transaction = z.looseObject({
  id: text,
  source: z.string().optional(),
  date,
  value,
  relatedDelivery: text.optional(),
});

const contract = z.looseObject({
  id: text,
  awardID: text,
  title: text.optional(),
  status: z.string().optional(),
  dateSigned: date,
  value,
  paymentTerms: z
    .looseObject({
      days: z.int().min(1).max(3660).optional(),
      yearlyRatePartsPerMillion: z.int().min(0).optional(),
    })
    .optional(),
  implementation: z
    .looseObject({
      milestones: z.array(milestone).optional(),
      transactions: z.array(transaction).optional(),
    })
    .optional(),
});

const release = z.looseObject({
  ocid: text,
  id: text,
  date: z.string(),
  tag: z.array(z.string()).min(1),
  language: z.string().optional(),
  initiationType: z.string(),
  parties: z.array(party),
  buyer: reference,
  awards: z.array(z.looseObject({ id: text, suppliers: z.array(reference).optional() })).optional(),
  contracts: z.array(contract).optional(),
});

/** What of a release package is read; everything else is left where it is. */
export const releasePackage = z.looseObject({
  uri: text,
  version: z
    .string()
    .regex(/^1\.1(?:\.\d+)?$/, 'version 1.1')
    .optional(),
  publishedDate: z.string(),
  publisher: z.looseObject({ name: text }),
  releases: z.array(release).max(10_000),
});

export type ReleasePackage = z.output<typeof releasePackage>;
export type Release = ReleasePackage['releases'][number];
export type OcdsContract = NonNullable<Release['contracts']>[number];
export type OcdsParty = Release['parties'][number];

/** The code under which an accepted delivery stands among the milestones. */
export const acceptedDelivery = 'accepted_delivery';
