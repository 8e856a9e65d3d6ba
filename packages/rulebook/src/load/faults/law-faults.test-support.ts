import type { Fault } from './fault.test-support.ts';

const item = 'items/administrative_penalty.yaml';
const list = 'lists/serious-violations.yaml';
const general = 'values/publicity.general.yaml';
const measure = 'measures/tender_exclusion.yaml';
const edition = 'edition.yaml';

/** Faults of law: sources, articles, ranks, days, languages, succession. */
export const lawFaults: readonly Fault[] = [
  {
    name: 'a source that does not exist',
    file: general,
    replace: 'source: demo-rule',
    by: 'source: ⟦demo-rul',
    code: 'card-unknown',
    message: /Did you mean demo-rule\?/,
  },
  {
    name: 'an article that its source does not have',
    file: general,
    replace: 'at: art-9',
    by: 'at: ⟦art-8',
    code: 'article-unknown',
  },
  {
    name: 'a basis not yet in force',
    file: 'sources/demo-rule.yaml',
    replace: 'from: 2022-01-01',
    by: 'from: 2024-01-01',
    inFile: general,
    at: 'demo-rule, at: art-9}]',
    code: 'basis-not-in-force',
  },
  {
    name: 'a basis that ends and is succeeded by nothing',
    file: 'sources/demo-rule.yaml',
    replace: 'repeal: {succeeded: {by: demo-act}}',
    by: 'repeal: ended',
    inFile: general,
    at: 'demo-rule, at: art-9}]',
    code: 'basis-ends-early',
  },
  {
    name: 'an end of a source without repeal (N7)',
    file: 'sources/demo-act.yaml',
    replace: 'until: none',
    by: 'until: ⟦2031-01-01',
    code: 'repeal-missing',
  },
  {
    name: 'a repeal without an end',
    file: 'sources/demo-act.yaml',
    replace: 'confidence: verified',
    by: '⟦repeal: ended\nconfidence: verified',
    code: 'repeal-without-end',
  },
  {
    name: 'a successor that does not exist',
    file: 'sources/demo-rule.yaml',
    replace: 'by: demo-act',
    by: 'by: ⟦demo-act-2030',
    code: 'card-unknown',
  },
  {
    name: 'a class I measure on a department rule (N2)',
    file: measure,
    replace: 'basis: [{source: demo-act, at: art-1}]',
    by: 'basis: ⟦[{source: demo-rule, at: art-9}]',
    code: 'basis-rank',
  },
  {
    name: 'a list on a department rule alone (N2)',
    file: list,
    replace: 'basis: [{source: demo-act, at: art-1}]',
    by: 'basis: ⟦[{source: demo-rule, at: art-9}]',
    code: 'basis-rank',
  },
  {
    name: 'a measure whose effect is not that of its class',
    file: measure,
    replace: 'effect: reduces_rights',
    by: 'effect: ⟦management',
    code: 'class-mismatch',
  },
  {
    name: 'a list that demands a private measure',
    file: measure,
    replace: 'class: I\neffect: reduces_rights',
    by: 'class: III\neffect: private',
    inFile: list,
    at: 'tender_exclusion]',
    code: 'private-measure-demanded',
  },
  {
    name: 'a card that is never in force',
    file: item,
    replace: 'from: 2023-05-01, until: none',
    by: 'from: 2020-05-01, until: ⟦2021-05-01',
    code: 'never-in-force',
  },
  {
    name: 'an end before the beginning',
    file: item,
    replace: 'from: 2023-05-01, until: none',
    by: 'from: 2023-05-01, until: ⟦2023-05-01',
    code: 'interval-empty',
  },
  {
    name: 'a review before the first day',
    file: item,
    replace: 'review-by: 2027-12-31',
    by: 'review-by: ⟦2023-04-30',
    code: 'review-too-late',
  },
  {
    name: 'a text in one language only',
    file: general,
    replace: 'title: {zh: 一般失信信息的公示期, en: Publicity of general records}',
    by: 'title: ⟦{zh: 一般失信信息的公示期}',
    code: 'translation-missing',
  },
  {
    name: 'a local edition, which is not read yet',
    file: edition,
    replace: 'parent: none',
    by: 'parent: ⟦cn-2026',
    code: 'parent-not-supported',
  },
  {
    name: 'a predecessor that was not given',
    file: edition,
    replace: 'succeeds: none',
    by: 'succeeds: ⟦demo-2020',
    code: 'succession',
  },
  {
    name: 'a withdrawal without a predecessor',
    file: edition,
    replace: 'withdraws: []',
    by: 'withdraws: ⟦["item:licence"]',
    code: 'succession',
  },
  {
    name: 'a calendar that does not exist',
    file: edition,
    replace: 'calendar: demo-days',
    by: 'calendar: ⟦demo-dyas',
    code: 'card-unknown',
  },
];
