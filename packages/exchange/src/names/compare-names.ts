import type { NameComparison, NameKeys } from '@credence/casework';

import { compareLatin } from './compare-latin.ts';
import {
  branchRelation,
  conclude,
  finding,
  formRelation,
  formText,
  regionRelation,
  type Relation,
} from './component-relation.ts';
import type { NameParser, NameParts } from './parse-name.ts';
import type { NameDictionaries } from './read-dictionaries.ts';
import { spellPinyin } from './spell-pinyin.ts';

/** Compares names part by part; a difference of one character in the trade name is a difference. */
export function createNameComparer(
  parser: NameParser,
  dictionaries: NameDictionaries,
): NameKeys['compare'] {
  return (a, b) => {
    const [left, right] = [parser.parse(a), parser.parse(b)];
    if (left.script === right.script) {
      return left.script === 'han' ? compareHan(left, right) : compareLatin(left, right);
    }
    const isMirrored = left.script === 'latin';
    const [han, latin] = isMirrored ? [right, left] : [left, right];
    const found = compareAcross(han, latin, dictionaries);
    return isMirrored ? mirrored(found) : found;
  };
}

function compareHan(a: NameParts, b: NameParts): NameComparison {
  const withoutBranch = ({ core, branch = '' }: NameParts): string =>
    core.slice(0, core.length - branch.length);
  // Where the split between trade name and business falls matters only if something differs.
  const isSameCore = withoutBranch(a) === withoutBranch(b);
  return conclude([
    finding('branch', branchRelation(a, b), a.branch, b.branch),
    finding('legal-form', formRelation(a, b), formText(a), formText(b)),
    finding('region', regionRelation(a.region, b.region), a.region?.text, b.region?.text),
    finding('trade-name', isSameCore ? 'equal' : tradeRelation(a, b), a.trade, b.trade),
    finding(
      'industry',
      isSameCore && a.industry !== undefined ? 'equal' : textRelation(a.industry, b.industry),
      a.industry,
      b.industry,
    ),
  ]);
}

/** One name in Chinese, one in Latin letters: sound and glossary, so the trade name is never equal. */
function compareAcross(
  han: NameParts,
  latin: NameParts,
  dictionaries: NameDictionaries,
): NameComparison {
  const { trade, industry } = readAcross(han, latin, dictionaries);
  return conclude([
    finding('branch', branchAcross(han, latin), han.branch, latin.branch),
    finding('legal-form', formRelation(han, latin), formText(han), formText(latin)),
    finding(
      'region',
      regionRelation(han.region, latin.region),
      han.region?.text,
      latin.region?.text,
    ),
    finding('trade-name', trade, han.trade, latin.trade),
    finding('industry', industry, han.industry, undefined),
  ]);
}

function readAcross(
  han: NameParts,
  latin: NameParts,
  { industries }: NameDictionaries,
): { readonly trade: Relation; readonly industry: Relation } {
  const { readings = [] } = latin;
  const spelled = spellPinyin(han.trade).full;
  const whole = spellPinyin(han.trade + (han.industry ?? '')).full;
  if (readings.some((each) => each.trade + spellPinyin(each.industry).full === whole)) {
    return { trade: 'compatible', industry: han.industry === undefined ? 'absent' : 'compatible' };
  }
  if (readings.some(({ trade }) => trade === spelled)) {
    const terms = han.industry === undefined ? [] : (industries.get(han.industry) ?? []);
    if (terms.some((term) => latin.trade.endsWith(` ${term}`))) {
      return { trade: 'compatible', industry: 'compatible' };
    }
    const saysNone =
      han.industry === undefined || readings.every(({ industry }) => industry === '');
    return { trade: 'compatible', industry: saysNone ? 'absent' : 'contradictory' };
  }
  // A business that no glossary has stays behind the trade name, which comes first in both.
  const [first = ''] = latin.trade.split(' ');
  const begins = first.length >= SHORTEST_FIRST_WORD && whole.startsWith(first);
  return { trade: begins ? 'compatible' : 'contradictory', industry: 'absent' };
}

const SHORTEST_FIRST_WORD = 4;

/** What a branch is called is seldom translated: that both are one leaves the rest to a person. */
function branchAcross(a: NameParts, b: NameParts): Relation {
  if (a.branch === undefined && b.branch === undefined) return 'absent';
  return a.branch === undefined || b.branch === undefined ? 'contradictory' : 'compatible';
}

/** The same sound in other characters is a question for a person. */
function tradeRelation({ trade: a }: NameParts, { trade: b }: NameParts): Relation {
  if (a === b) return 'equal';
  return spellPinyin(a).full === spellPinyin(b).full ? 'compatible' : 'contradictory';
}

function textRelation(a: string | undefined, b: string | undefined): Relation {
  if (a === undefined || b === undefined) return 'absent';
  return a === b ? 'equal' : 'contradictory';
}

function mirrored({ verdict, components }: NameComparison): NameComparison {
  return {
    verdict,
    components: components.map(({ component, relation, a, b }) =>
      finding(component, relation, b, a),
    ),
  };
}
