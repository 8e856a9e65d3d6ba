import { describe, expect, it } from 'vitest';

import { fromHex, toHex } from '../encoding/hex.ts';
import { drandQuicknet, roundAfter, roundTime, verifyRound } from './beacon.ts';
import { merkleRoot } from './merkle.ts';
import { vrfProve, vrfPublicKey, vrfVerify } from './vrf.ts';

/** RFC 9381, appendix B.3, examples 16 to 18. */
const examples = [
  {
    secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    alpha: '',
    proof:
      '8657106690b5526245a92b003bb079ccd1a92130477671f6fc01ad16f26f723f26f8a57ccaed74ee1b190bed1f479d9727d2d0f9b005a6e456a35d4fb0daab1268a1b0db10836d9826a528ca76567805',
    output:
      '90cf1df3b703cce59e2a35b925d411164068269d7b2d29f3301c03dd757876ff66b71dda49d2de59d03450451af026798e8f81cd2e333de5cdf4f3e140fdd8ae',
  },
  {
    secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    alpha: '72',
    proof:
      'f3141cd382dc42909d19ec5110469e4feae18300e94f304590abdced48aed5933bf0864a62558b3ed7f2fea45c92a465301b3bbf5e3e54ddf2d935be3b67926da3ef39226bbc355bdc9850112c8f4b02',
    output:
      'eb4440665d3891d668e7e0fcaf587f1b4bd7fbfe99d0eb2211ccec90496310eb5e33821bc613efb94db5e5b54c70a848a0bef4553a41befc57663b56373a5031',
  },
  {
    secret: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    alpha: 'af82',
    proof:
      '9bc0f79119cc5604bf02d23b4caede71393cedfbb191434dd016d30177ccbf8096bb474e53895c362d8628ee9f9ea3c0e52c7a5c691b6c18c9979866568add7a2d41b00b05081ed0f58ee5e31b3a970e',
    output:
      '645427e5d00c62a23fb703732fa5d892940935942101e456ecca7bb217c61c452118fec1219202a0edcf038bb6373241578be7217ba85a2687f7a0310b2df19f',
  },
];

describe('the verifiable random function', () => {
  it.each(examples)('gives the proof and the output of RFC 9381 for "$alpha"', (example) => {
    const secret = fromHex(example.secret);
    const alpha = fromHex(example.alpha);
    expect(toHex(vrfPublicKey(secret))).toBe(example.key);
    const proof = vrfProve(secret, alpha);
    expect(toHex(proof)).toBe(example.proof);
    expect(toHex(vrfVerify(fromHex(example.key), alpha, proof) ?? new Uint8Array())).toBe(
      example.output,
    );
  });

  it('refuses another key, other bytes, and a proof with one bit turned in any of its bytes', () => {
    const [first, second] = examples;
    if (first === undefined || second === undefined) throw new Error('Two examples are needed.');
    const proof = fromHex(first.proof);
    const key = fromHex(first.key);
    const none = new Uint8Array();
    expect(vrfVerify(fromHex(second.key), none, proof)).toBeUndefined();
    expect(vrfVerify(key, fromHex('00'), proof)).toBeUndefined();
    expect(vrfVerify(key, none, proof.slice(1))).toBeUndefined();
    for (let at = 0; at < proof.length; at += 7) {
      const turned = Uint8Array.from(proof, (byte, place) => (place === at ? byte ^ 1 : byte));
      expect(vrfVerify(key, none, turned)).toBeUndefined();
    }
    const one = Uint8Array.from({ length: 32 }, (_, place) => (place === 0 ? 1 : 0));
    expect(vrfVerify(one, none, proof)).toBeUndefined();
  });
});

describe('a round of drand', () => {
  const round = {
    round: 1000,
    signature:
      'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
    randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
  };

  it('is known by the key of its chain, and under another number it is not', () => {
    expect(verifyRound(drandQuicknet, round)).toBe(true);
    expect(verifyRound(drandQuicknet, { ...round, round: 1001 })).toBe(false);
    const randomness = round.randomness.replace('f', 'e');
    expect(verifyRound(drandQuicknet, { ...round, randomness })).toBe(false);
    expect(verifyRound(drandQuicknet, { ...round, signature: 'zz' })).toBe(false);
  });

  it('is named in advance: the next round is later than the moment, at any moment', () => {
    for (const moment of [0, 1, 1_692_803_366_999, 1_692_803_367_000, 1_692_803_367_001]) {
      const next = roundAfter(drandQuicknet, moment);
      expect(roundTime(drandQuicknet, next)).toBeGreaterThan(moment);
    }
  });
});

describe('the root of a list', () => {
  it('gives the known answers of RFC 6962 for empty lists and for one empty leaf', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleRoot([''])).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });

  it('changes with every leaf, their order and their number', () => {
    const lists = ['abc', 'acb', 'ab', 'abcc', 'abd', 'abcd', 'a', ''].map((each) =>
      merkleRoot([...each]),
    );
    expect(new Set(lists).size).toBe(lists.length);
  });
});
