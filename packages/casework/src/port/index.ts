export type * from './intake.ts';
export type * from './journal.ts';
export type * from './reader.ts';
export type * from './register.ts';
