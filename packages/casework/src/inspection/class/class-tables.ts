import {
  suppressSmallCells,
  type Localised,
  type PublishedTable,
  type Refusal,
  type Suppression,
} from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { KnownPrincipal } from '../../access/principal.ts';
import type { ClassCount } from '../../port/class-lines.ts';
import { smallestCell } from '../../reading/reading.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import type { AnswerClock } from '../../view/view.ts';
import { mayInspect, type DrawParts } from '../plan/draw-state.ts';

/** A row or a column; without a title where nobody has registered what it is. */
interface Coded {
  readonly code: string;
  readonly title?: Localised;
}

/** How many are in which class, by sector: small counts are withheld, and what would tell them. */
export interface ClassTable {
  readonly card: string;
  /** Code of the edition that has the card. */
  readonly edition: string;
  readonly title: Localised;
  /** Organisations, or licensed premises of individual businesses. */
  readonly of: ClassCount['of'];
  readonly classes: readonly Coded[];
  readonly sectors: readonly Coded[];
  readonly counts: PublishedTable;
}

/** What an office that plans inspections sees of the classes as a whole; never a name. */
export interface ClassTablesView {
  readonly clock: AnswerClock;
  readonly tables: readonly ClassTable[];
}

/** Classes in cells of ten and more. */
export interface ClassTablesCasework {
  viewClassTables(
    principal: KnownPrincipal,
  ): Promise<{ readonly kind: 'found'; readonly view: ClassTablesView } | Refusal>;
}

/** Nought and nine look alike: a class is never told of anybody. */
const rule: Suppression = { smallest: smallestCell, nought: 'withheld' };

/**
 * The distribution of the classes, for whoever plans inspections.
 *
 * Legal source: guards N13 (a class is never published), N8 (cells of ten and more).
 */
export async function viewClassTables(
  parts: DrawParts,
  principal: KnownPrincipal,
): ReturnType<ClassTablesCasework['viewClassTables']> {
  const agency = 'agency' in principal ? principal.agency : '';
  const may = mayInspect(parts, principal, { operation: 'inspection.plan', agency });
  if (may.kind === 'refused') return may;
  const { clock, rulebook } = await startAnswer(parts);
  const edition = rulebook.on(clock.today);
  const tables: ClassTable[] = [];
  if (edition === undefined) return { kind: 'found', view: { clock, tables } };
  for (const card of edition.riskClasses.values()) {
    const counts = (await parts.classLines?.count(card.riskClass)) ?? [];
    for (const of of ['subjects', 'premises'] as const) {
      const own = counts.filter((each) => each.of === of);
      if (own.length === 0) continue;
      const classes = card.classes.map((each) => ({ code: each.class, title: each.title }));
      const codes = [...new Set(own.map(({ sector = unknown }) => sector))].sort();
      const titles = sectorTitles(edition, card.weighing?.by);
      tables.push({
        ...{ card: card.riskClass, edition: edition.code, title: card.title, of, classes },
        sectors: codes.map((code) => withTitle(code, titles)),
        counts: suppressSmallCells(
          codes.map((code) => classes.map((each) => countOf(own, code, each.code))),
          rule,
        ),
      });
    }
  }
  return { kind: 'found', view: { clock, tables } };
}

/** Stands for subjects of which no sector is registered. */
const unknown = '';

function withTitle(code: string, titles: ReadonlyMap<string, Localised>): Coded {
  const title = titles.get(code);
  return { code, ...(title === undefined ? {} : { title }) };
}

function countOf(counts: readonly ClassCount[], sector: string, risk: string): number {
  const found = counts.find((each) => (each.sector ?? unknown) === sector && each.class === risk);
  return found?.count ?? 0;
}

/** What the official layout of registrations calls each sector. */
function sectorTitles(
  { schemas }: Edition,
  field: string | undefined,
): ReadonlyMap<string, Localised> {
  const columns = [...schemas.values()].flatMap((schema) => schema.columns);
  const codes = columns.filter((each) => each.field === field).flatMap((each) => each.codes);
  return new Map(codes.map(({ code, title }) => [code, title]));
}
