import type { FactValue, Localised, PublicCreditRecord } from '@credence/domain';
import type {
  Citation,
  Confidence,
  Edition,
  ItemCard,
  SchemaColumn,
  TraceNode,
} from '@credence/rulebook';

import { fieldOf } from '../project/record-rows.ts';
import type { PublicRecord } from '../state/visibility.ts';
import type { BasisView, FactView, RecordView, WayOutView } from './view.ts';

/** A record as a page shows it: only fields that the catalogue publishes, in its order. */
export function toRecordView(found: PublicRecord): RecordView {
  const { edition, assessment, state } = found;
  const { record } = state;
  const { item, severity, publicity, why } = assessment;
  const facts = item.shows.flatMap((field) => toFact(found, field) ?? []);
  return {
    id: record.recordId,
    item: { code: item.item, title: item.title },
    effect: effectOf(item.effect, publicity.kind),
    heading: toFact(found, item.heading) ?? { field: item.heading, title: item.title, value: '' },
    ...(record.document === undefined ? {} : { document: record.document }),
    decidedOn: record.decidedOn,
    ...(state.correctedHereOn === undefined ? {} : { correctedHereOn: state.correctedHereOn }),
    ...(state.disputedSince === undefined ? {} : { disputedSince: state.disputedSince }),
    ...(state.reply === undefined ? {} : { reply: state.reply }),
    ...(record.authority === undefined ? {} : { authority: record.authority }),
    provider: record.provider,
    service: toService(found),
    ...(severity === undefined ? {} : { severity: { code: severity.code, title: severity.title } }),
    publicity,
    facts,
    basis: assessment.bases.map((basis) => toBasis(basis, basis.for, edition)),
    why,
    sourceTitles: titlesOfSources(why, edition),
    waysOut: assessment.waysOut.map((way): WayOutView => {
      const { bases, ...rest } = way;
      return { ...rest, basis: bases.map((basis) => toBasis(basis, 'way-out', edition)) };
    }),
  };
}

/**
 * What the record does to its subject as it stands. `shown` is the standing of a burden; a result of
 * an item that can burden and here does not (an inspection that found nothing) is neutral.
 */
function effectOf(
  effect: RecordView['effect'],
  standing: PublicRecord['assessment']['publicity']['kind'],
): RecordView['effect'] {
  if (standing === 'shown') return 'adverse';
  return effect === 'adverse' ? 'neutral' : effect;
}

function toFact({ edition, assessment, state }: PublicRecord, field: string): FactView | undefined {
  return toFactView(edition, assessment.item, state.record, field);
}

/** One field of a record with its title; undefined where the record does not state it. */
export function toFactView(
  edition: Edition,
  item: Pick<ItemCard, 'fields'>,
  record: PublicCreditRecord,
  field: string,
): FactView | undefined {
  const value = fieldOf(record, field);
  if (value === undefined) return undefined;
  const column = columnOf(edition, item.fields, field);
  const title: Localised = column === undefined ? { en: field } : titleOf(column);
  const codes = codeTitles(column, value);
  return { field, title, value, ...(codes === undefined ? {} : { codes }) };
}

/** The unit in brackets is that of the file; a page shows the amount in its own unit. */
export function titleOf({ says, type }: SchemaColumn): Localised {
  if (type !== 'money') return says;
  const entries = Object.entries(says).map(([language, text]) => [
    language,
    text.replace(/\s*[（(][^）)]*[）)]$/, ''),
  ]);
  return Object.fromEntries(entries) as Localised;
}

export function columnOf(
  edition: Edition,
  schema: string,
  field: string,
): SchemaColumn | undefined {
  return edition.schemas.get(schema)?.columns.find((column) => column.field === field);
}

export function codeTitles(
  column: SchemaColumn | undefined,
  value: FactValue,
): readonly Localised[] | undefined {
  if (column?.type !== 'code' && column?.type !== 'codes') return undefined;
  const codes = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return codes.map((code): Localised => {
    const known = column.codes.find((entry) => entry.code === code);
    return known?.title ?? { en: String(code) };
  });
}

function toService({ edition, assessment, state }: PublicRecord): RecordView['service'] {
  const { service } = state.record;
  switch (service.kind) {
    case 'shown': {
      const { kind, on, mode } = service;
      if (mode === '') return { kind, on };
      const column = columnOf(edition, assessment.item.fields, 'service_mode');
      const [modeTitle] = codeTitles(column, mode) ?? [];
      return { kind, on, mode, ...(modeTitle === undefined ? {} : { modeTitle }) };
    }
    case 'stated':
      // The two officials are named in the batch, not on the page of the organisation.
      return service.on === undefined ? { kind: 'stated' } : { kind: 'stated', on: service.on };
    case 'not-shown':
    case 'not-needed':
      return { kind: service.kind };
  }
}

/** Titles of all sources that the derivation cites, so that no page shows a bare id. */
function titlesOfSources(why: TraceNode, edition: Edition): Readonly<Record<string, Localised>> {
  const titles: Record<string, Localised> = {};
  const waiting: TraceNode[] = [why];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const { citation } of node.bases) {
      const title = edition.sources.get(citation.source)?.title;
      if (title !== undefined) titles[citation.source] = title;
    }
    waiting.push(...node.children);
  }
  return titles;
}

/** An article as pages cite it, with the title of its source. */
export function toBasis(
  basis: { readonly citation: Citation; readonly confidence: Confidence },
  purpose: BasisView['for'],
  edition: Edition,
): BasisView {
  const { citation, confidence } = basis;
  const source = edition.sources.get(citation.source);
  return {
    citation: { source: citation.source, at: citation.at },
    sourceTitle: source?.title ?? { en: citation.source },
    confidence,
    for: purpose,
  };
}
