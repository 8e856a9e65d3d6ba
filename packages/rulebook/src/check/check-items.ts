import type { CardOf } from '../card/card-kinds.ts';
import { findUnreachable } from '../condition/reachable.ts';
import { findNearest } from '../load/nearest.ts';
import { checkField, checkWhen, domainsOf, type Tell } from './check-conditions.ts';
import { checkAdverse } from './check-adverse.ts';
import type { Check, Draft, Report } from './draft.ts';

/** Items of the catalogue fit their schema, and their severity tables decide every record. */
export const checkItems: Check = (draft, report) => {
  checkImportWords(draft, report);
  for (const [id, item] of draft.cards.item) {
    const tell: Tell = (path, complaint) => {
      report({ kind: 'item', id, path }, complaint);
    };
    const schema = draft.cards.schema.get(item.fields);
    if (schema !== undefined) checkFields(item, schema, tell);
    checkTerm(item, tell);
    if (item.severity !== undefined) {
      checkTable(draft, item.severity.rows, tell);
      if (schema !== undefined) checkReach(schema, item.severity.rows, tell);
    }
    checkPublicity(draft, item, tell);
    checkAdverse(draft, item, tell);
  }
};

function checkImportWords(draft: Draft, report: Report): void {
  const taken = new Map<string, string>();
  for (const [id, { importAs }] of draft.cards.item) {
    const owner = taken.get(importAs);
    if (owner !== undefined) {
      report(
        { kind: 'item', id, path: ['import-as'] },
        {
          code: 'import-word-taken',
          message: `${importAs} already names the item ${owner}.`,
          found: importAs,
          repair: 'Choose another word.',
        },
      );
    }
    taken.set(importAs, id);
  }
}

function checkFields(item: CardOf<'item'>, schema: CardOf<'schema'>, tell: Tell): void {
  item.key.forEach((field, index) => {
    checkField(schema, field, ['key', index], tell);
  });
  checkField(schema, item.heading, ['heading'], tell);
  item.shows.forEach((field, index) => {
    checkField(schema, field, ['shows', index], tell);
  });
  item.neverPublic?.forEach(({ when }, index) => {
    checkWhen(schema, when, ['never-public', index, 'when'], tell);
  });
  if (item.document.number === 'required') {
    checkField(schema, 'document_number', ['document', 'number'], tell);
  }
}

/** Each kind of term has its own parts, and none of the others'. */
function checkTerm(item: CardOf<'item'>, tell: Tell): void {
  const bySeverity = item.term === 'severity';
  for (const key of ['severity', 'publicity'] as const) {
    const given = item[key] !== undefined;
    if (given === bySeverity) continue;
    tell(given ? [key] : ['term'], {
      code: bySeverity ? 'key-missing' : 'key-unknown',
      message: bySeverity
        ? `term: severity needs ${key}.`
        : `term: ${item.term} has no ${key}; it ends otherwise.`,
      repair: bySeverity ? `Add ${key}.` : `Remove ${key}, or set term: severity.`,
    });
  }
}

type Rows = NonNullable<CardOf<'item'>['severity']>['rows'];

function checkTable(draft: Draft, rows: Rows, tell: Tell): void {
  const severities = draft.edition.severities.map(({ code }) => code);
  rows.forEach((row, index) => {
    const at = ['severity', 'rows', index];
    if (!severities.includes(row.then)) {
      const nearest = findNearest(row.then, severities);
      tell([...at, 'then'], {
        code: 'code-unknown',
        message:
          `${row.then} is not a severity class of the edition.` +
          (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
        found: row.then,
        accepted: severities.join(', '),
      });
    }
    const isLast = index === rows.length - 1;
    if (isLast && row.when !== 'otherwise') {
      tell([...at, 'when'], {
        code: 'table-incomplete',
        message: 'Some records fit no row; the last row has to take what is left.',
        accepted: 'when: otherwise',
        repair: 'Add a last row with when: otherwise.',
      });
    }
  });
}

function checkReach(schema: CardOf<'schema'>, rows: Rows, tell: Tell): void {
  const sound = rows.map(({ when }, index) =>
    checkWhen(schema, when, ['severity', 'rows', index, 'when'], tell),
  );
  if (sound.includes(false)) return;
  const reach = findUnreachable(
    rows.map(({ when }) => when),
    domainsOf(schema),
  );
  if (reach.kind === 'too-many-combinations') {
    tell(['severity', 'rows'], {
      code: 'table-incomplete',
      message: 'The table asks so many codes apart that nobody could check it.',
      found: `${reach.count} combinations`,
      repair: 'Name fewer groups of codes.',
    });
    return;
  }
  for (const index of reach.unreachable) {
    tell(['severity', 'rows', index, 'when'], {
      code: 'row-unreachable',
      message:
        'No record can reach this row: the rows above take them all, or it contradicts itself.',
      repair: 'Move it up, correct it, or remove it.',
    });
  }
}

function checkPublicity(draft: Draft, item: CardOf<'item'>, tell: Tell): void {
  if (item.publicity === undefined || item.severity === undefined) return;
  const reached = new Set(item.severity.rows.map(({ then }) => then));
  for (const severity of reached) {
    if (Object.hasOwn(item.publicity, severity)) continue;
    tell(['publicity'], {
      code: 'publicity-missing',
      message: `Records can be ${severity}, and nothing says how long they are shown.`,
      accepted: `${severity}: the id of a value in periods`,
      repair: `Add ${severity}; a value with publish: none where they are never shown.`,
    });
  }
  for (const [severity, id] of Object.entries(item.publicity)) {
    if (!reached.has(severity)) {
      tell(['publicity', severity], {
        code: 'code-unknown',
        message: `No row of the table gives ${severity}.`,
        found: severity,
        accepted: [...reached].join(', '),
      });
    }
    const value = draft.cards.value.get(id);
    if (value !== undefined && value.unit !== 'period') {
      tell(['publicity', severity], {
        code: 'value-row',
        message: `${id} is a value in ${value.unit}; publicity needs a period.`,
        found: value.unit,
        accepted: 'unit: period',
      });
    }
  }
}
