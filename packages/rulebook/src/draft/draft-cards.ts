import { draftClasses, type DraftOrder } from './draft-order.ts';
import { byCode } from './code-of.ts';
import { inline, type Line } from './write-lines.ts';

type Card = readonly [path: string, lines: readonly Line[]];

/** Cards that say what the law says: their questions are left open. */
export function draftCards(order: DraftOrder): readonly Card[] {
  return [
    source(order),
    item(order),
    correction(order),
    review(order),
    ...draftClasses.map(({ code, ...title }) => period(order, code, title[order.language])),
  ];
}

function source(order: DraftOrder): Card {
  const { law, language } = order;
  return [
    `sources/${law.code}.yaml`,
    [
      '# The text of law the register stands on. One card for each instrument you cite.',
      `source: ${law.code}`,
      '# Any name that stays: territory/issuer/kind/number.',
      `work: ${law.code}`,
      ['title', { [language]: law.title }],
      '# A statute is a law, a city’s ordinance or code a local_regulation, a ministry’s order a',
      '# department_rule, a notice or guide a normative_document; the check lists all of them.',
      'rank: fill-in',
      '# First day on which this text was in force.',
      'in-force: {from: fill-in, until: none}',
      '# verified: you read the text; secondary: somebody quotes it; unverified: recalled.',
      'confidence: unverified',
      '# One entry for each article that a card below cites: what it says, in plain words.',
      'articles:',
      '# items: what the article itself orders to be recorded; nothing else may be. Where this',
      `# article orders the item of this draft, write ${order.item.code}.`,
      `  disclosure: {says: {${language}: }, items: [fill-in]}`,
      ...['classes', 'correction', 'review'].map(
        (article) => `  ${article}: {says: {${language}: }}`,
      ),
    ],
  ];
}

function item(order: DraftOrder): Card {
  const { law, key, decides, language } = order;
  const cite = (at: string) => `[{source: ${law.code}, at: ${at}}]`;
  const codes = order.columns.find(({ header }) => order.fields.get(header) === decides);
  const numbered = key.includes('document_number');
  const shown = [...order.fields.values()].filter((field) => !placed.has(field));
  return [
    `items/${order.item.code}.yaml`,
    [
      `item: ${order.item.code}`,
      ['title', { [language]: order.item.title }],
      `basis: ${cite('disclosure')}`,
      `in-force: {from: ${order.from}, until: none}`,
      `review-by: ${order.reviewBy}`,
      'confidence: unverified',
      `import-as: ${order.item.code}`,
      '# adverse: a burden; neutral: says nothing against anybody; benefit.',
      'effect: fill-in',
      'subjects: [organisation]',
      '# What kind of information: inspection, licence, registration, administrative_decision (a',
      '# penalty or an order), court_document, enforcement, contract, honour. Most other words of',
      '# the list are there to be refused.',
      'category: fill-in',
      'source-type: authority',
      'verified: true',
      'evidence: {kinds: [inspection_record], burden: authority}',
      `document: {must-be: inspection_report, number: ${numbered ? 'required' : 'none'}}`,
      '# required: shown only once its service is proven; not_needed: say by which article.',
      'service: fill-in',
      `service-basis: {basis: ${cite('disclosure')}, confidence: unverified}`,
      'disclosure: public',
      'purposes: [publicity]',
      `fields: ${order.item.code}`,
      `key: [${key.join(', ')}]`,
      `heading: ${decides}`,
      `shows: [${shown.filter((field) => field !== decides).join(', ')}]`,
      'term: severity',
      '# Which class has which result? The first row that fits decides; the last is for a word that',
      `# no row above knows. Classes of edition.yaml: ${draftClasses.map(({ code }) => code).join(', ')}.`,
      'severity:',
      '  hit: first',
      '  rows:',
      ...[...byCode(codes?.values ?? [])].flatMap(([code, [value]]) => [
        `    - when: "r.${decides} == ${code}" # ${oneLine(value)}`,
        '      then: fill-in',
        `      basis: ${cite('classes')}`,
        '      confidence: unverified',
      ]),
      '    - when: otherwise',
      '      then: fill-in',
      `      basis: ${cite('classes')}`,
      '      confidence: unverified',
      '# How long each class is shown: one value card for each class that a row above gives. Take out',
      '# the classes that no row gives, here and below values/.',
      `publicity: {${draftClasses.map(({ code }) => `${code}: publicity.${code}`).join(', ')}}`,
      '# true: no longer shown from the day the breach was put right.',
      'ends-when-corrected: fill-in',
      '# After this a record is erased. Where no text sets an end, choose one and say so here.',
      'retention:',
      '  from: decided',
      '  at-most: fill-in',
      `  basis: ${cite('disclosure')}`,
      '  confidence: unverified',
      'ways-out: [correction, review, wait]',
      'clocks: {correction: correction, review: review}',
    ],
  ];
}

/** Fields a record keeps in places of their own. */
const placed = new Set([
  'subject_code',
  'subject_name',
  'subject_class',
  'decided',
  'corrected',
  'document_number',
  'authority',
]);

function correction({ law, language, from, reviewBy }: DraftOrder): Card {
  return [
    'clocks/correction.yaml',
    [
      '# Whoever finds a record wrong is answered within these limits.',
      'clock: correction',
      ['title', { [language]: language === 'zh' ? '更正' : 'Correction of a record' }],
      `basis: [{source: ${law.code}, at: correction}]`,
      `in-force: {from: ${from}, until: none}`,
      `review-by: ${reviewBy}`,
      'confidence: unverified',
      'steps:',
      '  - {step: mark, from: application, within: at_once}',
      '  - {step: source_decides, from: previous_step, within: {days: fill-in}}',
    ],
  ];
}

function review({ law, language, from, reviewBy }: DraftOrder): Card {
  return [
    'clocks/review.yaml',
    [
      '# Somebody else than who decided can be asked to decide again.',
      'clock: review',
      ['title', { [language]: language === 'zh' ? '复核' : 'Review' }],
      `basis: [{source: ${law.code}, at: review}]`,
      `in-force: {from: ${from}, until: none}`,
      `review-by: ${reviewBy}`,
      'confidence: unverified',
      'steps:',
      '  # How long the business has to ask, and the authority to answer.',
      '  - {step: apply, from: service, within: {days: fill-in}}',
      '  - {step: decide, from: application, within: {days: fill-in}}',
    ],
  ];
}

function period(order: DraftOrder, code: string, title: string): Card {
  const { law, language, from, reviewBy } = order;
  return [
    `values/publicity.${code}.yaml`,
    [
      `value: publicity.${code}`,
      ['title', { [language]: language === 'zh' ? `公示期限：${title}` : `Publicity: ${title}` }],
      'unit: period',
      'clock-from: decided',
      `review-by: ${reviewBy}`,
      'values:',
      '  # How long it may be shown, as P6M or P2Y; or publish: none in place of max.',
      `  - from: ${from}`,
      '    max: fill-in',
      `    basis: [{source: ${law.code}, at: disclosure}]`,
      '    confidence: unverified',
    ],
  ];
}

/** A value of the file inside a comment: no line of it may leave the comment. */
function oneLine(value: string): string {
  return inline(value).replace(/\s+/g, ' ');
}
