import { stringify } from 'yaml';

/** A line of YAML as it stands, or a key with a value that has to be quoted where it needs to be. */
export type Line = string | readonly [key: string, value: unknown];

/** The text of a card. Values from outside never reach the text unquoted. */
export function textOf(lines: readonly Line[]): string {
  return `${lines.map((line) => (typeof line === 'string' ? line : pair(line))).join('\n')}\n`;
}

function pair([key, value]: readonly [string, unknown]): string {
  const indent = /^\s*(?:- )?/.exec(key)?.[0] ?? '';
  return `${indent}${key.slice(indent.length)}: ${inline(value)}`;
}

/** A value on one line, whatever its texts hold. */
export function inline(value: unknown): string {
  return stringify(value, {
    collectionStyle: 'flow',
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  }).trimEnd();
}
