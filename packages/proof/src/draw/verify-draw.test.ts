import { bls12_381 } from '@noble/curves/bls12-381.js';
import { describe, expect, it } from 'vitest';

import { fromHex, toHex } from '../encoding/hex.ts';
import { sha256Hex } from '../hash/sha256.ts';
import { drandQuicknet, verifyRound, type BeaconChain } from './beacon.ts';
import { testRound, smallDraw } from './draw-town.test-support.ts';
import { assignInspectors } from './assign-inspectors.ts';
import { listRoot, makeDraw, writeDraw, type DrawFile } from './draw-file.ts';
import { isEvenDraw, membershipOf, openDraw, openList, tokenOf } from './open-draw.ts';
import { drawParts, verifyDraw } from './verify-draw.ts';
import { vrfProve } from './vrf.ts';

const small = smallDraw();
const text = writeDraw(small);

describe('verifying a draw', () => {
  it('holds for the file as it was made, with the commitment that was published', () => {
    const verdict = verifyDraw(text, small.commitment);
    expect(verdict.faults).toEqual([]);
    expect(verdict).toMatchObject({ kind: 'holds', examined: drawParts });
    expect(small.result.map(({ arm }) => arm).filter((arm) => arm === 'full')).toHaveLength(2);
    expect(small.result).toHaveLength(5);
  });

  it('fails for one changed byte anywhere in the file, and names a part', () => {
    // A byte in every stretch; each of them where runs are long.
    const step = process.env['CREDENCE_LONG'] === '1' ? 1 : 29;
    for (let at = 0; at < text.length; at += step) {
      const byte = text.charAt(at);
      const other = byte === '0' ? '1' : /[0-9]/.test(byte) ? '0' : byte === 'a' ? 'b' : 'a';
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      const verdict = verifyDraw(changed);
      expect(verdict.kind, `byte ${String(at)}: ${text.slice(at - 20, at + 20)}`).toBe('fails');
      expect(drawParts).toContain(verdict.faults[0]?.part);
    }
  });

  const flip = (hex: string): string => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);
  const { terms, list, seed, result, inspectors } = small;
  const [line, ...lines] = list.lines;
  const [drawn, ...others] = result;
  const { rules } = terms;
  if (line === undefined || drawn === undefined) throw new Error('The draw is empty.');

  it.each<[string, string, DrawFile]>([
    [
      'list: a token',
      'list root-differs',
      { ...small, list: { ...list, lines: [{ ...line, token: flip(line.token) }, ...lines] } },
    ],
    [
      'list: a weight',
      'list root-differs',
      { ...small, list: { ...list, lines: [{ ...line, weight: 2 }, ...lines] } },
    ],
    [
      'rule: the random arm',
      'commitment terms-differ',
      { ...small, terms: { ...terms, rules: { ...rules, randomArm: 151 } } },
    ],
    [
      'seed: its value',
      'seed seed-differs',
      { ...small, seed: { ...seed, value: flip(seed.value) } },
    ],
    [
      'seed: the round',
      'beacon round-not-genuine',
      { ...small, seed: { ...seed, round: { ...seed.round, randomness: sha256Hex('x') } } },
    ],
    [
      'seed: its proof',
      'proof proof-does-not-hold',
      { ...small, seed: { ...seed, proof: flip(seed.proof) } },
    ],
    [
      'result: who was drawn',
      'result result-differs',
      { ...small, result: [{ ...drawn, token: line.token, arm: 'full' }, ...others] },
    ],
    [
      'inspectors: an interest left out',
      'inspectors root-differs',
      { ...small, inspectors: inspectors.map((each) => ({ ...each, recused: [] })) },
    ],
  ])('says where: %s', (_, expected, file) => {
    const { faults } = verifyDraw(writeDraw(file));
    expect(faults.map(({ part, code }) => `${part} ${code}`)).toContain(expected);
  });

  it('refuses terms that were fixed after the round, and another commitment than the published', () => {
    const late = smallDraw((given) => ({ ...given, committedAt: 11_000 }));
    expect(verifyDraw(writeDraw(late)).faults.map(({ code }) => code)).toEqual([
      'committed-too-late',
    ]);
    expect(verifyDraw(text, sha256Hex('other')).faults.map(({ code }) => code)).toEqual([
      'other-commitment',
    ]);
  });

  it('refuses a chain under the name of drand that has another key, or began at another time', () => {
    const { shortSignatures: scheme } = bls12_381;
    const secret = new Uint8Array(32).fill(5);
    const number = fromHex(sha256Hex(fromHex('000000000000000c')));
    const message = scheme.hash(number, 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_');
    const signature = scheme.sign(message, secret).toBytes(true);
    const round = { round: 12, signature: toHex(signature), randomness: sha256Hex(signature) };
    const own = { scheme: 'drand-g1', genesisAt: 0, periodMs: 1_000 } as const;
    const chain = { ...own, publicKey: toHex(scheme.getPublicKey(secret).toBytes(true)) };
    // The register has known the number all along, and by the file alone it is genuine.
    expect(verifyRound(chain, round)).toBe(true);
    const drawnBy = (by: BeaconChain) =>
      verifyDraw(
        writeDraw(smallDraw((given) => ({ ...given, beacon: { chain: by, round: 12 } }), round)),
      ).faults.map(({ at, code }) => `${at} ${code}`);
    expect(drawnBy(chain)).toEqual(['$.terms.beacon.chain chain-unknown']);
    const late = { ...drandQuicknet, genesisAt: drandQuicknet.genesisAt + 3_600_000 };
    expect(drawnBy(late)).toContain('$.terms.beacon.chain chain-unknown');
    expect(drawnBy(drandQuicknet)).not.toContain('$.terms.beacon.chain chain-unknown');
  });

  it('refuses rules under which a class is visited always or next to never', () => {
    const rare = smallDraw((given) => ({ ...given, rules: { ...given.rules, least: 400 } }));
    expect(verifyDraw(writeDraw(rare)).faults.map(({ code }) => code)).toContain(
      'chance-leaves-limits',
    );
    const strata = small.terms.rules.strata.map((each) =>
      each.coverage === 'drawn' ? { ...each, draws: 0 } : each,
    );
    const exempt = smallDraw((given) => ({
      ...given,
      rules: { ...given.rules, least: 0, strata },
    }));
    expect(verifyDraw(writeDraw(exempt)).faults.map(({ code }) => code)).toEqual([
      'chance-leaves-limits',
      'chance-leaves-limits',
      'chance-leaves-limits',
      'chance-leaves-limits',
    ]);
  });

  it('refuses what is no draw file, and says where', () => {
    expect(verifyDraw('{').faults).toMatchObject([{ part: 'file', code: 'not-json' }]);
    const strange = JSON.stringify({ ...small, names: [] });
    expect(verifyDraw(strange).faults).toMatchObject([{ at: '$.names' }]);
    expect(verifyDraw(` ${JSON.stringify(small, undefined, 2)}`).faults).toMatchObject([
      { code: 'not-canonical' },
    ]);
  });

  it('is not made with another key than the terms name', () => {
    const lists = { ...list, inspectors };
    const secret = new Uint8Array(32).fill(8);
    const prove = (alpha: Uint8Array): Uint8Array => vrfProve(secret, alpha);
    expect(() => makeDraw(terms, lists, { round: testRound(12), prove })).toThrow(RangeError);
  });
});

describe('a draw whose lines may be licensed premises', () => {
  const file = smallDraw(undefined, undefined, 'credence-draw-terms@2');
  const { terms, list, inspectors } = file;
  const faultsOf = (value: unknown): readonly string[] =>
    verifyDraw(JSON.stringify(value)).faults.map(({ at, code }) => `${at} ${code}`);

  it('is made again from its file alone, and says in its rules what a line stands for', () => {
    expect(verifyDraw(writeDraw(file))).toMatchObject({ kind: 'holds', examined: drawParts });
    const { units, ...before } = terms.rules;
    expect(units).toHaveLength(2);
    expect(faultsOf({ ...file, terms: { ...terms, rules: before } })).toEqual([
      '$.terms.rules.units not-a-draw-file',
    ]);
    const first = { ...terms, form: 'credence-draw-terms@1' };
    expect(faultsOf({ ...file, terms: first })).toEqual(['$.terms.rules.units not-a-draw-file']);
    expect(faultsOf({ ...file, terms: { ...terms, form: 'other' } })).toEqual([
      '$.terms.form not-a-draw-file',
    ]);
    const narrower = { ...terms, rules: { ...terms.rules, units: ['organisation'] } };
    expect(faultsOf({ ...file, terms: narrower })).toContain('$.terms terms-differ');
  });

  it('binds every token that anyone sees, also where weights are closed', () => {
    const [open, published] = [openDraw(file), openList(terms, { ...list, inspectors })];
    expect([open.form, published.form]).toEqual(['credence-open-draw@2', 'credence-draw-list@2']);
    const drawn = new Set(file.result.map(({ token }) => token));
    const at = published.lines.findIndex(({ token }) => !drawn.has(token));
    const other = sha256Hex('another firm');
    const swapped = published.lines.map((line, place) =>
      place === at ? { ...line, token: other } : line,
    );
    for (const each of [open, published]) {
      expect(verifyDraw(writeDraw(each), file.commitment)).toMatchObject({ kind: 'holds' });
      expect(writeDraw(each)).not.toMatch(/"(weight|chance|arm)":/);
    }
    expect(faultsOf({ ...published, lines: swapped })).toContain('$.lines root-differs');
    expect(faultsOf({ ...open, list: swapped })).toContain('$.list root-differs');
    // Nor is it read in the form of before, whose leaves hide their tokens.
    expect(faultsOf({ ...published, form: 'credence-draw-list@1' })).toEqual([
      '$.terms.form not-a-draw-file',
    ]);
  });

  it('has rules that rule anything, and nobody on the list of inspectors twice', () => {
    const unfair = { randomArm: 1_500, least: 901, inspectorsPerVisit: 0 };
    for (const [name, value] of Object.entries(unfair)) {
      const rules = { ...terms.rules, [name]: value };
      expect(faultsOf({ ...file, terms: { ...terms, rules } })).toContain(
        '$.terms.rules rules-impossible',
      );
    }
    const twice = [...inspectors, ...inspectors.slice(0, 1)];
    expect(faultsOf({ ...file, inspectors: twice })).toContain('$.inspectors token-twice');
    const open = openDraw(file);
    expect(faultsOf({ ...open, inspectors: { ...open.inspectors, lines: twice } })).toContain(
      '$.inspectors.lines token-twice',
    );
  });

  it('tells two places of one business apart, and shows each its line', () => {
    const licences = ['JY1', 'JY2', undefined];
    const named = licences.map((licence, at) => {
      const tokenSalt = sha256Hex(String(at));
      const own = { code: 'one code', tokenSalt, ...(licence === undefined ? {} : { licence }) };
      return { ...own, token: tokenOf(tokenSalt, own.code, licence) };
    });
    const lines = named.map(({ token }) => ({ token, stratum: 'north', weight: 1 }));
    const root = listRoot(terms.form, list.salt, lines);
    const fixed = { ...terms, list: { count: lines.length, root } };
    const lists = { salt: list.salt, lines, inspectors };
    const [first, , whole] = named.map((own) => membershipOf(fixed, lists, own));
    if (first === undefined || whole === undefined) throw new Error('Every line has its proof.');
    expect(verifyDraw(writeDraw(first))).toMatchObject({ kind: 'holds' });
    expect(whole.form).toBe('credence-draw-membership@1');
    expect(verifyDraw(writeDraw(whole))).toMatchObject({ kind: 'holds' });
    // With the licence of the place next door, or with none, it is another line.
    expect(faultsOf(JSON.parse(writeDraw({ ...first, licence: 'JY2' })))).toEqual([
      '$.line.token token-differs',
    ]);
    expect(tokenOf('salt', 'a', 'b')).not.toBe(tokenOf('salt', 'a'));
    const text = writeDraw(first);
    for (let at = 0; at < text.length; at += process.env['CREDENCE_LONG'] === '1' ? 1 : 7) {
      const byte = text.charAt(at);
      const changed = text.slice(0, at) + (byte === '1' ? '2' : '1') + text.slice(at + 1);
      const verdict = verifyDraw(changed);
      expect(verdict.kind, `byte ${String(at)}: ${text.slice(at - 20, at + 20)}`).toBe('fails');
      expect(verdict.faults[0]?.at).toMatch(/^\$/);
    }
  });
});

describe('the files of a draw that anyone may see', () => {
  const { terms, commitment, list, inspectors } = small;
  const lists = { ...list, inspectors };
  const open = openDraw(small);
  const published = openList(terms, lists);

  it('hold, and say nothing of weights', () => {
    for (const file of [open, published]) {
      const written = writeDraw(file);
      expect(verifyDraw(written, commitment)).toMatchObject({ kind: 'holds', faults: [] });
      expect(written).not.toMatch(/"(weight|chance|arm)":/);
      expect(written).not.toContain(list.salt);
    }
    expect(verifyDraw(writeDraw(open)).examined).not.toContain('rule');
    expect([isEvenDraw(list), isEvenDraw({ lines: list.lines.slice(-2) })]).toEqual([false, true]);
    // Everybody in one class: the weight says which.
    expect(isEvenDraw({ lines: list.lines.map((line) => ({ ...line, weight: 30 })) })).toBe(false);
  });

  it('fail for another list, and for a result outside it', () => {
    const [first, ...rest] = published.lines;
    if (first === undefined) throw new Error('The list is empty.');
    const other = { ...published, lines: [{ ...first, leaf: sha256Hex('x') }, ...rest] };
    expect(verifyDraw(writeDraw(other)).faults).toMatchObject([{ part: 'list', at: '$.lines' }]);
    const [drawn, ...more] = open.result;
    if (drawn === undefined) throw new Error('Nothing was drawn.');
    const strange = { ...open, result: [{ ...drawn, token: sha256Hex('x') }, ...more] };
    expect(verifyDraw(writeDraw(strange)).faults.map(({ code }) => code)).toContain('not-in-list');
    // Somebody picked by hand, in a group that no quota counts; inspectors drawn to fit.
    const drawnTokens = new Set(open.result.map(({ token }) => token));
    const picked = open.list.find(({ token }) => !drawnTokens.has(token))?.token ?? '';
    const joined = [...open.result.map(({ token }) => token), picked];
    const visits = assignInspectors(open.seed.value, joined, open.inspectors.lines, 2);
    const extra = {
      token: picked,
      stratum: 'elsewhere',
      inspectors: visits.at(-1)?.inspectors ?? [],
    };
    const padded = { ...open, result: [...open.result, extra] };
    expect(verifyDraw(writeDraw(padded)).faults).toEqual([
      { part: 'result', at: `$.result[${String(open.result.length)}]`, code: 'stratum-unknown' },
    ]);
    const fewer = { ...open, result: more };
    expect(verifyDraw(writeDraw(fewer)).faults.map(({ code }) => code)).toContain('count-differs');
  });

  it('show each organisation its own line, wherever it stands, and no other', () => {
    const named = list.lines.map(({ stratum, weight }, at) => {
      const own = { code: `code ${String(at)}`, tokenSalt: sha256Hex(String(at)) };
      return { ...own, stratum, weight, token: tokenOf(own.tokenSalt, own.code) };
    });
    const lines = named.map(({ token, stratum, weight }) => ({ token, stratum, weight }));
    const fixed = {
      ...terms,
      list: { count: lines.length, root: listRoot(terms.form, list.salt, lines) },
    };
    for (const own of named) {
      const membership = membershipOf(fixed, { ...lists, lines }, own);
      const text = writeDraw(membership);
      expect(verifyDraw(text)).toMatchObject({
        kind: 'holds',
        examined: ['file', 'commitment', 'list'],
      });
      expect(text).not.toContain(list.salt);
      for (const changed of [
        { ...membership, code: 'another code' },
        { ...membership, at: membership.at + 1 },
        { ...membership, line: { ...membership.line, weight: 9 } },
      ]) {
        expect(verifyDraw(writeDraw(changed)).kind).toBe('fails');
      }
    }
  });
});
