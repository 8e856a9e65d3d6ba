import type { Operation, Purpose } from '@credence/casework';
import type { Localised } from '@credence/domain';

import { accessWords } from '../words/access.ts';
import { caseWords } from '../words/case.ts';
import { matterWords, type MatterWords } from '../words/matters.ts';
import { exportWords } from '../words/export-desk.ts';
import { impactWords } from '../words/impact.ts';
import { intakeWords } from '../words/intake-desk.ts';
import { ownWords } from '../words/own.ts';
import { doorWords } from '../words/own-door.ts';
import { readingWords } from '../words/reading.ts';
import { rulebookWords } from '../words/rulebook.ts';
import { ruleDraftWords } from '../words/rule-drafts.ts';
import { readersWords } from '../words/readers.ts';
import { paths } from '../request/paths.ts';

/** A line of the desk's front page, shown to whoever may do what stands behind it. */
export interface DeskEntry {
  readonly path: string;
  readonly operation: Operation;
  readonly purpose: Purpose;
  readonly title: Localised;
  readonly says: Localised;
}

type Word = 'accountsTitle' | 'mandatesTitle' | 'lookedTitle';
type Sentence = 'accountsSays' | 'mandatesSays' | 'lookedSays' | 'lookedSaysAuditor';

const both = (key: Word | Sentence): Localised => ({
  zh: accessWords('zh')[key],
  en: accessWords('en')[key],
});

const intakeBoth = (key: 'title' | 'lead' | 'batchesTitle' | 'noBatchesMeaning'): Localised => ({
  zh: intakeWords('zh')[key],
  en: intakeWords('en')[key],
});

type MatterWord = 'title' | 'entrySays' | 'reportsTitle' | 'reportsSays';

const ofMatters = (key: keyof Pick<MatterWords, MatterWord>): Localised => ({
  zh: matterWords('zh')[key],
  en: matterWords('en')[key],
});

const replayEntry = {
  title: { zh: readingWords('zh').replayTitle, en: readingWords('en').replayTitle },
  says: { zh: readingWords('zh').replayLead, en: readingWords('en').replayLead },
};

const whyEntry = {
  title: { zh: rulebookWords('zh').whyPageTitle, en: rulebookWords('en').whyPageTitle },
  says: { zh: rulebookWords('zh').whyPageLead, en: rulebookWords('en').whyPageLead },
};

const draftsEntry = {
  title: { zh: ruleDraftWords('zh').deskTitle, en: ruleDraftWords('en').deskTitle },
  says: { zh: ruleDraftWords('zh').deskSays, en: ruleDraftWords('en').deskSays },
};

const impactEntry = {
  title: { zh: impactWords('zh').title, en: impactWords('en').title },
  says: { zh: impactWords('zh').says, en: impactWords('en').says },
};

const caseBoth = (key: 'title' | 'entrySays' | 'entryOwnSays' | 'oversight' | 'oversightSays') => ({
  zh: caseWords('zh')[key],
  en: caseWords('en')[key],
});

const caseEntry = {
  path: paths.deskCases,
  operation: 'case.read',
  title: caseBoth('title'),
  says: caseBoth('entrySays'),
} as const;

/** What the desk offers, in the order of a day's work. */
export const deskEntries: readonly DeskEntry[] = [
  { ...caseEntry, purpose: 'supervision' },
  { ...caseEntry, purpose: 'review' },
  { ...caseEntry, purpose: 'oversight' },
  { ...caseEntry, purpose: 'own', says: caseBoth('entryOwnSays') },
  {
    path: paths.deskOversight,
    operation: 'case.read',
    purpose: 'oversight',
    title: caseBoth('oversight'),
    says: caseBoth('oversightSays'),
  },
  {
    path: paths.deskMatters,
    operation: 'matter.read',
    purpose: 'correction',
    title: ofMatters('title'),
    says: ofMatters('entrySays'),
  },
  {
    path: paths.deskReports,
    operation: 'error-report.read',
    purpose: 'correction',
    title: ofMatters('reportsTitle'),
    says: ofMatters('reportsSays'),
  },
  {
    path: paths.deskIntake,
    operation: 'intake.check',
    purpose: 'intake',
    title: intakeBoth('title'),
    says: intakeBoth('lead'),
  },
  {
    path: paths.deskBatches,
    operation: 'intake.read',
    purpose: 'intake',
    title: intakeBoth('batchesTitle'),
    says: intakeBoth('noBatchesMeaning'),
  },
  {
    path: paths.deskExport,
    operation: 'export.write',
    purpose: 'export',
    title: { zh: exportWords('zh').title, en: exportWords('en').title },
    says: { zh: exportWords('zh').lead, en: exportWords('en').lead },
  },
  {
    path: paths.deskOwn,
    operation: 'subject.read-own',
    purpose: 'own',
    title: { zh: ownWords('zh').title, en: ownWords('en').title },
    says: { zh: ownWords('zh').says, en: ownWords('en').says },
  },
  {
    path: paths.deskCounter,
    operation: 'case.counter',
    purpose: 'counter',
    title: { zh: doorWords('zh').counterTitle, en: doorWords('en').counterTitle },
    says: { zh: doorWords('zh').counterSays, en: doorWords('en').counterSays },
  },
  {
    path: paths.deskCorrections,
    operation: 'corrections.receive',
    purpose: 'correction',
    title: { zh: doorWords('zh').correctionsTitle, en: doorWords('en').correctionsTitle },
    says: { zh: doorWords('zh').correctionsSays, en: doorWords('en').correctionsSays },
  },
  {
    path: paths.deskWhoLooked,
    operation: 'access.read-own',
    purpose: 'own',
    title: both('lookedTitle'),
    says: both('lookedSays'),
  },
  {
    path: paths.deskWhoLooked,
    operation: 'access.read-any',
    purpose: 'oversight',
    title: both('lookedTitle'),
    says: both('lookedSaysAuditor'),
  },
  {
    path: paths.deskReaders,
    operation: 'access.read-any',
    purpose: 'oversight',
    title: { zh: readersWords('zh').title, en: readersWords('en').title },
    says: { zh: readersWords('zh').says, en: readersWords('en').says },
  },
  {
    path: paths.deskReplay,
    operation: 'subject.replay',
    purpose: 'own',
    ...replayEntry,
  },
  {
    path: paths.deskReplay,
    operation: 'subject.replay',
    purpose: 'supervision',
    ...replayEntry,
  },
  {
    path: paths.deskReplay,
    operation: 'subject.replay',
    purpose: 'review',
    ...replayEntry,
  },
  {
    path: paths.deskReplay,
    operation: 'subject.replay',
    purpose: 'oversight',
    ...replayEntry,
  },
  {
    path: paths.deskWhy,
    operation: 'subject.explain',
    purpose: 'own',
    ...whyEntry,
  },
  {
    path: paths.deskWhy,
    operation: 'subject.explain',
    purpose: 'supervision',
    ...whyEntry,
  },
  {
    path: paths.deskWhy,
    operation: 'subject.explain',
    purpose: 'review',
    ...whyEntry,
  },
  {
    path: paths.deskWhy,
    operation: 'subject.explain',
    purpose: 'oversight',
    ...whyEntry,
  },
  {
    path: paths.deskRules,
    operation: 'rule-draft.read',
    purpose: 'rule-change',
    ...draftsEntry,
  },
  {
    path: paths.deskRules,
    operation: 'rule-draft.read',
    purpose: 'oversight',
    ...draftsEntry,
  },
  {
    path: paths.deskImpact,
    operation: 'impact.read',
    purpose: 'rule-change',
    ...impactEntry,
  },
  {
    path: paths.deskImpact,
    operation: 'impact.read',
    purpose: 'oversight',
    ...impactEntry,
  },
  {
    path: paths.deskMandates,
    operation: 'mandate.grant',
    purpose: 'own',
    title: both('mandatesTitle'),
    says: both('mandatesSays'),
  },
  {
    path: paths.deskMandates,
    operation: 'mandate.grant',
    purpose: 'accounts',
    title: both('mandatesTitle'),
    says: both('mandatesSays'),
  },
  {
    path: paths.deskAccounts,
    operation: 'account.manage',
    purpose: 'accounts',
    title: both('accountsTitle'),
    says: both('accountsSays'),
  },
];
