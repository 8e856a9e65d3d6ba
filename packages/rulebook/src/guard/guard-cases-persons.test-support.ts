import type { GuardCase } from './guard-cases.test-support.ts';

const list = 'lists/serious-violations.yaml';
const item = 'items/administrative_penalty.yaml';
const measure = 'measures/tender_exclusion.yaml';
const points = 'points/volunteers.yaml';
const risk = 'risk-classes/demo.inspection.yaml';
const penalties = 'schemas/penalty-2018.yaml';
const condition = 'within(r.decided, P24M)';

/** A change of a rule that a guard refuses, and the lawful change beside it: G01 to G11. */
export const personCases: readonly GuardCase[] = [
  {
    guard: 'G01',
    faulty: 'a risk class of people',
    edits: [[risk, 'subjects: [organisation]', 'subjects: [organisation, natural_practitioner]']],
    field: 'subjects[1]',
    clean: 'a risk class of licensed premises (N12)',
    lawful: [[risk, 'subjects: [organisation]', 'subjects: [organisation, licensed_premises]']],
  },
  {
    guard: 'G01',
    faulty: 'a risk class of sole traders, whose owner it would grade',
    edits: [[risk, 'subjects: [organisation]', 'subjects: [sole_trader]']],
    field: 'subjects[0]',
    clean: 'a risk class of public bodies',
    lawful: [[risk, 'subjects: [organisation]', 'subjects: [public_body]']],
  },
  {
    guard: 'G01',
    faulty: 'a yearly evaluation of people',
    edits: [
      [
        'evaluations/demo.compliance.yaml',
        'subjects: [organisation, public_body]',
        'subjects: [natural_person, public_body]',
      ],
    ],
    field: 'subjects[0]',
    clean: 'a yearly evaluation of public bodies alone',
    lawful: [
      [
        'evaluations/demo.compliance.yaml',
        'subjects: [organisation, public_body]',
        'subjects: [public_body]',
      ],
    ],
  },
  {
    guard: 'G01',
    faulty: 'grades made of points',
    edits: [[points, 'grades: none', 'grades: [a, b, c, d]']],
    field: 'grades',
    clean: 'points without grades',
    lawful: [],
  },
  {
    guard: 'G01',
    faulty: 'points that a bank reads',
    edits: [[points, 'shared-with: []', 'shared-with: [bank]']],
    field: 'shared-with',
    clean: 'more points for the same hours',
    lawful: [[points, 'points: 10', 'points: 20']],
  },
  {
    guard: 'G02',
    faulty: 'an entry that reaches relatives, whatever article is named',
    edits: [
      [
        list,
        'spread: none',
        'spread: {to: [relatives], ground: {provision: {source: demo-act, at: art-1}, finding: individual_decision}}',
      ],
    ],
    field: 'spread.to[0]',
    clean: 'an entry about the subject alone',
    lawful: [],
  },
  {
    guard: 'G03',
    faulty: 'an entry that reaches affiliates by a provision without a finding',
    edits: [
      [
        list,
        'spread: none',
        'spread: {to: [affiliates], ground: {provision: {source: demo-act, at: art-1}, finding: none}}',
      ],
    ],
    field: 'spread.ground',
    clean: 'affiliates that the same decision finds responsible by a named provision',
    lawful: [
      [
        list,
        'spread: none',
        'spread: {to: [affiliates], ground: {provision: {source: demo-act, at: art-1}, finding: individual_decision}}',
      ],
    ],
  },
  {
    guard: 'G04',
    faulty: 'people listed whatever their age',
    edits: [[list, 'subjects: [organisation]', 'subjects: [organisation, natural_responsible]']],
    field: 'subjects',
    clean: 'adults alone',
    lawful: [
      [
        list,
        'subjects: [organisation]',
        'subjects: [organisation, natural_responsible]\nleast-age: 18',
      ],
      [
        measure,
        'subjects: [organisation]',
        'subjects: [organisation, natural_responsible]\nleast-age: 18',
      ],
    ],
  },
  {
    guard: 'G04',
    faulty: 'records about student loans',
    edits: [[item, 'category: administrative_decision', 'category: education_loan']],
    field: 'category',
    clean: 'records about a decision',
    lawful: [[item, 'category: administrative_decision', 'category: enforcement']],
  },
  {
    guard: 'G05',
    faulty: 'an item that no catalogue names',
    edits: [
      ['sources/demo-act.yaml', 'items: [administrative_penalty, licence]', 'items: [licence]'],
    ],
    inFile: item,
    field: 'basis',
    clean: 'an item that an administrative regulation names',
    lawful: [['sources/demo-act.yaml', 'rank: law', 'rank: administrative_regulation']],
  },
  {
    guard: 'G06',
    faulty: 'a column about opinions that is kept',
    edits: [
      [penalties, 'field: violation_type,', 'field: violation_type, category: forbidden_opinion,'],
    ],
    field: 'columns[4].category',
    clean: 'a column about the decision',
    lawful: [
      [
        penalties,
        'field: violation_type,',
        'field: violation_type, category: administrative_decision,',
      ],
    ],
  },
  {
    guard: 'G06',
    faulty: 'public-security penalties in public (N17)',
    edits: [[item, 'category: administrative_decision', 'category: public_security']],
    field: 'disclosure',
    clean: 'public-security penalties kept inside',
    lawful: [
      [item, 'category: administrative_decision', 'category: public_security'],
      [item, 'disclosure: public', 'disclosure: internal'],
      [risk, condition, 'r.repaired'],
      [risk, 'penalties.filter(r, r.repaired)', 'listings.filter(r, activeAt(r))'],
    ],
  },
  {
    guard: 'G07',
    faulty: 'a class that reads a column of age, two steps away',
    edits: [
      [penalties, 'field: fine,', 'field: fine, category: trait_age,'],
      [
        risk,
        'indicators:\n',
        'indicators:\n  - {indicator: young, title: {zh: 一, en: One}, value: "penalties.exists(r, has(r.fine) && r.fine > money(\\"CNY 1.00\\")) ? 1 : 0", counts: false, published: public, basis: [{source: demo-act, at: art-1}], confidence: verified}\n',
      ],
      [risk, '.size() * 40, 120)', '.size() * 40, 120) + young'],
    ],
    field: 'indicators[0]',
    clean: 'the same class over a column of money',
    lawful: [
      [
        risk,
        'indicators:\n',
        'indicators:\n  - {indicator: young, title: {zh: 一, en: One}, value: "penalties.exists(r, has(r.fine) && r.fine > money(\\"CNY 1.00\\")) ? 1 : 0", counts: false, published: public, basis: [{source: demo-act, at: art-1}], confidence: verified}\n',
      ],
      [risk, '.size() * 40, 120)', '.size() * 40, 120) + young'],
    ],
  },
  {
    guard: 'G08',
    faulty: 'comments on the internet as adverse records',
    edits: [
      [
        item,
        'source-type: authority\nverified: true',
        'source-type: social_media\nverified: false',
      ],
    ],
    field: 'verified',
    clean: 'a complaint once it is confirmed',
    lawful: [
      [item, 'source-type: authority\nverified: true', 'source-type: complaint\nverified: true'],
    ],
  },
  {
    guard: 'G09',
    faulty: 'a suspicion as adverse record',
    edits: [[item, 'must-be: effective_decision', 'must-be: suspicion']],
    field: 'document.must-be',
    clean: 'a judgment',
    lawful: [[item, 'must-be: effective_decision', 'must-be: judgment']],
  },
  {
    guard: 'G10',
    faulty: 'a petition as adverse record',
    edits: [[item, 'category: administrative_decision', 'category: right_petition']],
    field: 'category',
    clean: 'a final order of a court',
    lawful: [[item, 'category: administrative_decision', 'category: court_document']],
  },
  {
    guard: 'G10',
    faulty: 'no way back for those who sued',
    edits: [
      [
        'repairs/general.yaml',
        'excluded-by: []',
        'excluded-by: [{category: right_lawsuit, says: {zh: 一, en: Sued}, ground: {source: demo-act, at: art-1}}]',
      ],
    ],
    field: 'excluded-by[0]',
    clean: 'a way back for all',
    lawful: [],
  },
  {
    guard: 'G11',
    faulty: 'a serious list for minor conduct',
    edits: [[list, 'breach: [market_order]', 'breach: [market_order, minor_conduct]']],
    field: 'trigger.breach[1]',
    clean: 'a serious list for what a law names',
    lawful: [[list, 'breach: [market_order]', 'breach: [market_order, named_in_law]']],
  },
  {
    guard: 'G11',
    faulty: 'a serious list after any penalty',
    edits: [[list, 'sanction: heavier_penalty', 'sanction: any']],
    field: 'trigger.sanction',
    clean: 'a serious list after a duty by judgment',
    lawful: [[list, 'sanction: heavier_penalty', 'sanction: adjudicated_duty']],
  },
  {
    guard: 'G11',
    faulty: 'a list of open duties that takes rights and does not end with the duty',
    edits: [[list, 'seriousness: serious', 'seriousness: status']],
    field: 'seriousness',
    clean: 'the heaviest class',
    lawful: [],
  },
];
