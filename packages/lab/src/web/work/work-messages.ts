import type { Answer, Job } from './job.ts';

/** What a thread is told; jobs carry a number, since a cancelled one may still answer. */
export type WorkOrder =
  | { readonly kind: 'perform'; readonly number: number; readonly job: Job }
  | { readonly kind: 'cancel'; readonly number: number };

/** What a thread tells. */
export type WorkReport =
  | {
      readonly kind: 'progress';
      readonly number: number;
      readonly done: number;
      readonly planned: number;
    }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Answer };
