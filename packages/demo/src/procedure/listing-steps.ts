import { addDays } from '@credence/domain';

import { FOUND_DAYS_BEFORE } from '../storybook/story-penalties.ts';
import { counterStep, dayAgo, numbered, step, type Known, type PlayStep } from './play.ts';

/** The desks of a case of the market regulator; the appeal goes to another unit. */
export const marketDesks = {
  own: 'market_regulation',
  platform: 'credit_centre',
  superior: 'city_government',
  review: 'justice_bureau',
} as const;

const told = ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'];
const basis = ['samr-order-44-2021#art-2'];
const officer = 'case-officer';

/** How far a listing has come, by the last thing that was done. */
export type Reached = 'noticed' | 'served' | 'heard' | 'drafted' | 'reviewed' | 'in-effect';
const order: readonly Reached[] = [
  'noticed',
  'served',
  'heard',
  'drafted',
  'reviewed',
  'in-effect',
];

interface Listing {
  readonly firm: string;
  readonly serial: number;
  /** Days since the notice was written. */
  readonly noticed: number;
  /** Days since the draft, where it has come so far. */
  readonly drafted?: number;
  readonly measures?: readonly string[];
  readonly reached: Reached;
}

/** A listing among serious violations, as far as it has come. */
export function listingSteps(listing: Listing): readonly PlayStep[] {
  const { firm, serial, noticed, drafted = 0, measures = ['key_supervision'], reached } = listing;
  const subject = { as: 'subject', name: firm } as const;
  const served = (paper: string, daysAgo: number) => (known: Known) => ({
    ...{ paper, mode: 'in_person', servedOn: dayAgo(known, daysAgo) },
    proof: '送达回证，单位收发章',
  });
  const steps: readonly (readonly [Reached, PlayStep])[] = [
    [
      'noticed',
      step('listing', [noticed + 1, officer, 'opened'], (known) => ({
        desks: marketDesks,
        matter: {
          ...{ case: 'listing', list: 'samr.serious-violations', recordId: known.recordId, basis },
          document: { number: known.document },
          conductOn: addDays(known.decidedOn, -FOUND_DAYS_BEFORE),
          reason: '违法行为性质恶劣、情节严重，已受到较重行政处罚。',
          evidence: ['行政处罚决定书', '现场检查笔录'],
          measures,
        },
      })),
    ],
    [
      'noticed',
      step('listing', [noticed, officer, 'noticed'], (known) => ({
        ...{ document: numbered(known, '望市监列告', serial, noticed), told, measures },
        reason: '拟列入严重违法失信名单。',
      })),
    ],
    ['served', step('listing', [noticed - 1, officer, 'served'], served('notice', noticed - 1))],
    [
      'heard',
      counterStep('listing', subject, [noticed - 2, 'stated'], {
        points: [
          { text: '问题产品已全部召回，未造成人身损害。', evidence: ['召回记录'] },
          { text: '已停产整改，并更换质量负责人。', evidence: ['整改报告'] },
        ],
      }),
    ],
    [
      'drafted',
      step('listing', [drafted, officer, 'drafted'], (known) => ({
        ...{ document: numbered(known, '望市监列', serial, drafted), basis, told, measures },
        reason: '涉案金额大、持续时间长，符合列入情形。',
        answers: [
          { point: 1, text: '召回属实，不影响列入，已作为从轻情节记录。', outcome: 'refused' },
          { point: 2, text: '整改属实，可在满一年后申请移出。', outcome: 'refused' },
        ],
      })),
    ],
    ['reviewed', step('listing', [drafted - 1, 'legal-officer', 'reviewed'])],
    ['in-effect', step('listing', [drafted - 2, 'head', 'approved'])],
    [
      'in-effect',
      step('listing', [drafted - 3, officer, 'served'], served('decision', drafted - 3)),
    ],
  ];
  const last = order.indexOf(reached);
  return steps.flatMap(([when, each]) => (order.indexOf(when) <= last ? [each] : []));
}

/** A measure that a listing ordered, given to the inspection brigade. */
export function measureStep(name: string, measure: string, daysAgo: number): PlayStep {
  return step(name, [daysAgo, officer, 'opened'], (known) => ({
    desks: { ...marketDesks, body: 'market_inspection' },
    matter: {
      ...{ case: 'measure', measure, cause: known.caseId('listing') },
      capacity: 'market_supervision',
    },
  }));
}
