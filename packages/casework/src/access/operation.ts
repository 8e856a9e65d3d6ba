/**
 * Everything that someone must be allowed to do. Public reads are not here: what they show follows
 * from the catalogue's disclosure class. An operation without a policy fails the build.
 */
export const operations = [
  'intake.check',
  'intake.accept',
  'intake.read',
  'matter.read',
  'case.open',
  'case.act',
  'case.read',
  'correction.propose',
  'correction.decide',
  'identity.decide',
  'export.write',
  'export.record-answer',
  'bulk.adverse',
  'bulk.acknowledge',
  'subject.read-own',
  'subject.replay',
  'subject.explain',
  'impact.read',
  'impact.movers',
  'rule-draft.read',
  'rule-draft.prepare',
  'rule-draft.approve',
  'access.read-own',
  'access.read-any',
  'mandate.grant',
  'mandate.revoke',
  'account.manage',
  'error-report.read',
  'error-report.answer',
] as const;
export type Operation = (typeof operations)[number];
