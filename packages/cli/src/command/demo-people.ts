import {
  personIssuer,
  type Casework,
  type KnownPrincipal,
  type PersonKeys,
  type Role,
} from '@credence/casework';
import {
  demoOffices,
  demoPeople,
  demoRegisterAgency,
  mandateEnds,
  type DemoPerson,
} from '@credence/demo';
import {
  describeProblem,
  localise,
  type CivilDate,
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
export async function fillDemoPeople(
  casework: Casework,
  { language, today }: { readonly language: Language; readonly today: CivilDate },
): Promise<void> {
  for (const office of demoOffices) {
    const actor = { official: 'demo', agency: office.code, role: 'registrar' };
    const added = await casework.addAgency({ ...office, supplies: [], actor });
    if (added.kind === 'refused') throw refusal(added.problem, language);
  }
  for (const person of demoPeople) {
    const outcome = await addPerson(casework, person, today);
    // A city too small to have the organisation has nobody to speak for it.
    if (outcome?.kind !== 'refused' || outcome.problem.code === 'subject-not-found') continue;
    throw refusal(outcome.problem, language);
  }
}

function addPerson(casework: Casework, person: DemoPerson, today: CivilDate) {
  const { id, name, role, agency, subject, limited } = person;
  const who = { issuer: demoIssuer, subject: id, name: name.zh };
  const until = mandateEnds(person, today);
  const limits = until === undefined ? {} : { until, scopes: limited?.scopes ?? [] };
  if (subject !== undefined) {
    return casework.grantMandate(operator, { ...who, code: subject, ...limits });
  }
  if (role === 'visitor' || role === 'representative' || role === 'person') return undefined;
  if (agency === undefined) return undefined;
  const roles: readonly Role[] = [role];
  return casework.addAccount(operator, { ...who, kind: 'official', agency, roles, scopes: [] });
}

function refusal(problem: Problem, language: Language): CommandRefusal {
  const { title, detail, todo } = describeProblem(problem, language);
  return new CommandRefusal(`${title}. ${detail} ${todo}`, exits.defect);
}

/** A pass for the person of the demonstration who asks for herself; undefined for anyone else. */
export async function admitDemoPerson(personKeys: PersonKeys, id: string) {
  const number = demoPeople.find((person) => person.id === id)?.number;
  if (number === undefined) return undefined;
  const admitted = await personKeys.admit(number);
  if (admitted.kind === 'refused') return admitted;
  const who = { issuer: personIssuer, subject: admitted.pass };
  return { kind: 'admitted' as const, who };
}

/** The people of the demonstration as the sign-in page lists them; a visitor needs no sign-in. */
export async function demoPersonLines(casework: {
  readonly agencies: () => Promise<readonly { readonly code: string; readonly name: Localised }[]>;
}): Promise<readonly DemoPersonLine[]> {
  const names = new Map((await casework.agencies()).map(({ code, name }) => [code, name]));
  return demoPeople
    .filter(({ role }) => role !== 'visitor')
    .map(({ id, name, role, agency, subject, finds }) => {
      const office = agency === undefined ? undefined : names.get(agency);
      const where = (language: Language): string =>
        office === undefined ? (subject ?? agency ?? '') : localise(office, language).text;
      const { zh, en } = roleWords[role];
      if (role === 'person') return { id, name, says: { zh, en } };
      const work = (language: Language, before: string): string =>
        finds === undefined ? '' : `${before}${finds[language]}`;
      const says = {
        zh: `${zh}，${where('zh')}${work('zh', '：')}`,
        en: `${en}${office === undefined ? ' ' : ', '}${where('en')}${work('en', ': ')}`,
      };
      return { id, name, says };
    });
}

const roleWords: Readonly<Record<DemoPerson['role'], Required<Localised>>> = {
  registrar: { zh: '登记员', en: 'registrar' },
  data_officer: { zh: '数据员', en: 'data officer' },
  legal_officer: { zh: '法制审核人员', en: 'legal officer' },
  head_of_authority: { zh: '机关负责人', en: 'head of authority' },
  case_officer: { zh: '办案人员', en: 'case officer' },
  enforcement_judge: { zh: '执行法官', en: 'enforcement judge' },
  collegial_panel: { zh: '合议庭成员', en: 'member of the collegial panel' },
  court_president: { zh: '院长', en: 'president of the court' },
  reviewer: { zh: '复议人员', en: 'reviewer' },
  representative: { zh: '单位经办人', en: 'representative of' },
  visitor: { zh: '访客', en: 'visitor' },
  person: {
    zh: '以本人身份登录：查看这里保存了哪些关于自己的内容',
    en: 'signs in for himself: what is held about him here',
  },
  auditor: { zh: '监督人员', en: 'auditor' },
};
