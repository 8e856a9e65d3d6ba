import { canonicalJson } from '../canonical/canonical-json.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { fromHex } from '../encoding/hex.ts';
import { assignInspectors } from './assign-inspectors.ts';
import { isKnownChain, roundTime, verifyRound } from './beacon.ts';
import {
  drawAlpha,
  inspectorsRoot,
  inspectorsSalt,
  leafOf,
  listRoot,
  resultOf,
  seedOf,
  termsCommitment,
  type DrawFile,
} from './draw-file.ts';
import { rootAlong, rootOfLeaves } from './merkle.ts';
import {
  leafOfOpen,
  tokenOf,
  type DrawMembership,
  type OpenDrawFile,
  type OpenLine,
} from './open-draw.ts';
import { readCheckedFile, type CheckedFile } from './read-draw.ts';
import { chanceOf, sumsOf } from './sample.ts';
import { vrfVerify } from './vrf.ts';

/** The parts of a draw, in the order in which they are examined. */
export const drawParts = [
  'file',
  'commitment',
  'list',
  'inspectors',
  'rule',
  'beacon',
  'proof',
  'seed',
  'result',
] as const;
export type DrawPart = (typeof drawParts)[number];

/** What was found not to hold, and where in the file. */
export type DrawFault = {
  readonly part: DrawPart;
  /** A place such as `$.list.lines[3]`. */
  readonly at: string;
  readonly code: DrawFaultCode;
};

export const drawFaultCodes = [
  'not-json',
  'not-canonical',
  'not-a-draw-file',
  'terms-differ',
  'other-commitment',
  'root-differs',
  'count-differs',
  'token-twice',
  'token-differs',
  'not-in-list',
  'stratum-unknown',
  'stratum-twice',
  'chance-leaves-limits',
  'quota-impossible',
  'rules-impossible',
  'chain-unknown',
  'round-differs',
  'round-not-genuine',
  'committed-too-late',
  'proof-does-not-hold',
  'seed-differs',
  'result-differs',
] as const;
export type DrawFaultCode = (typeof drawFaultCodes)[number];

export type DrawVerdict = {
  readonly kind: 'holds' | 'fails';
  /** Every part that was examined. */
  readonly examined: readonly DrawPart[];
  readonly faults: readonly DrawFault[];
  /** Absent where the text is no file of a draw. */
  readonly file?: CheckedFile;
};

const openParts: readonly DrawPart[] = [
  ...(['file', 'commitment', 'list', 'inspectors', 'beacon', 'proof', 'seed'] as const),
];

const examined: Readonly<Record<CheckedFile['form'], readonly DrawPart[]>> = {
  'credence-draw@1': drawParts,
  'credence-draw-list@1': ['file', 'commitment', 'list'],
  'credence-draw-list@2': ['file', 'commitment', 'list'],
  'credence-draw-membership@1': ['file', 'commitment', 'list'],
  'credence-draw-membership@2': ['file', 'commitment', 'list'],
  // Weights are closed: neither can the chances be judged, nor who follows from them.
  'credence-open-draw@1': openParts,
  'credence-open-draw@2': openParts,
};

/**
 * Makes a draw again from its file alone and says what holds and what does not. Give the commitment
 * that was published before the draw: without it a file that was invented as a whole agrees with
 * itself.
 */
export function verifyDraw(text: string, published?: string): DrawVerdict {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable('not-json', '$');
  }
  const read = readCheckedFile(value);
  if (read.kind === 'unreadable') return unreadable('not-a-draw-file', read.at);
  const { file } = read;
  const faults: DrawFault[] = [
    ...(canonicalJson(file) === text.trim() ? [] : [fault('file', '$', 'not-canonical')]),
    ...judgeTerms(file, published),
    ...judgeForm(file),
  ];
  const kind = faults.length === 0 ? 'holds' : 'fails';
  return { kind, examined: examined[file.form], faults, file };
}

function judgeForm(file: CheckedFile): readonly DrawFault[] {
  switch (file.form) {
    case 'credence-draw@1':
      return [...judgeLists(file), ...judgeRules(file), ...judgeSeed(file), ...judgeResult(file)];
    case 'credence-draw-list@1':
    case 'credence-draw-list@2':
      return judgeLeaves(file.terms, file.lines, '$.lines');
    case 'credence-open-draw@1':
    case 'credence-open-draw@2':
      return [
        ...judgeLeaves(file.terms, file.list, '$.list'),
        ...judgeSeed(file),
        ...judgeOpenResult(file),
      ];
    case 'credence-draw-membership@1':
    case 'credence-draw-membership@2':
      return judgeMembership(file);
  }
}

function judgeTerms(
  { terms, commitment }: Pick<CheckedFile, 'terms' | 'commitment'>,
  published?: string,
): readonly DrawFault[] {
  return [
    ...(termsCommitment(terms) === commitment
      ? []
      : [fault('commitment', '$.terms', 'terms-differ')]),
    ...(published === undefined || published === commitment
      ? []
      : [fault('commitment', '$.commitment', 'other-commitment')]),
  ];
}

/** Whoever stood on the list twice would be sent out twice as often. */
function judgeInspectors(lines: DrawFile['inspectors'], at: string): readonly DrawFault[] {
  return new Set(lines.map(({ token }) => token)).size === lines.length
    ? []
    : [fault('inspectors', at, 'token-twice')];
}

function judgeLists({ terms, list, inspectors }: DrawFile): readonly DrawFault[] {
  const faults: DrawFault[] = [];
  if (listRoot(terms.form, list.salt, list.lines) !== terms.list.root) {
    faults.push(fault('list', '$.list', 'root-differs'));
  }
  if (list.lines.length !== terms.list.count) {
    faults.push(fault('list', '$.list.lines', 'count-differs'));
  }
  const seen = new Set<string>();
  list.lines.forEach(({ token }, at) => {
    if (seen.has(token)) faults.push(fault('list', `$.list.lines[${String(at)}]`, 'token-twice'));
    seen.add(token);
  });
  if (inspectorsRoot(inspectorsSalt(list.salt), inspectors) !== terms.inspectors.root) {
    faults.push(fault('inspectors', '$.inspectors', 'root-differs'));
  }
  if (inspectors.length !== terms.inspectors.count) {
    faults.push(fault('inspectors', '$.inspectors', 'count-differs'));
  }
  return [...faults, ...judgeInspectors(inspectors, '$.inspectors')];
}

/** Whether the rules are ones that a fair plan may have, whatever they led to. */
function judgeRules({ terms: { rules }, list: { lines } }: DrawFile): readonly DrawFault[] {
  const faults: DrawFault[] = [];
  const known = new Set<string>();
  if (rules.randomArm > 1000 || rules.least > rules.most || rules.inspectorsPerVisit === 0) {
    faults.push(fault('rule', '$.terms.rules', 'rules-impossible'));
  }
  rules.strata.forEach((stratum, index) => {
    const at = `$.terms.rules.strata[${String(index)}]`;
    if (known.has(stratum.id)) faults.push(fault('rule', at, 'stratum-twice'));
    known.add(stratum.id);
    const inside = lines.filter((line) => line.stratum === stratum.id);
    if (inside.length !== stratum.eligible) faults.push(fault('rule', at, 'count-differs'));
    if (stratum.coverage === 'full') {
      if (stratum.draws !== inside.length) faults.push(fault('rule', at, 'quota-impossible'));
      return;
    }
    if (stratum.draws > inside.length) faults.push(fault('rule', at, 'quota-impossible'));
    const sums = sumsOf(inside, stratum.draws, rules.randomArm);
    for (const weight of new Set(inside.map((line) => line.weight))) {
      const chance = chanceOf(weight, sums);
      const perThousand = chance.of * 1000n;
      const [least, most] = [BigInt(rules.least) * chance.in, BigInt(rules.most) * chance.in];
      const isOpen = chance.of > 0n && chance.of < chance.in;
      if (isOpen && perThousand >= least && perThousand <= most) continue;
      faults.push(fault('rule', at, 'chance-leaves-limits'));
    }
  });
  lines.forEach(({ stratum }, at) => {
    if (known.has(stratum)) return;
    faults.push(fault('list', `$.list.lines[${String(at)}]`, 'stratum-unknown'));
  });
  return faults;
}

function judgeSeed(file: Pick<DrawFile, 'terms' | 'commitment' | 'seed'>): readonly DrawFault[] {
  const { terms, commitment, seed } = file;
  const { chain, round } = terms.beacon;
  const faults: DrawFault[] = [];
  // Under the name of a public chain, another key or another beginning would let the register know
  // the number before it commits.
  if (!isKnownChain(chain)) {
    faults.push(fault('beacon', '$.terms.beacon.chain', 'chain-unknown'));
  }
  if (seed.round.round !== round) {
    faults.push(fault('beacon', '$.seed.round.round', 'round-differs'));
  }
  if (terms.committedAt >= roundTime(chain, round)) {
    faults.push(fault('beacon', '$.terms.committedAt', 'committed-too-late'));
  }
  if (!verifyRound(chain, seed.round)) {
    faults.push(fault('beacon', '$.seed.round', 'round-not-genuine'));
  }
  const alpha = drawAlpha(commitment, seed.round);
  const output = vrfVerify(fromHex(terms.vrfKey), alpha, fromHex(seed.proof));
  if (output === undefined) {
    return [...faults, fault('proof', '$.seed.proof', 'proof-does-not-hold')];
  }
  const { randomness } = seed.round;
  if (seedOf({ commitment, randomness, output }) !== seed.value) {
    faults.push(fault('seed', '$.seed.value', 'seed-differs'));
  }
  return faults;
}

/** Draws again; where rules or list are unsound, there is nothing to compare with. */
function judgeResult({ terms, list, inspectors, seed, result }: DrawFile): readonly DrawFault[] {
  const again = resultOf(terms, { lines: list.lines, inspectors }, seed.value);
  if (again.length !== result.length) {
    return [fault('result', '$.result', 'count-differs')];
  }
  const differs = again.findIndex(
    (line, at) => canonicalJson(line) !== canonicalJson(result[at] as JsonValue),
  );
  return differs < 0 ? [] : [fault('result', `$.result[${String(differs)}]`, 'result-differs')];
}

/** The list by its leaves alone: what they weigh stays closed. */
function judgeLeaves(
  { list }: DrawFile['terms'],
  lines: readonly OpenLine[],
  at: string,
): readonly DrawFault[] {
  const faults: DrawFault[] = [];
  if (rootOfLeaves(lines.map(leafOfOpen)) !== list.root) {
    faults.push(fault('list', at, 'root-differs'));
  }
  if (lines.length !== list.count) faults.push(fault('list', at, 'count-differs'));
  const tokens = new Set(lines.map(({ token }) => token));
  if (tokens.size !== lines.length) faults.push(fault('list', at, 'token-twice'));
  return faults;
}

/** What can be said of a result without weights: quotas, membership, and who visits whom. */
function judgeOpenResult(file: OpenDrawFile): readonly DrawFault[] {
  const { terms, list, inspectors, seed, result } = file;
  const faults: DrawFault[] = [...judgeInspectors(inspectors.lines, '$.inspectors.lines')];
  if (inspectorsRoot(inspectors.salt, inspectors.lines) !== terms.inspectors.root) {
    faults.push(fault('inspectors', '$.inspectors', 'root-differs'));
  }
  const tokens = new Set(list.map(({ token }) => token));
  const drawn = result.map(({ token }) => token);
  if (new Set(drawn).size !== drawn.length) faults.push(fault('result', '$.result', 'token-twice'));
  terms.rules.strata.forEach(({ id, draws }, index) => {
    if (result.filter(({ stratum }) => stratum === id).length === draws) return;
    faults.push(fault('result', `$.terms.rules.strata[${String(index)}]`, 'count-differs'));
  });
  const again = assignInspectors(
    seed.value,
    drawn,
    inspectors.lines,
    terms.rules.inspectorsPerVisit,
  );
  const strata = new Set(terms.rules.strata.map(({ id }) => id));
  result.forEach(({ token, stratum, inspectors: visitors }, index) => {
    const at = `$.result[${String(index)}]`;
    // Outside every quota somebody picked by hand could stand among those drawn.
    if (!strata.has(stratum)) faults.push(fault('result', at, 'stratum-unknown'));
    if (!tokens.has(token)) faults.push(fault('result', at, 'not-in-list'));
    if (canonicalJson(visitors) === canonicalJson(again[index]?.inspectors ?? [])) return;
    faults.push(fault('result', at, 'result-differs'));
  });
  return faults;
}

/** Whether the code gives the token, and the line leads to the root that was published. */
function judgeMembership(file: DrawMembership): readonly DrawFault[] {
  const { terms, code, licence, tokenSalt, line, lineSalt, at, path } = file;
  const { count, root } = terms.list;
  return [
    ...(tokenOf(tokenSalt, code, licence) === line.token
      ? []
      : [fault('list', '$.line.token', 'token-differs')]),
    ...(rootAlong(leafOf(terms.form, lineSalt, line), { at, count }, path) === root
      ? []
      : [fault('list', '$.line', 'root-differs')]),
  ];
}

function fault(part: DrawPart, at: string, code: DrawFaultCode): DrawFault {
  return { part, at, code };
}

function unreadable(code: DrawFaultCode, at: string): DrawVerdict {
  return { kind: 'fails', examined: ['file'], faults: [fault('file', at, code)] };
}
