import type { JsonValue } from '@credence/domain';
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

import type { Finding, FindingCode } from './finding.ts';
import type { Path, Places, Position } from './place.ts';
import { scalarOffset } from './scalar-offset.ts';

/** Characters a card may have; the largest of a shipped edition has 21,000. */
const LONGEST_CARD = 100_000;

/** A text that is no YAML at all is told so in a few places, not in thousands. */
const MOST_SYNTAX_FINDINGS = 10;

/** Marks that change how a text reads without being seen, and halves of broken characters. */
const HIDDEN = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** What a text holds as plain data, where everything in it stands, and what is wrong with it. */
interface YamlReading {
  /** Absent when the text is no YAML or breaks the rules below. */
  readonly data: JsonValue | undefined;
  readonly places: Places;
  readonly findings: readonly Finding[];
}

/**
 * Reads one YAML text (version 1.2, core schema) with the place of every value.
 *
 * Refused are anchors, aliases, merge keys and tags (a card has to say what it says in one place),
 * keys given twice, keys that are no text, several documents in one file, and hidden characters.
 */
export function readYaml(file: string, text: string): YamlReading {
  if (text.length > LONGEST_CARD) return tooLarge(file, text);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
  });
  const places = placesOf(document, lines, text);
  const findings = [
    ...syntaxFindings(file, document, lines),
    ...featureFindings(file, document, lines),
  ];
  const data = findings.length === 0 ? toJson(document.toJS()) : undefined;
  return { data, places, findings };
}

function tooLarge(file: string, text: string): YamlReading {
  const start = { line: 1, column: 1 };
  const finding: Finding = {
    file,
    ...start,
    code: 'file-too-large',
    message: 'A card is one rule on one screen; this file is too large to be one.',
    found: `${String(text.length)} characters`,
    accepted: `at most ${String(LONGEST_CARD)} characters`,
    repair: 'Split it into several cards.',
  };
  return { data: undefined, places: { value: () => start, key: () => start }, findings: [finding] };
}

function syntaxFindings(file: string, document: Document, lines: LineCounter): Finding[] {
  return [...document.errors, ...document.warnings]
    .filter((problem) => problem.code !== 'TAG_RESOLVE_FAILED')
    .slice(0, MOST_SYNTAX_FINDINGS)
    .map((problem) => ({
      file,
      ...positionOf(lines, problem.pos[0]),
      code: 'yaml-syntax',
      message: `This is no YAML: ${problem.message.replace(/\.$/, '')}.`,
      accepted: 'one YAML 1.2 document: keys, lists and texts',
      repair: 'Look at this line and the one before it: indentation, brackets, quotes.',
    }));
}

function featureFindings(file: string, document: Document, lines: LineCounter): Finding[] {
  const findings: Finding[] = [];
  const add = (offset: number, code: FindingCode, message: string, repair: string): void => {
    findings.push({ file, ...positionOf(lines, offset), code, message, repair });
  };
  const extras = (node: Scalar | YAMLMap | YAMLSeq): void => {
    if (node.tag !== undefined) {
      add(offsetOf(node), 'yaml-feature', `The tag ${node.tag} is not accepted.`, 'Remove it.');
    }
    if (node.anchor !== undefined) {
      add(offsetOf(node), 'yaml-feature', `The anchor &${node.anchor} is not accepted.`, SAY_IT);
    }
  };
  visit(document, {
    Alias(_, node) {
      add(offsetOf(node), 'yaml-feature', `The alias *${node.source} is not accepted.`, SAY_IT);
    },
    Scalar(_, node) {
      extras(node);
      if (typeof node.value === 'string' && isHidden(node.value)) {
        const message = 'This text has characters that nobody sees.';
        add(offsetOf(node), 'text-hidden', message, 'Type the text again.');
      }
    },
    Seq(_, node) {
      extras(node);
    },
    Map(_, map) {
      extras(map);
      keyFindings(map, add);
    },
  });
  return findings;
}

const SAY_IT = 'Write the value out where it is meant.';

type Add = (offset: number, code: FindingCode, message: string, repair: string) => void;

function keyFindings(map: YAMLMap, add: Add): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const offset = isNode(key) ? offsetOf(key) : 0;
    if (!isScalar(key) || typeof key.value !== 'string') {
      const found = isScalar(key) ? (key.source ?? String(key.value)) : 'a map or list';
      add(offset, 'yaml-feature', `The key ${found} is no text.`, `Put it in quotes: "${found}".`);
      continue;
    }
    if (key.value === '<<') {
      add(offset, 'yaml-feature', 'The merge key << is not accepted.', SAY_IT);
    }
    if (seen.has(key.value)) {
      const message = `The key ${key.value} stands here a second time.`;
      add(offset, 'yaml-duplicate-key', message, 'Keep one of the two.');
    }
    seen.add(key.value);
  }
}

function isHidden(text: string): boolean {
  return HIDDEN.test(text.replaceAll('\n', ' '));
}

function placesOf(document: Document, lines: LineCounter, text: string): Places {
  const value = (path: Path, offset?: number): Position => {
    const inside = offset === undefined ? undefined : offsetInside(document, text, path, offset);
    if (inside !== undefined) return positionOf(lines, inside);
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && !isEmpty(node)) return positionOf(lines, offsetOf(node));
      if (isNode(node)) return key(path.slice(0, length));
    }
    return { line: 1, column: 1 };
  };
  const key = (path: Path): Position => {
    const pair = pairAt(document, path);
    return pair !== undefined && isNode(pair.key)
      ? positionOf(lines, offsetOf(pair.key))
      : value(path);
  };
  return { value, key };
}

/** The place of a character of a text in the file. */
function offsetInside(
  document: Document,
  text: string,
  path: Path,
  offset: number,
): number | undefined {
  const node: unknown = document.getIn(path, true);
  if (!isScalar(node) || typeof node.value !== 'string' || !Array.isArray(node.range)) {
    return undefined;
  }
  const [start, end] = node.range;
  return start + scalarOffset(text.slice(start, end), node.value, offset);
}

/** An empty value has no place of its own; its key has. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && node.range !== null && node.range?.[0] === node.range?.[1];
}

function pairAt(document: Document, path: Path): Pair | undefined {
  const parent: unknown =
    path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const name = path.at(-1);
  return parent.items.find((pair) => isScalar(pair.key) && pair.key.value === name);
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function positionOf(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function toJson(value: unknown): JsonValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map((item) => toJson(item) ?? null);
  if (typeof value !== 'object') return undefined;
  const parts = Object.entries(value).map(([key, part]) => [key, toJson(part) ?? null] as const);
  return Object.fromEntries(parts);
}
