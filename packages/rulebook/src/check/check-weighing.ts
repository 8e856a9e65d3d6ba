import type { RiskClassCard, Weighing } from '../card/risk-class-card.ts';
import type { World } from '../language/world.ts';
import { weighedLines } from '../world/weigh.ts';
import type { CardPlace, Report } from './draft.ts';
import { refuseUnknown } from './refuse-unknown.ts';

interface Place {
  readonly world: World;
  readonly at: (path: CardPlace['path']) => CardPlace;
  readonly report: Report;
}

/**
 * Likelihood x severity: every code is declared where it is used, some profile of a sector gives a
 * severity, and every class is given by some cell. Whether the matrix decides every case, and only once,
 * is proved with the rules that are made of it.
 */
export function checkWeighing(
  card: Pick<RiskClassCard, 'classes' | 'bands'> & { readonly weighing: Weighing },
  place: Place,
): void {
  const { weighing } = card;
  const { report, at } = place;
  checkCodes(card, place);
  checkFact(weighing, place);
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
  { at, report }: Place,
): void {
  const refuse = (path: CardPlace['path'], code: string, accepted: readonly string[]): void => {
    refuseUnknown(at(['weighing', ...path]), code, accepted, report);
  };
  const severities = weighing.severities.map(({ severity }) => severity);
  const likelihoods = weighing.likelihoods.map(({ likelihood }) => likelihood);
  const known = classes.map((each) => each.class);
  refuse(['others', 'severity'], weighing.others.severity, severities);
  weighing.matrix.forEach((cell, index) => {
    refuse(['matrix', index, 'likelihood'], cell.likelihood, likelihoods);
    refuse(['matrix', index, 'severity'], cell.severity, severities);
    refuse(['matrix', index, 'class'], cell.class, known);
  });
}

/** The fact that says the sector is a code of the registration, and some profile reads it. */
function checkFact(weighing: Weighing, { world, at, report }: Place): void {
  const { by } = weighing;
  const type = world.subject.get(by)?.type;
  if (type?.kind !== 'code') {
    report(at(['weighing', 'by']), {
      code: 'code-unknown',
      message: `${by} is no code that the registration states.`,
      found: by,
      accepted: [...world.subject.keys()].join(', '),
      alias: 'L20',
    });
    return;
  }
  if (weighedLines(weighing, world).length > 0) return;
  report(at(['weighing', 'by']), {
    code: 'table-gap',
    message: `No profile of a sector gives a severity by ${by}.`,
    found: by,
    accepted: 'a profile under sectors/ whose lines have a severity',
    repair: 'Write the profile, or remove the weighing.',
    alias: 'L14',
  });
}
