import { civilDate, instantOf, jsonOf, type JsonValue } from '@credence/domain';

import { shippedAccess } from '../access/access.test-support.ts';
import { nation, penalty } from '../case/case.test-support.ts';
import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import { firmWith, official } from '../own/own-office.test-support.ts';
import { projectHome } from '../project/project-home.ts';
import { portsOf } from '../town.test-support.ts';
import type { ContractCasework, ContractOutcome } from './contract.ts';
import { createContracts } from './create-contracts.ts';

export const bureau = '00000000-0000-7000-8000-00000000000a';
export const firm = '00000000-0000-7000-8000-00000000000b';
export const codes = { [bureau]: '11999999MA3K7T2X0J', [firm]: '91999999MA3K7T2X1A' } as const;
export const buyer = firmWith(undefined, bureau);
export const supplier = firmWith(undefined, firm);
export const head = (name: string) => official(name, 'head_of_authority', 'city');
export const actor = { official: '王一', agency: 'city', role: 'data_officer' };

/** Opened once: it never changes, and takes its time. */
const access = shippedAccess();

export async function openTown() {
  const store = new FakeStore();
  const law = nation();
  const loader = { load: () => Promise.resolve(law), current: () => law };
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  store.now = instantOf('2026-01-06T12:00:00+08:00') ?? store.now;
  const about = (home: keyof typeof codes, name: string, kind: 'public_body' | 'organisation') => {
    const identifiers = [{ scheme: 'uscc', value: codes[home] }] as const;
    const decidedOn = civilDate('2025-12-01');
    return penalty({ recordId: `p-${name}`, decidedOn, subject: { name, kind, identifiers } });
  };
  await store.journal.record(
    { actor, purpose: 'intake', basis: [] },
    [
      { home: bureau, kind: 'record@1', payload: jsonOf(about(bureau, '望澜县局', 'public_body')) },
      { home: firm, kind: 'record@1', payload: jsonOf(about(firm, '望澜小店', 'organisation')) },
      ...(['bureau', 'city'] as const).map((code, index) => ({
        home: `00000000-0000-7000-8000-0000000000c${index}`,
        ...{ kind: 'agency@1', stream: 'agency' },
        payload: {
          ...{ code, supplies: [], name: { zh: code === 'city' ? '望澜市府' : '望澜县局' } },
          ...(code === 'city' ? {} : { superior: 'city' }),
        },
      })),
    ].map((entry) => newEntry(store, { stream: entry.kind, ...entry }, undefined)),
  );
  const on = (day: string): ContractCasework => {
    store.now = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
    return createContracts({ ...portsOf(store), access, loader });
  };
  return { store, on };
}

/** A town whose days pass, with what its two sides and its offices do there. */
export type ContractTown = Awaited<ReturnType<typeof openTown>>;

export const contract = {
  ...{ buyerCode: codes[bureau], number: '望采〔2026〕1号', title: '办公桌椅' },
  ...{ signedOn: '2026-01-06', amount: 10_000_000 },
  sizes: { supplierIsSmall: true, buyerIsLarge: false },
};

export function idOf(outcome: ContractOutcome): string {
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  return outcome.contractId;
}

export function codesIn(outcome: ContractOutcome): readonly string[] {
  return outcome.kind === 'recorded' ? [] : outcome.problems.map(({ code }) => code);
}

/** What the two sides do in a town. */
export function sidesOf(town: () => ContractTown) {
  const opened = async (said: object = {}): Promise<string> =>
    idOf(
      await town()
        .on('2026-01-06')
        .registerContract({
          principal: supplier,
          home: firm,
          said: jsonOf({ ...contract, ...said }),
        }),
    );
  const act = (day: string, as: 'buyer' | 'supplier', contractId: string, said: JsonValue) =>
    town()
      .on(day)
      .actInContract({
        ...{ principal: as === 'buyer' ? buyer : supplier, home: as === 'buyer' ? bureau : firm },
        ...{ contractId, said },
      });
  /** Delivered on 10 January, due on 9 February, and asked for a day later. */
  const overdue = async (): Promise<string> => {
    const id = await opened();
    idOf(await act('2026-01-12', 'supplier', id, delivered));
    idOf(await act('2026-02-10', 'supplier', id, { kind: 'asked', delivery: 'd1' }));
    return id;
  };
  const shownOn = async (day: string, asOf = day) => {
    const found = await town()
      .on(day)
      .viewPublicContracts(bureau, { day: civilDate(asOf) });
    return found.kind === 'found' ? found.view.latePayments : [];
  };
  return { opened, act, overdue, shownOn };
}

export const delivered = {
  ...{ kind: 'delivered', delivery: 'd1', deliveredOn: '2026-01-10', amount: 10_000_000 },
} as const;
