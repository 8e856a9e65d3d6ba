import type { RiskClassCard, Weighing } from '../card/risk-class-card.ts';
import type { World } from '../language/world.ts';
import { findNearest } from '../load/nearest.ts';
import type { CardPlace, Report } from './draft.ts';

interface Place {
  readonly world: World;
  readonly at: (path: CardPlace['path']) => CardPlace;
  readonly report: Report;
}

/**
 * Likelihood x severity: every code is declared where it is used, every sector stands in the table
 * once, and every class is given by some cell. Whether the matrix decides every case, and only once,
 * is proved with the rules that are made of it.
 */
export function checkWeighing(
  card: Pick<RiskClassCard, 'classes' | 'bands'> & { readonly weighing: Weighing },
  place: Place,
): void {
  const { weighing } = card;
  const { report, at } = place;
  checkCodes(card, place);
  checkSectors(weighing, place);
  const given = new Set(weighing.matrix.map((cell) => cell.class));
  card.classes.forEach(({ class: code }, index) => {
    if (given.has(code)) return;
    report(at(['classes', index]), {
      code: 'row-unreachable',
      message: `No cell gives the class ${code}.`,
      found: code,
      repair: 'Add a cell, or remove the class.',
      alias: 'L13',
    });
  });
  const likely = new Set(card.bands.rows.map(({ then }) => then));
  weighing.likelihoods.forEach(({ likelihood }, index) => {
    if (likely.has(likelihood)) return;
    report(at(['weighing', 'likelihoods', index]), {
      code: 'row-unreachable',
      message: `No band gives the likelihood ${likelihood}.`,
      found: likelihood,
      repair: 'Add a band, or remove the likelihood.',
      alias: 'L13',
    });
  });
}

function checkCodes(
  { weighing, classes }: Parameters<typeof checkWeighing>[0],
  place: Place,
): void {
  const severities = weighing.severities.map(({ severity }) => severity);
  const likelihoods = weighing.likelihoods.map(({ likelihood }) => likelihood);
  const known = classes.map((each) => each.class);
  weighing.sectors.forEach(({ severity }, index) => {
    refuseUnknown(place, ['weighing', 'sectors', index, 'severity'], severity, severities);
  });
  refuseUnknown(place, ['weighing', 'others', 'severity'], weighing.others.severity, severities);
  weighing.matrix.forEach((cell, index) => {
    const path = ['weighing', 'matrix', index];
    refuseUnknown(place, [...path, 'likelihood'], cell.likelihood, likelihoods);
    refuseUnknown(place, [...path, 'severity'], cell.severity, severities);
    refuseUnknown(place, [...path, 'class'], cell.class, known);
  });
}

function checkSectors({ by, sectors }: Weighing, place: Place): void {
  const { world, at, report } = place;
  const type = world.subject.get(by)?.type;
  const codes = type?.kind === 'code' ? world.codeLists.get(type.list) : undefined;
  if (codes === undefined) {
    report(at(['weighing', 'by']), {
      code: 'code-unknown',
      message: `${by} is no code that the registration states.`,
      found: by,
      accepted: [...world.subject.keys()].join(', '),
      alias: 'L20',
    });
    return;
  }
  const seen = new Set<string>();
  sectors.forEach(({ sector }, index) => {
    const path = ['weighing', 'sectors', index, 'sector'];
    refuseUnknown(place, path, sector, codes);
    if (seen.has(sector)) {
      report(at(path), {
        code: 'table-overlap',
        message: `${sector} stands in the table twice.`,
        found: sector,
        accepted: 'each sector once',
        repair: 'Remove one of the two rows.',
        alias: 'L14',
      });
    }
    seen.add(sector);
  });
}

function refuseUnknown(
  { at, report }: Place,
  path: CardPlace['path'],
  code: string,
  accepted: readonly string[],
): void {
  if (accepted.includes(code)) return;
  const nearest = findNearest(code, accepted);
  report(at(path), {
    code: 'code-unknown',
    message:
      `${code} is not declared in this card.` +
      (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
    found: code,
    accepted: accepted.join(', '),
    alias: 'L20',
  });
}
