import { dayNumber } from '@credence/domain';

import { compileClosures, type Closures } from '../evaluate/compile-closures.ts';
import type { Fact, RecordFacts } from '../language/facts.ts';
import type { Type } from '../language/type.ts';
import type { Collection, World } from '../language/world.ts';
import { programOf } from '../program-of/program-of.ts';
import type { AnyProgramCard } from '../world/read-program.ts';
import type { CardPlace, Draft, Report } from './draft.ts';

/** So many light records are tried before the one that is added: the search is bounded. */
const MOST_BEFORE = 6;

/** A record ends this many days after it began, so that it is active on the day tried. */
const DAYS_ACTIVE = 365;

/**
 * Lint L12: one more record of the lightest class must not move a subject by two classes. Searched over
 * up to six records of one kind and class before it; what lies further is not claimed to be free of it.
 * Of a card taken over, the edition above has been warned already.
 */
export function checkCliffs(
  draft: Draft,
  card: AnyProgramCard,
  { world, place, report }: { world: World; place: CardPlace; report: Report },
): void {
  if (draft.layer?.own.has(`${place.kind}:${place.id}`) === false) return;
  const made = programOf(card, {
    card: `${place.kind}:${place.id}`,
    edition: '',
    world,
    round: draft.edition.months.round,
  });
  if (made.kind === 'refused') return;
  const closures = compileClosures(made.program);
  const adverse = draft.edition.severities.filter((severity) => severity.adverse);
  const asOf = dayNumber(card.inForce.from);
  const classOf = (records: Readonly<Record<string, readonly RecordFacts[]>>) =>
    made.classes.indexOf(resultOf(closures, records, asOf));
  for (const [name, collection] of made.program.world.collections) {
    const reached = classesOf(draft, name);
    if (!reached.has(adverse[0]?.code ?? '')) continue;
    for (const before of adverse.filter(({ code }) => reached.has(code))) {
      const lightest = recordOf(collection, made.program.world, asOf, adverse[0]?.code ?? '');
      const other = recordOf(collection, made.program.world, asOf, before.code);
      for (let count = 0; count <= MOST_BEFORE; count += 1) {
        const base = Array.from({ length: count }, (_, at) => ({ id: `b${at}`, facts: other }));
        const more = [...base, { id: 'one-more', facts: lightest }];
        const [from, to] = [classOf({ [name]: base }), classOf({ [name]: more })];
        if (Math.abs(to - from) < 2) continue;
        const [was, is] = [made.classes[from] ?? '', made.classes[to] ?? ''];
        report(place, {
          code: 'cliff',
          message: `One more light record of ${name} moves a subject from ${was} to ${is}.`,
          found: `after ${count} of class ${before.code}`,
          accepted: 'one class at a time',
          repair: 'Lower the weight, or move the bands.',
          severity: 'warning',
          alias: 'L12',
          card: `${place.kind}:${place.id}`,
          field: 'bands',
        });
        return;
      }
    }
  }
}

/** Severity classes that records of a collection can have. */
function classesOf(draft: Draft, collection: string): ReadonlySet<string> {
  const items = [...draft.cards.item.values()].filter((item) => item.collection === collection);
  const rows = items.flatMap(({ severity }) => severity?.rows ?? []);
  return new Set(rows.map(({ then }) => then));
}

function resultOf(
  closures: Closures,
  records: Readonly<Record<string, readonly RecordFacts[]>>,
  asOf: number,
): string {
  const { result } = closures.evaluate(
    { id: 'any', facts: { kind: 'organisation' }, records },
    asOf,
  );
  return String(result);
}

/** A record of the day asked about, of one class, with nothing stated that may be left out. */
function recordOf(
  { fields }: Collection,
  world: World,
  asOf: number,
  severity: string,
): Readonly<Record<string, Fact>> {
  const facts: Record<string, Fact> = {};
  for (const [name, { type, optional }] of fields) {
    if (!optional) facts[name] = leastOf(type, world, asOf);
  }
  if (fields.has('severity')) facts['severity'] = severity;
  if (fields.has('begins')) facts['begins'] = asOf;
  if (fields.has('ends')) facts['ends'] = asOf + DAYS_ACTIVE;
  return facts;
}

function leastOf(type: Type, world: World, asOf: number): Fact {
  switch (type.kind) {
    case 'bool':
      return false;
    case 'int':
    case 'money':
      return type.least;
    case 'date':
      return asOf;
    case 'code':
      return world.codeLists.get(type.list)?.[0] ?? '';
    case 'codes':
      return [];
  }
}
