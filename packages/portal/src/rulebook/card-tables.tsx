import type { CardView } from '@credence/casework';
import type { JsonValue } from '@credence/domain';
import { DataTable } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { cardCodeText } from '../words/card-codes.ts';
import type { PageContext } from '../page/page-context.ts';

type JsonObject = Readonly<Record<string, JsonValue>>;

export interface TableSource {
  readonly context: PageContext;
  readonly kind: CardView['card']['kind'];
  readonly name: string;
  readonly rows: readonly JsonObject[];
  /** The mark of the card, which holds for every row without one of its own. */
  readonly confidence: CardView['card']['confidence'];
  /** How a single value of a row is written. */
  readonly render: (name: string, value: JsonValue) => Child;
}

/**
 * Long lists of like rows read better as tables: values by date, columns of a format. Undefined
 * where a list has no such form and is written row by row.
 */
export function cardTable(source: TableSource): Child | undefined {
  const columns = columnsOf(source);
  if (columns === undefined) return undefined;
  return (
    <DataTable
      caption={source.context.say.tableCaption[columns.caption]}
      captionHidden
      columns={columns.shown.map(({ key, label }, index) =>
        index === 0 ? { key, label, heads: true } : { key, label },
      )}
      rows={source.rows.map((row) =>
        Object.fromEntries(columns.shown.map(({ key }) => [key, cell(source, row, key)])),
      )}
    />
  );
}

interface Columns {
  readonly caption: 'values' | 'columns' | 'articles';
  readonly shown: readonly { readonly key: string; readonly label: string }[];
}

function columnsOf({ context, kind, name, rows }: TableSource): Columns | undefined {
  const { say } = context;
  const used = (key: string): boolean => rows.some((row) => row[key] !== undefined);
  if (kind === 'value' && name === 'values') {
    const labels = say.valueColumns;
    const shown = [
      { key: 'from', label: labels.from },
      { key: 'min', label: labels.min },
      { key: 'max', label: labels.max },
      { key: 'is', label: labels.is },
      { key: 'publish', label: labels.publish },
      { key: 'basis', label: labels.basis },
      { key: 'confidence', label: say.confidenceLabel },
    ];
    return { caption: 'values', shown: shown.filter(({ key }) => used(key)) };
  }
  if (kind === 'schema' && name === 'columns') {
    const labels = say.schemaColumns;
    const shown = [
      { key: 'column', label: labels.column },
      { key: 'says', label: labels.says },
      { key: 'field', label: labels.field },
      { key: 'type', label: labels.type },
      { key: 'required', label: labels.required },
      { key: 'person', label: labels.person },
    ];
    return { caption: 'columns', shown: shown.filter(({ key }) => used(key)) };
  }
  if (kind === 'source' && name === 'articles') {
    const shown = [
      { key: 'id', label: say.articleColumns.article },
      { key: 'says', label: say.articleColumns.says },
      { key: 'confidence', label: say.confidenceLabel },
    ];
    return { caption: 'articles', shown };
  }
  return undefined;
}

function cell({ context, confidence, render }: TableSource, row: JsonObject, key: string): Child {
  const value = row[key];
  const { say, words, language } = context;
  // Other pages link to an article by its id.
  if (key === 'id' && typeof value === 'string') {
    return (
      <span class="unbroken" id={value}>
        {words.article(value)}
      </span>
    );
  }
  if (key === 'confidence' && value === undefined && confidence !== undefined) {
    return render(key, confidence);
  }
  if (key === 'person') return value === undefined ? '' : say.personDropped;
  if (key === 'publish') return value === 'none' ? say.neverPublished : words.t('page.yes');
  // What a column leaves out has these values.
  if (key === 'required' && value === undefined) return words.t('page.no');
  if (key === 'type' && value === undefined) return cardCodeText('type', 'text', language);
  return value === undefined ? say.notApplicable : render(key, value);
}
