import type { CivilDate } from '../time/civil-date.ts';

/** Whose payments the law puts a date to. */
export type Payer = 'public_body' | 'large_enterprise';

/** How long a payer has, in days from the start of the clock. */
export type PaymentTerm = {
  /** Where the contract says nothing. */
  readonly usual: number;
  /** What a contract may agree at most. */
  readonly most: number;
};

/** A rate as parts of a million, so that no fraction is ever computed with. */
export type Rate = { readonly parts: number; readonly per: 'day' | 'year' };

/** The yearly rate that an agreed one may not fall below, from a day on. */
export type ReferenceRate = { readonly from: CivilDate; readonly parts: number };

/** What an edition says about paying in time; every number in it is the edition's. */
export type PaymentRule = {
  readonly terms: Readonly<Record<Payer, PaymentTerm>>;
  readonly interest: {
    /** What runs where no lawful rate was agreed. */
    readonly otherwise: Rate;
    /** Days that a yearly rate is divided by. */
    readonly yearDays: number;
    /** In the order of their days. */
    readonly reference: readonly ReferenceRate[];
  };
};

/** A stretch of days that does not count: the first one, and the first that counts again. */
export type Suspension = { readonly from: CivilDate; readonly until: CivilDate };
