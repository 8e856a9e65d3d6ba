import { toHex } from '../encoding/hex.ts';
import { sha256Hex } from '../hash/sha256.ts';
import { trialChain, trialRound, type BeaconChain, type BeaconRound } from './beacon.ts';
import {
  inspectorsRoot,
  inspectorsSalt,
  listRoot,
  makeDraw,
  type DrawFile,
  type DrawLists,
  type DrawTerms,
} from './draw-file.ts';
import type { DrawLine, DrawStratum } from './sample.ts';
import { vrfProve, vrfPublicKey } from './vrf.ts';

const secret = new Uint8Array(32).fill(7);
const beaconSecret = new Uint8Array(32).fill(9);

/** Rounds of a second, so that moments in tests are easy to read. */
const testChain: BeaconChain = { ...trialChain(beaconSecret), periodMs: 1_000 };

export function testRound(round: number): BeaconRound {
  return trialRound(beaconSecret, round);
}

/** Lines of one stratum, one for each weight. */
export function linesOf(weights: readonly number[], stratum = 'north'): readonly DrawLine[] {
  return weights.map((weight, at) => ({
    ...{ stratum, weight, token: sha256Hex(`${stratum}/${String(at)}`) },
  }));
}

/** A small draw: one stratum of nine that is drawn from, one of two that are all visited. */
export function smallDraw(
  change: (terms: DrawTerms) => DrawTerms = (terms) => terms,
  round: BeaconRound = testRound(12),
  form: DrawTerms['form'] = 'credence-draw-terms@1',
): DrawFile {
  const lines = [...linesOf([1, 1, 1, 1, 2, 2, 3, 3, 4]), ...linesOf([1, 1], 'kilns')];
  const strata: readonly DrawStratum[] = [
    { id: 'north', eligible: 9, draws: 3, coverage: 'drawn' },
    { id: 'kilns', eligible: 2, draws: 2, coverage: 'full' },
  ];
  const inspectors = ['a', 'b', 'c'].map((name, at) => ({
    token: sha256Hex(name),
    recused: at === 0 ? lines.slice(0, 2).map(({ token }) => token) : [],
  }));
  const lists: DrawLists = { salt: sha256Hex('salt'), lines, inspectors };
  const terms: DrawTerms = {
    form,
    agency: '11990000MB0000000X',
    plan: {
      ...{ card: 'cn.random', edition: 'cn-2026', editionHash: sha256Hex('edition') },
      ...{ from: '2026-05-01', until: '2026-12-31' },
    },
    rules: {
      ...{ randomArm: 150, least: 10, most: 900, strata, inspectorsPerVisit: 2 },
      ...(form === 'credence-draw-terms@1'
        ? {}
        : { units: ['organisation', 'licensed_premises'] as const }),
    },
    list: { count: lines.length, root: listRoot(form, lists.salt, lines) },
    inspectors: {
      count: inspectors.length,
      root: inspectorsRoot(inspectorsSalt(lists.salt), inspectors),
    },
    beacon: { chain: testChain, round: 12 },
    vrfKey: toHex(vrfPublicKey(secret)),
    committedAt: 10_500,
  };
  return makeDraw(change(terms), lists, {
    round,
    prove: (alpha) => vrfProve(secret, alpha),
  });
}
