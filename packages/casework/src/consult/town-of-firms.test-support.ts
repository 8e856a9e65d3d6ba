import {
  civilDate,
  instantOf,
  jsonOf,
  makeUscc,
  type JsonValue,
  type PublicCreditRecord,
} from '@credence/domain';

import { shippedAccess } from '../access/access.test-support.ts';
import { nation, penalty } from '../case/case.test-support.ts';
import type { CaseworkParts } from '../casework-parts.ts';
import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import { projectHome } from '../project/project-home.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';
import { portsOf } from '../town.test-support.ts';

/** Opened once: it never changes, and takes its time. */
const access = shippedAccess();

/** Home of an invented firm; equal numbers give equal homes and codes. */
export function homeOf(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export function codeOf(number: number): string {
  const body8 = `MA${String(number).padStart(6, '0')}`;
  return makeUscc({ department: '9', category: '1', region: '999999', body8 });
}

export interface TownOfFirms {
  readonly store: FakeStore;
  /** What use cases are made of on a day. */
  at(day: string): CaseworkParts & { readonly loader: RulebookLoader };
  add(home: string, kind: string, payload: JsonValue): Promise<void>;
  /** Annuls the penalty of a firm from a day on. */
  end(firm: number, on: string): Promise<void>;
}

/** Under the national law: one office, and firms that have one penalty of 4 May 2026 each. */
export async function openTownOf(
  firms: number,
  rest: Partial<CaseworkParts> = {},
): Promise<TownOfFirms> {
  const store = new FakeStore();
  const law = nation();
  const loader = { load: () => Promise.resolve(law), current: () => law };
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  const at = (day: string) => {
    store.now = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
    return { ...portsOf(store), access, loader, ...rest };
  };
  at('2026-05-05');
  const actor = { official: '王一', agency: 'market', role: 'data_officer' };
  const add = async (home: string, kind: string, payload: JsonValue): Promise<void> => {
    const entry = newEntry(store, { home, stream: kind, kind, payload }, undefined);
    await store.journal.record({ actor, purpose: 'intake', basis: [] }, [entry]);
  };
  await add(homeOf(9_999), 'agency@1', { code: 'market', name: { zh: '市监局' }, supplies: [] });
  for (let number = 1; number <= firms; number += 1) {
    await add(homeOf(number), 'record@1', jsonOf(penaltyOf(number)));
  }
  const end = (firm: number, on: string): Promise<void> =>
    add(homeOf(firm), 'record-ended@1', {
      ...{ recordId: `p${String(firm)}`, on, because: 'annulled' },
    });
  return { store, at, add, end };
}

/** A penalty of a firm that was served and is on display. */
function penaltyOf(number: number): PublicCreditRecord {
  const identifiers = [{ scheme: 'uscc', value: codeOf(number) }] as const;
  const decidedOn = civilDate('2026-05-04');
  return penalty({
    ...{ recordId: `p${String(number)}`, decidedOn, takenInOn: decidedOn },
    service: { kind: 'shown', on: decidedOn, mode: 'in_person' },
    subject: { name: `第${String(number)}商行`, kind: 'organisation', identifiers },
  });
}
