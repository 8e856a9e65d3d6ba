import { cardKinds, type CardView } from '@credence/casework';
import { parseCivilDate, parsePeriod, type JsonValue, type Localised } from '@credence/domain';
import { BasisCitation, Day, FactList, Section, TitleText } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { cardPath } from '../request/paths.ts';
import { cardCodeText } from '../words/card-codes.ts';
import { cardFieldLabel, cardFieldOrder } from '../words/card-fields.ts';
import { cardTable } from './card-tables.tsx';
import { ConfidenceMark } from '../page/confidence-mark.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';

type JsonObject = Readonly<Record<string, JsonValue>>;

interface Reading {
  readonly context: PageContext;
  readonly view: CardView;
}

/**
 * The fields of a card beside its head, labelled in words, in the order of its file. Long lists of
 * like rows stand in sections of their own.
 */
export function CardContent(reading: Reading) {
  const { content, card } = reading.view;
  if (!isObject(content)) return null;
  const { say, language } = reading.context;
  const own = Object.entries(content).filter(([key]) => !headKeys.has(key) && key !== card.kind);
  const tables = own.flatMap(([name, value]) => {
    const table = tableOf(reading, name, value);
    return table === undefined ? [] : [{ name, table }];
  });
  const plain = own.filter(([key]) => !tables.some(({ name }) => name === key));
  return (
    <>
      {plain.length === 0 ? null : (
        <Section heading={say.content}>
          <Fields reading={reading} entries={plain} depth={0} />
        </Section>
      )}
      {tables.map(({ name, table }) => (
        <Section heading={cardFieldLabel(name, language) ?? name}>{table}</Section>
      ))}
    </>
  );
}

function tableOf(reading: Reading, name: string, value: JsonValue): Child | undefined {
  const { context, view } = reading;
  return cardTable({
    context,
    kind: view.card.kind,
    name,
    rows: rowsOf(value),
    confidence: view.card.confidence,
    render: (key, cell) => <Value reading={reading} name={key} value={cell} depth={1} />,
  });
}

/** Rows of a list, or the entries of a table of articles with their id as a cell. */
function rowsOf(value: JsonValue): readonly JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([id, row]) => (isObject(row) ? [{ ...row, id }] : []));
}

/** They stand in the heading and beside the content. */
const headKeys = new Set([
  ...['title', 'basis', 'in-force', 'review-by', 'confidence'],
  // They have a section of their own, with what they come to.
  ...['cases', 'waivers'],
]);

function Fields(props: {
  readonly reading: Reading;
  readonly entries: readonly (readonly [string, JsonValue])[];
  readonly depth: number;
}) {
  const { reading, depth } = props;
  const entries = props.entries
    .map(([key, value]) => ({ key, value, label: labelKey(key, value) }))
    .sort((a, b) => cardFieldOrder(a.label) - cardFieldOrder(b.label));
  const labelled = entries.map(({ key, value, label }) => ({
    label: <FieldLabel reading={reading} name={label} />,
    value: <Value reading={reading} name={key} value={value} depth={depth + 1} />,
    block: isBlock(value),
  }));
  if (depth === 0) return <FactList facts={labelled} />;
  return (
    <dl class="card-fields">
      {labelled.map(({ label, value, block }) => (
        <div>
          <dt>{label}</dt>
          <dd class={block ? 'card-block' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * Two keys mean another thing when they hold a list: `fields` the published fields instead of a
 * format, `work` the worked days of a year instead of the id of a text.
 */
function labelKey(key: string, value: JsonValue): string {
  if (!Array.isArray(value)) return key;
  if (key === 'fields') return 'shows';
  return key === 'work' ? 'worked' : key;
}

/** A declared key has words; a key of a table (an article, a code) stands as it is written. */
function FieldLabel({ reading, name }: { readonly reading: Reading; readonly name: string }) {
  const { context } = reading;
  const label = cardFieldLabel(name, context.language);
  if (label !== undefined) return <>{label}</>;
  if (/^(art|annex|section|item)-\d/.test(name)) {
    return <span id={name}>{context.words.article(name)}</span>;
  }
  return <code>{name}</code>;
}

/** A value of a card wherever a page shows one. */
export function CardValue(props: {
  readonly reading: Reading;
  readonly name: string;
  readonly value: JsonValue;
}) {
  return <Value {...props} depth={1} />;
}

function Value(props: {
  readonly reading: Reading;
  readonly name: string;
  readonly value: JsonValue;
  readonly depth: number;
}): Child {
  const { reading, name, value } = props;
  if (Array.isArray(value)) return <List {...props} items={value} />;
  if (isObject(value)) return <ObjectValue {...props} fields={value} />;
  if (typeof value === 'string') return <Text reading={reading} name={name} text={value} />;
  if (typeof value === 'number') return <>{String(value)}</>;
  const { words, say } = reading.context;
  if (value === null) return <>{say.none}</>;
  return <>{words.t(value ? 'page.yes' : 'page.no')}</>;
}

function ObjectValue(props: {
  readonly reading: Reading;
  readonly fields: JsonObject;
  readonly depth: number;
}): Child {
  const { reading, fields, depth } = props;
  const { context, view } = reading;
  const text = localisedOf(fields);
  if (text !== undefined) return <TitleText words={context.words} text={text} />;
  const citation = citationOf(fields);
  if (citation !== undefined) {
    const title = view.titles[`source:${citation.source}`];
    const href = cardPath(view.edition.code, 'source', citation.source, citation.at);
    return (
      <BasisCitation
        words={context.words}
        basis={{
          citation,
          sourceTitle: title ?? { zh: citation.source, en: citation.source },
          confidence: 'verified',
          href: linkTo(context, href),
        }}
      />
    );
  }
  return <Fields reading={reading} entries={Object.entries(fields)} depth={depth} />;
}

function List(props: {
  readonly reading: Reading;
  readonly name: string;
  readonly items: readonly JsonValue[];
  readonly depth: number;
}): Child {
  const { reading, name, items, depth } = props;
  const { words, say } = reading.context;
  if (items.length === 0) return <>{say.none}</>;
  const plain = !items.some(isBlock);
  if (plain) {
    return (
      <>
        {words.richList(
          items.map((item) => <Value reading={reading} name={name} value={item} depth={depth} />),
        )}
      </>
    );
  }
  return (
    <ul class="card-rows">
      {items.map((item) => (
        <li>
          <Value reading={reading} name={name} value={item} depth={depth} />
        </li>
      ))}
    </ul>
  );
}

function Text(props: {
  readonly reading: Reading;
  readonly name: string;
  readonly text: string;
}): Child {
  const { reading, name, text } = props;
  const { context, view } = reading;
  const { words, say } = context;
  if (text === 'none') return <>{say.none}</>;
  if (name === 'confidence' && isConfidence(text)) {
    return <ConfidenceMark words={words} confidence={text} />;
  }
  const day = parseCivilDate(text);
  if (day !== undefined) return <Day words={words} on={day} />;
  const period = parsePeriod(text);
  if (period !== undefined) return <>{words.period(period)}</>;
  const line = name === 'code' ? view.titles[`code:${text}`] : undefined;
  if (line !== undefined) {
    return (
      <>
        <TitleText words={words} text={line} /> <code>{text}</code>
      </>
    );
  }
  // A field that is called after a kind of card names one of that kind.
  const isNamed = (kind: string) => view.titles[`${kind}:${text}`] !== undefined;
  const named = cardKinds.find((kind) => kind === name && isNamed(kind)) ?? cardKinds.find(isNamed);
  const title = named === undefined ? undefined : view.titles[`${named}:${text}`];
  if (named !== undefined && title !== undefined) {
    return (
      <a href={linkTo(context, cardPath(view.edition.code, named, text))}>
        <TitleText words={words} text={title} />
      </a>
    );
  }
  const said = cardCodeText(name, text, context.language);
  if (said !== undefined) return <>{said}</>;
  return /^[a-z0-9._-]+$/i.test(text) ? <code>{text}</code> : <>{text}</>;
}

function isConfidence(text: string): text is 'verified' | 'secondary' | 'unverified' {
  return text === 'verified' || text === 'secondary' || text === 'unverified';
}

/** What needs lines of its own below its label; everything else stands beside it. */
function isBlock(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some(isBlock);
  return isObject(value) && localisedOf(value) === undefined && citationOf(value) === undefined;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function localisedOf(fields: JsonObject): Localised | undefined {
  const keys = Object.keys(fields);
  if (keys.length === 0 || keys.some((key) => key !== 'zh' && key !== 'en')) return undefined;
  const { zh, en } = fields;
  return {
    ...(typeof zh === 'string' ? { zh } : {}),
    ...(typeof en === 'string' ? { en } : {}),
  };
}

function citationOf(fields: JsonObject): { source: string; at: string } | undefined {
  const { source, at } = fields;
  return typeof source === 'string' && typeof at === 'string' ? { source, at } : undefined;
}
