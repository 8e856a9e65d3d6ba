import {
  parseAmount,
  parseCivilDate,
  problem,
  roundToTwoDigits,
  type CivilDate,
  type Problem,
} from '@credence/domain';

/** Reads days and sums of one contract in a file, and keeps what cannot be read with its path. */
export class ValueReader {
  private readonly at: string;
  private readonly today: CivilDate;
  private readonly currency: string;
  private readonly problems: Problem[];

  constructor(
    at: string,
    given: { readonly today: CivilDate; readonly currency: string; readonly problems: Problem[] },
  ) {
    this.at = at;
    this.today = given.today;
    this.currency = given.currency;
    this.problems = given.problems;
  }

  fail(path: string, received: string, accepted: string): void {
    this.problems.push(invalid(`${this.at}/${path}`, received, accepted));
    return undefined;
  }

  /** A day up to today, or any. */
  day(
    path: string,
    text: string | null | undefined,
    { future = false }: { readonly future?: boolean } = {},
  ): CivilDate | undefined {
    const day = parseCivilDate(text?.slice(0, 10) ?? '');
    if (day !== undefined && (future || day <= this.today)) return day;
    const accepted = future ? 'a day that exists' : `a day that exists, up to ${this.today}`;
    this.fail(path, text ?? 'nothing', accepted);
    return undefined;
  }

  sum(
    path: string,
    given: { readonly amount: number; readonly currency: string } | null | undefined,
  ): number | undefined {
    const { amount, currency } = given ?? {};
    const parsed = parseAmount(String(amount ?? ''), { currency: this.currency, unit: 'base' });
    if (currency === this.currency && parsed.kind === 'amount' && parsed.money.amount > 0) {
      return parsed.money.amount;
    }
    const received = given === null || given === undefined ? 'nothing' : `${amount} ${currency}`;
    this.fail(path, received, `a sum in ${this.currency}`);
    return undefined;
  }

  /** Whether a sum is the known one, or what of it was told in public. */
  isSame(amount: number, known: number): boolean {
    const told = roundToTwoDigits({ amount: known, currency: this.currency });
    return amount === known || amount === told.amount;
  }
}

/** A place in a file that does not fit. */
export function invalid(path: string, received: string, accepted: string): Problem {
  return problem('ocds-invalid', { path: path === '' ? '/' : path, received, accepted });
}
