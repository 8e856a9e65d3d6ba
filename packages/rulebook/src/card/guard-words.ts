import { z } from 'zod';

/** Kinds of subjects that records, lists and measures of the live platform may touch. */
export const lawfulSubjects = ['organisation', 'public_body', 'sole_trader'] as const;

/** Premises and people: sayable, so that a guard can refuse them and say why. */
const guardedSubjects = [
  'licensed_premises',
  'natural_person',
  'natural_responsible',
  'natural_practitioner',
  'natural_judgment_debtor',
  'natural_volunteer',
  'natural_pupil',
] as const;

/** A kind of subject. */
export type SubjectWord = (typeof lawfulSubjects)[number] | (typeof guardedSubjects)[number];

/** Kinds of subjects a rule names. */
export const subjects = z
  .array(z.enum([...lawfulSubjects, ...guardedSubjects]))
  .min(1)
  .describe('Kinds of subjects this touches. What a rule may do to people, guards decide.');

const ordinaryCategories = [
  'registration',
  'licence',
  'administrative_decision',
  'inspection',
  'court_document',
  'list_entry',
  'enforcement',
  'contract',
  'pledge',
  'evaluation',
  'honour',
  'public_duty',
  'volunteered',
  'public_security',
] as const;

const forbiddenCategories = [
  'forbidden_opinion',
  'forbidden_speech',
  'forbidden_worship',
  'forbidden_association',
  'forbidden_ethnicity',
  'forbidden_biometrics',
  'forbidden_genes',
  'forbidden_blood',
  'forbidden_health',
  'forbidden_location',
  'forbidden_purchases',
  'forbidden_browsing',
  'forbidden_messages',
  'forbidden_contacts',
  'forbidden_sexual_life',
  'forbidden_savings',
  'free_text',
] as const;

const traitCategories = [
  'trait_nationality',
  'trait_origin',
  'trait_religion',
  'trait_sex',
  'trait_age',
  'trait_disability',
  'trait_household_registration',
  'trait_party_membership',
  'proxy_birth_place',
  'proxy_surname',
  'proxy_mother_tongue',
  'proxy_fine_location',
] as const;

const tieCategories = ['tie_family', 'tie_household', 'tie_contact', 'tie_network'] as const;

const rightCategories = [
  'right_petition',
  'right_lawsuit',
  'right_appeal',
  'right_report',
  'right_strike',
  'right_resignation',
  'right_refusal',
  'absence_of_volunteering',
  'absence_of_donation',
] as const;

const wallCategories = ['points', 'praise', 'loan_history'] as const;

/** What kind of information something is. */
export const category = z
  .enum([
    ...ordinaryCategories,
    ...forbiddenCategories,
    ...traitCategories,
    ...tieCategories,
    ...rightCategories,
    ...wallCategories,
    'everyday_conduct',
    'education_pupil',
    'education_loan',
    'personal_identifier',
  ])
  .describe('What kind of information it is, from the closed list.');

/** @see {@link category} */
export type Category = z.output<typeof category>;

/** Who the information comes from. */
export const sourceType = z
  .enum([
    'authority',
    'court',
    'register',
    'subject',
    'complaint',
    'tip',
    'media',
    'social_media',
    'private_body',
    'computed',
  ])
  .describe('Who it comes from.');

/** Documents that are in legal effect, or state what the subject itself or a register declares. */
export const soundDocuments = [
  'effective_decision',
  'judgment',
  'court_decision',
  'arbitral_award',
  'listing_decision',
  'inspection_record',
  'inspection_report',
  'registration_entry',
  'licence_decision',
  'decision',
  'contract',
  'pledge',
  'qualification',
  'award',
  'evaluation',
  'declaration',
] as const;

/** The document behind a record. */
export const documentKind = z
  .enum([
    ...soundDocuments,
    'appealable_decision',
    'report',
    'suspicion',
    'internal_memo',
    'complaint',
    'data_match',
    'none',
  ])
  .describe('What kind of document a record rests on.');

/** What carries a finding. */
export const evidenceKind = z
  .enum([
    'decision',
    'judgment',
    'admission',
    'inspection_record',
    'measurement',
    'register_entry',
    'average',
    'inferred',
    'mismatch',
    'no_reply',
    'suspicion',
  ])
  .describe('What carries the finding.');

/** What nobody may be cut off from (guard G20). */
export const essentials = [
  'schooling',
  'basic_medical_care',
  'housing',
  'water',
  'power',
  'heating',
  'subsistence_aid',
  'ordinary_travel',
  'access_to_courts',
  'voting',
  'work_as_such',
] as const;

/** What a measure or a benefit reaches. */
export const touches = z
  .array(
    z.enum([
      ...essentials,
      'public_tenders',
      'public_funds',
      'licences',
      'market_entry',
      'honours',
      'supervision',
      'procedure',
      'publicity',
      'luxury_spending',
      'credit',
      'public_services_extra',
      'grade',
      'finances',
      'trade',
      'queues',
    ]),
  )
  .describe('What it reaches; an empty list: nothing but the record itself.');

/** What a breach is about: the four fields of the opinions of 2020, what a law names, and less. */
export const breachClasses = z
  .array(
    z.enum([
      'health_safety',
      'market_order',
      'adjudicated_duty',
      'statutory_duty',
      'named_in_law',
      'open_duty',
      'minor_conduct',
      'private_matter',
    ]),
  )
  .min(1)
  .describe('What the breaches are about, from the closed list.');

/** Beyond the subject of the decision. */
export const spreadTo = z
  .enum([
    'relatives',
    'household',
    'contacts',
    'affiliates',
    'same_address',
    'same_representative',
    'employer',
    'supplier',
    'directors',
  ])
  .describe('Whom it would reach beyond the subject.');

/** Roles of officials who decide, check or approve; whoever is none of them is nobody who could be asked. */
export const officials = [
  'case_officer',
  'legal_reviewer',
  'head_of_authority',
  'enforcement_judge',
  'collegial_panel',
  'court_president',
] as const;

/** Who reviews the decision of somebody else. */
export const reviewers = ['other_unit', 'higher_authority', 'higher_court'] as const;

/** What records and results may be used for; a new purpose is a new word here, and a new basis. */
export const purposes = [
  'supervision',
  'publicity',
  'own_query',
  'subject_authorised',
  'procurement_check',
  'licensing',
  'court_proceedings',
  'inspection_planning',
  'self_improvement',
  'tax_credit',
] as const;
