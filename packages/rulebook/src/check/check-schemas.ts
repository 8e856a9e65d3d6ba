import type { CardOf } from '../card/card-kinds.ts';
import type { SchemaColumn } from '../card/schema-card.ts';
import type { Path } from '../load/place.ts';
import type { Check, Complaint } from './draft.ts';

type Tell = (path: Path, complaint: Complaint) => void;

/** Fields the platform itself reads, and the type each must have; all others are facts. */
const knownFields: Readonly<Record<string, SchemaColumn['type']>> = {
  subject_name: 'text',
  subject_class: 'code',
  subject_code: 'identifier',
  document_number: 'text',
  document_title: 'text',
  decided: 'date',
  valid_from: 'date',
  valid_until: 'date',
  corrected: 'date',
  served: 'date',
  established: 'date',
  conduct_ended: 'date',
  published: 'date',
  authority: 'text',
  provider: 'text',
  procedure: 'code',
  kinds: 'codes',
};

/** Columns of a file standard can be told apart, and each is read in one way only. */
export const checkSchemas: Check = (draft, report) => {
  for (const [id, card] of draft.cards.schema) {
    const tell: Tell = (path, complaint) => {
      report({ kind: 'schema', id, path }, complaint);
    };
    checkNames(card, tell);
    checkFields(card, tell);
    checkTargets(card, tell);
    card.columns.forEach((column, index) => {
      checkColumn(column, ['columns', index], tell);
      checkCodes(column, ['columns', index], tell);
    });
  }
};

function checkNames(card: CardOf<'schema'>, tell: Tell): void {
  const taken = new Map<string, string>();
  card.columns.forEach((column, index) => {
    const at = ['columns', index];
    take(column.column, [...at, 'column']);
    column.aliases.forEach((name, order) => {
      take(name, [...at, 'aliases', order]);
    });
    column.headers.forEach((name, order) => {
      // Headers of one name are told apart by the words in brackets behind them.
      take(`${name} ${column.bracket ?? ''}`.trim(), [...at, 'headers', order]);
    });

    function take(name: string, path: Path): void {
      const owner = taken.get(name);
      if (owner !== undefined) {
        tell(path, {
          code: 'column-conflict',
          message: `${name} already means the column ${owner}.`,
          found: name,
          repair: 'Remove one of the two, or give each its bracket.',
        });
      }
      taken.set(name, column.column);
    }
  });
}

/** What is reported elsewhere is taken from columns of the standard, each once. */
function checkTargets(card: CardOf<'schema'>, tell: Tell): void {
  const known = new Set(card.columns.map(({ column }) => column));
  card.targets.forEach(({ columns }, index) => {
    columns.forEach((name, order) => {
      if (known.has(name) && columns.indexOf(name) === order) return;
      tell(['targets', index, 'columns', order], {
        code: 'column-conflict',
        message: known.has(name)
          ? `${name} stands twice among the columns of the platform.`
          : `The schema has no column ${name}.`,
        found: name,
        accepted: [...known].join(', '),
      });
    });
  });
}

function checkFields(card: CardOf<'schema'>, tell: Tell): void {
  const owners = new Map<string, SchemaColumn>();
  card.columns.forEach((column, index) => {
    if (column.field === 'none') return;
    const owner = owners.get(column.field);
    // One subject may be named by several numbers; each other field has one column.
    const bothNumbers = owner?.type === 'identifier' && column.type === 'identifier';
    if (owner !== undefined && !(bothNumbers && owner.scheme !== column.scheme)) {
      tell(['columns', index, 'field'], {
        code: 'column-conflict',
        message: `${owner.column} and ${column.column} both become the field ${column.field}.`,
        found: column.field,
        repair: 'Name another field, or none.',
      });
    }
    owners.set(column.field, column);
  });
  if (!owners.has('subject_code')) {
    tell(['columns'], {
      code: 'column-incomplete',
      message: 'No column becomes subject_code: nobody could say whom a row is about.',
      accepted: 'a column with field: subject_code and type: identifier',
    });
  }
}

function checkColumn(column: SchemaColumn, path: Path, tell: Tell): void {
  if (column.person === 'drop') {
    const kept = column.field !== 'none' || column.required || column.default !== undefined;
    if (kept) {
      tell([...path, 'person'], {
        code: 'column-conflict',
        message: `${column.column} is about a natural person and is dropped; it cannot be kept.`,
        accepted: 'person: drop without field, required and default',
      });
    }
    return;
  }
  if (column.field === 'none') return;
  const expected = Object.hasOwn(knownFields, column.field)
    ? knownFields[column.field]
    : column.type;
  if (column.type !== expected) {
    tell([...path, 'type'], {
      code: 'field-type',
      message: `The field ${column.field} is known to the platform as ${String(expected)}.`,
      found: column.type,
      ...(expected === undefined ? {} : { accepted: expected }),
    });
  }
  for (const [key, type] of needs) {
    const wanted = type.includes(column.type);
    const given = key === 'codes' ? column.codes.length > 0 : column[key] !== undefined;
    if (wanted !== given)
      tell(given ? [...path, toKebab(key)] : path, partFinding(column, key, wanted));
  }
}

type Part = 'codes' | 'separator' | 'unit' | 'scheme';

/** What only some types of column have, and these must. */
const needs: readonly (readonly [Part, readonly SchemaColumn['type'][]])[] = [
  ['codes', ['code', 'codes']],
  ['separator', ['codes']],
  ['unit', ['money']],
  ['scheme', ['identifier']],
];

function partFinding(column: SchemaColumn, key: Part, wanted: boolean): Complaint {
  return {
    code: 'column-incomplete',
    message: wanted
      ? `${column.column} is of type ${column.type} and needs ${key}.`
      : `${column.column} is of type ${column.type}, which has no ${key}.`,
    repair: wanted ? `Add ${key}.` : `Remove ${key}, or change the type.`,
  };
}

function toKebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function checkCodes(column: SchemaColumn, path: Path, tell: Tell): void {
  const codes = new Set<string>();
  const words = new Map<string, string>();
  column.codes.forEach(({ code, says }, index) => {
    if (codes.has(code)) {
      tell([...path, 'codes', index, 'code'], {
        code: 'column-conflict',
        message: `The code ${code} stands twice in ${column.column}.`,
        found: code,
      });
    }
    codes.add(code);
    says.forEach((word, order) => {
      const owner = words.get(word);
      if (owner !== undefined) {
        tell([...path, 'codes', index, 'says', order], {
          code: 'column-conflict',
          message: `${word} already means ${owner} in ${column.column}.`,
          found: word,
        });
      }
      words.set(word, code);
    });
  });
}
