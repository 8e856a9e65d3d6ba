import { civilDate, makeUscc } from '@credence/domain';
import { editionToJson } from '@credence/rulebook';

import type { CaseworkParts } from './casework-parts.ts';
import type { Casework } from './casework.ts';
import type { ImportCommand, ImportOutcome } from './intake/import-outcome.ts';
import { shippedAccess } from './access/access.test-support.ts';
import { fakeBulk } from './bulk/fake-bulk.test-support.ts';
import { createCasework } from './create-casework.ts';
import { FakeStore, fakeNameKeys } from './fake-ports.test-support.ts';
import { townLaw } from './law.test-support.ts';
import type { SourceFile } from './port/reader.ts';
import { FakeInbox, testSigner } from './supply/supply.test-support.ts';

/** A town with its law promulgated and one supplying office, on 4 May 2026. */
export interface Town {
  readonly store: FakeStore;
  readonly casework: Casework;
  /** The same journal on another day. */
  at(day: string): Casework;
  import(file: SourceFile, rest?: Partial<ImportCommand>): Promise<ImportOutcome>;
}

export const official = { official: '王一', agency: 'town_office', role: 'data_officer' };

const approvals = [
  { official: '王一', role: 'drafter', on: civilDate('2026-03-01') },
  { official: '李二', role: 'head', on: civilDate('2026-03-02') },
];

export async function createTown(day = '2026-05-04'): Promise<Town> {
  const store = new FakeStore();
  const at = (on: string): Casework => createCasework({ ...portsOf(store), today: civilDate(on) });
  const casework = at(day);
  store.project = (entries) => casework.project(entries);
  for (const edition of Object.values(townLaw())) {
    await casework.promulgate(editionToJson(edition), approvals);
  }
  return {
    store,
    casework,
    at,
    import: (file, rest = {}) =>
      casework.importFile({
        file,
        item: 'penalty',
        source: 'town_office',
        actor: official,
        ...rest,
      }),
  };
}

/** The engine is opened once: its policies are the shipped ones and never change. */
const access = shippedAccess();

/** What casework is made of, over a fake store. */
export function portsOf(store: FakeStore): CaseworkParts {
  const { journal, register, staging, uuid, salt } = store;
  const clock = () => store.now;
  return {
    journal,
    register,
    staging,
    nameKeys: fakeNameKeys,
    access,
    inbox: new FakeInbox(),
    bulk: fakeBulk(store),
    shelf: store.shelf,
    signer: testSigner(),
    clock,
    uuid,
    salt,
  };
}

/** A code of an invented organisation; equal numbers give equal codes. */
export function codeOf(
  number: number,
  kind: 'organisation' | 'sole_trader' = 'organisation',
): string {
  return makeUscc({
    department: '9',
    category: kind === 'organisation' ? '1' : '2',
    region: '999999',
    body8: `MA${String(number).padStart(6, '0')}`,
  });
}

export const penaltyHeader = [
  'CF_XDR_MC',
  'CF_XDR_SHXYM',
  'CF_WSH',
  'CF_WFXW',
  'CF_CFLB',
  'CF_NR_FK',
  'CF_JDRQ',
  'EXT_SDRQ',
  'EXT_SDFS',
] as const;

/** A row of the penalty file; served, fined, decided on 2 March 2026. */
export function penaltyRow(
  number: number,
  other: Partial<Record<(typeof penaltyHeader)[number], string>> = {},
): readonly string[] {
  const row: Record<(typeof penaltyHeader)[number], string> = {
    CF_XDR_MC: `望澜第${number}商行`,
    CF_XDR_SHXYM: codeOf(number),
    CF_WSH: `望市监罚〔2026〕${number}号`,
    CF_WFXW: '虚假宣传',
    CF_CFLB: '罚款',
    CF_NR_FK: '0.5',
    CF_JDRQ: '2026-03-02',
    EXT_SDRQ: '2026-03-05',
    EXT_SDFS: '直接送达',
    ...other,
  };
  return penaltyHeader.map((column) => row[column]);
}

export const registrationHeader = ['MC', 'XYM', 'LX', 'CLRQ', 'QX', 'CYM'] as const;

export function registrationRow(
  number: number,
  names: { name?: string; former?: string } = {},
): readonly string[] {
  const { name = `望澜第${number}商行`, former = '' } = names;
  return [name, codeOf(number), '有限责任公司', '2020-01-06', '澜东区', former];
}

export { fileOf, workbookOf } from './source-file.test-support.ts';
