import { codeOf } from '../support/city-files.ts';
import { foreignPurpose, inContent } from './attacks-at-doors.ts';
import {
  again,
  foreignMeasure,
  oneMeasureTooMany,
  ordered,
  proposal,
  step,
  unfit,
} from './attacks-on-cases.ts';
import { odd } from './files.ts';
import type { Guard } from './guard.ts';
import { decision } from './papers.ts';
import { listed } from './stages.ts';

const measures = ['key_supervision', 'pledge_procedure_excluded', 'honours_limit'];

/** Guards of what may follow, and for whom: G11 to G23. */
export const guardsOfConsequences = {
  G11: {
    title: 'Lists only for serious breaches',
    attacks: [
      unfit(odd.warning, 18, {
        says: 'A mere warning is to lead to the list of serious violations.',
        refusal: 'case-not-proposed',
      }),
    ],
  },
  G12: {
    title: 'Legal basis, article by article',
    attacks: [
      proposal(
        19,
        { basis: ['district-memo-2024#item-1'] },
        {
          says: 'A listing rests on a memo.',
          refusal: 'case-no-basis',
        },
      ),
      proposal(
        20,
        { basis: [] },
        { says: 'A listing rests on nothing.', refusal: 'case-no-basis' },
      ),
    ],
  },
  G13: {
    title: 'Closed catalogue of measures; nobody adds or sharpens',
    attacks: [
      proposal(
        21,
        { measures: [...measures, 'car_plate_lottery'] },
        {
          says: 'A measure of one’s own is added to those of the list.',
          refusal: 'case-measure-not-announced',
        },
      ),
      step(
        {
          ...{ stage: 'forbidden', act: 'drafted' },
          content: decision({ measures: [...measures, 'procurement_exclusion'] }),
        },
        { content: decision() },
        {
          says: 'A decision orders what the notice did not name.',
          refusal: 'case-measure-not-announced',
        },
      ),
    ],
  },
  G14: {
    title: 'Competence and territory',
    attacks: [
      proposal(
        22,
        {},
        {
          says: 'An authority proposes a listing at the desk of another.',
          ...{ refusal: 'not-permitted', trace: 'denied' },
        },
        'stranger',
      ),
    ],
  },
  G15: {
    title: 'No reaching back',
    attacks: [
      proposal(
        23,
        { conductOn: '2021-08-31' },
        {
          says: 'Conduct before the first day of the rule is held against a firm.',
          refusal: 'case-no-rule',
        },
      ),
      unfit(odd.older, 24, {
        says: 'The same, with a later day stated in the case than the decision has.',
        refusal: 'case-not-proposed',
      }),
    ],
  },
  G16: {
    title: 'Once for one fact',
    attacks: [
      again(25, {
        says: 'The decision behind a listing is put in for another.',
        refusal: 'case-once-for-one-fact',
      }),
    ],
  },
  G17: {
    title: 'No forcing of private parties',
    attacks: [
      ordered(
        { of: listed, change: { capacity: 'bank' } },
        { measure: 'pledge_procedure_excluded' },
        {
          says: 'A bank is to carry a measure out.',
          refusal: 'case-measure-not-announced',
        },
      ),
    ],
  },
  G18: {
    title: 'Measure must fit the breach',
    attacks: [
      unfit(odd.fieldless, 26, {
        says: 'A breach outside the field of a list leads to its measures.',
        refusal: 'case-not-proposed',
      }),
      foreignMeasure,
    ],
  },
  G19: {
    title: 'In proportion',
    attacks: [
      unfit(odd.summary, 27, {
        says: 'A penalty below the floor of the list leads to it.',
        refusal: 'case-not-proposed',
      }),
      oneMeasureTooMany,
    ],
  },
  G20: {
    title: 'Essentials untouched',
    attacks: [
      ordered(
        { of: listed, change: { measure: 'water_supply_cut' } },
        { measure: 'honours_limit' },
        {
          says: 'The water of a listed firm is to be cut.',
          refusal: 'case-measure-not-announced',
        },
      ),
      foreignPurpose('schooling', { says: 'A school asks about a parent’s firm.' }),
    ],
  },
  G21: {
    title: 'Publicity informs, it does not shame',
    attacks: [
      inContent('当事人手机13800013800', '13800013800', 'A telephone number is to be published.'),
    ],
  },
  G22: {
    title: 'Points only give',
    attacks: [],
    waits: {
      says: 'Points are taken away for conduct.',
      words: /\bpoints?\b|积分/i,
      form: { subject: codeOf(listed), points: '-50', reason: '闯红灯' },
    },
  },
  G23: {
    title: 'Free to join, free to leave',
    attacks: [],
    waits: {
      says: 'Somebody is enrolled without having asked.',
      words: /\benrol|\bmembership\b|volunteer-programme/i,
      form: { member: 'everyone-in-town', consent: '' },
    },
  },
} as const satisfies Readonly<Record<string, Guard>>;
