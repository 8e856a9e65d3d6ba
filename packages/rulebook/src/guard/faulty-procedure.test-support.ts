import {
  alone,
  article,
  contents,
  earlier,
  indicator,
  notice,
  rows,
  type Faulty,
} from './faulty-cards.test-support.ts';

/** Cards that break G24 to G29: notice, hearing, decision, proof, openness, appeal. */
export const faultyProcedure: readonly Faulty[] = [
  ...rows(
    'G24',
    'list',
    ['no notice', { procedure: { notice: 'none' } }, 'procedure.notice'],
    [
      'four days of notice',
      { procedure: { notice: { ...notice, 'working-days': 4 } } },
      'procedure.notice',
    ],
    [
      'a notice on the portal alone',
      { procedure: { notice: { ...notice, service: ['portal_only'] } } },
      'procedure.notice',
    ],
    [
      'a notice without remedies',
      { procedure: { notice: { ...notice, contents: contents.slice(0, 5) } } },
      'procedure.notice',
    ],
    [
      'an earlier document that did not name it',
      alone('notice', { earlier: { ...earlier, 'names-consequence': false } }),
      'procedure.notice',
    ],
    [
      'an earlier document that left four days',
      alone('notice', { earlier: { ...earlier, 'working-days': 4 } }),
      'procedure.notice',
    ],
    [
      'an emergency told after two days',
      alone('notice', { emergency: article, 'within-hours': 48 }),
      'procedure.notice',
    ],
    ['an effect before notice', { effect: { begins: 'before_notice' } }, 'effect.begins'],
    ['an effect on approval', { effect: { begins: 'on_approval' } }, 'effect.begins'],
  ),
  ...rows('G24', 'own-measure', ['a measure without procedure', { procedure: null }, 'follows']),
  ...rows('G24', 'item', [
    'adverse, unserved, no article',
    { service: 'not_needed', 'service-basis': null },
    'service',
  ]),
  ...rows(
    'G25',
    'list',
    ['nobody is heard', { procedure: { statement: 'none' } }, 'procedure.statement'],
    [
      'four days to answer',
      { procedure: { statement: { 'working-days': 4 } } },
      'procedure.statement',
    ],
    [
      'payment before being heard',
      { procedure: { statement: { precondition: 'payment' } } },
      'procedure.statement',
    ],
    [
      'objections after the effect',
      { procedure: { statement: { when: 'after_effect' } } },
      'procedure.statement',
    ],
    [
      'unheard by law and shown at once (N4)',
      { procedure: { statement: { 'working-days': null, none: article } } },
      'procedure.statement',
    ],
    ['no hearing, no article', { procedure: { hearing: 'none' } }, 'procedure.hearing'],
    [
      'the investigator presides',
      { procedure: { hearing: { presiding: 'investigator' } } },
      'procedure.hearing',
    ],
  ),
  ...rows(
    'G26',
    'list',
    ['the machine decides', { procedure: { decides: 'automatic' } }, 'procedure.decides'],
    ['confirmed in bulk', { procedure: { confirms: 'in_bulk' } }, 'procedure.confirms'],
    [
      'a class lists',
      { trigger: { 'by-class': { card: 'national.inspection', classes: ['d'] } } },
      'trigger.by-class',
    ],
  ),
  ...rows('G26', 'own-measure', [
    'a class measures',
    { follows: { class: { card: 'national.inspection', classes: ['d'] } } },
    'follows.class',
  ]),
  ...rows('G26', 'measure', ['an employer must', { addressee: { kind: 'employer' } }, 'addressee']),
  ...rows('G24', 'pledge', [
    'what was granted on a pledge is taken back untold',
    { approval: { procedure: { notice: 'none' } } },
    'approval.procedure.notice',
  ]),
  ...rows(
    'G25',
    'pledge',
    [
      'it is taken back unheard',
      { approval: { procedure: { statement: 'none' } } },
      'approval.procedure.statement',
    ],
    [
      'it is taken back without a hearing',
      { approval: { procedure: { hearing: 'none' } } },
      'approval.procedure.hearing',
    ],
  ),
  ...rows(
    'G26',
    'pledge',
    ['a machine finds a pledge broken', { broken: { found: 'by_machine' } }, 'broken.found'],
    [
      'a machine takes it back',
      { approval: { procedure: { decides: 'automatic' } } },
      'approval.procedure.decides',
    ],
  ),
  ...rows(
    'G27',
    'list',
    [
      'a mismatch is enough',
      { trigger: { evidence: { kinds: ['decision', 'mismatch'] } } },
      'trigger.evidence.kinds',
    ],
    [
      'silence is enough',
      { trigger: { evidence: { kinds: ['no_reply'] } } },
      'trigger.evidence.kinds',
    ],
    ['nothing is enough', { trigger: { evidence: { kinds: [] } } }, 'trigger.evidence.kinds'],
    [
      'the subject has to prove',
      { trigger: { evidence: { burden: 'subject' } } },
      'trigger.evidence.burden',
    ],
  ),
  ...rows('G27', 'item', [
    'an inference is recorded',
    { evidence: { kinds: ['inferred'] } },
    'evidence.kinds',
  ]),
  ...rows('G27', 'pledge', [
    'an average breaks a pledge',
    { broken: { evidence: { kinds: ['average'] } } },
    'broken.evidence.kinds',
  ]),
  ...rows(
    'G28',
    'evaluation',
    ['a model of a vendor', { model: 'vendor' }, 'model'],
    [
      'an indicator for insiders',
      { indicators: [{ ...indicator, published: 'internal' }] },
      'indicators[0].published',
    ],
    [
      'a weight set while it runs',
      {
        parameters: [
          {
            parameter: 'w',
            title: indicator.title,
            is: 1,
            'set-by': 'operator',
            basis: [article],
            confidence: 'verified',
          },
        ],
      },
      'parameters[0].set-by',
    ],
  ),
  ...rows(
    'G29',
    'list',
    ['no review', { remedies: { review: 'none' } }, 'remedies.review'],
    ['the decider reviews', { remedies: { review: { by: 'case_officer' } } }, 'remedies.review'],
    [
      'the approver reviews',
      { remedies: { review: { by: 'head_of_authority' } } },
      'remedies.review',
    ],
    ['the same unit reviews', { remedies: { review: { by: 'same_unit' } } }, 'remedies.review'],
    ['no court', { remedies: { court: 'none' } }, 'remedies.court'],
    ['no stay', { remedies: { stay: 'excluded' } }, 'remedies.stay'],
  ),
  ...rows('G29', 'own-measure', ['a measure without remedies', { remedies: null }, 'follows']),
  ...rows('G29', 'item', [
    'nobody else to ask',
    { 'ways-out': ['repair', 'correction'], clocks: { review: null, court: null } },
    'ways-out',
  ]),
];
