import type { Casework, KnownPrincipal, Role } from '@credence/casework';
import { auditOffice, demoPeople, demoRegisterAgency, type DemoPerson } from '@credence/demo';
import {
  describeProblem,
  localise,
  type Language,
  type Localised,
  type Problem,
} from '@credence/domain';
import type { DemoPersonLine } from '@credence/portal';

import { CommandRefusal, exits } from '../terminal.ts';

/** Where the people of the demonstration come from; a server without it honours none of them. */
export const demoIssuer = 'urn:credence:demo';

const operator: KnownPrincipal = {
  kind: 'operator',
  name: 'demo',
  agency: demoRegisterAgency,
  role: 'registrar',
};

/** Gives the people of the demonstration their accounts and mandates; those who have one keep it. */
export async function fillDemoPeople(casework: Casework, language: Language): Promise<void> {
  const added = await casework.addAgency({
    ...auditOffice,
    supplies: [],
    actor: { official: 'demo', agency: auditOffice.code, role: 'registrar' },
  });
  if (added.kind === 'refused') throw refusal(added.problem, language);
  for (const person of demoPeople) {
    const outcome = await addPerson(casework, person);
    // A city too small to have the organisation has nobody to speak for it.
    if (outcome?.kind !== 'refused' || outcome.problem.code === 'subject-not-found') continue;
    throw refusal(outcome.problem, language);
  }
}

function addPerson(casework: Casework, { id, name, role, agency, subject }: DemoPerson) {
  const who = { issuer: demoIssuer, subject: id, name: name.zh };
  if (subject !== undefined) return casework.grantMandate(operator, { ...who, code: subject });
  if (role === 'visitor' || role === 'representative' || agency === undefined) return undefined;
  const roles: readonly Role[] = [role];
  return casework.addAccount(operator, { ...who, kind: 'official', agency, roles, scopes: [] });
}

function refusal(problem: Problem, language: Language): CommandRefusal {
  const { title, detail, todo } = describeProblem(problem, language);
  return new CommandRefusal(`${title}. ${detail} ${todo}`, exits.defect);
}

/** The people of the demonstration as the sign-in page lists them; a visitor needs no sign-in. */
export async function demoPersonLines(casework: {
  readonly agencies: () => Promise<readonly { readonly code: string; readonly name: Localised }[]>;
}): Promise<readonly DemoPersonLine[]> {
  const names = new Map((await casework.agencies()).map(({ code, name }) => [code, name]));
  return demoPeople
    .filter(({ role }) => role !== 'visitor')
    .map(({ id, name, role, agency, subject }) => {
      const office = agency === undefined ? undefined : names.get(agency);
      const where = (language: Language): string =>
        office === undefined ? (subject ?? agency ?? '') : localise(office, language).text;
      const { zh, en } = roleWords[role];
      return { id, name, says: { zh: `${zh}，${where('zh')}`, en: `${en}, ${where('en')}` } };
    });
}

const roleWords: Readonly<Record<DemoPerson['role'], Required<Localised>>> = {
  registrar: { zh: '登记员', en: 'registrar' },
  data_officer: { zh: '数据员', en: 'data officer' },
  legal_officer: { zh: '法制审核人员', en: 'legal officer' },
  head_of_authority: { zh: '机关负责人', en: 'head of authority' },
  case_officer: { zh: '办案人员', en: 'case officer' },
  reviewer: { zh: '复议人员', en: 'reviewer' },
  representative: { zh: '单位经办人', en: 'representative of' },
  visitor: { zh: '访客', en: 'visitor' },
  auditor: { zh: '监督人员', en: 'auditor' },
};
