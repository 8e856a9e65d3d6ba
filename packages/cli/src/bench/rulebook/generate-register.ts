/** Code lists of the benchmark, in the order of their indexes. */
export const codes = {
  domain: ['tax', 'env', 'food', 'safety', 'customs', 'labour', 'market', 'data'],
  size: ['micro', 'small', 'medium', 'large'],
  list: ['none', 'abnormal', 'serious', 'defaulter'],
  kind: ['penalty', 'warning', 'listing', 'pledge', 'contract', 'inspection', 'award', 'licence'],
} as const;

/** The day all is asked about, in days since 1970-01-01. */
export const asOf = 20_000;

/** Shares of the kinds of records, added up: a draw below the first is a penalty, and so on. */
const kindShares = [0.35, 0.55, 0.62, 0.67, 0.72, 0.85, 0.9];

/** An invented register as columns; records of organisation `i` begin at `offsets[i]`. */
export interface Register {
  readonly organisations: number;
  readonly records: number;
  readonly size: Uint8Array;
  readonly sector: Uint8Array;
  readonly since: Int32Array;
  readonly report: Uint8Array;
  readonly arrears: Int32Array;
  readonly offsets: Int32Array;
  readonly kind: Uint8Array;
  readonly day: Int32Array;
  readonly domain: Uint8Array;
  readonly severity: Uint8Array;
  readonly until: Int32Array;
  readonly amount: Int32Array;
  readonly list: Uint8Array;
  readonly repaired: Uint8Array;
  readonly quashed: Uint8Array;
}

/**
 * Invents a register: the same for the same number of organisations, draw by draw, so that the
 * expected results of the benchmark hold anywhere.
 */
export function generateRegister(organisations: number): Register {
  const draw = mulberry32(42);
  const register = emptyRegister(organisations, organisations * 6 + 1_000);
  let row = 0;
  for (let index = 0; index < organisations; index += 1) {
    register.size[index] = Math.min(3, Math.floor(-Math.log(draw()) * 0.9));
    register.sector[index] = Math.floor(draw() * 8);
    register.since[index] = asOf - Math.floor(draw() * 6000);
    register.report[index] = draw() > 0.1 ? 1 : 0;
    register.arrears[index] = draw() < 0.05 ? Math.floor(draw() * 500_000) : 0;
    const end = row + poisson(draw);
    for (; row < end; row += 1) generateRecord(register, row, draw);
    register.offsets[index + 1] = row;
  }
  return { ...register, records: row };
}

function generateRecord(register: Register, row: number, draw: () => number): void {
  const drawn = draw();
  const found = kindShares.findIndex((share) => drawn < share);
  const kind = found === -1 ? 7 : found;
  const [isPenalty, isListing] = [kind === 0, kind === 2];
  register.kind[row] = kind;
  const day = asOf + 60 - Math.floor(draw() * 2600);
  register.day[row] = day;
  register.domain[row] = Math.floor(draw() * 8);
  const oneBelow = (limit: number): number => (draw() < limit ? 1 : 0);
  register.severity[row] = isPenalty ? 1 + oneBelow(0.3) + oneBelow(0.08) : oneBelow(0.3);
  register.until[row] = isListing ? day + 365 * (1 + Math.floor(draw() * 3)) : 0;
  register.amount[row] = isPenalty ? Math.floor(Math.exp(draw() * 14)) : 0;
  register.list[row] = isListing ? 1 + oneBelow(0.3) + oneBelow(0.3) : 0;
  register.repaired[row] = oneBelow(0.25);
  register.quashed[row] = oneBelow(0.03);
}

function emptyRegister(organisations: number, records: number): Register {
  return {
    organisations,
    records,
    size: new Uint8Array(organisations),
    sector: new Uint8Array(organisations),
    since: new Int32Array(organisations),
    report: new Uint8Array(organisations),
    arrears: new Int32Array(organisations),
    offsets: new Int32Array(organisations + 1),
    kind: new Uint8Array(records),
    day: new Int32Array(records),
    domain: new Uint8Array(records),
    severity: new Uint8Array(records),
    until: new Int32Array(records),
    amount: new Int32Array(records),
    list: new Uint8Array(records),
    repaired: new Uint8Array(records),
    quashed: new Uint8Array(records),
  };
}

/** Product of uniform draws until it falls to exp(-5). */
function poisson(draw: () => number): number {
  const limit = Math.exp(-5);
  let count = 0;
  for (let product = draw(); product > limit; product *= draw()) count += 1;
  return count;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
