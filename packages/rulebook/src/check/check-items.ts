import type { CardOf } from '../card/card-kinds.ts';
import { findNearest } from '../load/nearest.ts';
import { readItemConditions } from '../world/item-conditions.ts';
import { checkField, type Tell } from './check-conditions.ts';
import { checkAdverse } from './check-adverse.ts';
import type { Check, Draft, Report } from './draft.ts';
import { reportFault } from './report-fault.ts';

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
    if (item.severity !== undefined) checkClasses(draft, item.severity.rows, tell);
    if (schema !== undefined) {
      for (const { path, fault } of readItemConditions(item, schema, draft.edition).faults) {
        reportFault(report, { kind: 'item', id, path }, fault);
      }
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

function checkClasses(draft: Draft, rows: Rows, tell: Tell): void {
  const severities = draft.edition.severities.map(({ code }) => code);
  rows.forEach(({ then }, index) => {
    if (severities.includes(then)) return;
    const nearest = findNearest(then, severities);
    tell(['severity', 'rows', index, 'then'], {
      code: 'code-unknown',
      message:
        `${then} is not a severity class of the edition.` +
        (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
      found: then,
      accepted: severities.join(', '),
    });
  });
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
