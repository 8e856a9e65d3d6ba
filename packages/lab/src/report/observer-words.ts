import type { Localised } from '@credence/domain';

/** Observers of the world that a statement shows month by month, in its order. */
export const shownObservers: readonly (readonly [string, Localised])[] = [
  ['violations', { zh: '违法次数', en: 'Violations' }],
  ['found', { zh: '发现的违法', en: 'Violations found' }],
  ['entries', { zh: '新列入', en: 'New entries' }],
  ['entriesWrong', { zh: '错误列入', en: 'Wrongful entries' }],
  ['listed', { zh: '在列的主体', en: 'Subjects listed' }],
  ['excludedMonths', { zh: '受限的主体', en: 'Subjects under a measure' }],
  ['errorsFixed', { zh: '得到更正的错误', en: 'Mistakes put right' }],
  ['disputesWaiting', { zh: '排队等候的异议', en: 'Disputes waiting' }],
  ['dropped', { zh: '因害怕而放弃的合法行为', en: 'Lawful acts not done for fear' }],
];
