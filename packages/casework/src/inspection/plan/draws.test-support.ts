import { toHex, trialChain, trialRound, vrfProve, vrfPublicKey } from '@credence/proof';
import { formatFinding, openEdition, sealDocument, type Edition } from '@credence/rulebook';

import type { KnownPrincipal, Role } from '../../access/principal.ts';
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
export function drawLaw(): Edition {
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
      'full-coverage': [],
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

export function representativeOf(subject: string): KnownPrincipal {
  const mandate = { subject, mayRead: true, maySpeak: true };
  return { kind: 'representative', account: 'r', mandates: [mandate] } as unknown as KnownPrincipal;
}
