import type { JsonValue } from '@credence/domain';
import type { z } from 'zod';

import type { FileSchema } from '../card/file-schemas.ts';
import type { Finding, FindingCode } from './finding.ts';
import { findNearest } from './nearest.ts';
import { formatPath, type Path, type Places } from './place.ts';

type Issue = z.core.$ZodIssue;

interface Reading {
  readonly file: string;
  readonly data: JsonValue;
  readonly places: Places;
  readonly schema: FileSchema;
}

/** Every breach of a card's schema, at its place, in words. */
export function schemaFindings(reading: Reading, issues: readonly Issue[]): Finding[] {
  return issues.flatMap((issue) => findingsOf(reading, issue, []));
}

function findingsOf(reading: Reading, issue: Issue, prefix: Path): Finding[] {
  const path = [...prefix, ...issue.path.map(toStep)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(reading, path, key));
    case 'invalid_key':
      return [wrongKey(reading, path, issue.issues[0]?.message ?? 'another key')];
    case 'invalid_union':
      return unionFindings(reading, issue, path);
    default:
      return [wrongValue(reading, path, issue)];
  }
}

/** The branch that got furthest is the one that was meant; without one, all branches are named. */
function unionFindings(
  reading: Reading,
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
): Finding[] {
  const found = valueAt(reading.data, path);
  if (typeof found === 'object' && found !== null) {
    const meant = [...issue.errors].sort(byFit)[0];
    const first = meant?.[0];
    if (meant !== undefined && first !== undefined && isInside(first)) {
      return meant.flatMap((inner) => findingsOf(reading, inner, path));
    }
  }
  if (found === undefined) return [missingKey(reading, path)];
  const here = issue.errors.flat().filter((inner) => inner.path.length === 0);
  const nearest = typeof found === 'string' ? findNearest(found, here.flatMap(wordsOf)) : undefined;
  return [
    place(reading, path, 'value', {
      code: 'value-wrong',
      message: `${formatPath(path)} is not one of its accepted forms.${didYouMean(nearest)}`,
      found: show(found),
      accepted: describe(reading.schema, path) ?? 'see the schema of the card',
    }),
  ];
}

function isInside(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === 'unrecognized_keys';
}

function byFit(a: readonly Issue[], b: readonly Issue[]): number {
  const misfits = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => {
      if (issue.path.length === 0 && issue.code !== 'unrecognized_keys') return sum + 1000;
      if (issue.code === 'unrecognized_keys') return sum + 10 * issue.keys.length;
      return sum + 1;
    }, 0);
  return misfits(a) - misfits(b);
}

function unknownKey(reading: Reading, path: Path, key: string): Finding {
  const accepted = keysAt(reading.schema, path);
  const nearest = findNearest(key, accepted);
  return place(reading, [...path, key], 'key', {
    code: 'key-unknown',
    message: `${formatPath([...path, key])} is not a key of this card.${didYouMean(nearest)}`,
    found: key,
    accepted: accepted.join(', '),
    repair: nearest === undefined ? 'Remove it.' : `Write ${nearest}, or remove it.`,
  });
}

function wrongKey(reading: Reading, path: Path, expected: string): Finding {
  return place(reading, path, 'key', {
    code: 'key-unknown',
    message: `${formatPath(path)}: the key is not accepted here.`,
    found: String(path.at(-1)),
    accepted: expected,
  });
}

function missingKey(reading: Reading, path: Path): Finding {
  const accepted = describe(reading.schema, path);
  return place(reading, path.slice(0, -1), 'value', {
    code: 'key-missing',
    message: `${formatPath(path)} is missing. Every card says it; there is no default.`,
    ...(accepted === undefined ? {} : { accepted }),
    repair: `Add ${String(path.at(-1))}.`,
  });
}

function wrongValue(reading: Reading, path: Path, issue: Issue): Finding {
  const found = valueAt(reading.data, path);
  if (found === undefined) return missingKey(reading, path);
  const values = wordsOf(issue);
  const nearest = typeof found === 'string' ? findNearest(found, values) : undefined;
  return place(reading, path, 'value', {
    code: 'value-wrong',
    message: `${formatPath(path)} has a value that is not accepted.${didYouMean(nearest)}`,
    found: show(found),
    accepted: values.length > 0 ? values.join(' | ') : expectation(reading, path, issue),
  });
}

/** The words of a closed list. */
function wordsOf(issue: Issue): readonly string[] {
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` Did you mean ${nearest}?`;
}

function expectation(reading: Reading, path: Path, issue: Issue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_format') {
    return issue.message.startsWith('Invalid')
      ? (describe(reading.schema, path) ?? 'text')
      : issue.message;
  }
  const described = describe(reading.schema, path);
  if (issue.code === 'invalid_type') {
    return described === undefined ? issue.expected : `${issue.expected}: ${described}`;
  }
  if (issue.code === 'too_small') return `at least ${String(issue.minimum)}`;
  if (issue.code === 'too_big') return `at most ${String(issue.maximum)}`;
  return described ?? issue.message;
}

function place(
  reading: Reading,
  path: Path,
  at: 'key' | 'value',
  rest: { code: FindingCode; message: string; found?: string; accepted?: string; repair?: string },
): Finding {
  return { file: reading.file, ...reading.places[at](path), ...rest };
}

function toStep(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? String(key) : key;
}

function valueAt(data: JsonValue, path: Path): JsonValue | undefined {
  let value: JsonValue | undefined = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
  }
  return value;
}

function show(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** Every part of the schema that may describe the value at a path. */
function schemasAt(schema: FileSchema, path: Path): FileSchema[] {
  let found: FileSchema[] = [schema];
  for (const step of path) {
    found = found.flatMap(branches).flatMap((part) => {
      const table = part.additionalProperties;
      const next =
        typeof step === 'number'
          ? part.items
          : (part.properties?.[step] ?? (typeof table === 'object' ? table : undefined));
      return next === undefined ? [] : [next];
    });
  }
  return found;
}

function branches(schema: FileSchema): FileSchema[] {
  return schema.anyOf === undefined ? [schema] : schema.anyOf.flatMap(branches);
}

function keysAt(schema: FileSchema, path: Path): string[] {
  const parts = schemasAt(schema, path).flatMap(branches);
  const names = parts.flatMap((part) => [
    ...Object.keys(part.properties ?? {}),
    ...(part.propertyNames?.enum ?? []).map(String),
  ]);
  return [...new Set(names)];
}

function describe(schema: FileSchema, path: Path): string | undefined {
  return schemasAt(schema, path).find((part) => part.description !== undefined)?.description;
}
