import type { CaseRow, Entry, HomeRows } from '@credence/casework';
import { civilDate, type Localised } from '@credence/domain';

/** What the fake projector understands; everything else in a payload is ignored by it. */
export interface TestPayload {
  readonly registered?: boolean;
  readonly visibleUntil?: string;
  readonly identifiers?: readonly { readonly scheme: string; readonly value: string }[];
  readonly names?: readonly string[];
  readonly key?: { readonly item: string; readonly key: string; readonly hash: string };
  readonly agency?: { readonly code: string; readonly name: Localised };
  readonly edition?: { readonly code: string; readonly hash: string };
  readonly batch?: {
    readonly source: string;
    readonly item: string;
    readonly fileHash: string;
    readonly mapping: string;
  };
  readonly batchId?: string;
  /** A listing that stands on these days. */
  readonly listed?: NonNullable<CaseRow['effect']>;
  /** Somebody said that the home pays late. */
  readonly paysLate?: true;
  /** An account by this name, in the home itself. */
  readonly account?: string;
  readonly text?: string;
}

/** Search keys of a test name: lower case, 2-grams, and Latin keys for names that are Latin. */
export function foldName(name: string): Omit<HomeRows['names'][number], 'home' | 'name'> {
  const folded = name.toLowerCase().replaceAll(' ', '');
  const letters = [...folded];
  const grams = letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
  return {
    folded,
    grams: [...new Set(grams)],
    canon: name.toLowerCase(),
    core: letters.length > 2 ? letters.slice(2).join('') : '',
    pinyin: /^[a-z0-9]+$/.test(folded) ? folded : '',
    initials: /^[a-z]/i.test(name)
      ? name
          .split(' ')
          .map((word) => word.slice(0, 1).toLowerCase())
          .join('')
      : '',
    corePinyin: '',
    coreInitials: '',
  };
}

/** A name stands for good while a registration states it, else as long as its last record. */
function nameRow(
  home: string,
  name: string,
  payloads: readonly TestPayload[],
): HomeRows['names'][number] {
  const stating = payloads.filter((payload) => payload.names?.includes(name));
  const forGood = stating.some(
    ({ registered, visibleUntil }) => registered === true || visibleUntil === undefined,
  );
  const last = stating
    .flatMap(({ visibleUntil }) => visibleUntil ?? [])
    .sort()
    .at(-1);
  return {
    home,
    name,
    ...foldName(name),
    ...(forGood || last === undefined ? {} : { visibleUntil: civilDate(last) }),
  };
}

/** Derives a home's rows from payloads of `TestPayload`, entry by entry, adding up. */
export function fakeProjector(entries: readonly Entry[]): HomeRows {
  const payloads = entries.flatMap((entry) =>
    entry.payload === undefined ? [] : [{ entry, payload: entry.payload as TestPayload }],
  );
  const home = entries[0]?.home ?? '';
  const until = payloads.flatMap(({ payload }) => payload.visibleUntil ?? []).sort();
  const last = until.at(-1);
  const isSubject = payloads.some(
    ({ payload }) => payload.key !== undefined || payload.registered !== undefined,
  );
  const agency = payloads.findLast(({ payload }) => payload.agency !== undefined)?.payload.agency;
  const edition = payloads.findLast(({ payload }) => payload.edition !== undefined)?.payload
    .edition;
  const accounts = payloads.flatMap(({ payload }) => payload.account ?? []);
  return {
    ...(accounts.length === 0
      ? {}
      : {
          accounts: accounts.map((account) => ({
            ...{ home, account, kind: 'official' as const, name: account },
            ...{ issuer: 'https://id.example', subject: account, from: civilDate('2026-01-01') },
          })),
        }),
    ...(isSubject
      ? {
          subject: {
            home,
            registered: payloads.some(({ payload }) => payload.registered === true),
            ...(last === undefined ? {} : { visibleUntil: civilDate(last) }),
          },
        }
      : {}),
    identifiers: payloads.flatMap(({ payload }) => payload.identifiers ?? []),
    names: [...new Set(payloads.flatMap(({ payload }) => payload.names ?? []))].map((name) =>
      nameRow(
        home,
        name,
        payloads.map(({ payload }) => payload),
      ),
    ),
    recordKeys: payloads.flatMap(({ entry, payload }) => keyRows(home, entry.stream, payload)),
    ...(agency === undefined ? {} : { agency: { home, ...agency } }),
    ...(edition === undefined ? {} : { edition: { home, ...edition } }),
    batches: payloads.flatMap(({ payload }) =>
      payload.batch === undefined
        ? []
        : [{ home, batchId: payload.batchId ?? '', ...payload.batch }],
    ),
    cases: payloads
      .flatMap(({ entry, payload }) =>
        payload.listed === undefined ? [] : [listingRow(home, entry.stream, payload.listed)],
      )
      .concat(
        payloads.flatMap(({ entry, payload }) =>
          payload.paysLate === undefined ? [] : [complaintRow(home, entry.stream)],
        ),
      ),
  };
}

function keyRows(home: string, recordId: string, { key }: TestPayload): HomeRows['recordKeys'] {
  if (key === undefined) return [];
  return [{ home, item: key.item, key: key.key, contentHash: key.hash, recordId }];
}

function listingRow(home: string, caseId: string, effect: NonNullable<CaseRow['effect']>): CaseRow {
  const agency = ['wl-market'];
  const openedOn = effect.from;
  return { home, caseId, kind: 'listing', state: 'served', agency, over: false, openedOn, effect };
}

function complaintRow(home: string, caseId: string): CaseRow {
  const agency = ['wl-market'];
  const openedOn = civilDate('2026-03-01');
  return {
    home,
    caseId,
    kind: 'payment-complaint',
    state: 'confirmed',
    agency,
    over: false,
    openedOn,
  };
}
