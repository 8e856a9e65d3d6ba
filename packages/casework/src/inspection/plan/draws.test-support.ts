import { civilDate } from '@credence/domain';
import { toHex, trialChain, trialRound, vrfProve, vrfPublicKey } from '@credence/proof';
import {
  editionToJson,
  formatFinding,
  openEdition,
  sealDocument,
  type Edition,
} from '@credence/rulebook';

import type { KnownPrincipal, Role } from '../../access/principal.ts';
import type { Casework } from '../../casework.ts';
import type { FakeStore } from '../../fake-ports.test-support.ts';
import { townLaw } from '../../law.test-support.ts';
import {
  codeOf,
  fileOf,
  official,
  registrationHeader,
  registrationRow,
} from '../../town.test-support.ts';
import { classLaw } from '../../impact/class-town.test-support.ts';
import type { DrawMeans } from '../../port/draw-means.ts';

const secret = new Uint8Array(32).fill(3);
export const beacon = new Uint8Array(32).fill(4);
export const draws: DrawMeans = {
  vrfKey: toHex(vrfPublicKey(secret)),
  prove: (alpha) => vrfProve(secret, alpha),
  chain: trialChain(beacon),
  roundOf: (round) => trialRound(beacon, round),
};

export function officer(name: string, role: Role, agency = 'town_office'): KnownPrincipal {
  return { kind: 'official', account: `account of ${name}`, name, agency, roles: [role] };
}
export const planner = officer('钱四', 'case_officer');
export const head = officer('李二', 'head_of_authority');

/** The law of the town with a plan of inspections. */
function drawLaw(): Edition {
  const { document } = classLaw();
  const plan = {
    ...{ 'inspection-plan': 'town.random', title: { zh: '抽查', en: 'Inspections' } },
    ...{ basis: [{ source: 'town-act', at: 'art-1' }], confidence: 'verified' },
    ...{ 'in-force': { from: '2023-05-01', until: 'none' }, 'review-by': '2035-12-31' },
    ...{ by: 'town_office', 'risk-class': 'town.inspection', every: 'P1Y' },
    shares: ['a', 'b', 'c'].map((each, at) => ({ class: each, 'per-thousand': 20 * (at + 1) })),
    ...{ least: 10, most: 300, selection: 'random_published_seed', 'leads-to': [] },
    'hand-picked': { reason: 'required', 'recorded-as': 'hand_picked', journal: 'entry' },
    draw: {
      even: 50,
      'random-arm': 150,
      inspectors: 2,
      strata: 'district',
      retention: 'P2Y',
    },
  };
  const sealed = sealDocument({
    ...document,
    cards: { ...document.cards, 'inspection-plan': { 'town.random': plan } },
  });
  const opened = openEdition(sealed);
  if (opened.kind === 'loaded') return opened.edition;
  throw new Error(opened.findings.map(formatFinding).join('\n'));
}

const approvals = [
  { official: '王一', role: 'drafter', on: civilDate('2026-03-01') },
  { official: '李二', role: 'head', on: civilDate('2026-03-02') },
];
/** Organisations of the town. */
export const count = 60;

/** A plan of the town that is sound. */
export const command = {
  ...{ agency: 'town_office', card: 'town.random' },
  ...{ from: civilDate('2026-05-05'), until: civilDate('2026-06-30') },
  inspectors: [
    { name: '甲', recused: [codeOf(1), codeOf(2)] },
    { name: '乙', recused: [] },
    { name: '丙', recused: [] },
  ],
};

/** Puts the law of the town in force, and its organisations into the registration. */
export async function openDrawTown(store: FakeStore, casework: Casework): Promise<void> {
  store.project = (entries) => casework.project(entries);
  for (const edition of [townLaw().older, drawLaw()]) {
    const outcome = await casework.promulgate(editionToJson(edition), approvals);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  }
  const rows = Array.from({ length: count }, (_, number) => registrationRow(number));
  const file = fileOf(registrationHeader, rows);
  await casework.importFile({ file, item: 'registration', source: 'town_office', actor: official });
}

export function representativeOf(subject: string): KnownPrincipal {
  const mandate = { subject, mayRead: true, maySpeak: true };
  return { kind: 'representative', account: 'r', mandates: [mandate] } as unknown as KnownPrincipal;
}
