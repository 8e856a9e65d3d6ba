import type { Purpose } from './access.ts';
import type { Operation } from './operation.ts';
import { roles, type Role } from './principal.ts';

/** Who can stand before an operation: offices, representatives, systems by scope, key holders. */
export type Asker =
  | Role
  | 'no-office'
  | 'representative'
  | 'machine-intake'
  | 'machine-export'
  | 'machine-tasks'
  | 'machine-consult'
  | 'machine-none'
  | 'reader'
  | 'person'
  | 'notice-holder'
  | 'operator'
  | 'anonymous';

/** How the asker stands to what is asked about. */
export type Relation =
  'own-agency' | 'other-agency' | 'own-subject' | 'other-subject' | 'own-key' | 'none';

export const relations: readonly Relation[] = [
  'own-agency',
  'other-agency',
  'own-subject',
  'other-subject',
  'own-key',
  'none',
];

export type TokenState = 'valid' | 'expired' | 'revoked' | 'not-yet' | 'absent';

export const tokenStates: readonly TokenState[] = [
  'valid',
  'expired',
  'revoked',
  'not-yet',
  'absent',
];

/** Cells that are granted: any of the askers, in any of the relations, for any of the purposes. */
interface Grant {
  readonly who: readonly Asker[];
  readonly to: readonly Relation[];
  readonly for: readonly Purpose[];
}

const any = relations;
const intake: Grant = {
  who: ['data_officer', 'registrar', 'machine-intake'],
  to: ['own-agency'],
  for: ['intake'],
};
const carryingOn: Grant = {
  who: ['data_officer', 'registrar', 'machine-export'],
  to: ['own-agency'],
  for: ['export'],
};
const deciding: readonly Asker[] = ['registrar', 'legal_officer', 'head_of_authority'];
const answering: readonly Asker[] = ['data_officer', 'registrar', 'case_officer'];
const ownSubject: Grant = { who: ['representative'], to: ['own-subject'], for: ['own'] };
const ofCourt: readonly Asker[] = ['enforcement_judge', 'collegial_panel', 'court_president'];
const casework: readonly Grant[] = [
  {
    who: ['registrar', 'case_officer', 'legal_officer', 'head_of_authority', ...ofCourt],
    to: ['own-agency'],
    for: ['supervision'],
  },
  ownSubject,
];
const reviewing: Grant = { who: ['reviewer'], to: ['own-agency'], for: ['review'] };
const consulting: Grant = {
  who: ['case_officer', 'legal_officer', 'head_of_authority', 'machine-consult'],
  to: ['own-agency'],
  for: ['consultation'],
};
const mandates: readonly Grant[] = [
  { who: ['registrar'], to: ['own-agency'], for: ['accounts'] },
  ownSubject,
];

/**
 * The whole of who may do what. Every cell that is not here is refused, in every state of a token
 * but `valid` all of them are, and the operator of the machine may do everything.
 */
export const granted: Readonly<Record<Operation, readonly Grant[]>> = {
  'intake.check': [intake],
  'intake.accept': [intake],
  'intake.read': [intake],
  'matter.read': [
    {
      who: ['data_officer', 'registrar', 'case_officer', 'legal_officer', 'head_of_authority'],
      to: ['own-agency'],
      for: ['correction', 'identity'],
    },
    { who: ['auditor'], to: any, for: ['oversight'] },
  ],
  'case.open': [
    { who: ['case_officer', 'enforcement_judge'], to: ['own-agency'], for: ['supervision'] },
    ownSubject,
  ],
  'case.act': [...casework, reviewing],
  'case.read': [...casework, reviewing, { who: ['auditor'], to: any, for: ['oversight'] }],
  'case.give-up': [ownSubject],
  'case.counter': [{ who: ['registrar', 'case_officer'], to: ['own-agency'], for: ['counter'] }],
  'notice.give': [
    { who: ['case_officer', 'enforcement_judge'], to: ['own-agency'], for: ['supervision'] },
  ],
  'notice.read': [{ who: ['notice-holder'], to: ['own-key'], for: ['own'] }],
  'notice.act': [{ who: ['notice-holder'], to: ['own-key'], for: ['own'] }],
  'life.read': [
    {
      who: ['data_officer', 'registrar', 'legal_officer', 'head_of_authority'],
      to: ['own-agency'],
      for: ['supervision'],
    },
  ],
  'life.enter': [{ who: ['data_officer', 'registrar'], to: ['own-agency'], for: ['supervision'] }],
  'life.confirm': [{ who: deciding, to: ['own-agency'], for: ['supervision'] }],
  'duty.read': [ownSubject],
  'duty.file': [ownSubject],
  'duty.oversee': [
    { who: ['registrar', 'case_officer'], to: ['own-agency'], for: ['supervision'] },
  ],
  'contract.read': [ownSubject],
  'contract.act': [ownSubject],
  'retaliation.read': [
    {
      who: ['case_officer', 'legal_officer', 'head_of_authority'],
      to: ['own-agency'],
      for: ['supervision'],
    },
    { who: ['auditor'], to: any, for: ['oversight'] },
  ],
  'retaliation.answer': [
    { who: ['head_of_authority', 'legal_officer'], to: ['own-agency'], for: ['supervision'] },
  ],
  'consult.ask': [consulting],
  'consult.read': [consulting],
  'task.read': [
    {
      who: [
        ...(['registrar', 'case_officer', 'legal_officer', 'head_of_authority'] as const),
        ...ofCourt,
        'machine-tasks',
      ],
      to: ['own-agency'],
      for: ['supervision'],
    },
  ],
  'task.act': [{ who: ['machine-tasks'], to: ['own-agency'], for: ['supervision'] }],
  'corrections.receive': [
    { who: [...roles, 'no-office', 'machine-tasks'], to: ['own-agency'], for: ['correction'] },
    { who: ['representative'], to: ['own-subject'], for: ['correction'] },
  ],
  'correction.propose': [{ who: answering, to: ['own-agency'], for: ['correction'] }],
  'correction.decide': [{ who: deciding, to: ['own-agency'], for: ['correction'] }],
  'identity.decide': [{ who: deciding, to: ['own-agency'], for: ['identity'] }],
  'export.write': [carryingOn],
  'export.record-answer': [carryingOn],
  'bulk.adverse': [{ who: ['reader'], to: ['own-key'], for: ['reuse'] }],
  'bulk.acknowledge': [{ who: ['reader'], to: ['own-key'], for: ['reuse'] }],
  'subject.read-own': [ownSubject],
  'person.read-own': [{ who: ['person'], to: ['own-key'], for: ['own'] }],
  'subject.replay': [
    ownSubject,
    { who: ['case_officer', 'legal_officer'], to: any, for: ['supervision'] },
    { who: ['reviewer'], to: any, for: ['review'] },
    { who: ['auditor'], to: any, for: ['oversight'] },
  ],
  'subject.explain': [
    ownSubject,
    { who: ['case_officer', 'legal_officer'], to: any, for: ['supervision'] },
    { who: ['reviewer'], to: any, for: ['review'] },
    { who: ['auditor'], to: any, for: ['oversight'] },
  ],
  'class.read': [
    ownSubject,
    { who: ['case_officer', 'legal_officer'], to: ['own-agency'], for: ['supervision'] },
    { who: ['reviewer'], to: any, for: ['review'] },
    { who: ['auditor'], to: any, for: ['oversight'] },
  ],
  'impact.read': [
    { who: ['legal_officer', 'head_of_authority'], to: any, for: ['rule-change'] },
    { who: ['auditor'], to: any, for: ['oversight'] },
  ],
  'impact.movers': [{ who: ['legal_officer'], to: any, for: ['rule-change'] }],
  'inspection.plan': [
    { who: ['case_officer', 'head_of_authority'], to: ['own-agency'], for: ['supervision'] },
  ],
  'inspection.approve': [{ who: ['head_of_authority'], to: ['own-agency'], for: ['supervision'] }],
  'inspection.read': [
    { who: ['case_officer', 'head_of_authority'], to: ['own-agency'], for: ['supervision'] },
    { who: ['auditor'], to: any, for: ['oversight'] },
  ],
  'rule-draft.read': [
    { who: ['legal_officer', 'head_of_authority'], to: any, for: ['rule-change'] },
    { who: ['auditor'], to: any, for: ['oversight'] },
  ],
  'rule-draft.prepare': [{ who: ['legal_officer'], to: any, for: ['rule-change'] }],
  'rule-draft.approve': [
    { who: ['legal_officer', 'head_of_authority'], to: any, for: ['rule-change'] },
  ],
  'access.read-own': [ownSubject],
  'access.read-any': [{ who: ['auditor'], to: any, for: ['oversight'] }],
  'mandate.grant': mandates,
  'mandate.revoke': mandates,
  'account.manage': [
    { who: ['registrar', 'head_of_authority'], to: ['own-agency'], for: ['accounts'] },
  ],
  'error-report.read': [{ who: answering, to: ['own-agency'], for: ['correction'] }],
  'error-report.answer': [{ who: answering, to: ['own-agency'], for: ['correction'] }],
};
