import type { NameComparison, NameComponentFinding, NameComponentKind } from '@credence/casework';

import type { NameRegion } from './gazetteer.ts';
import type { NameParts } from './parse-name.ts';
import type { LegalForm } from './read-dictionaries.ts';

export type Relation = NameComponentFinding['relation'];

export function branchRelation({ branch: a }: NameParts, { branch: b }: NameParts): Relation {
  if (a === undefined && b === undefined) return 'absent';
  return a === b ? 'equal' : 'contradictory';
}

/** Forms that one organisation may pass through or that its name may shorten. */
const relatedForms: readonly (readonly string[])[] = [
  ['company', 'llc', 'jsc'],
  ['any-partnership', 'partnership', 'limited-partnership'],
  ['sole', 'sole-trader'],
];

export function formRelation(a: NameParts, b: NameParts): Relation {
  if (a.isGroup !== b.isGroup) return 'contradictory';
  if (a.form === undefined || b.form === undefined) return 'absent';
  // 有限责任公司 and 有限公司 are one form in two wordings.
  if (a.form.class === b.form.class) return 'equal';
  return areRelated(a.form, b.form) ? 'compatible' : 'contradictory';
}

function areRelated(a: LegalForm, b: LegalForm): boolean {
  return relatedForms.some((forms) => forms.includes(a.class) && forms.includes(b.class));
}

export function formText({ form, isGroup }: NameParts): string | undefined {
  const text = (isGroup ? '集团' : '') + (form?.text ?? '');
  return text === '' ? undefined : text;
}

/** Equal where both mean the same place, compatible where one lies inside the other. */
export function regionRelation(a: NameRegion | undefined, b: NameRegion | undefined): Relation {
  if (a === undefined || b === undefined) return 'absent';
  if (a.codes.length === 0 || b.codes.length === 0) {
    return a.short === b.short ? 'equal' : 'contradictory';
  }
  if (a.codes.some((code) => b.codes.includes(code))) return 'equal';
  const isInside = (inner: NameRegion, outer: NameRegion): boolean =>
    inner.codes.some((code) => outer.codes.some((other) => code.startsWith(other)));
  return isInside(a, b) || isInside(b, a) ? 'compatible' : 'contradictory';
}

export function finding(
  component: NameComponentKind,
  relation: Relation,
  a: string | undefined,
  b: string | undefined,
): NameComponentFinding {
  return {
    component,
    relation,
    ...(a === undefined ? {} : { a }),
    ...(b === undefined ? {} : { b }),
  };
}

/**
 * One contradiction makes two names different. `same` takes that every part is equal or stated by
 * neither, but for a legal form that is left out or worded otherwise in its own class.
 */
export function conclude(components: readonly NameComponentFinding[]): NameComparison {
  if (components.some(({ relation }) => relation === 'contradictory')) {
    return { verdict: 'different', components };
  }
  return { verdict: components.every(leavesNoQuestion) ? 'same' : 'review', components };
}

function leavesNoQuestion({ component, relation, a, b }: NameComponentFinding): boolean {
  if (relation === 'equal') return true;
  if (relation === 'absent')
    return (a === undefined && b === undefined) || component === 'legal-form';
  return false;
}
