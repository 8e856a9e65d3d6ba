export type * from './casework.ts';
export type * from './intake/import-report.ts';
export type * from './port/index.ts';
export type * from './view/index.ts';
