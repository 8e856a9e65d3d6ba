import { getRole } from '../storybook/cast.ts';
import { agencies, type AgencyCode } from './agencies.ts';

/** Someone a demonstration can act as; all of them are invented. */
export interface DemoPerson {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly role:
    | 'registrar'
    | 'data_officer'
    | 'legal_officer'
    | 'head_of_authority'
    | 'case_officer'
    | 'reviewer'
    | 'representative'
    | 'visitor'
    | 'auditor';
  readonly agency?: AgencyCode | typeof auditOffice.code;
  /** Unified code of the organisation spoken for. */
  readonly subject?: string;
}

/** Keeps the register in the demonstration: its registrar lets people act for organisations. */
export const demoRegisterAgency: AgencyCode = 'market_regulation';

/** Oversees and supplies nothing. */
export const auditOffice = {
  code: 'audit_office',
  name: { zh: '望澜市审计局', en: 'Wanglan Audit Office' },
} as const;

/** The two who approve the shipped editions. */
const drafter = { zh: '杜若溪', en: 'Du Ruoxi' } as const;
const head = { zh: '岑静之', en: 'Cen Jingzhi' } as const;

export const demoOfficials: readonly [string, string] = [drafter.zh, head.zh];

export const demoPeople: readonly DemoPerson[] = [
  {
    id: 'registrar',
    name: { zh: '闻人溪', en: 'Wenren Xi' },
    role: 'registrar',
    agency: demoRegisterAgency,
  },
  { id: 'legal-officer', name: drafter, role: 'legal_officer', agency: demoRegisterAgency },
  { id: 'head', name: head, role: 'head_of_authority', agency: demoRegisterAgency },
  {
    id: 'case-officer',
    name: { zh: '林书澜', en: 'Lin Shulan' },
    role: 'case_officer',
    agency: 'market_regulation',
  },
  {
    id: 'reviewer',
    name: { zh: '沈知衡', en: 'Shen Zhiheng' },
    role: 'reviewer',
    agency: 'market_regulation',
  },
  {
    id: 'representative',
    name: { zh: '梅映雪', en: 'Mei Yingxue' },
    role: 'representative',
    subject: getRole('lanjiang').code,
  },
  {
    id: 'auditor',
    name: { zh: '南宫慎', en: 'Nangong Shen' },
    role: 'auditor',
    agency: auditOffice.code,
  },
  ...agencies.map(({ code, official }): DemoPerson => ({
    id: `data-officer-${code.replaceAll('_', '-')}`,
    name: { zh: official, en: `Data officer, ${code.replaceAll('_', ' ')}` },
    role: 'data_officer',
    agency: code,
  })),
  // Whoever corrects needs a second name in his own agency.
  ...agencies
    .filter(({ code }) => code !== demoRegisterAgency)
    .map(({ code, witnesses: [second] }): DemoPerson => ({
      id: `legal-officer-${code.replaceAll('_', '-')}`,
      name: { zh: second, en: `Legal officer, ${code.replaceAll('_', ' ')}` },
      role: 'legal_officer',
      agency: code,
    })),
  { id: 'visitor', name: { zh: '访客', en: 'Visitor' }, role: 'visitor' },
];
