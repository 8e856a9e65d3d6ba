import { civilDate } from '@credence/domain';

export const day = civilDate('2026-11-20');
