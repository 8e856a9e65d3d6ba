import type { GuardCase } from './guard-cases.test-support.ts';

const list = 'lists/serious-violations.yaml';
const measure = 'measures/tender_exclusion.yaml';
const act = 'sources/demo-act.yaml';
const points = 'points/volunteers.yaml';
const lane = 'incentives/fast-lane.yaml';
const rule = 'sources/demo-rule.yaml';

/** A change of a rule that a guard refuses, and the lawful change beside it: G12 to G23. */
export const ruleCases: readonly GuardCase[] = [
  {
    guard: 'G12',
    faulty: 'a measure whose article does not order it',
    edits: [[act, ', empowers: [tender_exclusion]', '']],
    inFile: measure,
    field: 'basis',
    clean: 'a measure of class II by a department rule that orders it',
    lawful: [
      [measure, 'class: I\neffect: reduces_rights', 'class: II\neffect: management'],
      [measure, 'touches: [public_tenders]', 'touches: [supervision]'],
      [measure, 'source: demo-act, at: art-1', 'source: demo-rule, at: art-9'],
      [rule, 'en: Nine}', 'en: Nine}, empowers: [tender_exclusion]'],
    ],
  },
  {
    guard: 'G12',
    faulty: 'a list without any article',
    edits: [[list, 'basis: [{source: demo-act, at: art-1}]\nin-force', 'basis: []\nin-force']],
    field: 'basis',
    clean: 'a list by an administrative regulation',
    lawful: [[act, 'rank: law', 'rank: administrative_regulation']],
  },
  {
    guard: 'G12',
    faulty: 'a term of three years by a law that ends before them',
    edits: [
      [
        act,
        'in-force: {from: 2020-01-01, until: none}',
        'in-force: {from: 2020-01-01, until: 2026-04-15}\nrepeal: ended',
      ],
      [measure, 'until: none', 'until: 2026-04-15'],
    ],
    field: 'term',
    clean: 'the same by a law that has a successor',
    lawful: [
      [
        act,
        'in-force: {from: 2020-01-01, until: none}',
        'in-force: {from: 2020-01-01, until: 2026-04-15}\nrepeal: {transitional: {source: demo-act, at: art-2}}',
      ],
    ],
  },
  {
    guard: 'G13',
    faulty: 'a measure with a Cyrillic letter in its code',
    edits: [[list, 'measures: [tender_exclusion]', 'measures: [tender_exclusi\u043en]']],
    field: 'effect.measures[0]',
    clean: 'no measure at all',
    lawful: [[list, 'measures: [tender_exclusion]', 'measures: []']],
  },
  {
    guard: 'G13',
    faulty: 'a measure of nobody\u2019s catalogue',
    edits: [
      [list, 'measures: [tender_exclusion]', 'measures: [tender_exclusion, plate_lottery_bar]'],
    ],
    field: 'effect.measures[1]',
    clean: 'the measure of the catalogue',
    lawful: [],
  },
  {
    guard: 'G14',
    faulty: 'an office without competence',
    edits: [[list, 'competence: market_supervision', 'competence: township_office']],
    field: 'issuer.competence',
    clean: 'an office of the level that has it',
    lawful: [
      ['competences/market_supervision.yaml', 'levels: [province]', 'levels: [city, province]'],
    ],
  },
  {
    guard: 'G14',
    faulty: 'a list for the whole country by a body of one province',
    edits: [[list, 'territory: own', 'territory: national']],
    field: 'issuer.territory',
    clean: 'the same by a body of the whole country',
    lawful: [
      [list, 'territory: own', 'territory: national'],
      ['competences/market_supervision.yaml', 'territory: own', 'territory: national'],
    ],
  },
  {
    guard: 'G14',
    faulty: 'a list kept by a private body',
    edits: [['competences/market_supervision.yaml', 'kind: authority', 'kind: private_body']],
    inFile: 'lists/serious-violations.yaml',
    field: 'issuer.competence',
    clean: 'a list kept by a court',
    lawful: [['competences/market_supervision.yaml', 'kind: authority', 'kind: court']],
  },
  {
    guard: 'G15',
    faulty: 'conduct of years before the rule',
    edits: [[list, 'conduct: {from: 2023-05-01}', 'conduct: {from: 2017-05-01}']],
    field: 'trigger.conduct.from',
    clean: 'conduct of years after it',
    lawful: [[list, 'conduct: {from: 2023-05-01}', 'conduct: {from: 2024-05-01}']],
  },
  {
    guard: 'G16',
    faulty: 'a term that begins again while circumstances persist',
    edits: [[list, 'renew: new_document', 'renew: while_circumstances_persist']],
    field: 'ends[0].renew',
    clean: 'a term that never begins again',
    lawful: [[list, 'renew: new_document', 'renew: none']],
  },
  {
    guard: 'G16',
    faulty: 'lists that feed each other',
    edits: [
      [
        'items/administrative_penalty.yaml',
        'collection: penalties',
        'collection: penalties\nentries-of: [serious-violations]',
      ],
    ],
    inFile: list,
    field: 'trigger.item',
    clean: 'entries once for each decision, measure and subject',
    lawful: [],
  },
  {
    guard: 'G16',
    faulty: 'an entry for each measure, as often as anybody likes',
    edits: [[list, 'once-by: [document, measure, subject]', 'once-by: [measure]']],
    field: 'effect.once-by',
    clean: 'the keys in another order',
    lawful: [
      [list, 'once-by: [document, measure, subject]', 'once-by: [subject, measure, document]'],
    ],
  },
  {
    guard: 'G17',
    faulty: 'a bank that must',
    edits: [[measure, 'kind: authority, modality: must', 'kind: private_body, modality: must']],
    field: 'addressee.modality',
    clean: 'a bank that may',
    lawful: [[measure, 'kind: authority, modality: must', 'kind: private_body, modality: may']],
  },
  {
    guard: 'G17',
    faulty: 'recipients told to refuse',
    edits: [['sharings/executing.yaml', 'asks-for: nothing', 'asks-for: refusal']],
    field: 'asks-for',
    clean: 'recipients told facts',
    lawful: [],
  },
  {
    guard: 'G18',
    faulty: 'a measure of another domain',
    edits: [[measure, 'domain: procurement', 'domain: education']],
    inFile: list,
    field: 'effect.measures[0]',
    clean: 'another domain where the law itself names the link',
    lawful: [
      [measure, 'domain: procurement', 'domain: education'],
      [act, 'confidence: verified', 'cross-domain: [tender_exclusion]\nconfidence: verified'],
    ],
  },
  {
    guard: 'G19',
    faulty: 'no floor below which nothing follows',
    edits: [
      [
        list,
        'floor: {by: sanction, basis: [{source: demo-act, at: art-1}], confidence: verified}',
        'floor: none',
      ],
    ],
    field: 'trigger.floor',
    clean: 'a law that has none',
    lawful: [
      [
        list,
        'floor: {by: sanction, basis: [{source: demo-act, at: art-1}], confidence: verified}',
        'floor: {none: {source: demo-act, at: art-1}}',
      ],
    ],
  },
  {
    guard: 'G19',
    faulty: 'a heavy measure made to look light',
    edits: [[measure, 'burden: 4', 'burden: 1']],
    field: 'burden',
    clean: 'a measure heavier than it need be',
    lawful: [[measure, 'burden: 4', 'burden: 5']],
  },
  {
    guard: 'G19',
    faulty: 'a heavy measure after a light breach',
    edits: [[list, 'gravity: serious', 'gravity: minor']],
    field: 'effect.measures[0]',
    clean: 'a light measure after a serious one',
    lawful: [[measure, 'burden: 4', 'burden: 3']],
  },
  {
    guard: 'G20',
    faulty: 'a measure that touches schooling',
    edits: [[measure, 'touches: [public_tenders]', 'touches: [public_tenders, schooling]']],
    field: 'touches[1]',
    clean: 'a measure that touches public funds',
    lawful: [[measure, 'touches: [public_tenders]', 'touches: [public_tenders, public_funds]']],
  },
  {
    guard: 'G21',
    faulty: 'entries on station screens',
    edits: [[list, 'channels: [portal]', 'channels: [portal, station_screens]']],
    field: 'publicity.channels[1]',
    clean: 'entries in the gazette',
    lawful: [[list, 'channels: [portal]', 'channels: [portal, gazette]']],
  },
  {
    guard: 'G21',
    faulty: 'a home address among what is shown',
    edits: [[list, 'fields: [name,', 'fields: [home_address, name,']],
    field: 'publicity.fields[0]',
    clean: 'the authority among what is shown',
    lawful: [[list, 'fields: [name,', 'fields: [authority, name,']],
  },
  {
    guard: 'G22',
    faulty: 'points taken for driving',
    edits: [[points, 'points: 10', 'points: -5']],
    field: 'entries[0].points',
    clean: 'points given',
    lawful: [[points, 'points: 10', 'points: 1']],
  },
  {
    guard: 'G22',
    faulty: 'a benefit that slows all others',
    edits: [[lane, 'for-others: unchanged', 'for-others: worse']],
    field: 'for-others',
    clean: 'a benefit that leaves others as they were',
    lawful: [],
  },
  {
    guard: 'G22',
    faulty: 'a licence as a prize',
    edits: [[lane, 'touches: [procedure]', 'touches: [procedure, licences]']],
    field: 'touches',
    clean: 'a prize beside what the law gives',
    lawful: [[lane, 'touches: [procedure]', 'touches: [procedure, public_services_extra]']],
  },
  {
    guard: 'G23',
    faulty: 'enrolment by residence',
    edits: [[points, 'by: consent', 'by: residence']],
    field: 'enrolment.by',
    clean: 'enrolment by consent',
    lawful: [],
  },
  {
    guard: 'G23',
    faulty: 'erasure after a year',
    edits: [[points, 'erased-within: {days: 30}', 'erased-within: P12M']],
    field: 'leave.erased-within',
    clean: 'erasure at once',
    lawful: [[points, 'erased-within: {days: 30}', 'erased-within: at_once']],
  },
];
