import { weekday } from '@credence/domain';

import type { CardOf } from '../card/card-kinds.ts';
import { findNearest } from '../load/nearest.ts';
import { checkCode, columnOf, type Tell } from './check-conditions.ts';
import type { Check, Draft } from './draft.ts';

/** Calendars name days of their own year, and no day as both free and worked. */
export const checkCalendars: Check = (draft, report) => {
  for (const [id, card] of draft.cards.calendar) {
    const tell: Tell = (path, complaint) => {
      report({ kind: 'calendar', id, path }, complaint);
    };
    card.years.forEach((year, index) => {
      const previous = card.years[index - 1];
      if (previous !== undefined && year.year !== previous.year + 1) {
        tell(['years', index, 'year'], {
          code: 'calendar-insane',
          message: 'Years stand in order, each once, none left out.',
          found: String(year.year),
          accepted: String(previous.year + 1),
        });
      }
      checkYear(card, index, tell);
    });
  }
};

function checkYear(card: CardOf<'calendar'>, index: number, tell: Tell): void {
  const year = card.years[index];
  if (year === undefined) return;
  const seen = new Set<string>();
  for (const key of ['rest', 'work'] as const) {
    year[key].forEach((day, order) => {
      const wrong = (message: string): void => {
        tell(['years', index, key, order], { code: 'calendar-insane', message, found: day });
      };
      if (!day.startsWith(`${year.year}-`)) wrong(`${day} is not a day of ${year.year}.`);
      if (seen.has(day)) wrong(`${day} is named twice.`);
      if (key === 'work' && !card.weekend.includes(weekday(day))) {
        wrong(`${day} is a working day anyway; only weekend days are made up.`);
      }
      seen.add(day);
    });
  }
}

const lengths = {
  uscc: 18,
  lei: 20,
  organisation_code: 9,
  digits: undefined,
  alphanumeric: undefined,
} as const;

/** A scheme without check characters says how long it is; the others know their own length. */
export const checkSchemes: Check = (draft, report) => {
  for (const [id, card] of draft.cards.scheme) {
    const { length: allowed, groups } = card;
    const wanted = card.validator === 'digits' || card.validator === 'alphanumeric';
    if (wanted !== (allowed !== undefined)) {
      report(
        { kind: 'scheme', id, path: wanted ? ['validator'] : ['length'] },
        {
          code: wanted ? 'key-missing' : 'key-unknown',
          message: wanted
            ? 'length is missing: how many characters?'
            : `${card.validator} has its own length.`,
          ...(wanted ? { accepted: 'length: {min, max}' } : { repair: 'Remove length.' }),
        },
      );
    }
    if (allowed !== undefined && allowed.min > allowed.max) {
      report(
        { kind: 'scheme', id, path: ['length', 'min'] },
        { code: 'value-row', message: 'min is more than max.', accepted: `at most ${allowed.max}` },
      );
    }
    const length = lengths[card.validator];
    const shown = groups?.reduce((sum, size) => sum + size, 0);
    if (length !== undefined && shown !== undefined && shown !== length) {
      report(
        { kind: 'scheme', id, path: ['groups'] },
        {
          code: 'value-row',
          message: 'The groups do not add up to the length of the code.',
          found: String(shown),
          accepted: String(length),
        },
      );
    }
  }
};

/** A mapping fills fields that exist, each once, and leaves no required one empty. */
export const checkMappings: Check = (draft, report) => {
  for (const [id, card] of draft.cards.mapping) {
    const tell: Tell = (path, complaint) => {
      report({ kind: 'mapping', id, path }, complaint);
    };
    const item = draft.cards.item.get(card.item);
    const schema = item === undefined ? undefined : draft.cards.schema.get(item.fields);
    if (schema !== undefined) checkMapping(card, schema, tell);
  }
};

function checkMapping(card: CardOf<'mapping'>, schema: CardOf<'schema'>, tell: Tell): void {
  const fields = [...new Set(schema.columns.map(({ field }) => field))].filter((f) => f !== 'none');
  const filled = new Set<string>();
  const fill = (field: string, codes: readonly string[], path: (string | number)[]): void => {
    if (filled.has(field)) {
      tell(path, { code: 'column-conflict', message: `${field} is filled twice.`, found: field });
    }
    filled.add(field);
    const column = columnOf(schema, field);
    if (column === undefined) {
      const nearest = findNearest(field, fields);
      tell(path, {
        code: 'field-unknown',
        message:
          `${field} is not a field of ${schema.schema}.` +
          (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
        found: field,
        accepted: fields.join(', '),
      });
      return;
    }
    for (const code of codes) checkCode(column, code, path, tell);
  };
  card.columns.forEach(({ to, codes }, index) => {
    fill(to, Object.values(codes ?? {}), ['columns', index, 'to']);
  });
  for (const [field, value] of Object.entries(card.constants ?? {})) {
    fill(field, [value], ['constants', field]);
  }
  checkLeft(card, tell);
  for (const { field, required, default: fallback } of schema.columns) {
    if (field === 'none' || !required || filled.has(field) || fallback !== undefined) continue;
    tell(['columns'], {
      code: 'mapping-incomplete',
      message: `${field} is required and nothing fills it.`,
      accepted: `a column to ${field}, or a constant`,
    });
  }
}

function checkLeft(card: CardOf<'mapping'>, tell: Tell): void {
  const taken = new Set(card.columns.map(({ from }) => from));
  card.ignored?.forEach(({ column }, index) => {
    if (!taken.has(column)) return;
    tell(['ignored', index, 'column'], {
      code: 'column-conflict',
      message: `${column} is taken above and left here.`,
      found: column,
    });
  });
}

/** A procedure does each step once, and answers at some time. */
export const checkClocks: Check = (draft: Draft, report) => {
  for (const [id, card] of draft.cards.clock) {
    const seen = new Set<string>();
    card.steps.forEach(({ step, within }, index) => {
      if (seen.has(step)) {
        report(
          { kind: 'clock', id, path: ['steps', index, 'step'] },
          { code: 'column-conflict', message: `${step} is done twice.`, found: step },
        );
      }
      seen.add(step);
      const counts = within !== 'at-once' && within.unit === 'working-days';
      if (counts && draft.edition.calendar === 'none') {
        report(
          { kind: 'clock', id, path: ['steps', index, 'within'] },
          {
            code: 'clock-missing',
            message: 'Working days are counted by a calendar, and the edition has none.',
            accepted: 'calendar days, or an edition with a calendar',
          },
        );
      }
    });
  }
};
