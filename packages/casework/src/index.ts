export type * from './casework.ts';
export { CaseworkError, type CaseworkErrorCode } from './casework-error.ts';
export { createCasework } from './create-casework.ts';
export { maxListedProblems } from './intake/import-report.ts';
export type * from './intake/import-report.ts';
export type * from './port/index.ts';
export { projectHome } from './project/project-home.ts';
export { cardKinds } from './view/view.ts';
export type * from './view/index.ts';
