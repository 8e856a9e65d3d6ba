import { getRole } from '../storybook/cast.ts';
import { listingSteps, measureStep } from './listing-steps.ts';
import { counterStep, dayAgo, numbered, playOf, step, subject, type Play } from './play.ts';

const firmOf = (role: Parameters<typeof getRole>[0]) => getRole(role).name;

/** Listings in every phase, and the measures that follow from them. */
export const listingPlays: readonly Play[] = [
  // The firm of the tour: the time to answer runs.
  playOf(
    'lanjiang',
    listingSteps({ firm: firmOf('lanjiang'), serial: 61, noticed: 2, reached: 'served' }),
  ),
  playOf(
    'listing-noticed',
    listingSteps({ firm: firmOf('listing-noticed'), serial: 60, noticed: 1, reached: 'noticed' }),
  ),
  playOf('listing-hearing', [
    ...listingSteps({ firm: firmOf('listing-hearing'), serial: 59, noticed: 4, reached: 'heard' }),
    step('listing', [1, 'lawyer', 'hearing-asked']),
  ]),
  playOf('listing-called', [
    ...listingSteps({ firm: firmOf('listing-called'), serial: 54, noticed: 27, reached: 'heard' }),
    counterStep('listing', subject('listing-called'), [24, 'hearing-asked']),
  ]),
  playOf(
    'listing-to-decide',
    listingSteps({ firm: firmOf('listing-to-decide'), serial: 52, noticed: 33, reached: 'heard' }),
  ),
  playOf(
    'listing-to-review',
    listingSteps({
      ...{ firm: firmOf('listing-to-review'), serial: 49, noticed: 36, drafted: 1 },
      reached: 'drafted',
    }),
  ),
  playOf(
    'listing-to-approve',
    listingSteps({
      ...{ firm: firmOf('listing-to-approve'), serial: 47, noticed: 40, drafted: 2 },
      reached: 'reviewed',
    }),
  ),
  playOf('listing-in-effect', [
    ...listingSteps({
      ...{ firm: firmOf('listing-in-effect'), serial: 31, noticed: 110, drafted: 70 },
      measures: ['key_supervision', 'honours_limit', 'pledge_procedure_excluded'],
      reached: 'in-effect',
    }),
    // Never answered, accepted, and sent out yesterday.
    measureStep('pledge', 'pledge_procedure_excluded', 60),
    measureStep('honours', 'honours_limit', 20),
    step('honours', [12, 'inspector', 'accepted']),
    measureStep('supervision', 'key_supervision', 1),
  ]),
  playOf('listing-lifting', [
    ...listingSteps({
      ...{ firm: firmOf('listing-lifting'), serial: 24, noticed: 140, drafted: 100 },
      reached: 'in-effect',
    }),
    measureStep('supervision', 'key_supervision', 90),
    step('supervision', [85, 'inspector', 'accepted']),
    step('supervision', [80, 'inspector', 'executed'], (known) => ({
      document: numbered(known, '望市监执', 12, 80),
      executedOn: dayAgo(known, 80),
    })),
    step('listing', [2, 'case-officer', 'removed'], (known) => ({
      ground: 'own_motion',
      document: numbered(known, '望市监移', 9, 2),
      reason: '复查认定列入时适用标准有误，自行更正。',
    })),
  ]),
  playOf('listing-removal', [
    ...listingSteps({
      ...{ firm: firmOf('listing-removal'), serial: 88, noticed: 430, drafted: 395 },
      reached: 'in-effect',
    }),
    counterStep('removal', subject('listing-removal'), [3, 'opened'], (known) => ({
      desks: { own: 'market_regulation', platform: 'credit_centre', superior: 'city_government' },
      matter: { case: 'repair', target: { kind: 'case', caseId: known.caseId('listing') } },
    })),
    ...['corrected', 'paid'].map((condition) =>
      counterStep('removal', subject('listing-removal'), [3, 'condition-shown'], {
        ...{ condition, proof: condition === 'paid' ? '缴款凭证' : '整改验收报告' },
      }),
    ),
    counterStep('removal', subject('listing-removal'), [3, 'pledged'], {
      pledge: '承诺守法经营，不再发生同类行为。',
    }),
  ]),
  // Ended by another unit on the day itself: the officer who had read it is told, at his corrections.
  playOf('listing-annulled', [
    ...listingSteps({
      ...{ firm: firmOf('listing-annulled'), serial: 41, noticed: 90, drafted: 50 },
      reached: 'in-effect',
    }),
    counterStep('appeal', subject('listing-annulled'), [9, 'opened'], (known) => ({
      desks: { own: 'justice_bureau' },
      matter: {
        ...{ case: 'appeal', of: known.caseId('listing') },
        points: [{ text: '检验机构没有相应资质。', evidence: ['资质查询结果'] }],
      },
    })),
    step('appeal', [0, 'reviewer', 'allowed'], (known) => ({
      document: numbered(known, '望司复决', 5, 0),
      basis: ['samr-order-44-2021#art-2'],
      reason: '检验机构在检验时没有相应资质，列入决定证据不足，予以撤销。',
      answers: [{ point: 1, text: '经核实属实。', outcome: 'upheld' }],
      effect: 'remove',
    })),
  ]),
  playOf('listing-appealed', [
    ...listingSteps({
      ...{ firm: firmOf('listing-appealed'), serial: 39, noticed: 75, drafted: 35 },
      reached: 'in-effect',
    }),
    counterStep('appeal', subject('listing-appealed'), [6, 'opened'], (known) => ({
      desks: { own: 'justice_bureau' },
      matter: {
        ...{ case: 'appeal', of: known.caseId('listing') },
        points: [{ text: '检验样品的抽取不符合规定，检验结论不能采用。', evidence: ['抽样单'] }],
      },
    })),
    step('appeal', [5, 'reviewer', 'stayed'], (known) => ({
      ...{ from: 'review', document: numbered(known, '望司复停', 4, 5) },
      reason: '列入将使在建项目失去投标资格，损害难以挽回。',
    })),
  ]),
];
