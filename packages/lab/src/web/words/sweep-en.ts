import type { SweepWords } from './sweep-zh.ts';

/** What pages of results say besides, in English. */
export const sweepEnglish: SweepWords = {
  sides: { harm: 'Harms', benefit: 'Benefits', figure: 'Figures' },
  betterWays: { less: 'less is better', more: 'more is better' },
  measureName: 'Measure',
  numbersTable: 'The numbers as a table',
  nothingDrawn: 'There is nothing to draw',
  sweepCurves: 'What changes with what is varied',
  sweepCurvesSays:
    'Lines are means, bands 95 % intervals, the dashed red line is the harm limit. Harms first, then benefits.',
  overFactor: (factor) => `Over “${factor}”`,
  overFactorAt: (factor, other) => `Over “${factor}”, ${other}`,
  limitIs: (limit) => `limit ${limit}`,
  evenly: 'levels evenly spaced',
  moreLevels: (count) =>
    `The second factor has ${count} levels; the first four are drawn. All numbers are below.`,
  notVaried: (measures) => `The same at every setting and under every regime: ${measures}.`,
  weights: 'What weighs most',
  mapSays: (across, upright) =>
    `“${across}” goes across and “${upright}” upright; the darker, the more.`,
  overLimitMark: 'over the limit',
  tornadoTitle: (measure, regime) => `${measure}: ${regime}`,
  tornadoSays:
    'Each factor from its least to its most, the others at the mean of what was tried; what weighs most stands first.',
  tornadoNote:
    'The upright line is the mean of all settings. A mean hides what two factors do only together: see the map as well.',
  atLeast: 'At its least',
  atMost: 'At its most',
  analysis: 'What the sample tells',
  sharesOf: (measure, regime) => `${measure} (${regime}): shares of the variance`,
  alone: 'Alone',
  withOthers: 'With its company',
  effectsOf: (measure, regime) => `${measure} (${regime}): effects`,
  effectMean: 'Mean effect',
  effectSize: 'Mean size',
  effectSpread: 'Spread',
  boxesOf: 'Where the harm passes its limit',
  boxDensity: 'Of it over the limit',
  boxCoverage: 'Of all that is over',
  nowhere: 'nowhere in these ranges',
  verdictBySetting: 'Whether it can be promulgated, setting by setting',
  allAt: (regime) => `All numbers: ${regime}`,
  allElsewhere:
    'All numbers of every setting are not printed; they are in the JSON and CSV files of this page.',
  ownTranslation: '',
  latestHere: 'The latest run on this server',
  latestLink: 'See all of it',
  earlierCode:
    'Earlier code of the Lab made this run. To repeat it or to replay it now may give other numbers; run it again with the present code.',
  bracketed: (text, note) => `${text} (${note})`,
  unitRange: (unit, least, most) => `${unit}, ${least} to ${most}`,
  onThisPage: 'On this page',
  overSummary: (names) => `Cannot be promulgated: ${names}.`,
  openSummary: (names) => `Not decided, so not to be promulgated as yet: ${names}.`,
  keptSummary: (names) => `Within every harm limit: ${names}.`,
  eachMonth: (from, to) => `Months ${from} to ${to}, each`,
};
